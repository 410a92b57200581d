"""The one door between MkDocs and the handreiking: each handler makes one call.

MkDocs takes every callable named `on_*` for an event, and has this folder on `sys.path` only while it
imports this module; so everything is imported here at the top.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from bouw import Bouw
from handreiking.bestanden import render_bestanden, render_script

if TYPE_CHECKING:  # a build has no server, and this one takes long to import
    from mkdocs.livereload import LiveReloadServer

_bouw = Bouw()


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a build or a preview."""
    _bouw.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the handreiking before anything is written."""
    return _bouw.start(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Let the preview follow the data and the templates too."""
    for folder in (Path(config.config_file_path).resolve().parent / "data", Path(config.theme.dirs[0])):
        server.watch(str(folder))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Have MkDocs copy our own files, and see no page; the templates use no file of the theme."""
    return Files([*_assets(files, config), *_generated(config)])


def on_env(env: Environment, config: MkDocsConfig, files: Files, **_: Any) -> None:
    """Give the templates the handreiking and their filters, and escape what they print; MkDocs does not."""
    _bouw.prepare(env, config, files)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages and the files to take along."""
    _bouw.write(Path(config.site_dir))


def on_build_error(error: Exception, **_: Any) -> None:
    """Keep the previous site."""
    _bouw.fail(error)


def on_shutdown(**_: Any) -> None:
    """Replace the previous site, if all went well."""
    _bouw.finish()


def _generated(config: MkDocsConfig) -> list[File]:
    if _bouw.handreiking is None:
        return []
    _bouw.bestanden = render_bestanden(_bouw.handreiking, _bouw.site)
    # MkDocs leaves out what begins with a dot, as .well-known does, unless told otherwise.
    inclusion = InclusionLevel.INCLUDED
    return [File.generated(config, path, content=c, inclusion=inclusion) for path, c in _bouw.bestanden.items()]


def _assets(files: Files, config: MkDocsConfig) -> list[File]:
    ours = {config.docs_dir, config.theme.dirs[0]}
    found = [file for file in files if file.src_dir in ours and not file.is_documentation_page()]
    kept = [file for file in found if file.src_dir == config.docs_dir or file.src_uri.startswith("assets/")]
    return [_script(file, config) if file.src_uri.endswith(".js") else file for file in kept]


def _script(file: File, config: MkDocsConfig) -> File:
    return File.generated(config, file.src_uri, content=render_script(file.content_string))
