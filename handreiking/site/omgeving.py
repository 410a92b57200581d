"""The templates of the site, with what they use by the names that it has there."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from handreiking.basis.adres import Site, page_url, relative_path
from handreiking.basis.kleur import PAPIER
from handreiking.basis.telefoon import kiesnummer
from handreiking.basis.weergave import render_datum
from handreiking.beeld.merk import compose_merk
from handreiking.beeld.pagina import thema_van
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kenmerken import gezocht, kenmerken
from handreiking.geheel.wijzigingen import dag_anker
from handreiking.geheel.zekerheid import render_link, render_nagegaan, render_sinds
from handreiking.lezen.project import Project
from handreiking.site.bestanden import render_versie
from handreiking.site.downloads import render_omvang
from handreiking.site.feed import make_feed
from handreiking.site.melden import melding_over_instrument, melding_over_pagina, render_issue, render_mail
from handreiking.soorten.paginasoort import PAGINASOORTEN
from handreiking.soorten.reeks import getal

# A heading as Python-Markdown writes it.
_KOP = re.compile(r'(<h[2-6] id="([^"]+)">)(.*?)(</h[2-6]>)', re.DOTALL)
SJABLONEN = Path(__file__).parent / "sjablonen"


class _Compiled(FileSystemBytecodeCache):
    """The templates as Python keeps modules: compiled beside them; where nothing can be kept, each build compiles."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if that can be."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


@dataclass(frozen=True)
class Hier:
    """The file being made, by its path from the site's root; `overal`: it is shown at any address."""

    path: str
    overal: bool = False


def make_env(handreiking: Handreiking | None, project: Project, site: Site, versies: Mapping[str, str]) -> Environment:
    """Return the environment; the project's own templates go before ours.

    `versies` are those of the styles and scripts, by path. Without a handreiking only its problems can be shown.
    """
    env = Environment(
        loader=FileSystemLoader([project.overrides, SJABLONEN]),
        autoescape=True,
        auto_reload=False,
        bytecode_cache=_Compiled(str(SJABLONEN / "__pycache__"), f"{_version()}-%s"),
    )
    # Without these a letter with an accent takes six bytes, and the order of the fields is lost.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    known: dict[tuple[Hier, str], str] = {}  # the menu alone has each address twice
    root = urlsplit(site.adres or "/").path

    def seen(context: Context, path: str) -> str:
        """Return the address of a path of the site, as seen from the file being made."""
        hier: Hier = context["hier"]
        if (hier, path) not in known:
            known[hier, path] = root + path if hier.overal else relative_path(hier.path, path)
        return known[hier, path]

    @pass_context
    def versie_url(context: Context, path: str) -> str:
        """Return the address of a style or script with its version, so that a browser may keep it for good."""
        return f"{seen(context, path)}?v={versies[path]}"

    @pass_context
    def pagina_url(context: Context, pad: str) -> str:
        """Return the address, as seen from the file being made, of the page made from a source file."""
        return seen(context, page_url(pad, directories=site.directories))

    env.globals |= {name: _kept(env, name) for name in ("dag", "icoon", "merk", "tegel")}
    env.globals |= {
        "handreiking": handreiking,
        "site": site,
        "papier": PAPIER,
        "paginasoorten": PAGINASOORTEN,
        "svg": _icons(project.iconen),
    }
    env.filters |= {
        "datum": render_datum,
        "getal": getal,
        "dag_anker": dag_anker,
        "kiesnummer": kiesnummer,
        "issueadres": render_issue,
        "mailadres": render_mail,
        "met_kopankers": partial(_link_koppen, _kept(env, "kopanker")),
        "omvang": render_omvang,
        "pagina_adres": lambda pad: site.pagina(pad, ""),
        "pagina_url": pagina_url,
        "sinds": render_sinds,
        "url": pass_context(seen),
        "versie_url": versie_url,
    }
    if handreiking:
        said = (melding_over_pagina, melding_over_instrument, render_nagegaan, thema_van, kenmerken)
        env.globals |= {function.__name__: partial(function, handreiking) for function in said}
        env.globals |= {
            "gezocht": gezocht,
            "feed": make_feed(handreiking, site),
            "het_merk": compose_merk(handreiking.themas),
        }
        env.filters["link_in_woorden"] = partial(render_link, handreiking)
    return env


@cache
def _version() -> str:
    """Return what changes with this file: how a filter is called is compiled into the templates that are kept."""
    return render_versie(Path(__file__).read_bytes())


def _kept(env: Environment, name: str) -> Callable[..., Markup]:
    """Return what fills in a small template of one value, `dit`, once for each value: it stands on every page."""

    @cache
    def fill(dit: Hashable = None) -> Markup:
        return Markup(env.get_template(f"partials/{name}.html").render(dit=dit))  # noqa: S704 - escaped by the template

    return fill


def _link_koppen(link: Callable[[Hashable], Markup], html: str) -> Markup:
    """Return the HTML of a text in which each heading is a link to itself, so that its address can be copied."""

    def linked(kop: re.Match[str]) -> str:
        """Return a heading with its link; one that holds a link keeps that one."""
        begin, anchor, inner, end = kop.groups()
        return kop[0] if "<a " in inner else f"{begin}{link((anchor, Markup(inner))).strip()}{end}"  # noqa: S704 - ours

    return Markup(_KOP.sub(linked, html))  # noqa: S704 - converted text, in which HTML is text


def _icons(folders: Sequence[Path]) -> Callable[[str], Markup]:
    @cache
    def svg(naam: str) -> Markup:
        """Return the SVG of an icon by its name; raises FileNotFoundError where no set has it."""
        found = next((path for folder in folders if (path := folder / f"{naam}.svg").is_file()), None)
        if found is None:
            raise FileNotFoundError(f"{naam}.svg: no set of icons has it")
        return Markup(found.read_text(encoding="utf-8").strip())  # noqa: S704 - files of the icon set

    return svg
