# The verbs people type. `make forecast` and `make test` work in a fresh clone with a Swift toolchain, make and git.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# The release is one file without a Swift runtime beside it; macOS has the runtime in the system.
UNAME := $(shell uname -s)
STATIC := $(if $(filter Linux,$(UNAME)),--static-swift-stdlib)
RELEASE := $(SWIFT) build -c release $(STATIC) --product burdenshare
BINARY = $(shell $(SWIFT) build -c release --show-bin-path)/burdenshare

# Homebrew keeps OpenBLAS out of the default search path.
ifeq ($(UNAME),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix openblas 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

.PHONY: help forecast test build release install uninstall man completions lint format data-check notebooks notebooks-check gallery-check report-check docs coverage clean requirements

help: ## Show the verbs
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 14

requirements:
	@scripts/require-openblas

forecast: release ## Forecast Japan's host-nation support and defense ratio into notebooks-out/
	@scripts/forecast "$(BINARY)"

test: requirements ## Run all tests
	$(SWIFT) test --disable-xctest

build: requirements ## Build for debugging
	$(SWIFT) build --build-tests

release: requirements ## Build the release binary
	$(RELEASE)

# The manual's plugin links a release binary of its own, so the program is built after it.
install: man ## Install program, data, manual and completions under PREFIX
	$(MAKE) completions
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/burdenshare"
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/burdenshare"
	rm -rf "$(DESTDIR)$(PREFIX)/share/burdenshare"/*
	cp -R data/. "$(DESTDIR)$(PREFIX)/share/burdenshare/"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 .build/manual/burdenshare.1 "$(DESTDIR)$(PREFIX)/share/man/man1/"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	install -m 644 .build/completions/burdenshare.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/burdenshare"
	install -d "$(DESTDIR)$(PREFIX)/share/zsh/site-functions"
	install -m 644 .build/completions/_burdenshare "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/"
	install -d "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 644 .build/completions/burdenshare.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/"

uninstall: ## Remove what install put there
	rm -rf "$(DESTDIR)$(PREFIX)/bin/burdenshare" "$(DESTDIR)$(PREFIX)/share/burdenshare" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1/burdenshare.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/burdenshare" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_burdenshare" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/burdenshare.fish"

man: requirements ## Write the manual page to .build/manual
	@scripts/manual

completions: release ## Write shell completions to .build/completions
	@mkdir -p .build/completions
	@"$(BINARY)" --generate-completion-script bash >.build/completions/burdenshare.bash
	@"$(BINARY)" --generate-completion-script zsh >.build/completions/_burdenshare
	@"$(BINARY)" --generate-completion-script fish >.build/completions/burdenshare.fish

lint: ## Check the format of the sources
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format: ## Format the sources
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

notebooks: release ## Regenerate notebooks-out/
	@scripts/notebooks "$(BINARY)"

notebooks-check: release ## Check notebooks-out/: package, notebook, R script, charts, bytes
	@scripts/notebooks-check "$(BINARY)"

gallery-check: release ## Check that the tables and charts of notebooks-out/ are what the program makes
	@scripts/gallery-check "$(BINARY)"

report-check: release ## Check a report in headless Chromium, where there is one
	@mkdir -p .build/report
	@"$(BINARY)" report --quiet -o .build/report/index.html
	@scripts/report-check .build/report/index.html || test $$? = 2

coverage: ## Count the public declarations that are documented
	@scripts/documentation-coverage

docs: ## Write the documentation to .build/documentation; a warning is an error
	@scripts/docs

data-check: release ## Check the data package
	"$(BINARY)" data check

clean: ## Remove what was built
	$(SWIFT) package clean
