"""Everything bad in one pile, and one good paper: each ends in a sentence or a remark, the good one is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from opstap.lezen.inname.kind import Kamer
from opstap.lezen.model import Bestand, Uitkomst
from opstap.lezen.stapel import lees_stapel
from tests.lezen.papieren import brief

GOED = brief(
    "Loonstrook augustus 2026", "Werkgever Bakkerij Ten Velde B.V.", "Loonheffing 100,00", "Netto loon 1.234,56"
)
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def _zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def _docx(**more: bytes) -> bytes:
    body = b'<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Beste lezer</w:t></w:r></w:p></w:body></w:document>'
    return _zip(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": body, **more})


def _pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOED)) as pdf:
        change(pdf)
        pdf.save(buffer)
    return buffer.getvalue()


def _action(kind: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name("/" + kind), JS="app.alert(1)", F="calc.exe")

    return change


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ")


def _locked() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOED)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    return buffer.getvalue()


def _tree(pages: bytes, count: int) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
        + str(count).encode()
        + b"/Kids["
        + pages
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999999 9]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def _png(wide: int, high: int) -> bytes:
    """A PNG of a few bytes that claims very many pixels."""

    def part(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = wide.to_bytes(4, "big") + high.to_bytes(4, "big") + b"\x08\x06\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0" * 99)) + part(b"IEND", b"")


_XML = b'<?xml version="1.0"?><!DOCTYPE x ['
LACH = _XML + b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Document>&b;<BkToCstmrStmt/></Document>'
XXE = _XML + b'<!ENTITY p SYSTEM "file:///etc/passwd">]><Document><BkToCstmrStmt>&p;</BkToCstmrStmt></Document>'
GEWEIGERD: dict[str, tuple[str, bytes, set[str]]] = {
    "UP01 html and pdf in one": ("brief.pdf", b"<script>alert(1)</script>\n" + GOED, {"twee_soorten"}),
    "UP01 pdf and zip in one": ("brief.pdf", GOED + _zip(a=b"x"), {"twee_soorten"}),
    "UP04 program with two extensions": ("loonstrook.pdf.exe", b"MZ\x90\x00" + b"\0" * 90, {"programma"}),
    "UP06 archive": ("stapel.zip", _zip(a=b"x"), {"archief"}),
    "UP06 bomb called docx": ("brief.docx", _docx(word__media__a=b"\0" * 60_000_000), {"uitpakgrens"}),
    "UP07 names that climb": ("brief.docx", _docx(**{"..__..__etc__passwd": b"x"}), {"beschadigd", "uitpakgrens"}),
    "UP09 a million pages": ("groot.pdf", _tree(b"3 0 R", 1_000_000), {"te_lang"}),
    "UP09 a page of a kilometre": ("breed.pdf", _tree(b"3 0 R", 1), {"te_groot_blad"}),
    "UP09 a tree that bites its tail": ("kring.pdf", _tree(b"2 0 R", 1), {"beschadigd"}),
    "UP09 picture of a billion pixels": ("foto.png", _png(40_000, 40_000), {"te_groot", "beschadigd"}),
    "UP10 locked": ("slot.pdf", _locked(), {"wachtwoord"}),
    "UP12 drawing with a script": ("x.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', {"tekening"}),
    "UP15 half a photo": ("foto.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\1" * 300, {"beschadigd"}),
    "UP16 macro": ("brief.docx", _docx(**{"word__vbaProject.bin": b"x"}), {"macro"}),
    "UP18 nothing": ("leeg.pdf", b"", {"leeg"}),
    "UP24 entities": ("camt.xml", LACH, {"verwijzing"}),
    "UP24 a file of ours": ("camt.xml", XXE, {"verwijzing"}),
}
GELEZEN: dict[str, tuple[str, bytes]] = {
    "UP04 name that turns": ("loon\u202efdp.exe", GOED),
    "UP08 javascript": ("js.pdf", _pdf(_action("JavaScript"))),
    "UP08 launch": ("start.pdf", _pdf(_action("Launch"))),
    "UP08 attachment": ("bijlage.pdf", _pdf(_attached)),
    "UP17 test virus as text": ("eicar.txt", EICAR),
    "UP18 one byte": ("a.txt", b"a"),
    "UP22 very long name": ("x" * 10_000 + ".pdf", GOED),
    "UP22 name with a line end": ("a\r\nSet-Cookie: x.pdf", GOED),
    "UP23 formulas": (
        "ing.csv",
        b'"Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"\n'
        b'"2026-06-24","800,00","NL91ABNA0417164300","","=cmd|calc","=HYPERLINK(1) salaris"\n',
    ),
}


@pytest.fixture(scope="module")
def uitkomst() -> Uitkomst:
    """One reading of the whole pile; the good paper comes last."""
    room = Kamer()
    rows = [(name, data) for name, data, _ in GEWEIGERD.values()] + list(GELEZEN.values())
    pile = [Bestand(f"{number:02d}-{name}", data) for number, (name, data) in enumerate(rows)]
    try:
        return lees_stapel([*pile, Bestand("goed.pdf", GOED)], werkers=2, kamer=room)
    finally:
        room.sluit()


def test_the_good_paper_is_read(uitkomst: Uitkomst) -> None:
    (paper,) = [document for document in uitkomst.documenten if document.bestand == "goed.pdf"]
    assert (paper.soort, paper.velden["nettoloon"].waarde) == ("loonstrook", "1234.56")


@pytest.mark.parametrize("number", range(len(GEWEIGERD)), ids=list(GEWEIGERD))
def test_what_is_bad_ends_in_one_clear_sentence(uitkomst: Uitkomst, number: int) -> None:
    found = [item for item in uitkomst.niet_gelezen if item.bestand.startswith(f"{number:02d}-")]
    assert {item.code for item in found} <= list(GEWEIGERD.values())[number][2]
    assert len(found) == 1
    assert found[0].uitleg.endswith(".")
    assert 30 < len(found[0].uitleg) < 220


@pytest.mark.parametrize("number", range(len(GELEZEN)), ids=list(GELEZEN))
def test_what_is_only_odd_is_read_or_told(uitkomst: Uitkomst, number: int) -> None:
    start = f"{len(GEWEIGERD) + number:02d}-"
    papers = [document for document in uitkomst.documenten if document.bestand.startswith(start)]
    told = [item for item in uitkomst.niet_gelezen if item.bestand.startswith(start)]
    assert len(papers) + len(told) == 1
    for name in [item.bestand for item in [*papers, *told]]:
        assert name.isprintable()
        assert len(name) <= 300


def test_what_a_pdf_would_do_is_remarked_on_and_not_done(uitkomst: Uitkomst) -> None:
    remarks = {paper.bestand[3:]: " ".join(paper.problemen) for paper in uitkomst.documenten}
    assert "programmaatje" in remarks["js.pdf"]
    assert "programmaatje" in remarks["start.pdf"]
    assert "nog een bestand" in remarks["bijlage.pdf"]


def test_a_formula_of_a_list_is_no_formula_any_more(uitkomst: Uitkomst) -> None:
    (paper,) = [document for document in uitkomst.documenten if document.bestand.endswith("ing.csv")]
    assert not str(paper.transacties[0].tegenpartij or "").startswith(("=", "+", "-", "@"))


def test_a_photo_keeps_nothing_of_where_it_was_made() -> None:
    from opstap.lezen.afdekken.kopie import kopie_hier

    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 18.0, 0.0)}
    exif[0x013B] = "Maker"
    buffer = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(buffer, "JPEG", exif=exif)
    (copy,) = kopie_hier(buffer.getvalue(), "jpeg", [])
    assert dict(Image.open(io.BytesIO(copy)).getexif()) == {}
