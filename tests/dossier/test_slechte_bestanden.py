"""The files of the list of bad input, through the real form: each a sentence or a reading, and the rest goes on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from uuid import uuid4

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from opstap.dossier.models import Bestand, Bewijsstuk
from opstap.kern.opslag import Opslag
from tests.reis import MT940, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
MB = 1024 * 1024
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
BOM = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
       '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">&b;</Document>')  # fmt: skip


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


def pdf(change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    target, document = io.BytesIO(), pikepdf.new()
    document.add_blank_page()
    change(document)
    document.save(target, **options)
    return target.getvalue()


def with_javascript(document: pikepdf.Pdf) -> None:
    code = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.Root.OpenAction = code
    document.attachments["x.exe"] = b"MZ"


def endless(document: pikepdf.Pdf) -> None:
    document.pages[0].MediaBox = [0, 0, 10**9, 10**9]
    document.Root.Pages.Count = 1_000_000


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    target = io.BytesIO()
    Image.new(mode, (600, 800), 255 if mode == "L" else 0).save(target, kind, **options)
    return target.getvalue()


def made() -> dict[str, bytes]:
    """The cases of group upload that are files, by their label."""
    exif = Image.Exif()
    exif[0x010E] = "Wilgenlaan 12"
    return {
        "UP01.pdf": b"<script>alert(1)</script>%PDF-1.4\n%%EOF",
        "UP06.docx": zipped(("word/document.xml", bytes(40 * MB))),
        "UP07.zip": zipped(("../../etc/passwd", b"root")), "UP08.pdf": pdf(with_javascript), "UP09.pdf": pdf(endless),
        "UP10.pdf": pdf(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")),
        "UP12.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "UP14.jpg": picture("JPEG", exif=exif), "UP15.jpg": picture("JPEG", "CMYK"),
        "UP16.docx": zipped(("word/document.xml", b"<w/>"), ("word/vbaProject.bin", b"macro")), "UP17.txt": EICAR,
        "UP18.jpg": b"x", "UP23.csv": b"=cmd|'/C calc'!A0,2\n", "UP24.xml": BOM.encode(),
        "UP24b.xml": BOM.replace('"ha"', 'SYSTEM "file:///etc/passwd"').encode(),
    }  # fmt: skip


def test_every_bad_file_gets_a_sentence_or_is_read_and_the_good_one_counts(cast: Cast, opslag: Opslag) -> None:
    client, bad = signed_in(cast.danielle.account), made()
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    files = [SimpleUploadedFile(name, content) for name, content in [*bad.items(), ("goed.940", MT940)]]
    answer = client.post("/papieren/sturen/", {"bestanden": files, "eenmalig": str(uuid4())})
    assert answer.status_code == 302
    page = plain(client.get("/papieren/").content)
    for name in [*bad, "goed.940"]:
        assert f"Goed aangekomen: {name}." in page
    for row in Bestand.objects.all():
        assert row.lezen in ("klaar", "niet_gelezen"), row.naam
        assert row.lezen == "klaar" or len(row.uitleg) > 20, row.naam
        assert row.lezen == "klaar" or row.uitleg in page, row.naam
    refused = set(Bestand.objects.filter(lezen="niet_gelezen").values_list("naam", flat=True))
    assert {"UP06.docx", "UP07.zip", "UP10.pdf", "UP12.svg", "UP24.xml", "UP24b.xml"} <= refused
    assert Bewijsstuk.objects.get(bestand__naam="goed.940").soort == "bankafschrift"
    assert {row.sleutel for row in Bestand.objects.all()} <= set(opslag.sleutels())


@pytest.mark.parametrize(
    ("name", "shown"),
    [("foto.jpg.exe. ", "foto.jpg.exe"), ("nul\0.pdf", "nul.pdf"), ("\u202efdp.exe", "fdp.exe"),
     ("x" * 10_000, "x" * 120), ("regel\r\nSet-Cookie: a=b.pdf", "regelSet-Cookie: a=b.pdf"),
     ("kind 👶🏽.pdf", "kind 👶🏽.pdf"), ("..\\..\\a.pdf", "a.pdf")],
)  # fmt: skip
def test_a_name_is_only_a_label(cast: Cast, opslag: Opslag, name: str, shown: str) -> None:
    from opstap.dossier.actions.receive_bestand import clean_naam

    assert clean_naam(name) == shown


@pytest.mark.parametrize(
    "body",
    [
        b"", b"geen grens", b"--grens\r\n" * 5000, b"--grens\r\nX: " + b"y" * MB + b"\r\n\r\n--grens--\r\n",
        b"".join(b'--grens\r\nContent-Disposition: form-data; name="bestanden"; filename="%d"\r\n\r\n\r\n' % n
                 for n in range(2000)) + b"--grens--\r\n",
    ],
)  # fmt: skip
def test_a_form_that_is_no_form_is_refused_calmly_and_leaves_nothing(cast: Cast, opslag: Opslag, body: bytes) -> None:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    answer = client.generic("POST", "/papieren/sturen/", body, content_type="multipart/form-data; boundary=grens")
    assert answer.status_code in (200, 302, 400, 413)
    assert [path for path in opslag.map.rglob("*") if path.is_file()] == []
