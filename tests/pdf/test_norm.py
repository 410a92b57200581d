"""The PDF keeps to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), as far as a reader of the file can tell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from tests.pdf.conftest import Boek

XMP = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def xmp(boek: Boek, path: str) -> str:
    """Return a text from the metadata stream."""
    tree = ET.fromstring(boek.lezing.root.Metadata.read_bytes())  # noqa: S314 - our own file
    return tree.findtext(f".//{path}", "", XMP)


def test_says_that_it_is_pdf_ua_1_and_pdf_a_2a(boek: Boek) -> None:
    """Both standards stand in the metadata, which is not compressed, as PDF/A wants."""
    assert [xmp(boek, f"pdfaid:{name}") for name in ("part", "conformance")] == ["2", "A"]
    assert xmp(boek, "pdfuaid:part") == "1"
    assert "/Filter" not in boek.lezing.root.Metadata


def test_language_is_dutch(boek: Boek) -> None:
    """The whole document is in Dutch of the Netherlands, and no part says otherwise."""
    assert str(boek.lezing.root.Lang) == "nl-NL"
    assert xmp(boek, "dc:language/rdf:Bag/rdf:li") == "nl-NL"
    assert {str(e.bron.Lang) for e in boek.lezing.boom.alle() if "/Lang" in e.bron} <= {"nl-NL"}


def test_title_publisher_and_date_are_those_of_the_handreiking(boek: Boek) -> None:
    """A reader's window shows the title; the dates are that of the content, not of the clock."""
    handreiking, info = boek.handreiking, boek.lezing.document.docinfo
    assert boek.lezing.root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712 - a pikepdf object
    assert str(info.Title) == xmp(boek, "dc:title/rdf:Alt/rdf:li") == handreiking.titel
    publisher = handreiking.uitgever.voluit or handreiking.uitgever.naam
    assert str(info.Author) == xmp(boek, "dc:creator/rdf:Seq/rdf:li") == publisher
    assert str(info.CreationDate).startswith(f"D:{handreiking.stand:%Y%m%d}")


def test_is_tagged_and_marked(boek: Boek) -> None:
    """Every text and every drawing is in the structure tree or is an artifact; no page has anything else."""
    assert boek.lezing.root.MarkInfo.Marked == True  # noqa: E712 - a pikepdf object
    assert boek.lezing.los == []
    assert {str(page.obj.Tabs) for page in boek.lezing.document.pages if "/Annots" in page.obj} == {"/S"}


def test_holds_only_our_fonts_whole_and_readable(boek: Boek) -> None:
    """Each font is a subset of the handreiking's own typeface, is in the file, and maps to letters."""
    fonts = [font for page in boek.lezing.document.pages for font in page.obj.Resources.get("/Font", {}).values()]
    assert {str(font.BaseFont).partition("+")[2].partition("-")[0] for font in fonts} == {"AtkinsonHyperlegibleNext"}
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
        assert "/ToUnicode" in font


def test_has_nothing_that_an_archive_cannot_keep(boek: Boek) -> None:
    """One sRGB output intent; no encryption, scripts, forms, files, sound or transparency groups without colour."""
    root, document = boek.lezing.root, boek.lezing.document
    assert not document.is_encrypted
    assert [str(intent.S) for intent in root.OutputIntents] == ["/GTS_PDFA1"]
    assert not {"/AcroForm", "/OpenAction", "/AA"} & set(root.keys())
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(root.Names.keys())
    assert {str(annotation.Subtype) for page in document.pages for annotation in page.obj.get("/Annots", ())} == {
        "/Link"
    }
    assert len(document.trailer.ID) == 2


def test_file_is_sound(boek: Boek) -> None:
    """The checker of qpdf finds nothing wrong with the syntax after the links were written."""
    assert boek.lezing.document.check_pdf_syntax() == []


def test_text_is_no_picture(boek: Boek) -> None:
    """There is no raster image at all."""
    images = [
        stream
        for stream in boek.lezing.document.objects
        if isinstance(stream, pikepdf.Stream) and stream.get("/Subtype") == "/Image"
    ]
    assert images == []


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="de opdracht verapdf is niet geïnstalleerd")
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(boek: Boek, tmp_path: Path, flavour: str) -> None:
    """veraPDF, where it is installed, finds no rule that the file breaks."""
    path = tmp_path / "boek.pdf"
    path.write_bytes(boek.pdf)
    done = subprocess.run(
        ["verapdf", "--flavour", flavour, "--format", "text", "-v", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("PASS"), done.stdout
