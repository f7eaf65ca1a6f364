# The five things that people do here. Each is a script in bin/ that runs the same everywhere.
.PHONY: help run test check bench

help:
	@echo "make run     start Ruta for practice: http://127.0.0.1:8080 (PORT=9000 make run for another port)"
	@echo "make test    run the tests"
	@echo "make check   run everything that must pass before a change is merged"
	@echo "make bench   measure speed and memory"

run:
	@bin/run

test:
	@bin/setup run
	@bin/test

check:
	@.ci/run

bench:
	@bin/bench
