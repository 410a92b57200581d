"""What the templates of the site use, by the names that they have there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, pass_context
from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.utils.templates import TemplateContext, url_filter

from handreiking.adres import Site, page_url
from handreiking.bestanden import render_versie
from handreiking.cijfers import getal
from handreiking.contactpunten import render_stand
from handreiking.downloads import render_omvang
from handreiking.feed import make_feed
from handreiking.handreiking import Handreiking
from handreiking.kleur import PAPIER
from handreiking.melden import melding_over_instrument, melding_over_pagina, render_issue, render_mail
from handreiking.merk import compose_merk
from handreiking.weergave import render_datum
from handreiking.wijzigingen import dag_anker
from handreiking.zekerheid import render_link, render_nagegaan, render_sinds


def versions_of(files: Files) -> dict[str, str]:
    """Give the version of every file that is no page, by its path."""
    return {file.src_uri: render_versie(file.content_bytes) for file in files if not file.is_documentation_page()}


def prepare_env(env: Environment, site: Site, versies: Mapping[str, str]) -> None:
    """Have the templates escape what they print, which MkDocs does not, and give them what any page uses.

    `versies`: those of the styles and scripts, by path.
    """
    env.autoescape = True
    # Without these a letter with an accent takes six bytes, and the order of the fields is lost.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.globals |= {"handreiking": None, "papier": PAPIER}
    env.globals |= {name: _kept(env, name) for name in ("dag", "icoon", "merk", "tegel")}
    env.filters |= {
        "datum": render_datum,
        "getal": getal,
        "dag_anker": dag_anker,
        "issueadres": render_issue,
        "mailadres": render_mail,
        "omvang": render_omvang,
        "pagina_adres": lambda pad: site.pagina(pad, ""),
        "pagina_url": _page_url(site),
        "sinds": render_sinds,
        "stand": render_stand,
        "versie_url": _asset_url(versies),
    }


def give_handreiking(env: Environment, handreiking: Handreiking, site: Site, iconen: Sequence[Path]) -> None:
    """Give the templates the handreiking, what is said of it, its mark, and the icons of these folders."""
    said = (melding_over_pagina, melding_over_instrument, render_nagegaan)
    env.globals |= {function.__name__: partial(function, handreiking) for function in said}
    env.globals |= {"handreiking": handreiking, "feed": make_feed(handreiking, site)}
    env.globals |= {"het_merk": compose_merk(handreiking.themas), "svg": _icons(iconen)}
    env.filters["link_in_woorden"] = partial(render_link, handreiking)


def _kept(env: Environment, name: str) -> Callable[..., Markup]:
    """Give what fills in a small template of one value, `dit`, once for each value: it stands on every page."""

    @cache
    def fill(dit: Hashable = None) -> Markup:
        return Markup(env.get_template(f"partials/{name}.html").render(dit=dit))  # noqa: S704 - escaped by the template

    return fill


def _icons(folders: Sequence[Path]) -> Callable[[str], Markup]:
    @cache
    def svg(naam: str) -> Markup:
        """Give the SVG of an icon by its name; raises FileNotFoundError where no set has it."""
        found = next((path for folder in folders if (path := folder / f"{naam}.svg").is_file()), None)
        if found is None:
            raise FileNotFoundError(f"{naam}.svg: no set of icons has it")
        return Markup(found.read_text(encoding="utf-8").strip())  # noqa: S704 - files of the icon set

    return svg


def _page_url(site: Site) -> Callable[[TemplateContext, str], str]:
    known: dict[tuple[str, str], str] = {}  # the menu alone has each page's twice

    @pass_context
    def address(context: TemplateContext, pad: str) -> str:
        """Give the address, as seen from the page being made, of the page made from a source file."""
        page = context.get("page")
        key = (page.url if page else context["base_url"], pad)
        if key not in known:
            known[key] = url_filter(context, page_url(pad, directories=site.directories) or ".")
        return known[key]

    return address


def _asset_url(versies: Mapping[str, str]) -> Callable[[TemplateContext, str], str]:
    @pass_context
    def address(context: TemplateContext, path: str) -> str:
        """Give the address of a style or script with its version, so that a browser may keep it for good."""
        return f"{url_filter(context, path)}?v={versies[path]}"

    return address
