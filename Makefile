# accord: one command from an empty machine. `make help` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := report
.PHONY: report test check bench lock help clean

help:     ## list the targets
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/ /'

report: $(READY)  ## read the seeds, run the notebooks, publish an edition or say "nothing new"
	@$(BIN)/accord run

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n auto

check: $(READY)  ## format, lint, layers, types, quick tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/python -m pytest -n auto -m "not slow"

bench: $(READY)  ## measure against ../shared, and compare with the last committed run
	$(BIN)/python -m bench

lock:  ## renew requirements.lock and environment.yml from pyproject.toml (needs uv)
	$(PYTHON) tests/project/lock.py

clean:  ## remove what can be made again
	rm -rf .venv .accord report/runs

# The environment is made whole or not at all: the mark is set last.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "accord needs Python 3.11 or newer; say 'make PYTHON=python3.12'" >&2; exit 2; }
	@echo "Making .venv from requirements.lock (about two minutes the first time) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
