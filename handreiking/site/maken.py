"""Everything the site is made of, as bytes by path: each maker adds its part, from what was made before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment

from handreiking.basis.adres import Site, page_url
from handreiking.basis.parallel import in_parallel
from handreiking.basis.problem import Problem
from handreiking.geheel.bijgewerkt import bijgewerkt
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.project import Project, find_beside
from handreiking.opendata.pagina import page_data
from handreiking.site.bestanden import render_bestanden, render_script, render_versie
from handreiking.site.context import page_context
from handreiking.site.downloads import ZIP, find_downloads, pack, render_omvang, render_pdfs
from handreiking.site.omgeving import SJABLONEN, Hier, make_env
from handreiking.soorten.paginasoort import paginasoort

Bestanden = dict[str, bytes]
# What templates make besides the pages; those of the second line only where the address of the site is known.
_VAST = ("404.html", "feed.xml", "assets/css/themas.css", "assets/favicon.svg")
_MET_ADRES = ("sitemap.xml", "robots.txt")
# What only the site itself says, not the copy of it in the zip: that there is a zip, and its size.
_ALLEEN_SITE = re.compile(rb"<!--zip-->(.*?)<!--/zip-->", re.DOTALL)
_OMVANG = b"<!--omvang-->"


@dataclass(frozen=True)
class Bouw:
    """What is to be built: a handreiking, from where, for which address, and how.

    `export`: with the PDFs and the zip. `live`: for a preview. `eigen` are styles and scripts of the handreiking's own
    that stand on every page, by their path in the site.
    """

    handreiking: Handreiking
    project: Project
    site: Site
    export: bool = True
    live: bool = False
    eigen: tuple[str, ...] = ()


Maker = Callable[[Bouw, Mapping[str, bytes]], Bestanden]


def make_site(bouw: Bouw) -> Bestanden:
    """Return every file of the site by its path; raises NietGemaaktError with what keeps one from being made."""
    made: Bestanden = {}
    for maker in MAKERS:
        made |= maker(bouw, made)
    return made


def make_gegevens(bouw: Bouw, _: Mapping[str, bytes]) -> Bestanden:
    """Return what scripts and other programs read: search, open data, `security.txt`."""
    return render_bestanden(bouw.handreiking, bouw.site)


def make_assets(bouw: Bouw, _: Mapping[str, bytes]) -> Bestanden:
    """Return the styles, scripts and typefaces of the site."""
    return read_assets(bouw.project)


def make_bijlagen(bouw: Bouw, _: Mapping[str, bytes]) -> Bestanden:
    """Return the files that lie beside the pages."""
    return find_beside(bouw.project)


def make_pdfs(bouw: Bouw, _: Mapping[str, bytes]) -> Bestanden:
    """Return the PDFs, where they are asked for."""
    return render_pdfs(bouw.handreiking, bouw.project, _changes(bouw)) if bouw.export else {}


def make_paginas(bouw: Bouw, made: Mapping[str, bytes]) -> Bestanden:
    """Return the pages and what else templates fill in; they name versions and sizes of what was made."""
    env = _env(bouw, made)
    render = partial(_render_page, bouw, env, made)
    paden = [*bouw.handreiking.paginas]
    pages = dict(zip(paden, in_parallel(render, paden, at_least=100), strict=True))
    pages = {page_path(pad, bouw.site): text for pad, text in pages.items()}
    days = {pad: bijgewerkt(bouw.handreiking, pagina) for pad, pagina in bouw.handreiking.paginas.items()}
    for path in (*_VAST, *(_MET_ADRES if bouw.site.adres else ())):
        hier = Hier(path, overal=path == "404.html")
        pages[path] = env.get_template(path).render(hier=hier, days=days)
    return {path: text.encode() for path, text in pages.items()}


def make_zip(bouw: Bouw, made: Mapping[str, bytes]) -> Bestanden:
    """Return the zip of all that was made, and the pages that name it; those in the zip do not."""
    if not bouw.export:
        return {}
    pages = {path: content for path, content in made.items() if path.endswith(".html")}
    leesmij = _env(bouw, made).get_template("leesmij.txt").render()
    without = {path: _ALLEEN_SITE.sub(b"", content) for path, content in pages.items()}
    package = pack({**made, **without}, leesmij, bouw.handreiking.stand)
    size = render_omvang(len(package)).encode()
    named = {path: _ALLEEN_SITE.sub(rb"\1", content).replace(_OMVANG, size) for path, content in pages.items()}
    return {**named, ZIP: package}


MAKERS: tuple[Maker, ...] = (make_gegevens, make_assets, make_bijlagen, make_pdfs, make_paginas, make_zip)


def make_problem_pages(project: Project, problems: list[Problem]) -> Bestanden:
    """Return, for a preview, the problems at the address of every page, whichever way those are written."""
    template = make_env(None, project, Site(), {}).get_template("problemen.html")
    pads = [path.relative_to(project.content).as_posix() for path in sorted(project.content.rglob("*.md"))]
    sites = (Site(), Site(directories=True))
    pages = {page_path(pad, site) for pad in pads if pad.isprintable() for site in sites} | {"index.html"}
    made = {path: template.render(problemen=problems, hier=Hier(path)).encode() for path in sorted(pages)}
    return made | read_assets(project)


def page_path(pad: str, site: Site) -> str:
    """Return the path of the page made from a source file."""
    url = page_url(pad, directories=site.directories)
    return f"{url}index.html" if url.endswith("/") or not url else url


def read_assets(project: Project) -> Bestanden:
    """Return the styles, scripts and typefaces by path: ours, and in their place or beside them the project's own."""
    found = {path: file for folder in (SJABLONEN, project.overrides) for path, file in _assets_in(folder)}
    return {
        path: render_script(file.read_text("utf-8")).encode() if path.endswith(".js") else file.read_bytes()
        for path, file in found.items()
        if path not in _VAST
    }


def _assets_in(folder: Path) -> list[tuple[str, Path]]:
    files = sorted(path for path in (folder / "assets").rglob("*") if path.is_file())
    return [(path.relative_to(folder).as_posix(), path) for path in files]


def _env(bouw: Bouw, made: Mapping[str, bytes]) -> Environment:
    env = make_env(bouw.handreiking, bouw.project, bouw.site, {p: render_versie(c) for p, c in made.items()})
    env.globals |= {"downloads": find_downloads(bouw.handreiking, made) if bouw.export else (), "live": bouw.live}
    env.globals["eigen"] = bouw.eigen
    return env


def _render_page(bouw: Bouw, env: Environment, made: Mapping[str, bytes], pad: str) -> str:
    """Return the HTML of a page; what is raised says in a note which page it was."""
    try:
        context = page_context(bouw.handreiking, pad) | page_data(bouw.handreiking, pad, bouw.site, made)
        soort = paginasoort(bouw.handreiking.paginas[pad].soort)
        template = env.get_template(f"{soort.sjabloon or soort.naam}.html")
        return template.render(context, hier=Hier(page_path(pad, bouw.site)))
    except Exception as error:
        error.add_note(f"bij het invullen van {pad}")
        raise


def _changes(bouw: Bouw) -> str | None:
    """Return the whole address of the page with changes, for readers of a PDF; None where the site's is not known."""
    nieuw = bouw.handreiking.van_soort("nieuw")
    return bouw.site.pagina(nieuw.pad, "") if nieuw and bouw.site.adres else None
