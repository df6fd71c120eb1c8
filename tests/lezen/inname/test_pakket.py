"""Packages that unpack to more than they should, or that hide something."""

import io
import struct
import zipfile

import pytest

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname import grenzen
from opstap.lezen.inname.document import lees_document
from opstap.lezen.inname.formaat import herken
from opstap.lezen.inname.pakket import lees_deel, open_pakket

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document xmlns:w='x'/>"}


def build(entries, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def code_of(data, naam="brief.docx"):
    with pytest.raises(LeesFout) as error:
        lees_document(data, herken(data, naam))
    return error.value.code


def test_a_bomb_is_seen_in_the_headers():
    assert code_of(build([*PARTS.items(), ("word/big.xml", b"0" * 20_000_000)])) == "uitpakgrens"


def test_too_many_parts_are_refused():
    assert code_of(build([*PARTS.items(), *((f"x{n}", b"") for n in range(grenzen.UITPAK_DELEN + 1))])) == "uitpakgrens"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word\\..\\..\\x"])
def test_names_that_climb_out_are_refused(name):
    assert code_of(build([*PARTS.items(), (name, b"x")])) == "beschadigd"


def test_a_link_is_refused():
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    assert code_of(build([*PARTS.items(), (link, b"/etc/passwd")])) == "beschadigd"


def test_the_same_name_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = build([*PARTS.items(), ("word/document.xml", b"<x/>")])
    assert code_of(data) == "beschadigd"


def test_overlapping_parts_are_refused():
    data = bytearray(build([*PARTS.items(), ("word/a.xml", b"A" * 300)], zipfile.ZIP_STORED))
    at = data.rfind(b"PK\x01\x02")
    data[at + 42 : at + 46] = struct.pack("<I", 0)  # the third part now claims to start where the first does
    assert code_of(bytes(data)) in ("uitpakgrens", "beschadigd")


def test_a_locked_package_says_so():
    data = bytearray(build(PARTS.items()))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert code_of(bytes(data)) == "wachtwoord"


def test_a_header_that_lies_about_its_size_is_cut_off_while_unpacking():
    data = bytearray(build([("word/document.xml", b"0" * 5_000_000)]))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    with open_pakket(bytes(data)) as package, pytest.raises(LeesFout):
        lees_deel(package, "word/document.xml", 1_000_000)


def test_damaged_data_says_so():
    data = bytearray(build([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", bytes(range(256)) * 200)]))
    for at in range(120, 160):
        data[at] ^= 0xFF
    with pytest.raises(LeesFout) as error:
        lees_document(bytes(data), "docx")
    assert error.value.code in ("beschadigd", "archief")


def test_entities_inside_a_document_are_refused():
    evil = b"<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='x'>&x;</w:document>"
    assert code_of(build([("[Content_Types].xml", b"<T/>"), ("word/document.xml", evil)])) == "verwijzing"


def test_a_document_gives_its_words_row_by_row():
    body = f"""<w:document xmlns:w="{WORD}"><w:body>
    <w:p><w:r><w:t>Werkgever: van</w:t></w:r><w:r><w:tab/><w:t>Mare BV</w:t>
    </w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nettoloon</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>800,00</w:t></w:r>
    </w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:instrText>DDE cmd calc</w:instrText></w:r></w:p></w:body></w:document>"""
    data = build([("[Content_Types].xml", b"<T/>"), ("word/document.xml", body.encode())])
    (page,), parts, _ = lees_document(data, herken(data))
    assert page.tekst.splitlines() == ["Werkgever: van Mare BV", "Nettoloon 800,00"]
    assert parts == []
    assert all(0 <= side <= 1 for word in page.woorden for side in word.vak)


def test_the_letterhead_in_the_header_is_read_and_a_text_box_once():
    box = (
        "<mc:AlternateContent xmlns:mc='m'><mc:Choice><w:t>in een kader</w:t></mc:Choice>"
        "<mc:Fallback><w:t>in een kader</w:t></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:document xmlns:w='{WORD}'><w:p><w:t>Uw recht</w:t></w:p><w:p>{box}</w:p></w:document>"
    head = f"<w:hdr xmlns:w='{WORD}'><w:p><w:t>UWV</w:t></w:p></w:hdr>"
    foot = f"<w:ftr xmlns:w='{WORD}'><w:p><w:t>Bladzijde 1 van 2</w:t></w:p></w:ftr>"
    parts = [("word/document.xml", body), ("word/footer1.xml", foot), ("word/header1.xml", head)]
    data = build([("[Content_Types].xml", b"<T/>"), *parts])
    (page,), _, _ = lees_document(data, herken(data))
    assert page.tekst.splitlines() == ["UWV", "Uw recht", "in een kader", "Bladzijde 1 van 2"]


def test_an_odt_gives_its_words():
    body = """<office:document-content xmlns:office="o" xmlns:text="t"><office:body>
    <text:p>Huur<text:tab/>640,00</text:p>
    <text:p>Ingang<text:s/>1 juni</text:p></office:body></office:document-content>"""
    data = build([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", body)])
    (page,), _, _ = lees_document(data, herken(data))
    assert page.tekst.splitlines() == ["Huur 640,00", "Ingang 1 juni"]


def test_a_photo_in_a_document_is_a_paper_of_its_own():
    photo = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 200
    data = build([*PARTS.items(), ("word/media/image1.jpg", photo), ("word/media/logo.png", b"\x89PNG small")])
    pages, parts, _ = lees_document(data, herken(data))
    assert pages == []
    assert [part.inhoud for part in parts] == [photo]


RELS = '<R xmlns="r"><X Type="http://x/{kind}" Target="https://voorbeeld.nl/x" TargetMode="External"/></R>'


@pytest.mark.parametrize(
    ("name", "data", "remark"),
    [
        ("word/_rels/settings.xml.rels", RELS.format(kind="attachedTemplate"), "van buiten"),
        ("word/_rels/document.xml.rels", RELS.format(kind="oleObject"), "van buiten"),
        ("word/embeddings/oleObject1.bin", "x", "nog een bestand"),
        ("word/_rels/document.xml.rels", RELS.format(kind="hyperlink"), None),
    ],
)
def test_what_a_document_would_do_elsewhere_is_remarked_on_and_not_done(name, data, remark):
    words = f'<w:document xmlns:w="{WORD}"><w:p><w:t>Huurcontract</w:t></w:p></w:document>'
    package = build([("[Content_Types].xml", b"<T/>"), ("word/document.xml", words), (name, data)])
    (page,), _, remarks = lees_document(package, herken(package))
    assert page.tekst == "Huurcontract"
    assert [remark in told for told in remarks] == ([True] if remark else [])


def test_an_empty_document_says_so():
    assert code_of(build(PARTS.items())) == "leeg"


def test_long_text_becomes_pages_and_too_long_is_refused():
    pages, _, _ = lees_document(b"regel\n" * 130, "tekst")
    assert [page.nummer for page in pages] == [1, 2, 3]
    pages, _, _ = lees_document(b"een\ftwee", "tekst")
    assert [page.tekst for page in pages] == ["een", "twee"]
    with pytest.raises(LeesFout) as error:
        lees_document(b"x\f" * 400, "tekst")
    assert error.value.code == "te_lang"
