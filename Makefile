# Farmasvar: `make run` for the terminal chat, `make web` for the pages, `make test` for the tests, `make test-services` for those with a server
# beside them; each sets up what it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Set by the continuous integration: `make test COVERAGE="--cov --cov-report=term:skip-covered"`.
COVERAGE ?=

.PHONY: run bot web test test-services lint bench clean

run: $(VENV)/installed
	$(BIN)/farmasvar chat

bot: $(VENV)/installed
	$(BIN)/farmasvar serve telegram

web: $(VENV)/installed
	$(BIN)/farmasvar serve web

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto $(COVERAGE)

# With a real PostgreSQL and a Matrix homeserver, which come as packages; one process, so that each is started once.
test-services: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m services

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile

bench: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.speed

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Farmasvar needs Python 3.11 or newer; set PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "No virtual environment could be made; on Debian: apt install python3-venv" >&2; exit 1; }

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .coverage
