"""The one door between MkDocs and the handreiking: each handler makes one call.

MkDocs takes every callable named `on_*` for an event, and has this folder on `sys.path` only while it
imports this module; so everything is imported here at the top.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, url_filter

from handreiking.adres import page_url
from handreiking.handreiking import Handreiking, page_context
from handreiking.laden import Project, load_handreiking
from handreiking.problem import render_text
from handreiking.publicatie import write_in_place
from handreiking.weergave import render_datum


@dataclass
class _Build:
    """What one run of MkDocs knows; a preview gets a fresh one with every change."""

    command: str = ""
    handreiking: Handreiking | None = None
    target: Path | None = None
    succeeded: bool = False

    @property
    def loaded(self) -> Handreiking:
        if self.handreiking is None:
            raise RuntimeError("MkDocs called another event before on_config")
        return self.handreiking

    @property
    def staging(self) -> Path:
        """The folder that is built: beside the previous site, on its file system."""
        if self.target is None:
            raise RuntimeError("only a build is staged")
        return self.target.with_name(f".{self.target.name}.bouw")


_build = _Build()


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a build or a preview."""
    _build.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the handreiking before anything is written; its title is the site's."""
    _build.handreiking = _load(config)
    config.site_name = _build.handreiking.titel
    if _build.command == "build":
        _build.target = Path(config.site_dir)
        config.site_dir = str(_build.staging)
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Let the preview follow the data and the templates too."""
    server.watch(str(_project(config).data))
    server.watch(config.theme.dirs[0])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own files: the templates use none of its scripts and styles."""
    ours = {config.docs_dir, config.theme.dirs[0]}
    return Files([file for file in files if file.src_dir in ours])


def on_env(env: Environment, **_: Any) -> None:
    """Give the templates the handreiking and their filters."""
    env.globals["handreiking"] = _build.loaded
    env.filters["datum"] = render_datum
    env.filters["pagina_url"] = _page_url


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Choose the template by the kind of page; the handreiking has converted the text already."""
    pagina = _build.loaded.paginas[page.file.src_uri]
    page.meta = {"title": pagina.titel, "template": f"{pagina.soort}.html", "description": pagina.samenvatting}
    page.update_date = (pagina.beoordeeld or _build.loaded.stand).isoformat()
    return ""


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give the converted text of the page."""
    return _build.loaded.paginas[page.file.src_uri].tekst.html


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Give the template what this page needs."""
    return {**context, **page_context(_build.loaded, page.file.src_uri)}


def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Have no navigation: the menu comes from the handreiking, and MkDocs' own costs time on every page."""
    return Navigation([], nav.pages)


def on_post_build(**_: Any) -> None:
    """Note that all pages are written; warnings can still fail a strict build after this."""
    _build.succeeded = True


def on_build_error(**_: Any) -> None:
    """Keep the previous site."""
    _build.succeeded = False


def on_shutdown(**_: Any) -> None:
    """Put a build that succeeded in the place of the previous site; clear away one that did not."""
    if _build.target is None:
        return
    if _build.succeeded:
        write_in_place(_build.staging, _build.target)
    else:
        shutil.rmtree(_build.staging, ignore_errors=True)


def _load(config: MkDocsConfig) -> Handreiking:
    project = _project(config)
    handreiking, problems = load_handreiking(project, _today(), directories=config.use_directory_urls)
    if handreiking is None:
        raise PluginError(
            f"de handreiking heeft {len(problems)} problemen; de vorige site blijft staan\n\n{render_text(problems)}"
        )
    return handreiking


def _project(config: MkDocsConfig) -> Project:
    icons = tuple(Path(folder) / ".icons" for folder in config.theme.dirs)
    return Project(Path(config.config_file_path).resolve().parent, Path(config.docs_dir).resolve(), icons)


def _today() -> date:
    """Give the day dates are held against: the clock's, or that of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


@pass_context
def _page_url(context: TemplateContext, pad: str) -> str:
    """Give the address, as seen from the page being made, of the page made from a source file."""
    return url_filter(context, page_url(pad, directories=context["config"].use_directory_urls) or ".")
