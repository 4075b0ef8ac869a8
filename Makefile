# Everything runs in .venv, which the first target that needs it builds from requirements.lock.
PYTHON ?= python3
PORT   ?= 7860
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup chat test lint eval bench bench-parse browser clean

help:            ## list the targets
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

setup: $(READY)  ## install everything into .venv

chat: $(READY)   ## serve the web chat on http://127.0.0.1:7860 (PORT=… for another)
	$(BIN)/minutes chat --port $(PORT)

browser:
	@sh tests/install_chromium.sh

test: $(READY) browser ## run all tests, the browser's too
	$(BIN)/python -m pytest -q $(TESTS)

lint: $(READY)   ## ruff and mypy, strict
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: $(READY)   ## run the sample evaluation set against its baseline
	$(BIN)/minutes eval run sample

bench: $(READY)  ## speed, as ratios against a baseline in the same run
	$(BIN)/python -m tests.bench

bench-parse: $(READY) ## how well minutes are read, by layout, against gold
	$(BIN)/python -m tests.index_store.bench_parse

clean:           ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache *.egg-info
