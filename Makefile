# The developers' habits. `make` alone explains itself. The two commands of the README need none of this.
PY := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help lint type laag test snel eisen migraties standen bench geheel

help:       ## show this list
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14
lint:       ## ruff: style and likely mistakes
	$(PY) -m ruff check src tests bench
type:       ## mypy, strict on the pure packages and kern
	$(PY) -m mypy src/opstap
laag:       ## the layers of the house
	.venv/bin/lint-imports
test:       ## everything, as CI runs it
	./opstap test
snel:       ## the fast tests on SQLite, without a browser
	$(PY) -m pytest -q -n 2 tests -m "not browser"
eisen:      ## compile the pinned requirements, with hashes and without an index address
	for f in start test; do uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --overrides requirements/overrides.txt requirements/$$f.in -o requirements/$$f.txt -q; done
migraties:  ## write missing migrations
	$(PY) -m opstap beheer makemigrations
standen:    ## draw the table of states into docs/standen.md
	$(PY) -m opstap standen
bench:      ## every measurement
	./opstap meet
geheel:     ## the whole of every seeded suite (hours)
	OPSTAP_GEHEEL=1 ./opstap test
