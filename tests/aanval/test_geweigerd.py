"""What is broken or hostile in a file: the cases of `gevallen.yaml`, and what is no text or too large to keep."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from itertools import takewhile
from pathlib import Path
from time import process_time
from timeit import timeit

import pytest

from handreiking.basis.yaml_document import MAX_BYTES, MAX_PROBLEMS
from handreiking.basis.yaml_weigering import MAX_PARTS
from handreiking.lezen.pagina import MAX_BRACKETS, MAX_LINE, MAX_PAGE
from tests.conftest import Werkmap
from tests.tabel import Geval, load_cases

GEVALLEN = load_cases(Path(__file__).with_name("gevallen.yaml"))
# How often as long as the small handreiking itself a case may keep the processor, whatever machine that is.
MEESTE_KEREN = 1000
SOORTEN, OVER, TITEL = "data/soorten.yaml", "content/over.md", "data/handreiking.yaml"


@cache
def seconds_of(klein: Werkmap) -> float:
    """Return the seconds of the processor that the small handreiking takes."""
    return timeit(klein.problems, timer=process_time, number=5) / 5


def told(klein: Werkmap, path: str, content: bytes) -> str:
    """Return all that is said of the handreiking with one file replaced; nothing but problems may come of it."""
    most = MEESTE_KEREN * seconds_of(klein)
    started = process_time()
    said = klein.problems_with(path, content)
    assert process_time() - started < most
    return said


@pytest.mark.parametrize("case", GEVALLEN, ids=lambda case: case.naam.partition("/")[2])
def test_a_case_is_told_as_it_states(case: Geval, klein: Werkmap) -> None:
    """Each ends in the messages that it states: Dutch, with file and line, and no others."""
    case.check_said(told(klein, case.bestand, case.wrong().encode()))


UTF_8 = "dit teken is geen UTF-8; sla het bestand op als UTF-8"
ONZICHTBAAR = "hier staat een onzichtbaar teken dat niet kan; haal het weg"
LOSSE_CR = "hier staat een los teken CR (U+000D); sla het bestand op met gewone regeleinden (LF of CRLF)"
BOM = "het bestand begint met een BOM; sla het op als UTF-8 zonder BOM"
TE_GROOT = "het bestand is groter dan 5 MB; splits het"
TOT_HIER = "tot hier is dit bestand al te groot om te lezen; splits het"
GEEN_KOP = "de pagina begint niet met '---' en haar gegevens (titel, samenvatting …)"
Maak = Callable[[bytes], bytes]
# Name: the file, what is made of what stands there, and the line (0: the first that changed) and the sentence of it.
BYTES: dict[str, tuple[str, Maak, int, str]] = {
    "utf-16-le": (SOORTEN, lambda raw: raw.decode().encode("utf-16-le"), 1, ONZICHTBAAR),
    "utf-16-be": (SOORTEN, lambda raw: raw.decode().encode("utf-16-be"), 1, ONZICHTBAAR),
    "utf-16-in-page": (OVER, lambda raw: raw.decode().encode("utf-16-le"), 1, GEEN_KOP),
    "utf-32": (SOORTEN, lambda raw: raw.decode().encode("utf-32"), 1, UTF_8),
    "utf-7-is-ascii": (SOORTEN, lambda raw: raw.replace(b"naam: Boek", b"naam: \x80Boek"), 0, UTF_8),
    "latin-1": (OVER, lambda raw: raw + b"caf\xe9\n", 0, UTF_8),
    "windows-1252": (OVER, lambda raw: raw + b"\x93citaat\x94\n", 0, UTF_8),
    "overlong": (SOORTEN, lambda raw: raw.replace(b"Boek", b"\xc0\xbcscript>", 1), 0, UTF_8),
    "surrogate-in-utf-8": (SOORTEN, lambda raw: raw.replace(b"Boek", b"\xed\xa0\xbd", 1), 0, UTF_8),
    "too-high": (SOORTEN, lambda raw: raw.replace(b"Boek", b"\xf4\x90\x80\x80", 1), 0, UTF_8),
    "cut-off": (SOORTEN, lambda raw: raw + b"# \xe2\x82", 0, UTF_8),
    "bom": (OVER, lambda raw: b"\xef\xbb\xbf" + raw, 1, BOM),
    "bom-half-way": (SOORTEN, lambda raw: raw.replace(b"naam: Boek", b"naam: \xef\xbb\xbfBoek"), 0, ""),
    "lone-cr": (SOORTEN, lambda raw: raw.replace(b"\n", b"\r"), 1, LOSSE_CR),
    "lone-cr-in-text": (OVER, lambda raw: raw + b"een\rtwee\n", 0, LOSSE_CR),
    "cr-crlf": (SOORTEN, lambda raw: raw.replace(b"\n", b"\r\r\n"), 1, LOSSE_CR),
    "nul": (SOORTEN, lambda raw: raw.replace(b"Boek", b"Bo\0ek", 1), 0, ONZICHTBAAR),
    "only-nul": (SOORTEN, lambda _: b"\0" * 100_000, 1, ONZICHTBAAR),
    "escape": (SOORTEN, lambda raw: raw.replace(b"Boek", b"\x1b]0;x\x07", 1), 0, ONZICHTBAAR),
    "delete": (SOORTEN, lambda raw: raw.replace(b"Boek", b"Bo\x7fek", 1), 0, ONZICHTBAAR),
    "form-feed": (SOORTEN, lambda raw: raw + b"\x0c\n", 0, ONZICHTBAAR),
    "not-a-letter": (SOORTEN, lambda raw: raw.replace(b"Boek", "\uffff".encode(), 1), 0, ONZICHTBAAR),
    "line-separator": (
        SOORTEN,
        lambda raw: b"# een\n# twee\xe2\x80\xa8# drie\n" + raw,
        2,
        "hier staat een regeleinde dat men niet ziet (U+2028); typ de regel opnieuw",
    ),
    "next-line": (
        SOORTEN,
        lambda raw: raw + "# x\u0085y\n".encode(),
        0,
        "hier staat een regeleinde dat men niet ziet (U+0085); typ de regel opnieuw",
    ),
    "placeholder-of-the-converter": (
        OVER,
        lambda raw: raw + b"a \x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03\n",
        0,
        "in de tekst staat een onzichtbaar teken (U+0002); typ de regel opnieuw",
    ),
    "empty": (SOORTEN, lambda _: b"", 1, "hier staat niets; vul de lijst in, of zet er [] als zij leeg is"),
    "empty-page": (OVER, lambda _: b"", 1, GEEN_KOP),
    "ten-megabytes": (SOORTEN, lambda raw: raw + b"# " + b"x" * 10_000_000, 1, TE_GROOT),
    "ten-megabytes-of-page": (OVER, lambda raw: raw + b"x\n" * 5_000_000, 1, TE_GROOT),
    "many-records": (SOORTEN, lambda _: b"- {}\n" * (MAX_BYTES // 5), MAX_PARTS // 2 - 1, TOT_HIER),
    "many-fields": (TITEL, lambda _: b"a: b\n" * (MAX_BYTES // 5), MAX_PARTS // 2 - 1, TOT_HIER),
    "wide": (SOORTEN, lambda _: b"[" + b"a," * (MAX_BYTES // 2 - 1) + b"]", 1, TOT_HIER),
    "deep-brackets": (
        SOORTEN,
        lambda _: b"[" * MAX_BYTES,
        1,
        "dit ligt meer dan 12 niveaus diep; kijk de inspringing na",
    ),
    "deep-keys": (
        SOORTEN,
        lambda _: b"? " * (MAX_BYTES // 2),
        1,
        "dit ligt meer dan 12 niveaus diep; kijk de inspringing na",
    ),
    "open-quote": (
        SOORTEN,
        lambda _: b"- '" + b"x\n" * (MAX_BYTES // 2 - 2),
        1,
        "dit is geen geldige YAML: een aanhalingsteken of haakje wordt nergens gesloten",
    ),
    "large-page": (
        OVER,
        lambda raw: raw + b"woord\n" * (MAX_PAGE // 6 + 1),
        6,
        f"deze pagina heeft meer dan {MAX_PAGE} tekens; splits haar",
    ),
    "long-line": (
        OVER,
        lambda raw: raw + b"a" * (MAX_LINE + 1),
        0,
        f"deze regel heeft meer dan {MAX_LINE} tekens; deel hem op",
    ),
    "many-brackets": (
        OVER,
        lambda raw: raw.replace(b"Gemaakt", b"[" * (MAX_BRACKETS + 1)),
        0,
        f"dit blok heeft meer dan {MAX_BRACKETS} keer '['; deel het op",
    ),
}


@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_text_is_told(name: str, klein: Werkmap) -> None:
    """Other encodings, letters that cannot be, and far too much: one message on the line where it is, in seconds."""
    path, change, line, message = BYTES[name]
    raw = (klein.map / path).read_bytes()
    content = change(raw)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(raw, content, strict=False))
    line = line or [*same].count((ord("\n"),) * 2) + 1
    message = message or "veld 'naam': in de tekst staat een onzichtbaar teken (U+FEFF); typ de tekst opnieuw"
    assert told(klein, path, content) == f"{path}:{line}: {message}\n"


@pytest.mark.parametrize("most", [b"a" * MAX_LINE, b"[" * MAX_BRACKETS], ids=["letters", "brackets"])
def test_the_longest_line_that_may_be(most: bytes, klein: Werkmap) -> None:
    """One letter or bracket less than what is refused is taken."""
    assert told(klein, OVER, (klein.map / OVER).read_bytes() + b"\n" + most) == ""


def test_a_flood_of_problems_has_an_end(klein: Werkmap) -> None:
    """Of each file as many as one reads at once are told, and then that there are more."""
    records = "".join(f"- {{id: a{number}, naam: [x]}}\n" for number in range(20_000))
    fields = "".join(f"a{number}: b\n" for number in range(20_000))
    twice = "- id: a\n  naam: b\n  meervoud: c\n" + "  naam: b\n" * 20_000
    for path, content in ((SOORTEN, records), (TITEL, fields), (SOORTEN, twice)):
        lines = [line for line in told(klein, path, content.encode()).splitlines() if line.startswith(path)]
        assert len(lines) == MAX_PROBLEMS + 1
        assert sum("is vanaf hier nog meer mis" in line for line in lines) == 1


# What a converter of Markdown can lose itself in: pieces that are repeated until the page is as long as it may be.
HERHAALD = {
    "emphasis": "*a " * 1300 + "\n",
    "underscores": "_a*b" * 990 + "\n",
    "links": "[a]" * 300 + "\n\n",
    "link-ends": "a](b)" * 700 + "\n\n",
    "backticks": "`a``b" * 790 + "\n",
    "one-fence": "`" * 3999 + "\n",
    "smaller-than": "<" * 3999 + "\n",
    "backslashes": "\\" * 3999 + "\n",
    "ampersands": "&" * 3999 + "\n",
    "pictures": "![" * 490 + "\n\n",
    "references": "[a][b]" * 160 + "\n\n",
    "rows": "| a |\n",
    "headings": "## a\n\n",
    "lists": "- a\n\n",
    "quotations": "> > > > > > > a\n",
    "quotes": "'a “b " * 600 + "\n",
    "spaces": "a" + " " * 3990 + "b\n",
    "terms": "wadi hitteklachten KNMI " * 160 + "\n",
}


@pytest.mark.parametrize("name", HERHAALD)
def test_no_page_takes_long(name: str, klein: Werkmap) -> None:
    """The longest page that may be is converted or refused in seconds, whatever it repeats."""
    top = (klein.map / OVER).read_bytes().split(b"Gemaakt")[0]
    piece = HERHAALD[name]
    told(klein, OVER, top + (piece * (MAX_PAGE // len(piece))).encode())


GEEN_BESTAND = "dit is geen gewoon bestand; haal het weg"
NAAM = "een pagina heet naar kleine letters, cijfers en streepjes en eindigt op .md; hernoem haar"
SOORT = (
    "dit soort bestand kan niet naast de pagina's staan; haal het weg, of kies uit .csv, .docx, .gif, .ics, .jpeg, "
    ".jpg, .odp, .ods, .odt, .pdf, .png, .pptx, .txt, .webp, .xlsx, .zip"
)
PLAATSEN = {
    "a b.md": NAAM,
    "É.md": NAAM,
    "bоmen.md": NAAM,
    "-x-.MD": NAAM,
    "<script>.md": NAAM,
    "a\nb.md": NAAM,
    "a\u202eb.md": NAAM,
    "{{ 7*7 }}.md": NAAM,
    "x.html": SOORT,
    "x.HTML": SOORT,
    "x.svg": SOORT,
    "x.js": SOORT,
    "x.mjs": SOORT,
    "x.css": SOORT,
    "x.xml": SOORT,
    "x.swf": SOORT,
    "x.pdf.exe": SOORT,
    "zonder": SOORT,
    "assets/js/zoeken.js": SOORT,
}


@pytest.mark.parametrize("name", PLAATSEN, ids=ascii)
def test_what_may_not_stand_beside_the_pages(name: str, werkmap: Werkmap) -> None:
    """A name that is no page's, and a file that a browser would run as a part of the site."""
    werkmap.write(f"content/{name}", "x")
    shown = name.replace("\n", "\\n").replace("\u202e", "\\u202e")
    assert werkmap.problems() == f"content/{shown}:1: {PLAATSEN[name]}\n"


def test_what_may_stand_beside_the_pages(werkmap: Werkmap) -> None:
    """A file to take along, and one whose name begins with a point, which comes on no site."""
    for name in ("kaart.PDF", "lijst.csv", "map/beeld.png", ".DS_Store", ".git/x.js", "map/.verborgen.html"):
        werkmap.write(f"content/{name}", "x")
    assert werkmap.problems() == ""


def test_a_link_leads_nowhere(werkmap: Werkmap, tmp_path: Path) -> None:
    """Neither a page nor a folder nor a data file is read through a link to something outside the handreiking."""
    (tmp_path / "geheim.txt").write_text("GEHEIM: ja\n", encoding="utf-8")
    (werkmap.map / "content" / "over.md").unlink()
    for name in ("over.md", "los.txt", "map"):
        (werkmap.map / "content" / name).symlink_to(tmp_path / ("" if name == "map" else "geheim.txt"))
    (werkmap.map / "content" / "zelf").symlink_to("zelf")
    (werkmap.map / "data" / "zoektermen.yaml").unlink()
    (werkmap.map / "data" / "zoektermen.yaml").symlink_to(tmp_path / "geheim.txt")
    assert werkmap.problems() == (
        f"content/los.txt:1: {GEEN_BESTAND}\n"
        f"content/map:1: {GEEN_BESTAND}\n"
        f"content/over.md:1: {GEEN_BESTAND}\n"
        f"content/zelf:1: {GEEN_BESTAND}\n"
        "data/zoektermen.yaml:1: dit is een koppeling naar buiten de handreiking; haal haar weg\n"
    )


def test_a_file_that_never_ends_is_not_read(werkmap: Werkmap) -> None:
    """A pipe in the place of a file would keep the loader waiting for ever."""
    for path in ("content/over.md", "data/zoektermen.yaml"):
        (werkmap.map / path).unlink()
        os.mkfifo(werkmap.map / path)
    assert werkmap.problems() == (f"content/over.md:1: {GEEN_BESTAND}\ndata/zoektermen.yaml:1: dit bestand ontbreekt\n")
