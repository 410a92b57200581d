"""MkDocs as a host: what the makers made goes to it as generated files; it renders nothing itself."""

from __future__ import annotations

import logging
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from handreiking.basis.klok import vandaag
from handreiking.basis.problem import Found, NietGedraaidError, NietGemaaktError, Problem, render_count, render_text
from handreiking.basis.publicatie import check_target, staging_for, write_in_place
from handreiking.basis.wegschrijven import render_oserror
from handreiking.lezen.project import find_project
from handreiking.opdracht.bouw import load_site
from handreiking.site.maken import Bestanden, make_problem_pages
from handreiking.site.omgeving import SJABLONEN

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# What has effect in mkdocs.yml; then which field of the title page, or what else, does what another setting would do.
_OURS = {"INHERIT", "dev_addr", "docs_dir", "extra_css", "extra_javascript", "hooks", "remote_branch", "remote_name"}
_OURS |= {"site_dir", "site_name", "strict", "watch"}
_TITELBLAD = {"copyright": "licentie", "edit_uri": "wijzigen", "edit_uri_template": "wijzigen", "repo_name": "broncode"}
_TITELBLAD |= {"repo_url": "broncode", "site_author": "uitgever", "site_url": "adres", "use_directory_urls": "adressen"}
_CONCEPT = "een pagina die nog niemand hoort te zien, krijgt boven aan 'concept: true'"
_ELDERS = {
    "draft_docs": _CONCEPT,
    "exclude_docs": _CONCEPT,
    "not_in_nav": _CONCEPT,
    "extra": "de sjablonen krijgen geen eigen waarden; de gegevens staan in data/",
    "extra_templates": "eigen sjablonen staan in overrides/, onder de naam van het sjabloon dat zij vervangen",
    "markdown_extensions": "de teksten kennen één vorm van Markdown; CONTRIBUTING.md noemt wat er kan",
    "nav": "de volgorde staat boven aan elke pagina: 'volgorde'",
    "plugins": "een plug-in krijgt hier geen pagina's te zien; zet 'plugins: []'",
    "site_description": "dat staat boven aan content/index.md: 'samenvatting'",
    "theme": "kleuren en iconen staan boven aan elk thema, eigen sjablonen en stijlen in overrides/",
    "validation": "elke koppeling wordt altijd nagekeken",
}
# An own hook may do all but what waits for pages: MkDocs sees none.
_OP_PAGINAS = re.compile("on_(env|nav|page|pre_page|post_page|(pre_|post_)?template)")


@dataclass
class _Run:
    """What is known of this run of MkDocs: whether it is a preview, and else where the site is to come."""

    live: bool = False
    target: Path | None = None


_run = _Run()


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a build or a preview."""
    _run.live = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse what has no effect; have MkDocs look at no template, and build beside the previous site."""
    found = [*_check_settings(config), *_check_hooks(config), *_check_own(config)]
    if found:
        wrong = (
            Problem(os.path.relpath(path, _folder(config)), line, told, "instelling") for path, line, told in found
        )
        raise PluginError(f"er is niets gebouwd\n\n{render_text(wrong)}")
    config.theme.static_templates.clear()
    config.theme.dirs.clear()
    if not _run.live:
        _run.target = Path(config.site_dir)
        if refused := check_target(_run.target):
            raise PluginError(refused)
        config.site_dir = str(staging_for(_run.target))
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Have the preview follow the data and the templates too, and look ten times a second."""
    from watchdog.observers.polling import PollingObserver  # noqa: PLC0415 - a build has no server

    seen = [config.docs_dir, str(config.config_file_path), *config.watch]
    for path in seen:
        server.unwatch(path)
    # Not an observer that the system tells: that also tells what a build reads, without end.
    server.observer, server.build_delay = PollingObserver(timeout=0.1), 0.03
    own = [folder for name in ("data", "overrides", "iconen") if (folder := _folder(config) / name).is_dir()]
    for path in (*seen, *map(str, (*own, SJABLONEN))):
        server.watch(path)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return MkDocs the files of the site, to be written as they are, also those that begin with a dot."""
    made = _make(config).items()
    return Files([File.generated(config, path, content=c, inclusion=InclusionLevel.INCLUDED) for path, c in made])


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
    project = find_project(_folder(config))
    eigen = (*config.extra_css, *map(str, config.extra_javascript))
    try:
        return load_site(project, vandaag(os.environ), os.environ, live=_run.live, eigen=eigen)
    except NietGemaaktError as error:
        problems = error.problems
    except (NietGedraaidError, ValueError) as error:
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
    return make_problem_pages(project, problems)


def _check_settings(config: MkDocsConfig) -> Found:
    """Yield each setting that has no effect here, with where the same is set."""
    own = Path(str(config.config_file_path))
    given = [*_settings(own)]
    for path, line, name in given:
        if name in _TITELBLAD:
            yield path, line, f"'{name}' doet hier niets; zet '{_TITELBLAD[name]}' in data/handreiking.yaml"
        elif name not in _OURS:
            yield path, line, f"'{name}' doet hier niets; {_ELDERS.get(name, 'haal het weg')}"
    if "search" in config.plugins and "plugins" not in {name for _, _, name in given}:
        yield str(own), 1, f"'plugins' ontbreekt; {_ELDERS['plugins']}"
    if Path(config.docs_dir).resolve() != _folder(config) / "content":
        yield str(own), 1, "'docs_dir' is niet content; de teksten staan in content/"


def _check_hooks(config: MkDocsConfig) -> Found:
    """Yield each event of an own hook that does not come here."""
    modules: Any = config.hooks  # a mapping, whatever MkDocs calls it
    for name, module in modules.items():
        for event in filter(_OP_PAGINAS.match, vars(module)):
            told = f"'{event}' in {name} wordt niet aangeroepen: MkDocs krijgt hier geen pagina's te zien"
            yield str(config.config_file_path), 1, told


def _check_own(config: MkDocsConfig) -> Found:
    """Yield each style or script of the handreiking's own that is not there, or that asks for more than a path."""
    for path in (*config.extra_css, *config.extra_javascript):
        if isinstance(path, str) and path.startswith("assets/") and (_folder(config) / "overrides" / path).is_file():
            continue
        mend = "zet het bestand in overrides/assets/ en noem alleen zijn pad, vanaf assets/"
        yield str(config.config_file_path), 1, f"{path} (extra_css of extra_javascript) kan hier zo niet; {mend}"


def _settings(path: Path) -> Found:
    """Yield (file, line, name) of each setting that holds something, in a file and in those that it inherits."""
    node = yaml.compose(path.read_text(encoding="utf-8"))
    for key, value in node.value if node else ():
        if value.value not in ("", "null", "~", "false", []):
            yield str(path), key.start_mark.line + 1, key.value
        if key.value == "INHERIT":
            yield from _settings(path.parent / value.value)


def _folder(config: MkDocsConfig) -> Path:
    return Path(str(config.config_file_path)).resolve().parent
