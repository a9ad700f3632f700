# `make run` serves the public site on PORT and the staff desk on the next one; see docs/operating.md.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
IN_VENV = .venv/bin/python
SUPERVISE = exec $(IN_VENV) -m config.supervise

PIN = .venv/bin/uv pip compile -q --no-config --strip-extras --annotation-style=line --generate-hashes \
	--python-version 3.11 --custom-compile-command "make pins"

.PHONY: run db test leaks bench scale readers drills promises backup restore doctor pins

run: .venv/installed
	@$(SUPERVISE) run --host $(HOST) --port $(PORT)

db: .venv/installed
	@$(SUPERVISE) db

test: .venv/installed-dev
	@exec $(IN_VENV) -m pytest -n logical --maxprocesses 4 --dist loadscope $(ARGS)

# what the public reads of two records that differ only in what is withheld, five times as often as the suite asks
leaks: .venv/installed-dev
	@LEAK_RESPONSES=100000 exec $(IN_VENV) -m pytest -n 0 tests/site/test_leaks.py $(ARGS)

bench: .venv/installed-dev
	@exec $(IN_VENV) -m tests.bench $(ARGS)

scale: .venv/installed-dev
	@exec $(IN_VENV) -m tests.bench.many.rows $(ARGS)

readers: .venv/installed-dev
	@exec $(IN_VENV) -m tests.bench.many.readers $(ARGS)

drills: .venv/installed-dev
	@exec $(IN_VENV) -m tests.drills $(ARGS)

# many requests made of the API's own description; EXAMPLES of each kind to each address
promises: .venv/installed-dev
	@EXAMPLES=$(or $(EXAMPLES),500) exec $(IN_VENV) -m pytest -n 0 tests/site/api/test_promises.py $(ARGS)

backup: .venv/installed
	@$(SUPERVISE) backup --file "$(FILE)"

restore: .venv/installed
	@$(SUPERVISE) restore --file "$(FILE)" --force "$(FORCE)"

doctor: .venv/installed
	@HOST=$(HOST) PORT=$(PORT) exec $(IN_VENV) -m config.doctor

# after a change of pyproject.toml; the second list is a part of the first, with the same versions
pins: .venv/installed-dev
	@$(PIN) --extra dev -o requirements-dev.txt pyproject.toml
	@$(PIN) -c requirements-dev.txt -o requirements.txt pyproject.toml

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Creating the virtual environment .venv …"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian: apt install python3-venv"; exit 1; }

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing the packages of requirements.txt …"
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing the packages of requirements-dev.txt …"
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch .venv/installed $@
