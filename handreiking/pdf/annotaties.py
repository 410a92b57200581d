"""The links of a PDF: where each leads, and what a screen reader says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf

from handreiking.pdf.koppelingen import NUMMER
from handreiking.pdf.uitgave import Koppeling


def write_koppelingen(pdf: bytes, koppelingen: Sequence[Koppeling]) -> bytes:
    """Return the PDF with each numbered link made into what it stands for.

    What it is read as stands in /Contents, as PDF/UA-1 (7.18.5) wants: `titel (site van uitgever)`, or
    `onderwerp, pagina N`. The file's ids follow from its content (ISO 32000-1, 14.4), so the same content gives
    the same bytes. Raises RuntimeError where a link or a place is not in the PDF: a mistake of ours.
    """
    seen: set[int] = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = _pages(document)
        for page in document.pages:
            for annotation in page.obj.get("/Annots", ()):
                if "/A" not in annotation:  # of a note: Typst says where both of its links lead
                    if (note := str(annotation.Contents)).isdigit():
                        annotation.Contents = pikepdf.String(f"Terug naar de tekst van voetnoot {note}")
                    continue
                number = int(str(annotation.A.URI).removeprefix(NUMMER))
                _lead(annotation, koppelingen[number], pages)
                seen.add(number)
        lost = [k.naar for number, k in enumerate(koppelingen) if number not in seen and not k.intern]
        if lost:
            raise RuntimeError(f"these links are not in the PDF: {lost}")
        document.Root.PageMode = pikepdf.Name.UseOutlines
        written = BytesIO()
        document.save(
            written,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


def _lead(annotation: pikepdf.Object, koppeling: Koppeling, pages: Mapping[str, int]) -> None:
    if koppeling.intern:
        if koppeling.naar not in pages:
            raise RuntimeError(f"this place is not in the PDF: {koppeling.naar}")
        del annotation["/A"]
        annotation.Dest = pikepdf.String(koppeling.naar)
        annotation.Contents = pikepdf.String(f"{koppeling.omschrijving}, pagina {pages[koppeling.naar]}")
    else:
        annotation.A.URI = pikepdf.String(koppeling.naar)
        annotation.Contents = pikepdf.String(koppeling.omschrijving)


def _pages(document: pikepdf.Pdf) -> dict[str, int]:
    """Return the page, from 1, of each named place."""
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
    places = pikepdf.NameTree(document.Root.Names.Dests)
    return {str(name): numbers[destination[0].objgen] for name, destination in places.items()}
