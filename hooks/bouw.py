"""One run of MkDocs: what it has read, what it makes of it, and what becomes of the previous site."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handreiking.adres import Site
from handreiking.bijgewerkt import bijgewerkt
from handreiking.downloads import Download, downloads_of, render_pdfs
from handreiking.handreiking import Handreiking
from handreiking.klok import vandaag
from handreiking.laden import load_handreiking
from handreiking.opendata.pagina import page_data
from handreiking.paginacontext import page_context
from handreiking.parallel import AfgebrokenError
from handreiking.problem import Problem, render_count, render_text
from handreiking.project import Project
from handreiking.publicatie import check_target, staging_for, write_in_place
from handreiking.wegschrijven import render_oserror
from meenemen import write_exports
from paginas import Paginas, make_pages
from sjablonen import give_handreiking, prepare_env, versions_of

GEBLEVEN = "de vorige site is gebleven"


@dataclass
class Bouw:
    """What one run of MkDocs knows; in a preview each build makes all of it anew, from `start` on."""

    command: str = ""
    site: Site = field(default_factory=Site)
    project: Project | None = None
    handreiking: Handreiking | None = None
    problems: Sequence[Problem] = ()
    target: Path | None = None
    succeeded: bool = False
    bestanden: dict[str, bytes] = field(default_factory=dict)
    pdfs: dict[Download, bytes] | None = None
    paginas: Paginas | None = None

    def start(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check everything; a build goes beside the previous site, a preview where MkDocs wants it.

        A problem ends a build; a preview shows the problems on every page until they are mended.
        """
        self.site = Site(config.site_url or "", config.use_directory_urls)
        folders = self.site.directories
        self.project = _project(config)
        # Of Material we need the icons; to look through its other thousands of files takes a quarter of a build.
        del config.theme.dirs[1:-1]
        self.handreiking, self.problems = load_handreiking(self.project, _today(), directories=folders)
        if self.handreiking is None:
            self.refuse(config)
        else:
            config.site_name = self.handreiking.titel
        # MkDocs would pack the list of pages with the clock's time in it; the other one names whole addresses.
        config.theme.static_templates -= {"sitemap.xml"} if self.site.adres else {"sitemap.xml", "robots.txt"}
        if self.command == "build":
            self.target = Path(config.site_dir)
            refused = check_target(self.target)
            if refused:
                raise PluginError(refused)
            config.site_dir = str(staging_for(self.target))
        return config

    def refuse(self, config: MkDocsConfig) -> None:
        """Stop a build; have a preview of nothing but the problems."""
        count = render_count(self.problems)
        said = f"de handreiking heeft {count}; er is niets gebouwd\n\n{render_text(self.problems)}"
        if self.command != "serve":
            raise PluginError(said)
        # Not a logger of MkDocs: in a strict preview that would stop the server.
        logging.getLogger("handreiking").error(said)
        config.theme.static_templates.clear()

    def prepare(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they use, and make the PDFs unless they were not asked for."""
        prepare_env(env, self.site, versions_of(files))
        if config.extra["export"] not in ("ja", "nee"):
            raise PluginError(f"EXPORT is '{config.extra['export']}'; gebruik ja of nee")
        self.pdfs = None
        if self.handreiking and self.project and self.command == "build" and config.extra["export"] == "ja":
            self.pdfs, self.problems = render_pdfs(self.handreiking, self.project, self.address_of_changes())
            if self.problems:
                self.refuse(config)
        env.globals |= {"downloads": downloads_of(self.pdfs or {}), "live": self.command == "serve"}
        if self.handreiking and self.project:
            give_handreiking(env, self.handreiking, self.site, self.project.iconen)
        self.paginas = Paginas(env, config, self.make_pages(config), self.needs)

    def make_pages(self, config: MkDocsConfig) -> list[Page]:
        """Give every page as MkDocs knows one, with the day of its last change: never the clock's."""
        if self.handreiking is None:
            folder = Path(config.docs_dir)
            paden = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.md")))
            return make_pages(config, (pad for pad in paden if pad.isprintable()))  # not a name that is no text at all
        pages = make_pages(config, self.handreiking.paginas)
        for page in pages:
            pagina = self.handreiking.paginas[page.file.src_uri]
            page.update_date = bijgewerkt(self.handreiking, pagina).isoformat()
        return pages

    def needs(self, pad: str) -> tuple[str, Mapping[str, object]]:
        """Give the template of the page made from a source file, and what that needs from the handreiking."""
        if self.handreiking is None:
            return "problemen.html", {"problemen": self.problems}
        data = page_data(self.handreiking, pad, self.site, self.bestanden)
        return f"{self.handreiking.paginas[pad].soort}.html", {**page_context(self.handreiking, pad), **data}

    def address_of_changes(self) -> str | None:
        """Give the whole address of the page with changes, for who holds a PDF; None where the site's is not known."""
        nieuw = self.handreiking.van_soort("nieuw") if self.handreiking else None
        return self.site.pagina(nieuw.pad, "") if nieuw and self.site.adres else None

    def write(self, folder: Path) -> None:
        """Write the pages, and the files to take along; warnings can still fail a strict build after this."""
        if self.paginas is None:
            raise RuntimeError("MkDocs asks for the pages before it has templates")
        self.paginas.write()
        if self.handreiking and self.site.adres:
            self.paginas.write_sitemap(folder)
        if self.handreiking and self.pdfs is not None:
            write_exports(folder, self.handreiking, self.paginas, self.pdfs)
        self.succeeded = True

    def fail(self, error: Exception) -> None:
        """Keep the previous site; say in Dutch where the disk would not have it, or memory ran out."""
        self.succeeded = False
        if isinstance(error, AfgebrokenError):
            raise PluginError(f"{error}; {GEBLEVEN}") from None
        if isinstance(error, OSError) and error.errno:  # and not our own: a template that is missed is one too
            raise PluginError(f"{render_oserror(error, self.target)}; {GEBLEVEN}") from None

    def finish(self) -> None:
        """Put what was built in the place of the previous site, or clear it away."""
        if self.target is None:
            return
        staging = staging_for(self.target)
        try:
            if self.succeeded:
                write_in_place(staging, self.target)
        except OSError as error:
            raise PluginError(f"{render_oserror(error, self.target)}; {GEBLEVEN}") from None
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _today() -> date:
    try:
        return vandaag(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from None


def _project(config: MkDocsConfig) -> Project:
    icons = tuple(Path(folder) / ".icons" for folder in config.theme.dirs)
    return Project(Path(config.config_file_path).resolve().parent, Path(config.docs_dir), icons)
