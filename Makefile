# Two commands matter: `make run` starts the bot, `make test` checks it. Linux and macOS, GNU make 3.81 or newer.

SHELL := /bin/sh
PYTHON_IN_VENV := .venv/bin/python
KILLS ?= 200
ARGS ?=

.PHONY: run test lint crash lock bench clean
.NOTPARALLEL:

run:
	@scripts/environment.sh requirements.txt
	@exec $(PYTHON_IN_VENV) -m bot $(ARGS)

test:
	@scripts/environment.sh requirements-dev.txt
	@scripts/test.sh $(ARGS)

lint:
	@scripts/environment.sh requirements-dev.txt
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m ruff format --check .
	$(PYTHON_IN_VENV) -m mypy
	.venv/bin/lint-imports

# Kills the bot again and again in the middle of its work and counts what got lost: make crash KILLS=200
crash:
	@scripts/environment.sh requirements-dev.txt
	$(PYTHON_IN_VENV) -m tests.crash --kills $(KILLS)

# How fast it is beside bare bots, about a quarter of an hour; two minutes: make bench ARGS=--quick
# AIOGRAM_PYTHON names a Python with aiogram and aiosqlite, to compare with that too.
bench:
	@scripts/environment.sh requirements-dev.txt
	$(PYTHON_IN_VENV) -m tests.bench $(ARGS)

# Picks the newest releases that pyproject.toml allows and writes them down with their hashes.
LOCK := .venv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --python-version 3.11 --extra ocr pyproject.toml

lock:
	@scripts/environment.sh requirements-dev.txt
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info
	find bot handlers content tests -name __pycache__ -type d -prune -exec rm -rf {} +
