"""Icons from the sets that the theme brings: SVG files that Typst draws in the colour of the moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

# What stands beside a word in the template, by the name it has there; what a kind declares goes by its own name.
ICONEN: Mapping[str, str] = {
    "tip": "material/lightbulb-on-outline",
    "onbereikbaar": "material/link-variant-off",
    "officieel": "material/format-quote-open",
    "uitleg": "material/pencil-outline",
    "sinds": "material/calendar-clock-outline",
}


def load_icoon(naam: str, folders: Iterable[Path]) -> str:
    """Return the SVG text of an icon (`material/tree-outline`) from the first folder that has it.

    Raises ValueError with a Dutch sentence where none has it or it is no drawing.
    """
    path = next((path for folder in folders if (path := folder / f"{naam}.svg").is_file()), None)
    if path is None:
        raise ValueError(f"het icoon '{naam}' is niet gevonden; kies een ander of installeer de verzameling")
    svg = path.read_text(encoding="utf-8")
    try:
        drawn = ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - an installed file
    except ET.ParseError:
        drawn = False
    if not drawn or "<svg " not in svg:
        raise ValueError(f"het icoon '{naam}' is geen tekening (svg); kies een ander")
    return svg
