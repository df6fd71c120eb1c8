"""Helpers to walk the pages as a person does, without a browser: sign in, fill a page of questions, hand in a file."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opstap.kern.models import Gebruiker

BACKEND = "opstap.koppelingen.aanmelden.Aanmelding"
ANTWOORDEN = {
    "woonvorm": "huurt", "ander_inkomen": ["geen"], "studie": "niet", "eigen_bedrijf": "niet", "banktegoed": "1200",
    "bezit": "nee", "schulden": "nee", "giften": "nee", "reden": ["geen"], "lang_buitenland": "nee",
    "geld_voor_eten": "ja",
    "telefoon": "0612345678", "uitkering": "niet", "werk": "niet", "rechtmatig_verblijf": "ja", "woont_met": ["geen"],
    "geboortedatum": "14-3-1985",
}  # fmt: skip

MT940 = b""":20:STARTUMS
:25:NL91ABNA0417164300
:28C:00001/001
:60F:C260801EUR812,44
:61:2608240824C1806,40NTRFNONREF
:86:/TRTP/SEPA OVERBOEKING/CSID/X/NAME/VAN MARE BV/PURP/CD/SALA/REMI/SALARIS AUGUSTUS/
:61:2608250825D612,44NTRFNONREF
:86:/TRTP/SEPA INCASSO/NAME/SLIJTERIJ HET VAATJE/REMI/BORREL/
:62F:C260831EUR2006,40
-
"""


def signed_in(user: Gebruiker | None) -> Client:
    client = Client(raise_request_exception=True)
    if user is not None:
        client.force_login(user, backend=BACKEND)
    return client


def plain(html: bytes) -> str:
    """The words of a page, without markup."""
    text = re.sub(r"<(script|style).*?</\1>", " ", html.decode(), flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


def once(**said: object) -> dict[str, object]:
    """What a form sends, with the key that lets it count once."""
    return {**said, "eenmalig": str(uuid4())}


def answer_all(client: Client, **andere: object) -> None:
    """Go through the questionnaire to its end."""
    for _ in range(20):
        page = client.get("/aanvraag/verder/", follow=True)
        path = page.request["PATH_INFO"]
        if "/vragen/" not in path:
            return
        names = set(re.findall(r'name="([a-z_]+)"', page.content.decode()))
        said = {name: value for name, value in {**ANTWOORDEN, **andere}.items() if name in names}
        done = client.post(path, {**said, "eenmalig": str(uuid4())})
        assert done.status_code == 302, plain(done.content)
    raise AssertionError("the questionnaire does not end")


def hand_in(client: Client, *files: tuple[str, bytes]) -> None:
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    answer = client.post("/papieren/sturen/", {"bestanden": uploads, "eenmalig": str(uuid4())})
    assert answer.status_code == 302, plain(answer.content)
