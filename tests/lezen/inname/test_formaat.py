"""What a file is, by its own bytes; what is refused, with a sentence that says how to go on."""

import io
import struct
import zipfile

import pytest

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname import grenzen
from opstap.lezen.inname.formaat import herken
from opstap.lezen.inname.fout import UITLEG, fout


def ftyp(major, *compatible):
    body = major + b"\x00\x00\x00\x00" + b"".join(compatible)
    return struct.pack(">I", 8 + len(body)) + b"ftyp" + body + b"\x00" * 40


def package(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def docx(**more):
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document xmlns:w='x'/>"} | more
    return package(**parts)


def odt(kind=b"application/vnd.oasis.opendocument.text"):
    return package(mimetype=kind, **{"content.xml": b"<office:document-content xmlns:office='x'/>"})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.4\n", "pdf"),
        (b"\r\n%PDF-1.4\n", "pdf"),
        (b"\xff\xd8\xff\xe1" + b"\x00" * 30, "jpeg"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 30, "png"),
        (b"II*\x00" + b"\x00" * 30, "tiff"),
        (b"MM\x00*" + b"\x00" * 30, "tiff"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (ftyp(b"heic"), "heic"),
        (ftyp(b"mif1", b"heic", b"hevc"), "heic"),
        (ftyp(b"isom", b"mif1", b"heix"), "heic"),
        (docx(), "docx"),
        (odt(), "odt"),
        (b"From: a@b.nl\r\nTo: c@d.nl\r\nSubject: stuk\r\nMIME-Version: 1.0\r\n\r\nHallo", "eml"),
        (b"Received: from x\r\n by y\r\nFrom: a@b.nl\r\nDate: Mon, 1 Jun 2026 10:00:00 +0200\r\n\r\nHallo", "eml"),
        (b"Beste mevrouw,\nHierbij de gegevens.\n", "tekst"),
        ("Beste mevrouw, één brief.".encode("utf-16"), "tekst"),
        (b"From mij aan jou, een gewone brief.\nDate: morgen\n", "tekst"),
        (b":20:X\n:25:NL91ABNA0417164300\n:60F:C260531EUR1,00\n", "mt940"),
        (b"\x01:20:X\r\n:25:123\r\n:61:2606240624D1,N426X\r\n", "mt940"),
    ],
)
def test_the_bytes_say_what_it_is(data, expected):
    for name in ("brief.pdf", "foto.jpg", "x.exe", "geen extensie"):
        assert herken(data, name) == expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "leeg"),
        (package(**{"a.txt": b"x"}), "archief"),
        (b"PK\x05\x06" + b"\x00" * 18, "archief"),
        (b"PK\x03\x04 broken", "archief"),
        (docx()[:-30], "beschadigd"),
        (odt()[:-30], "beschadigd"),
        (b"Rar!\x1a\x07\x00", "archief"),
        (b"7z\xbc\xaf\x27\x1c", "archief"),
        (b"\x1f\x8b\x08", "archief"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud_document"),
        (b"{\\rtf1 hallo}", "oud_document"),
        (b"MZ\x90\x00", "programma"),
        (b"\x7fELF", "programma"),
        (b"#!/bin/sh\nrm -rf /\n", "programma"),
        (b"<!DOCTYPE html><html><script>1</script></html>", "programma"),
        (b"<html><body>x</body></html>", "programma"),
        (b"<?xml version='1.0'?><svg xmlns='x'><script>1</script></svg>", "tekening"),
        (b"<svg onload='x'/>", "tekening"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "verwijzing"),
        (b"<note>hallo</note>", "soort"),
        (package(**{"xl/workbook.xml": b"<x/>"}), "rekenblad"),
        (odt(b"application/vnd.oasis.opendocument.spreadsheet"), "rekenblad"),
        (odt(b"application/vnd.oasis.opendocument.presentation"), "soort"),
        (ftyp(b"isom", b"mp42"), "soort"),
        (ftyp(b"avif", b"mif1"), "soort"),
        (b"\x00\x01\x02\x03" * 50, "soort"),
        (b"<script>alert(1)</script>\n%PDF-1.4\n", "twee_soorten"),
        (b"GIF89a\x00\x00%PDF-1.4", "twee_soorten"),
        (b"%PDF-1.4\n" + package(**{"a.txt": b"x"}), "twee_soorten"),
        (b"\xff\xd8\xff\xe0" + package(**{"a.txt": b"x"}), "twee_soorten"),
        (docx(**{"word/vbaProject.bin": b"x"}), "macro"),
    ],
)
def test_what_is_refused_has_a_reason(data, code):
    with pytest.raises(LeesFout) as error:
        herken(data, "brief.pdf")
    assert error.value.code == code


def test_the_size_limit_is_exact():
    head = b"%PDF-1.4\n"
    assert herken(head + b"\x00" * (grenzen.BESTAND_BYTES - len(head))) == "pdf"
    with pytest.raises(LeesFout) as error:
        herken(head + b"\x00" * (grenzen.BESTAND_BYTES - len(head) + 1))
    assert error.value.code == "te_groot"


def test_one_byte_is_not_a_fault_of_ours():
    assert herken(b"a") == "tekst"
    with pytest.raises(LeesFout):
        herken(b"\x00")


def test_text_has_a_limit_of_its_own():
    with pytest.raises(LeesFout) as error:
        herken(b"a " * (grenzen.TEKST_BYTES // 2 + 1))
    assert error.value.code == "te_groot"


def test_every_reason_is_one_or_more_plain_sentences_that_go_on():
    for code, text in UITLEG.items():
        assert fout(code).uitleg == text
        assert text.endswith(".")
        assert text[0].isupper()
        assert not any(word in text.lower() for word in ("klant", "cliënt", "fout van u", "verboden", "boete", "error"))
        assert all(len(sentence.split()) <= 18 for sentence in text.replace("?", ".").replace(":", ".").split(".")), (
            code
        )


def test_a_zip_that_only_looks_like_one_at_the_end_is_no_polyglot():
    assert herken(b"%PDF-1.4\nstream PK\x05\x06 endstream" + b"x" * 100) == "pdf"
