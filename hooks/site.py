"""The one door between MkDocs and the handreiking: each handler makes one call.

MkDocs takes every callable named `on_*` for an event, and has this folder on `sys.path` only while it
imports this module; so everything is imported here at the top.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handreiking.adres import Site
from handreiking.bestanden import render_bestanden, render_script
from handreiking.bijgewerkt import bijgewerkt
from handreiking.downloads import Download, downloads_of, render_pdfs
from handreiking.handreiking import Handreiking, Pagina
from handreiking.klok import vandaag
from handreiking.laden import Project, load_handreiking
from handreiking.opendata.pagina import page_data
from handreiking.paginacontext import page_context
from handreiking.problem import Problem, render_count, render_text
from handreiking.publicatie import check_target, staging_for, write_in_place
from handreiking.wegschrijven import render_oserror
from meenemen import Exports
from sjablonen import give_handreiking, prepare_env, versions_of

GEBLEVEN = "de vorige site is gebleven"


@dataclass
class _Build:
    """What one run of MkDocs knows; a preview gets a fresh one with every change."""

    command: str = ""
    site: Site = field(default_factory=Site)
    project: Project | None = None
    handreiking: Handreiking | None = None
    problems: Sequence[Problem] = ()
    target: Path | None = None
    succeeded: bool = False
    exports: Exports | None = None
    bestanden: dict[str, bytes] = field(default_factory=dict)

    def page(self, pad: str) -> Pagina | None:
        """Give the page made from a source file; None where problems stand in its place."""
        return self.handreiking.paginas[pad] if self.handreiking else None

    def updated(self, pagina: Pagina | None) -> str:
        """Give the day of a page, or of the whole, as YYYY-MM-DD: never the clock's."""
        return (bijgewerkt(self.handreiking, pagina) if self.handreiking and pagina else date.min).isoformat()

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
        if not self.site.adres:  # these name whole addresses, or nothing
            config.theme.static_templates -= {"sitemap.xml", "robots.txt"}
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

    def context(self, context: dict[str, Any], page: Page) -> dict[str, Any]:
        """Give what the template of a page needs; keep it, for the page is filled in again with the size of the zip."""
        if self.handreiking is None:
            return {**context, "problemen": self.problems}
        pad = page.file.src_uri
        data = page_data(self.handreiking, pad, self.site, self.bestanden)
        whole = {**context, **page_context(self.handreiking, pad), **data}
        if self.exports is not None:
            self.exports.late.append((page, whole))
        return whole

    def prepare(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they use, and make the files to take along unless that was not asked for."""
        prepare_env(env, self.site, versions_of(files))
        downloads: tuple[Download, ...] = ()
        if config.extra["export"] not in ("ja", "nee"):
            raise PluginError(f"EXPORT is '{config.extra['export']}'; gebruik ja of nee")
        if self.handreiking and self.project and self.command == "build" and config.extra["export"] == "ja":
            made, self.problems = render_pdfs(self.handreiking, self.project, self.address_of_changes())
            if self.problems:
                self.refuse(config)
            self.exports = Exports(made, env)
            downloads = downloads_of(made)
        env.globals |= {"downloads": downloads, "live": self.command == "serve"}
        if self.handreiking and self.project:
            give_handreiking(env, self.handreiking, self.site, self.project.iconen)

    def address_of_changes(self) -> str | None:
        """Give the whole address of the page with changes, for who holds a PDF; None where the site's is not known."""
        nieuw = self.handreiking.van_soort("nieuw") if self.handreiking else None
        return self.site.pagina(nieuw.pad, "") if nieuw and self.site.adres else None

    def written(self, site: Path) -> None:
        """Add the files to take along to the pages; warnings can still fail a strict build after this."""
        if self.exports is not None and self.handreiking is not None:
            self.exports.write(site, self.handreiking)
        self.succeeded = True

    def fail(self, error: Exception) -> None:
        """Keep the previous site; say in Dutch where the disk would not have it, as when it is full."""
        self.succeeded = False
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


_build = _Build()


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a build or a preview."""
    _build.command = command
    if command == "build":  # it ends soon, and to look for what may be cleared away takes a tenth of its time
        gc.disable()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the handreiking before anything is written."""
    return _build.start(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Let the preview follow the data and the templates too."""
    for folder in (Path(config.config_file_path).resolve().parent / "data", Path(config.theme.dirs[0])):
        server.watch(str(folder))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Have the pages of the handreiking and our own files; the templates use none of the theme's."""
    return Files([*_pages(config), *_assets(files, config), *_generated(config)])


def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Have no navigation: the menu comes from the handreiking, and MkDocs' own costs time on every page."""
    return Navigation([], nav.pages)


def on_env(env: Environment, config: MkDocsConfig, files: Files, **_: Any) -> None:
    """Give the templates the handreiking and their filters, and escape what they print; MkDocs does not."""
    _build.prepare(env, config, files)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Choose the template by the kind of page; the handreiking has converted the text already."""
    pagina = _build.page(page.file.src_uri)
    page.meta = {"template": f"{pagina.soort}.html" if pagina else "problemen.html"}
    page.meta["title"] = pagina.titel if pagina else ""
    page.update_date = _build.updated(pagina)
    return ""


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give the converted text of the page."""
    pagina = _build.page(page.file.src_uri)
    return pagina.tekst.html if pagina else ""


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Give the template what this page needs."""
    return _build.context(context, page)


def on_post_build(config: MkDocsConfig) -> None:
    """Add the files to take along."""
    _build.written(Path(config.site_dir))


def on_build_error(error: Exception, **_: Any) -> None:
    """Keep the previous site."""
    _build.fail(error)


def on_shutdown(**_: Any) -> None:
    """Replace the previous site, if all went well."""
    _build.finish()


def _today() -> date:
    try:
        return vandaag(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from None


def _project(config: MkDocsConfig) -> Project:
    icons = tuple(Path(folder) / ".icons" for folder in config.theme.dirs)
    return Project(Path(config.config_file_path).resolve().parent, Path(config.docs_dir), icons)


def _pages(config: MkDocsConfig) -> list[File]:
    folder = Path(config.docs_dir)
    paths = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.md")))
    return [
        File(pad, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        for pad in (_build.handreiking.paginas if _build.handreiking else paths)
    ]


def _generated(config: MkDocsConfig) -> list[File]:
    if _build.handreiking is None:
        return []
    _build.bestanden = render_bestanden(_build.handreiking, _build.site)
    # MkDocs leaves out what begins with a dot, as .well-known does, unless told otherwise.
    inclusion = InclusionLevel.INCLUDED
    return [File.generated(config, path, content=c, inclusion=inclusion) for path, c in _build.bestanden.items()]


def _assets(files: Files, config: MkDocsConfig) -> list[File]:
    ours = {config.docs_dir, config.theme.dirs[0]}
    found = [file for file in files if file.src_dir in ours and not file.is_documentation_page()]
    kept = [file for file in found if file.src_dir == config.docs_dir or file.src_uri.startswith("assets/")]
    return [_script(file, config) if file.src_uri.endswith(".js") else file for file in kept]


def _script(file: File, config: MkDocsConfig) -> File:
    return File.generated(config, file.src_uri, content=render_script(file.content_string))
