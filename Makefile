# Everything needs only make and Python with venv: each target makes the environment in .venv first, when it is missing or out of date.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/ready
# Two for each core: many tests wait for the screen, or for a process to end.
PYTEST = $(BIN)/python -m pytest --dist worksteal --numprocesses $$(($$(getconf _NPROCESSORS_ONLN) * 2))
LOCK = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

.PHONY: help env read test test-slow check formatting lint types contracts complexity spelling format docs fixtures \
	bench bench-finding harm properties offline fuzz mutants goldens lock clean

help:
	@echo "make read     open the reader on the sample minutes"
	@echo "make test     run the tests (ARGS='-k find' for some of them)"
	@echo "make test-slow  run the other tests: properties, harm, real terminals, pages of documentation, packages"
	@echo "make check    all of: formatting lint types contracts complexity spelling (each a target too)"
	@echo "make format   put formatting and imports right"
	@echo "make harm     do all the harm there is: kills, full disks, damaged stores, hostile documents (half an hour)"
	@echo "make properties  try every property with examples of its own, thirty times as many (a quarter of an hour)"
	@echo "make offline  run the tests where there is no network (Linux; ARGS as for make test)"
	@echo "make fuzz     read damaged documents for a while, led by what they reach (ARGS=60 for seconds each)"
	@echo "make mutants  change one line at a time, and see whether the tests notice (ARGS='store/find --sample 50 --seed 2')"
	@echo "make bench    measure how fast it starts, reads, adds and finds, and write docs/benchmarks.md (half an hour or more)"
	@echo "make bench-finding  measure finding alone (ARGS='--sizes 10000 --engines ours'; ARGS=--help for the rest)"
	@echo "make docs     write the generated pages of docs/ anew"
	@echo "make goldens  write the golden files of citations anew, to be read before they are kept"
	@echo "make fixtures write the PDF and Word fixtures anew"
	@echo "make env      make the environment alone, in .venv"
	@echo "make lock     write requirements/*.txt anew (ARGS=--upgrade for newer versions)"
	@echo "make clean    remove the environment and every cache"

env: $(STAMP)

read: $(STAMP)
	@$(BIN)/minutebook sample

test: $(STAMP)
	@$(PYTEST) -m "not slow" $(ARGS)

test-slow: $(STAMP)
	@$(PYTEST) -m slow $(ARGS)

check: formatting lint types contracts complexity spelling

formatting: $(STAMP)
	@echo "formatting"
	@$(BIN)/python -m ruff format --quiet --check .

lint: $(STAMP)
	@echo "lint"
	@$(BIN)/python -m ruff check --quiet .

types: $(STAMP)
	@echo "types"
	@$(BIN)/python -m mypy --no-error-summary

contracts: $(STAMP)
	@echo "import contracts"
	@$(BIN)/lint-imports --no-logo

complexity: $(STAMP)
	@echo "complexity"
	@$(BIN)/python -m tests.complexity

spelling: $(STAMP)
	@echo "spelling"
	@$(BIN)/python -m codespell_lib

format: $(STAMP)
	@$(BIN)/python -m ruff format --quiet .
	@$(BIN)/python -m ruff check --quiet --fix .

harm: $(STAMP)
	@$(BIN)/python -m tests.harm.linear_patterns 500
	@$(BIN)/python -m tests.harm.hostile_documents 100 600
	@$(BIN)/python -m tests.harm.together 60 10
	@$(BIN)/python -m tests.harm.failing_disks 40
	@$(BIN)/python -m tests.harm.damaged_stores 60
	@$(BIN)/python -m tests.harm.killed 1000 50 50
	@$(BIN)/python -m tests.harm.mutated_files
	@$(BIN)/python -m tests.harm.gallery 15
	@$(BIN)/python -m tests.harm.hostile_queries 10000 100000
	@$(BIN)/python -m tests.harm.hostile_terminal 10000
	@$(BIN)/python -m tests.harm.busy_machine 1000 100000

properties: $(STAMP)
	@$(PYTEST) -m hypothesis --hypothesis-profile random $(ARGS)

offline: $(STAMP)
	@tests/harm/no_network.sh $(BIN)/python -m pytest $(ARGS)

fuzz: $(STAMP)
	@$(BIN)/python -m tests.fuzz.readers $(ARGS)

mutants: $(STAMP)
	@$(BIN)/python -m tests.mutants.run $(ARGS)

goldens: $(STAMP)
	@MINUTEBOOK_GOLDENS=write $(BIN)/python -m pytest -q tests/store/citation/test_goldens.py $(ARGS)

bench: $(STAMP)
	@$(BIN)/python -m tests.benchmarks.screen.start_up
	@$(BIN)/python -m tests.benchmarks.screen.key_to_screen
	@$(BIN)/python -m tests.benchmarks.reading
	@$(BIN)/python -m tests.benchmarks.adding
	@$(BIN)/python -m tests.benchmarks.finding --judge --other 100000 --busy 100000 --page docs/benchmarks.md $(ARGS)

bench-finding: $(STAMP)
	@$(BIN)/python -m tests.benchmarks.finding $(ARGS)

docs: $(STAMP)
	@$(BIN)/python docs/generate.py

fixtures: $(STAMP)
	@$(BIN)/python -m fixtures.build

lock: $(STAMP)
	@$(LOCK) $(ARGS) --output-file requirements/run.txt pyproject.toml
	@$(LOCK) $(ARGS) --output-file requirements/develop.txt requirements/develop.in

clean:
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): requirements/develop.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "minutebook needs Python 3.11 or newer, and '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
		echo "Name another one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Making the environment in .venv; the first time takes a minute."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements/develop.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable .
	@touch $@
