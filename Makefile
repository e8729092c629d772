# Each target sets up what it needs first; that is quick when nothing has changed.
.DEFAULT_GOAL := help
.PHONY: help setup demo run test check bench ci format lock clean

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## everything a fresh machine needs
	@.ci/setup

demo: setup ## a real spoken call, its transcript, lead and latencies
	@.venv/bin/voice-agent demo

run: setup ## the service; a local LiveKit and Realtime server where no keys are configured
	@.venv/bin/voice-agent serve --mode both

test: setup ## all tests
	@.ci/test

check: setup ## format, lint, types, import contracts
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

bench: setup ## benchmarks, into var/bench
	@.venv/bin/voice-agent bench

ci: ## what CI runs
	@.ci/run

format: setup ## put the code into shape
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

lock: setup ## pin the newest packages that pyproject.toml allows
	@.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --extra dev --extra local \
	  -o requirements.lock pyproject.toml

clean: ## forget set-up and caches; recordings and databases in var stay
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache var/.setup
