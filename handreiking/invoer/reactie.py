"""The answer to the person who filled in the form, in Markdown for a comment: their own words stand in it as code only.

In code GitHub makes no links, mentions, images or HTML of what anybody sends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handreiking.basis.vreemd import MAX_ZIN, render_code, render_zichtbaar
from handreiking.invoer.vragen import labelled

MEESTE = 20
_FOUT = "Het instrument is nog niet toegevoegd. Dit klopt nog niet:"
_VERDER = "Verander uw antwoorden in het formulier hierboven; daarna kan de redactie het opnieuw proberen."
_LET_OP = "Let hier nog op:"


def render_problemen(problems: Sequence[tuple[str, str]]) -> str:
    """Return what is wrong, each with the name of its question; of very many only the first."""
    shown = [_code(labelled(label, message) if label else message) for label, message in problems[:MEESTE]]
    rest = len(problems) - len(shown)
    return _list(_FOUT, [*shown, *([f"en nog {rest}"] if rest else [])]) + f"\n{_VERDER}\n"


def render_samenvatting(toegevoegd: Mapping[str, str], warnings: Sequence[str], gedaan: str) -> str:
    """Return what was added ("toegevoegd") or proposed, by the name of each thing, and what the checks advise."""
    added = _list(f"Het instrument is {gedaan}:", [f"{name}: {_code(text)}" for name, text in toegevoegd.items()])
    return added + (f"\n{_list(_LET_OP, [_code(text) for text in warnings[:MEESTE]])}" if warnings else "")


def _list(head: str, lines: Sequence[str]) -> str:
    return f"{head}\n\n" + "".join(f"- {line}\n" for line in lines)


def _code(text: str) -> str:
    return render_code(render_zichtbaar(text, MAX_ZIN))
