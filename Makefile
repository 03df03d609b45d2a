PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group build
.DEFAULT_GOAL := help
.PHONY: help run test check lock clean

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.run ## start quizapp on http://127.0.0.1:8000
	@$(BIN)/quizapp serve

test: check .venv/.chromium ## every check and every test (some: make test T="-k grading")
	$(BIN)/pytest -q -n auto $(T)

.PHONY: test-both
test-both: check .venv/.chromium ## every test, those of pages on PostgreSQL too (slow)
	PAGES_ON_BOTH=1 $(BIN)/pytest -q -n auto $(T)

check: .venv/.dev ## format, lint, types, layers, templates
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint templates --quiet --lint

lock: .venv/.dev ## write both lock files again
	$(COMPILE) -o requirements.lock
	$(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --group dev --group probes -c requirements-dev.lock -o requirements-probes.lock

clean: ## forget the environment
	rm -rf .venv

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "quizapp needs Python 3.11 or newer. Try: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "This Python cannot make environments. Try: sudo apt install python3-venv" >&2; exit 1; }

.venv/.run: requirements.lock pyproject.toml | .venv/bin/pip
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.probes: requirements-probes.lock .venv/.dev
	$(PIP) --require-hashes -r requirements-probes.lock
	@touch $@

# A real browser for the browser tests: the system's if there is one, else installed where that is possible.
# Without one the browser tests are reported as skipped by name (and fail where CI is set).
.venv/.chromium: .venv/.dev
	@tests/browser/install-chromium
	@touch $@

.PHONY: mutants fuzz sbom audit
mutants: .venv/.probes ## change the pure core and see whether the tests notice (so many of each package: make mutants N=300)
	CI=true $(BIN)/python -m tests.mutants $(N)

fuzz: .venv/.probes ## look for files and texts that break a reader (make fuzz SECONDS=600)
	$(BIN)/python -m tests.fuzz $(or $(SECONDS),600)

sbom: .venv/.dev ## list what a release is made of, in CycloneDX, from the lock
	@mkdir -p dist
	$(BIN)/python -m cyclonedx_py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o dist/sbom.json

audit: .venv/.probes ## known weaknesses of what is locked (asks the network), and what is no longer the newest
	$(BIN)/pip list --outdated --exclude-editable
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock

.PHONY: words
words: .venv/.dev ## collect the words of pages for translation
	$(BIN)/pybabel -q extract -F quizapp/translations/babel.cfg -k lazy_gettext --no-location --sort-output -o quizapp/translations/messages.pot .
	$(BIN)/pybabel -q update -i quizapp/translations/messages.pot -d quizapp/translations -l pl --no-fuzzy-matching -w 110
	$(BIN)/pybabel -q compile -d quizapp/translations
	rm quizapp/translations/messages.pot
