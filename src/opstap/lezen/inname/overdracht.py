"""How readings travel from the reading process to ours: JSON only, because that process has touched strange files.

Nothing that comes back is trusted more than its shape: it is built up again through the classes of the model, so that a
debit with a name on it cannot cross.
"""

from __future__ import annotations

import json
import socket
import struct
from dataclasses import asdict
from datetime import date
from typing import Any

from opstap.kern.geld import Geld
from opstap.lezen.model import Bladzijde, Document, Sporen, Transactie, Vak, Veld, Vraag, Woord

_HEAD = struct.Struct(">II")
_MAX_JSON = 128 * 1024 * 1024


class Verbroken(Exception):
    """The other side is gone or speaks no sense."""


def zend(sock: socket.socket, bericht: dict[str, Any], delen: list[bytes] | None = None) -> None:
    """One message with its blobs."""
    delen = delen or []
    body = json.dumps({**bericht, "_delen": [len(deel) for deel in delen]}).encode()
    sock.sendall(_HEAD.pack(len(body), len(delen)) + body)
    for deel in delen:
        sock.sendall(deel)


def ontvang(sock: socket.socket) -> tuple[dict[str, Any], list[bytes]]:
    """One message with its blobs; raises Verbroken when the other side is gone, TimeoutError when it is late."""
    size, count = _HEAD.unpack(_exactly(sock, _HEAD.size))
    if size > _MAX_JSON:
        raise Verbroken
    try:
        message = json.loads(_exactly(sock, size))
        lengths = message.pop("_delen")
        if len(lengths) != count:
            raise Verbroken
        return message, [_exactly(sock, int(length)) for length in lengths]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        raise Verbroken from None


def _exactly(sock: socket.socket, size: int) -> bytes:
    if size > _MAX_JSON:
        raise Verbroken
    buffer = bytearray(size)
    view, got = memoryview(buffer), 0
    while got < size:
        try:
            read = sock.recv_into(view[got:], size - got)
        except ConnectionError:
            raise Verbroken from None
        if not read:
            raise Verbroken
        got += read
    return bytes(buffer)


def document_uit(row: dict[str, Any]) -> Document:
    """A Document from its JSON; raises Verbroken when the shape is wrong."""
    try:
        return _document(row)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise Verbroken from None


def document_in(document: Document) -> dict[str, Any]:
    """A Document as JSON with everything that has to travel, also what `as_json` leaves out."""
    row = document.as_json()
    row["velden"] = {
        naam: [veld.waarde, veld.bladzijde, veld.vak, veld.zekerheid] for naam, veld in document.velden.items()
    }
    row["transacties"] = [
        [t.datum.isoformat(), t.bedrag.cents, t.soort, t.tegenpartij, t.bladzijde, t.vak] for t in document.transacties
    ]
    row["zekerheid"] = document.zekerheid
    row["bestanden"] = document.bestanden
    row["afdekken"] = document.afdekken
    row["rekening"], row["munt"] = document.rekening, document.munt
    row["leesbaar"], row["afgeleid"] = document.leesbaar, document.afgeleid
    traces = document.sporen
    row["sporen"] = {
        "stukjes": sorted(traces.stukjes),
        "blad": traces.blad,
        "tegenrekeningen": traces.tegenrekeningen,
        "sha256": traces.sha256,
        "plaats": traces.plaats,
        "beeld": traces.beeld,
    }
    return row


def bladzijden_in(bladzijden: list[Bladzijde]) -> bytes:
    """Pages of words as bytes, for the parsing process to understand."""
    rows = []
    for page in bladzijden:
        row = asdict(page)
        for naam in ("woorden", "tweede"):
            row[naam] = [[word.tekst, word.vak, word.zekerheid, word.regel] for word in getattr(page, naam)]
        rows.append(row)
    return json.dumps(rows).encode()


def bladzijden_uit(data: bytes) -> list[Bladzijde]:
    """The pages again."""
    pages = []
    for row in json.loads(data):
        for naam in ("woorden", "tweede"):
            row[naam] = [
                Woord(tekst, _vak_required(vak), zekerheid, regel) for tekst, vak, zekerheid, regel in row[naam]
            ]
        pages.append(Bladzijde(**row))
    return pages


def _document(row: dict[str, Any]) -> Document:
    periode, traces = row["periode"], row["sporen"]
    return Document(
        bestand=str(row["bestand"]),
        bladzijden=[int(page) for page in row["bladzijden"]],
        soort=str(row["soort"]),
        zekerheid=float(row["zekerheid"]),
        datum=_day(row["datum"]),
        periode=(date.fromisoformat(periode["van"]), date.fromisoformat(periode["tot"])) if periode else None,
        velden={str(naam): _veld(*veld) for naam, veld in row["velden"].items()},
        transacties=[_transactie(*booking) for booking in row["transacties"]],
        dubbel_van=_text(row["dubbel_van"]),
        vragen=[Vraag(str(v["veld"]), str(v["reden"]), tuple(map(str, v["waarden"]))) for v in row["vragen"]],
        problemen=[str(text) for text in row["problemen"]],
        bestanden=[str(naam) for naam in row["bestanden"]],
        afdekken=[(int(page), _vak_required(box)) for page, box in row["afdekken"]],
        rekening=_text(row.get("rekening")),
        munt=_text(row.get("munt")),
        leesbaar=bool(row["leesbaar"]),
        afgeleid=bool(row["afgeleid"]),
        sporen=Sporen(
            stukjes=frozenset(int(piece) for piece in traces["stukjes"]),
            blad=(int(traces["blad"][0]), int(traces["blad"][1])) if traces["blad"] else None,
            tegenrekeningen=tuple((int(place), str(mark)) for place, mark in traces["tegenrekeningen"]),
            sha256=str(traces["sha256"]),
            plaats=int(traces.get("plaats", 0)),
            beeld=bool(traces.get("beeld", False)),
        ),
    )


def _veld(waarde: str, bladzijde: int | None, vak: Any, zekerheid: float) -> Veld:
    return Veld(str(waarde), None if bladzijde is None else int(bladzijde), _vak(vak), float(zekerheid))


def _transactie(
    datum: str, cents: int, soort: str | None, tegenpartij: str | None, bladzijde: int | None, vak: Any
) -> Transactie:
    return Transactie(date.fromisoformat(datum), Geld(cents), soort, tegenpartij, bladzijde, _vak(vak))


def _vak(box: Any) -> Vak | None:
    return None if box is None else _vak_required(box)


def _vak_required(box: Any) -> Vak:
    x0, y0, x1, y1 = (float(side) for side in box)
    return (x0, y0, x1, y1)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
