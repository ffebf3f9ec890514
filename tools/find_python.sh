#!/bin/sh
# Print the first Python that can build the environment; say what is missing where there is none.
# PYTHON, if set, is the only one tried.
set -u

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
old=""
bare=""
for python in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
  command -v "$python" >/dev/null 2>&1 || continue
  if ! "$python" -c "$new_enough" >/dev/null 2>&1; then
    old="$old $python"
  elif ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    bare="$bare $python" # Debian ships Python without the part that makes environments
  else
    echo "$python"
    exit 0
  fi
done

if [ -n "$bare" ]; then
  echo "Found$bare, but it cannot make virtual environments." >&2
  echo "On Debian and Ubuntu: sudo apt-get install python3-venv" >&2
else
  echo "Credence needs Python 3.11 or newer.${old:+ Found, but older or not working:$old.}" >&2
  echo "Install one, or name it: make PYTHON=path/to/python3 demo" >&2
fi
exit 1
