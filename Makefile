# make demo    a live console over a simulated application (installs what is missing, builds, runs)
# make test    everything that must hold: format, warnings, all tests; the same as .ci/run
# make build   headframe and headframed, optimised, in .build/release
# make bench   the figures, each beside its reference
# make lint    formatting only
# make deps    the system libraries (Debian, Ubuntu; on other systems it says what is missing)

SHELL := /bin/bash
SWIFT ?= swift
PACKAGES := libncurses-dev libsqlite3-dev libcurl4-openssl-dev libzstd-dev zlib1g-dev
TEST_TOOLS := tmux prometheus prometheus-alertmanager
FORMATTED := Package.swift Sources Tests

.PHONY: deps test-deps build demo test bench lint format

deps:
	@./.ci/install $(PACKAGES)

test-deps:
	@./.ci/install $(PACKAGES) $(TEST_TOOLS)

build: deps
	@$(SWIFT) build -c release --product headframed
	@$(SWIFT) build -c release --product headframe

demo: build
	@.build/release/headframe demo

test:
	@./.ci/run

bench: deps
	@./.ci/bench

lint:
	@$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

format:
	@$(SWIFT) format format --in-place --parallel --recursive $(FORMATTED)
