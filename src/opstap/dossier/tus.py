"""The tus protocol, version 1.0.0 (https://tus.io/protocols/resumable-upload): core, creation, termination,
expiration, checksum.

What has come stays when the connection is lost, the session ends or the program is killed; who signs in again goes on
where it stopped. Only who began an upload goes on with it. Refusals carry one sentence in the language of the reader.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods

from opstap.dossier import opladingen, som
from opstap.dossier.actions.begin_oplading import BeginOplading
from opstap.dossier.models import Dossier, Oplading
from opstap.dossier.toegang import may_hand_in
from opstap.kern.actie import NietMogelijk
from opstap.kern.deel import AndereStand
from opstap.kern.models import Gebruiker
from opstap.kern.opslag import OpslagFout, SchijfVol

VERSIE = "1.0.0"
NODIG = (
    "gemeente_id", "naam", "grootte", "sleutel", "vereiste", "kanaal", "begonnen_op", "bestand_id",
    "dossier__gemeente_id", "dossier__inwoner__account_id", "dossier__partner__account_id",
)  # fmt: skip
STUK = "application/offset+octet-stream"
Words = Callable[..., object]


class Bevestigd(HttpResponse):
    """The answer goes out first: the bytes are durable. What they are to the dossier is written right after it."""

    def __init__(self, oplading: Oplading) -> None:
        super().__init__(status=204)
        self._oplading = oplading

    def close(self) -> None:
        try:
            opladingen.finish(self._oplading)
        finally:
            super().close()


@require_http_methods(["GET", "POST", "OPTIONS"])
def collection(
    request: HttpRequest, dossier: Dossier, kanaal: str, address: Callable[[UUID], str], words: Words
) -> HttpResponse:
    """GET: what was begun and not finished (ours, not of tus). POST: begin one. OPTIONS: what this server can."""
    if request.method == "GET":
        begun = opladingen.unfinished(request.user, dossier)
        return JsonResponse({"opladingen": [_listed(row, address) for row in begun]})
    if request.method == "OPTIONS":
        return _answer(204, {
            "Tus-Version": VERSIE, "Tus-Max-Size": str(settings.BESTAND_MAX_BYTES),
            "Tus-Extension": "creation,termination,expiration,checksum", **som.AANBOD,
        })  # fmt: skip
    return _other_version(request) or _begin(request, dossier, kanaal, address, words)


@require_http_methods(["HEAD", "PATCH", "DELETE", "OPTIONS"])
def one(request: HttpRequest, pk: UUID, words: Words) -> HttpResponse:
    """HEAD: how far it is. PATCH: the next piece. DELETE: never mind. Raises Http404 for who did not begin it."""
    rows = Oplading.objects.select_related("dossier__inwoner", "dossier__partner").only(*NODIG)
    user: Gebruiker = request.user  # type: ignore[assignment]
    row = rows.filter(gemeente=user.gemeente_id, pk=pk, door=user).first()
    if row is None or not may_hand_in(user, row.dossier):
        raise Http404
    row.door = user
    if request.method == "OPTIONS":
        return _answer(204, {"Tus-Version": VERSIE})
    if (wrong := _other_version(request)) is not None:
        return wrong
    if request.method == "DELETE":
        opladingen.drop(row)
        return _answer(204)
    if request.method == "PATCH":
        return _piece(request, row, words)
    where = {"Upload-Offset": str(opladingen.offset(row)), "Upload-Length": str(row.grootte)}
    return _answer(200, {**where, **_expires(row), "Cache-Control": "no-store"})


def _begin(
    request: HttpRequest, dossier: Dossier, kanaal: str, address: Callable[[UUID], str], words: Words
) -> HttpResponse:
    size, said = _number(request, "Upload-Length"), _metadata(request.headers.get("Upload-Metadata", ""))
    if size is None:
        return _answer(400, tekst=words("bestand.opnieuw", naam=said.get("filename", "")))
    action = BeginOplading(
        door=request.user, gemeente=dossier.gemeente, dossier=dossier, naam=said.get("filename", "bestand"),  # type: ignore[arg-type]
        grootte=size, merk=said.get("merk", "")[:40], vereiste=said.get("vereiste", "")[:60], kanaal=kanaal,
    )  # fmt: skip
    try:
        row = action.run()
    except NietMogelijk as refusal:
        status = 413 if refusal.sleutel == "bestand.te_groot" else 400
        return _answer(status, tekst=words(refusal.sleutel, **refusal.waarden))
    return _answer(201, {"Location": address(row.pk), **_expires(row)})


def _piece(request: HttpRequest, row: Oplading, words: Words) -> HttpResponse:
    start, size = _number(request, "Upload-Offset"), _number(request, "Content-Length")
    if request.content_type != STUK:
        return _answer(415)
    if start is None or (size is not None and start + size > row.grootte):
        return _answer(400, tekst=words("bestand.opnieuw", naam=row.naam))
    try:
        offset = opladingen.add(row, start, som.proven(request, request.headers.get("Upload-Checksum")))
    except som.SomFout as wrong:
        key = "bestand.stuk_te_groot" if wrong.status == 413 else "bestand.opnieuw"
        return _answer(wrong.status, tekst=words(key, naam=row.naam, mb=som.HOOGSTENS >> 20))
    except AndereStand as other:
        return _answer(409, {"Upload-Offset": str(other.stand)})
    except SchijfVol:
        return _answer(507, tekst=words("bestand.geen_ruimte", naam=row.naam))
    except OpslagFout:  # a piece that was confirmed is no longer whole: begun anew by who asks how far it is
        opladingen.deel(row).weg()
        return _answer(409, {"Upload-Offset": "0"})
    answer = Bevestigd(row) if offset == row.grootte else HttpResponse(status=204)
    return _headed(answer, {"Upload-Offset": str(offset), **_expires(row)})


def _other_version(request: HttpRequest) -> HttpResponse | None:
    if request.headers.get("Tus-Resumable") == VERSIE:
        return None
    return _answer(412, {"Tus-Version": VERSIE})


def _number(request: HttpRequest, name: str) -> int | None:
    """A header that is a whole number of at most 15 digits, or None."""
    value = request.headers.get(name, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= 15 else None


def _metadata(header: str) -> dict[str, str]:
    """The pairs of Upload-Metadata; one that cannot be read is left out."""
    said = {}
    for pair in header.split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            said[name] = b64decode(value, validate=True).decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            continue
    return said


def _listed(row: Oplading, address: Callable[[UUID], str]) -> dict[str, Any]:
    return {"adres": address(row.pk), "naam": row.naam, "grootte": row.grootte, "merk": row.merk,
            "stand": opladingen.offset(row)}  # fmt: skip


def _expires(row: Oplading) -> dict[str, str]:
    until: datetime = row.begonnen_op + opladingen.BLIJFT
    return {"Upload-Expires": http_date(until.timestamp())}


def _answer(status: int, headers: dict[str, str] | None = None, tekst: object = "") -> HttpResponse:
    return _headed(HttpResponse(str(tekst), status=status, content_type="text/plain; charset=utf-8"), headers or {})


def _headed(answer: HttpResponse, headers: dict[str, str]) -> HttpResponse:
    for name, value in {"Tus-Resumable": VERSIE, **headers}.items():
        answer.headers[name] = value
    return answer
