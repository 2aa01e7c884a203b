# Two commands on a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data  # where `make weights` finds the open training sets

.PHONY: demo test check lint format index minimal weights clean

# The marker files let a second run start at once; a changed pyproject.toml installs anew.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; found " + sys.version.split()[0] + ". Set PYTHON=/path/to/python3.11.")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed  ## read the sample news, print the tables, write out/brief.html
	$(BIN)/dragoman demo

test: $(VENV)/.installed-dev lint  ## linters, types and all tests
	$(BIN)/pytest --numprocesses 2

check: $(VENV)/.installed-dev lint  ## the fast subset: what to run all the time
	$(BIN)/pytest --numprocesses 2 -m 'not slow'

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m dragoman.actors.build --check

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

index: $(VENV)/.installed-dev  ## compile the actor catalogue into its index
	$(BIN)/python -m dragoman.actors.build

minimal:  ## an install without extras, in an environment of its own, does the main job
	rm -rf $(VENV)-minimal
	$(PYTHON) -m venv $(VENV)-minimal
	$(VENV)-minimal/bin/python -m pip install --quiet --disable-pip-version-check .
	cd / && $(CURDIR)/$(VENV)-minimal/bin/dragoman demo --out $(CURDIR)/out/minimal
	rm -rf $(VENV)-minimal

weights:  ## train the coder's network again and ship it (docs/coder.md); needs the extra train
	$(BIN)/python -m training.joint --out out/run \
	  --factuality $(DATA)/factuality/UDS_IH2_train.jsonl.gz
	$(BIN)/python -m training.export out/run
	$(BIN)/python -m training.calibrate

clean:
	rm -rf $(VENV) $(VENV)-minimal out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
