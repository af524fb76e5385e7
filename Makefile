# One door to everything: make run, make test. `make help` lists the rest.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
CATALOGUES := $(wildcard datamatch/locale/*/LC_MESSAGES/django.po)
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test

.PHONY: help run test soak check fmt docs bench translations clean

help:
	@echo "make run           install what is needed, load the demo world, serve it on this machine (PORT=8001: there)"
	@echo "make test          install what is needed and run every test, on SQLite and on PostgreSQL"
	@echo "make soak          the same with the long proofs done in full; takes hours"
	@echo "make check         lint, types, import contracts, templates"
	@echo "make fmt           put the code in shape"
	@echo "make docs          write the generated reference pages again"
	@echo "make translations  bring the message catalogues up to date"
	@echo "make bench         measure the engine beside its baselines"

run: $(RUN_READY)
	@$(BIN)/datamatch demo --port $(PORT)

test: $(TEST_READY)
	@scripts/run-tests

soak: $(TEST_READY)
	@DATAMATCH_SOAK=1 scripts/run-tests

check: $(TEST_READY)
	$(BIN)/ruff check datamatch tests scripts benchmarks
	$(BIN)/ruff format --check datamatch tests scripts benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet datamatch

fmt: $(TEST_READY)
	$(BIN)/ruff check --fix --quiet datamatch tests scripts benchmarks || true
	$(BIN)/ruff format datamatch tests scripts benchmarks

docs: $(RUN_READY)
	$(BIN)/datamatch stages > docs/reference/stages.md
	$(BIN)/python scripts/engine_reference.py > docs/reference/engine.md

translations: $(TEST_READY)
	$(BIN)/python scripts/translations.py

bench: $(TEST_READY)
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) var build dist

$(RUN_READY): requirements/run.txt pyproject.toml hatch_build.py $(CATALOGUES)
	@scripts/install requirements/run.txt
	@touch $@

$(TEST_READY): requirements/test.txt pyproject.toml hatch_build.py $(CATALOGUES)
	@scripts/install requirements/test.txt
	@touch $@ $(RUN_READY)
