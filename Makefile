# Each target sets up what it needs first; that is quick when nothing has changed.
# ARGS goes to the command behind a target: make demo ARGS=--json
.DEFAULT_GOAL := help
.PHONY: help setup demo run test check bench ci lint format lock clean

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## everything a fresh machine needs
	@.ci/setup

demo: setup ## a real spoken call, its transcript, lead and latencies
	@.venv/bin/voice-agent demo $(ARGS)

run: setup ## the service; a local LiveKit and Realtime server where no keys are configured
	@.venv/bin/voice-agent serve --mode both $(ARGS)

test: setup ## all tests that this machine can run, and which tiers those were
	@.ci/test

lint: setup ## format, lint, import contracts
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/lint-imports --no-logo

check: setup lint ## all of lint, and types
	@.venv/bin/mypy

bench: setup ## benchmarks, into var/bench
	@.venv/bin/voice-agent bench $(ARGS)

ci: ## what CI runs
	@.ci/run

format: setup ## put the code into shape
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

lock: setup ## pin what pyproject.toml asks for; ARGS=--upgrade: the newest it allows
	@.venv/bin/uv pip compile --quiet $(ARGS) --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --extra dev --extra local \
	  -o requirements.lock pyproject.toml

clean: ## forget set-up and caches; the LiveKit server, recordings and databases in var stay
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage var/.setup
