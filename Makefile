# Drillbook. "make site" and "make test" need a Swift toolchain on Debian or Ubuntu, nothing else.
#
#   make site      builds the program and turns content/ into site/ and audit/
#   make test      lint and all tests
#   make release   builds the program only
#   make bench     speed and memory, on runbooks and a long listing, one figure a line
#   make score     how much is understood of the documents in $(YARDSTICKS)
#   make pictures  takes the pictures of the README from site/
#   make format    formats the sources
#   make clean     removes what was built

export PATH := $(PATH):/opt/swift/usr/bin
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := site

YARDSTICKS ?= ../shared
SWIFTFLAGS ?=
RELEASE := -c release --static-swift-stdlib --product drillbook
DRILLBOOK := .build/release/drillbook
SOURCES := Package.swift Sources Tests

.PHONY: site test release bench score pictures format clean toolchain

site: release
	$(DRILLBOOK) attest --sample-key --content content --site site --audit audit

test: packages-test toolchain
	swift format lint --strict --parallel --recursive $(SOURCES)
	swift build --build-tests $(SWIFTFLAGS)
	swift test --skip-build

release: packages-build toolchain
	swift build $(RELEASE) $(SWIFTFLAGS)

bench: packages-bench release
	Scripts/bench.sh $(DRILLBOOK)

score: release
	Scripts/score.sh $(DRILLBOOK) "$(YARDSTICKS)"

pictures: packages-test toolchain
	DRILLBOOK_PICTURES=docs/pictures swift test $(SWIFTFLAGS) --filter "BrowserTests|ExplainPictureTests"

format: toolchain
	swift format --in-place --parallel --recursive $(SOURCES)

clean:
	rm -rf .build out

packages-%:
	@Scripts/packages.sh $*

toolchain:
	@command -v swift >/dev/null || { \
	  echo "no Swift toolchain in PATH or /opt/swift: see https://www.swift.org/install/linux/" >&2; \
	  exit 3; \
	}
