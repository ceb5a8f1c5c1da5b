# Everything runs in .venv, made from requirements.dev.lock; only Python 3.11 or newer is needed.
PYTHON ?= python3
VENV := .venv
RASID := $(VENV)/bin/rasid
# Tests side by side: many wait for a broker, so more than there are cores.
TESTERS ?= 4
INSTALLED := $(VENV)/.installed
BENCH_INSTALLED := $(VENV)/.bench-installed
COMPILE := $(VENV)/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help run test lint format schemas golden eval eval-clusters calibrate bench soak fuzz audit licences lock clean

help:  ## Show what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(INSTALLED): requirements.dev.lock pyproject.toml
	@echo "making the environment in $(VENV)" >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rasid needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.dev.lock
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: $(INSTALLED)  ## See it work: broker, workers and sample articles; on a terminal until Ctrl-C
	@$(RASID) demo

test: $(INSTALLED) lint  ## All checks and tests; Apache Kafka needs Java 17 and Maven, Alertmanager Go
	$(VENV)/bin/pytest -n $(TESTERS) --dist worksteal

lint: $(INSTALLED)  ## Style, types, imports
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

format: $(INSTALLED)  ## Put the code into form
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

schemas: $(INSTALLED)  ## Write JSON Schemas and AsyncAPI from the models
	$(VENV)/bin/python -m rasid_schemas.export

golden: $(INSTALLED)  ## Write the golden messages and texts anew; read the difference before committing it
	$(VENV)/bin/pytest -q --update-golden tests/schemas tests/alerting/test_render_texts.py

eval: $(INSTALLED)  ## Score the extractor: make eval [GOLD=dev.jsonl] [EVAL="--errors work"]
	@$(VENV)/bin/python -m bench.evaluate $(if $(GOLD),--gold $(GOLD)) $(EVAL)

eval-clusters: $(INSTALLED)  ## Score the clusters by judged pairs of the corpus: make eval-clusters [EVAL=--errors]
	@$(VENV)/bin/python -m bench.clusters $(EVAL)

$(BENCH_INSTALLED): requirements.bench.lock $(INSTALLED)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.bench.lock
	@touch $@

calibrate: $(BENCH_INSTALLED)  ## What the points of confidence are worth by the events that were judged
	@$(VENV)/bin/python -m bench.calibrate

bench: $(BENCH_INSTALLED)  ## How fast it is and what it costs, on Kafka: make bench [BENCH=--quick]; BENCH=--help
	@PYTHONPATH=tests $(VENV)/bin/python -m bench.performance $(BENCH)

soak: $(BENCH_INSTALLED)  ## Is memory flat over 300,000 articles on Kafka: make soak [SOAK="--articles 10000"]
	@PYTHONPATH=tests $(VENV)/bin/python -m bench.soak $(SOAK)

.PHONY: chaos chaos-bite
chaos: $(INSTALLED)  ## Is anything lost or twice when things break: make chaos [CHAOS="--articles 2000 kill-alerting"]
	@PYTHONPATH=tests $(VENV)/bin/python -m chaos run $(CHAOS)

chaos-bite: $(INSTALLED)  ## Does the chaos suite notice a missing guarantee: make chaos-bite [CHAOS="--articles 500"]
	@PYTHONPATH=tests $(VENV)/bin/python -m chaos bite $(CHAOS)

audit: $(INSTALLED)  ## Known weaknesses of what is locked; asks pypi.org, or with AUDIT="-s osv" osv.dev
	$(VENV)/bin/pip-audit --strict --progress-spinner off --require-hashes --disable-pip $(AUDIT) -r requirements.lock -r requirements.dev.lock

licences: $(INSTALLED)  ## Licences of what runs in production; fails on one that is not permissive
	@$(VENV)/bin/python tests/support/licences.py

fuzz: $(INSTALLED)  ## Hostile messages through decoding, extraction, alerting: make fuzz [FUZZ="--messages 10000"]
	@$(VENV)/bin/python -m bench.fuzz $(FUZZ)

lock: $(INSTALLED)  ## Resolve the dependencies anew: requirements.lock to run, .dev.lock to work, .bench.lock to measure
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock pyproject.toml requirements.build.in --output-file requirements.dev.lock
	$(COMPILE) --extra bench --constraint requirements.dev.lock pyproject.toml --output-file requirements.bench.lock

clean:  ## Remove what was made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.PHONY: bench-takeover
bench-takeover: $(BENCH_INSTALLED)  ## How fast alerting folds its topics after a takeover: make bench-takeover [BENCH="--rules 200"]
	@$(VENV)/bin/python -m bench.takeover $(BENCH)
