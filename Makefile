# make site    the built site in site/, with the PDFs and the zip (EXPORT=nee: without)
# make serve   a live preview on http://127.0.0.1:8000
# make test    lint, types and all tests but those that take long
# make keuring those that take long; a workflow does, each week and before a release
# Below them, what the workflows in .github/ call: all they do is here, so that it runs and is tested here too.
.POSIX:
.SUFFIXES:
.PHONY: site serve test keuring check links lint lock schema bench clean
.PHONY: klaarzetten links-gewijzigd samenvatting weekverslag melden stand-voorstellen verhuisd-voorstellen
.PHONY: uit-formulier voorstellen
.PHONY: kwetsbaarheden sbom uitgave uitbrengen

# Material announces at every start that it ends; docs/beheer.md says so already.
export NO_MKDOCS_2_WARNING = 1
export SITE_URL
EXPORT ?= ja
export EXPORT
export SINDS
FORMAT ?= text
SINDS ?= origin/main

PYTHON = python3
BIN = .venv/bin
# The folder of the handreiking: this one, or one that `handreiking nieuw` made.
MAP = .
# Where a release is made ready.
UITGAVE = uitgave

site: .venv/site
	$(BIN)/python -m mkdocs build --strict --config-file "$(MAP)/mkdocs.yml"

serve: .venv/site
	$(BIN)/python -m mkdocs serve --config-file "$(MAP)/mkdocs.yml"

check: .venv/site
	$(BIN)/handreiking check --project "$(MAP)" --format $(FORMAT)

links: .venv/links site
	$(BIN)/handreiking check links --project "$(MAP)" --site "$(MAP)/site"

test: lint .venv/debian .venv/node
	$(BIN)/python -m pytest -n auto --dist worksteal

keuring: .venv/debian .venv/node
	$(BIN)/python -m pytest -n auto --dist worksteal -m keuring

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --no-progress --quiet --persona=pedantic .github

schema: .venv/site
	$(BIN)/handreiking schema --project "$(MAP)"

# METINGEN: a few of bouwen, bewaren, eerstebeeld, zoeken, server, links and pdf; only all of them write the result.
bench: site .venv/links .venv/debian .venv/wrk .venv/anders/klaar bench/node_modules/klaar
	$(BIN)/python -m bench $(METINGEN)

# Before a step that has a token: no package is installed while it is there.
klaarzetten: .venv/site

links-gewijzigd: .venv/links
	$(BIN)/handreiking check links --format $(FORMAT) --only-changed-since "$$SINDS" --site site

samenvatting: .venv/site
	$(BIN)/handreiking samenvatting --sinds "$$SINDS" >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

weekverslag: .venv/links
	-$(BIN)/python -m mkdocs build --strict
	$(BIN)/handreiking weekverslag --uit verslag/melding.md --site site
	mkdir -p verslag/data
	test ! -f data/linkstatus.json || cp data/linkstatus.json verslag/data/

melden: .venv/site
	$(BIN)/handreiking github melding --titel "Wekelijkse controle" --label controle --tekst verslag/melding.md

stand-voorstellen: .venv/site
	$(BIN)/handreiking github voorstel --tak linkstatus --titel "links: stand van de week" \
	    --tekst .github/linkstatus.md --map verslag data/linkstatus.json

verhuisd-voorstellen: .venv/site
	$(BIN)/handreiking github voorstel --tak adressen --titel "links: verhuisde adressen" \
	    --tekst verslag/verhuisd.md --map verslag/verhuisd

uit-formulier: .venv/site
	$(BIN)/handreiking instrument uit-formulier --omgeving FORMULIER --uit voorstel

voorstellen: .venv/site
	$(BIN)/handreiking github overnemen --nummer "$$NUMMER" --map voorstel

# Known vulnerabilities in everything that is locked, as the OSV database has them. It fails where it cannot ask.
kwetsbaarheden: .venv/pakketten
	$(BIN)/pip-audit --vulnerability-service osv $(OSV) --disable-pip --require-hashes --strict --progress-spinner off \
	    --requirement requirements/site.txt --requirement requirements/links.txt \
	    --requirement requirements/pakketten.txt --requirement requirements/test.txt

# What the site is made with and holds, for who has to know whether a vulnerability concerns it (CycloneDX 1.6).
sbom: .venv/pakketten
	mkdir -p "$(UITGAVE)"
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --spec-version 1.6 \
	    --output-file "$(UITGAVE)/sbom.cdx.json" requirements/site.txt
	$(BIN)/python .github/sbom.py "$(UITGAVE)/sbom.cdx.json"

uitgave: site sbom
	cp "$(MAP)"/site/*.pdf "$(MAP)"/site/*.zip "$(UITGAVE)"

uitbrengen:
	gh release create "$$TAG" --verify-tag --title "$$TAG" --notes "Wat er verandert staat in CHANGELOG.md." \
	    "$(UITGAVE)"/*

# Each of these files says that what it names is installed; make runs its rule again when the lock file is newer.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 of nieuwer is nodig: zet het pad erbij, bijvoorbeeld make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "Het Python-onderdeel venv ontbreekt: installeer het met sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/site: .venv/bin/python requirements/site.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/links: .venv/site requirements/links.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/links.txt
	@touch $@

.venv/pakketten: .venv/site requirements/pakketten.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/pakketten.txt
	@touch $@

.venv/test: .venv/site requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/test.txt
	@touch $@

# What ours is put beside, in an environment of its own, so that it cannot be in the way of ours.
.venv/anders/klaar: .venv/test requirements/bench.txt
	$(PYTHON) -m venv .venv/anders
	.venv/anders/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	    --requirement requirements/bench.txt
	@touch $@

bench/node_modules/klaar: bench/package-lock.json
	cd bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.venv/wrk: .venv/debian
	sh tests/debian.sh wrk npm
	@touch $@

.venv/debian: .venv/test tests/debian.sh
	sh tests/debian.sh
	@touch $@

# No script of a package is run: the checker of HTML comes with a jar and needs nothing else.
.venv/node: .venv/debian tests/package.json tests/package-lock.json tests/.npmrc
	mkdir -p .venv/npm
	cp tests/package.json tests/package-lock.json tests/.npmrc .venv/npm/
	npm ci --prefix .venv/npm --ignore-scripts --loglevel=error
	@touch $@

# uv resolves for every Python from 3.11 on every system at once, and writes no addresses of registries.
lock: .venv/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	cd requirements && for name in site links pakketten test bench; do \
	    ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	        --no-emit-find-links --custom-compile-command "make lock" $(LOCK) $$name.in --output-file $$name.txt || exit 1; \
	done
	cd tests && npm install --package-lock-only --ignore-scripts --loglevel=error

clean:
	rm -rf .venv bench/node_modules site .site.bouw uitgave
