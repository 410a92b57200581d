"""MkDocs as a host: what the makers made goes to it as generated files; it renders nothing itself."""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.yaml import yaml_load

from handreiking.basis.klok import vandaag
from handreiking.basis.problem import NietGedraaidError, NietGemaaktError, Problem, render_count, render_text
from handreiking.basis.publicatie import check_target, staging_for, write_in_place
from handreiking.basis.wegschrijven import render_oserror
from handreiking.lezen.project import find_project
from handreiking.opdracht.bouw import load_site
from handreiking.site.maken import Bestanden, make_problem_pages
from handreiking.site.omgeving import SJABLONEN

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# What has effect in mkdocs.yml; then, by the names of settings that have none, what does.
_OURS = {"dev_addr", "docs_dir", "extra_css", "extra_javascript", "hooks", "remote_branch", "remote_name"}
_OURS |= {"site_dir", "site_name", "strict", "watch"}
_ELDERS = {
    "copyright": "zet 'licentie' in data/handreiking.yaml",
    "draft_docs exclude_docs not_in_nav": "een pagina die nog niemand hoort te zien, krijgt boven aan 'concept: true'",
    "edit_uri edit_uri_template": "zet 'wijzigen' in data/handreiking.yaml",
    "extra": "de sjablonen krijgen geen eigen waarden; de gegevens staan in data/",
    "extra_templates": "eigen sjablonen staan in overrides/, onder de naam van het sjabloon dat zij vervangen",
    "markdown_extensions": "de teksten kennen één vorm van Markdown; CONTRIBUTING.md noemt wat er kan",
    "nav": "de volgorde staat boven aan elke pagina: 'volgorde'",
    "plugins": "een plug-in krijgt hier geen pagina's te zien; zet 'plugins: []'",
    "repo_name repo_url": "zet 'broncode' in data/handreiking.yaml",
    "site_author": "zet 'uitgever' in data/handreiking.yaml",
    "site_description": "dat staat boven aan content/index.md: 'samenvatting'",
    "site_url": "zet 'adres' in data/handreiking.yaml",
    "theme": "kleuren en iconen staan boven aan elk thema, eigen sjablonen en stijlen in overrides/",
    "use_directory_urls": "zet 'adressen' in data/handreiking.yaml",
    "validation": "elke link wordt altijd nagekeken",
}
_RAAD = {name: raad for names, raad in _ELDERS.items() for name in names.split()}
# An own hook may do all but what waits for pages: MkDocs sees none.
_OP_PAGINAS = re.compile("on_(env|nav|page|pre_page|post_page|(pre_|post_)?template)")
# This run of MkDocs: of which handreiking, whether it is a preview, and else where the site is to come.
_run = SimpleNamespace(project=None, live=False, target=None)


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a build or a preview."""
    _run.live = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have MkDocs look at no template and no menu, and build beside the previous site."""
    _run.project = find_project(Path(config.config_file_path).resolve().parent)
    config.theme.static_templates.clear()
    config.theme.dirs.clear()
    config.nav, config.extra_templates = None, []
    if not _run.live:
        _run.target = Path(config.site_dir)
        if refused := check_target(_run.target):
            raise PluginError(refused)
        config.site_dir = str(staging_for(_run.target))
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Have the preview follow the data and the templates too, and look ten times a second."""
    from watchdog.observers.polling import PollingObserver  # noqa: PLC0415 - a build has no server

    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(str(path))
    # Not an observer that the system tells: that also tells what a build reads, without end.
    server.observer, server.build_delay = PollingObserver(timeout=0.1), 0.03
    own = (_run.project.map / name for name in ("content", "data", "iconen", "mkdocs.yml", "overrides"))
    for path in (SJABLONEN, *filter(Path.exists, own)):
        server.watch(str(path))


@event_priority(100)  # so that an own hook may add to them
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs the files of the site, to be written as they are, also those that begin with a dot."""
    made = _make(config).items()
    return Files([File.generated(config, path, content=c, inclusion=InclusionLevel.INCLUDED) for path, c in made])


@event_priority(-100)  # after what an own hook does with them
def on_post_build(config: MkDocsConfig) -> None:
    """Put what was built in the place of the previous site."""
    if _run.target:
        write_in_place(Path(config.site_dir), _run.target)


def on_build_error(error: Exception, **_: Any) -> None:
    """Keep the previous site; say in Dutch where the disk would not have the new one."""
    if isinstance(error, OSError) and error.errno:  # and not our own: a template that is missed is one too
        raise PluginError(f"{render_oserror(error, _run.target)}; de vorige site is gebleven") from None


def on_shutdown(**_: Any) -> None:
    """Clear away what was half built."""
    if _run.target:
        shutil.rmtree(staging_for(_run.target), ignore_errors=True)


def _make(config: MkDocsConfig) -> Bestanden:
    """Return the files of the site; what keeps it from being made ends a build, and is what a preview shows."""
    problems = [*_check(config)]
    try:
        if not problems:
            eigen = (*config.extra_css, *map(str, config.extra_javascript))
            return load_site(_run.project, vandaag(os.environ), os.environ, live=_run.live, eigen=eigen)
    except NietGemaaktError as error:
        problems = error.problems
    except NietGedraaidError as error:
        raise PluginError(f"{error}; de vorige site is gebleven") from None
    except Exception as error:
        if not _run.live:  # MkDocs would answer no request until it is mended
            raise
        logging.getLogger("handreiking").exception("een sjabloon of de code faalt")
        problems = [Problem("sjablonen", 1, f"{error} {' '.join(getattr(error, '__notes__', ()))}", "sjabloon")]
    said = f"de handreiking heeft {render_count(problems)}; er is niets gebouwd\n\n{render_text(problems)}"
    if not _run.live:
        raise PluginError(said)
    logging.getLogger("handreiking").error(said)  # not MkDocs's: in a strict preview that would stop the server
    return make_problem_pages(_run.project, problems)


def _check(config: MkDocsConfig) -> Iterator[Problem]:
    """Yield each setting that has no effect, and what an own hook, style or script cannot do."""
    own = Path(config.config_file_path)
    lines = [line.partition(":")[0] for line in own.read_text(encoding="utf-8").splitlines()]

    def told(name: str, message: str) -> Problem:
        line = lines.index(name) + 1 if name in lines else 1  # the first where it is inherited
        return Problem(own.name, line, message, "instelling")

    with own.open("rb") as file:
        given = {name: value for name, value in yaml_load(file).items() if value}
    for name in given.keys() - _OURS:
        yield told(name, f"'{name}' doet hier niets; {_RAAD.get(name, 'haal het weg')}")
    if "search" in config.plugins and "plugins" not in given:
        yield told("plugins", f"'plugins' ontbreekt; {_RAAD['plugins']}")
    if Path(config.docs_dir).resolve() != _run.project.content:
        yield told("docs_dir", "'docs_dir' is niet content; de teksten staan in content/")
    modules: Any = config.hooks  # a mapping, whatever MkDocs calls it
    for event in filter(_OP_PAGINAS.match, (event for module in modules.values() for event in vars(module))):
        yield told("hooks", f"een eigen haak heeft '{event}', maar MkDocs krijgt hier geen pagina's te zien")
    for name in ("extra_css", "extra_javascript"):
        for path in map(str, given.get(name, ())):
            if not (path.startswith("assets/") and (_run.project.overrides / path).is_file()):
                mend = "zet het in overrides/assets/ en noem alleen zijn pad, vanaf assets/"
                yield told(name, f"{path} kan hier zo niet; {mend}")
