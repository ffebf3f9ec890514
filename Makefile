# Credence. From a fresh clone, with Python 3.11 or newer and make:
#   make demo     reads the bundled article into a ledger and shows what stands in it
#   make example  builds a ledger of some seventy texts to look around in
#   make test     linters, types, import contracts and every test
# Both build .venv on their own; PYTHON=python3.12 picks an interpreter.

.DEFAULT_GOAL := help
.PHONY: help demo example test lint bench readme lock clean

BIN := .venv/bin
# With --no-deps nothing but the lock is installed; with hashes nothing but what was locked.
PIP := $(BIN)/python -m pip --disable-pip-version-check install
LOCKED := $(PIP) --require-hashes --no-deps
# A process a core, each of which loads a parser of half a gigabyte; who has no more tests takes some from the others.
BESIDE := -n auto --maxprocesses 8 --dist worksteal

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-7s %s\n", $$1, $$2}' Makefile

demo: .venv/run.stamp ## read the bundled article, show claims, findings and what to try next
	@$(BIN)/python tools/demo.py

example: .venv/run.stamp ## build a ledger of some seventy texts, told over years, in build/example.ledger
	@$(BIN)/python tools/example.py

test: lint ## everything that must hold: lint, types, contracts, tests
	$(BIN)/python -m pytest $(BESIDE)

lint: .venv/dev.stamp ## ruff, mypy, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/run.stamp ## what is measured, against its floors
	$(BIN)/python bench/reading.py

readme: .venv/run.stamp ## put the commands' real output into README.md and pages, and the data into the reference
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/fill_readme.py
	$(BIN)/python tools/fill_pages.py

lock: .venv-lock/made.stamp ## renew requirements/ from pyproject.toml
	sh tools/lock.sh .venv-lock/bin/uv

clean: ## remove everything that make made
	rm -rf .venv .venv-lock build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# --- environments: a stamp a step, so that a second call is instant and a broken first one starts over ---

.venv/made.stamp:
	@py=$$(PYTHON="$(PYTHON)" sh tools/find_python.sh) && echo "[1/3] making .venv with $$py" \
	  && "$$py" -m venv --clear .venv && touch $@

.venv/libraries.stamp: .venv/made.stamp requirements/run.txt
	@echo "[2/3] installing the libraries that requirements/run.txt locks"
	@$(LOCKED) -r requirements/run.txt && touch $@

.venv/run.stamp: .venv/libraries.stamp pyproject.toml
	@echo "[3/3] installing credence itself"
	@$(PIP) --quiet --no-deps --no-build-isolation --editable . && touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	@echo "[dev] installing the tools that requirements/dev.txt locks"
	@$(LOCKED) --quiet -r requirements/dev.txt && touch $@

.venv-lock/made.stamp:
	@py=$$(PYTHON="$(PYTHON)" sh tools/find_python.sh) && "$$py" -m venv --clear .venv-lock \
	  && .venv-lock/bin/python -m pip install --quiet uv && touch $@
