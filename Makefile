# Dagdeel. `make run` starts everything, `make test` tests everything; `make help` lists the rest.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-compile
UV := $(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python --require-hashes --no-deps
TESTS ?= tests
# Where this is set, each process compiles all that it imports anew: twice the time to start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check lint types imports format postgres tomorrow browser catalogue lock bench lighthouse screens faults clean python dev

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: python ## install what is needed and start the whole site (PORT=8000)
	@exec $(BIN)/python -m portal.run

test: dev ## the test suite, on SQLite unless DATABASE_URL says otherwise (TESTS=path)
	@$(BIN)/python $(UNDER) -m pytest -n auto --dist worksteal $(TESTS)

check: ## all that CI runs
	@bash .ci/run

lint: dev ## style of code and templates
	@$(BIN)/ruff check --output-format concise .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --quiet --lint templates

types: dev ## types
	@$(BIN)/mypy

imports: dev ## the import law
	@$(BIN)/lint-imports --no-logo

format: dev ## write code the way `make lint` wants it
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

postgres: dev ## the suite on a private PostgreSQL that is thrown away afterwards
	@bash .ci/postgres.sh $(BIN)/python -m pytest -n auto --dist worksteal $(TESTS)

tomorrow: dev ## the suite as if it ran one, and two, years from now
	@$(BIN)/python -m pytest -n auto --dist worksteal -p tests.later --years 1 $(TESTS)
	@$(BIN)/python -m pytest -n auto --dist worksteal -p tests.later --years 2 $(TESTS)

browser: dev ## only the journeys in a browser
	@$(BIN)/python -m pytest -m browser $(TESTS)

catalogue: python ## gather all new translations into locale/nl and compile them
	@$(BIN)/python manage.py catalogue --merge

lock: dev ## requirements*.in -> requirements*.txt, with hashes
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

bench: dev ## how fast set-up and start are, and how much memory the stack takes
	@$(BIN)/python bench/run.py

screens: dev ## a picture of each main page, phone and desk, in var/screens (ARGS="--dark --english")
	@$(BIN)/python bench/screens.py $(ARGS)

lighthouse: dev ## Lighthouse on seven pages as on an old phone; needs Node and Chromium (RUNS=3)
	@$(BIN)/python bench/lighthouse.py $(if $(RUNS),--runs $(RUNS))

faults: dev ## break a running site in every way we know and count what arrives (SHORT=1: as in CI)
	@exec $(BIN)/python -m bench.faults $(if $(SHORT),--short)

clean: ## remove what was made here; the data in var/ stays
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find locale -name '*.mo' -delete

# A usable Python environment, made once and again whenever a lock changed.
$(BIN)/python:
	@for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python3.14; do \
	  $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Making $(VENV) with $$($$python --version)"; \
	  exec $$python -m venv --clear $(VENV); \
	done; \
	echo "Dagdeel needs Python 3.11 or newer, with venv (on Debian: apt install python3-venv)." >&2; exit 1

# uv takes a fifth of the time of pip; where it cannot come, or cannot reach what pip can, pip does it.
python: $(BIN)/python
	@cmp -s requirements.txt $(VENV)/run.lock || { \
	  echo "Installing what Dagdeel runs on"; \
	  sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.txt > $(VENV)/uv.txt; \
	  $(PIP) -r $(VENV)/uv.txt 2> /dev/null; \
	  { $(UV) -r requirements.txt 2> /dev/null || $(PIP) -r requirements.txt; } \
	    && cp requirements.txt $(VENV)/run.lock; }

dev: python
	@cat requirements.txt requirements-dev.txt | cmp -s - $(VENV)/dev.lock || { \
	  echo "Installing what the checks run on"; \
	  { $(UV) -r requirements.txt -r requirements-dev.txt 2> /dev/null \
	      || $(PIP) -r requirements.txt -r requirements-dev.txt; } \
	    && cat requirements.txt requirements-dev.txt > $(VENV)/dev.lock; }
