#!/bin/sh
# Write requirements/run.txt and requirements/dev.txt: every library with its version and hashes, for every platform
# and Python from 3.11 on, and no address of any index. Usage: sh tools/lock.sh UV [extra uv options, e.g. --upgrade]
set -eu

uv=$1
shift
compile() {
  "$uv" pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet "$@"
}

compile --group backend --output-file requirements/run.txt "$@"
# held to the versions of the first, so that one environment serves both
compile --group backend --group dev --constraint requirements/run.txt \
  --output-file requirements/dev.txt "$@"

if grep -nE '://|@ ' requirements/*.txt; then
  echo "A lock names an address: remove it before committing." >&2
  exit 1
fi
grep -c '==' requirements/run.txt requirements/dev.txt
