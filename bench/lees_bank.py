"""Speed of the parsing process: a long MT940, and pages of a PDF that was born digital.

Measured through the whole way a file goes (own process, limits, answer over a socket), after one warm-up file, as
median of five. The first figure of a fresh process is given apart.
"""

from __future__ import annotations

import io
import os
import statistics
import time
from pathlib import Path
from typing import Any

from reportlab.pdfgen import canvas

from opstap.lezen.inname.kind import Kamer, resident_bytes
from opstap.lezen.stapel import lees_bestand

ROUNDS = 5
PAGES = 20


def measure() -> list[dict[str, Any]]:
    """Rows {naam, waarde, eenheid, lat, toelichting}."""
    room = Kamer()
    try:
        statement, letter = long_mt940(10_000), born_digital(PAGES)
        first = _seconds(room, "eerste.sta", statement)
        bank, bank_cpu = _median(room, "lang.sta", statement)
        _seconds(room, "warm.pdf", letter)
        pdf, pdf_cpu = _median(room, "brief.pdf", letter)
        resident = max(resident_bytes(kind.process.pid) for kind in room._idle) / 1024 / 1024
    finally:
        room.sluit()
    return [
        _row("MT940 van 10.000 regels", bank, "s", "≤ 0,5", "5.000 boekingen, mediaan van 5, warm proces"),
        _row("MT940 van 10.000 regels, eerste keer", first, "s", "", "met het starten van het leesproces erbij"),
        _row(
            "digitale pdf, per bladzijde", pdf / PAGES * 1000, "ms", "≤ 20", f"{PAGES} bladzijden, tot en met de velden"
        ),
        _row("MT940 van 10.000 regels, processortijd", bank_cpu, "s", "≤ 0,5", "van het leesproces zelf"),
        _row("digitale pdf, processortijd per bladzijde", pdf_cpu / PAGES * 1000, "ms", "≤ 20", "van het leesproces"),
        _row(
            "geheugen van het leesproces", resident, "MB", "≤ 512", "resident na deze bestanden; grens van het proces"
        ),
    ]


def long_mt940(lines: int) -> bytes:
    """A statement with this many lines: half entries, half descriptions."""
    body = [":20:MEET", ":25:NL91ABNA0417164300", ":28C:1/1", ":60F:C260531EUR0,00"]
    for number in range(lines // 2):
        mark = "C" if number % 2 else "D"
        body.append(f":61:26{number % 12 + 1:02d}15{mark}12,34N426NONREF")
        body.append(":86:/TRTP/SEPA OVERBOEKING/IBAN/NL44RABO0123456789/NAME/van Mare BV/REMI/salaris en meer")
    return "\r\n".join([*body, ":62F:C261231EUR0,00", "-", ""]).encode()


def born_digital(pages: int) -> bytes:
    """Statements of one page each, with thirty bookings, as a bank makes them."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(595, 842))
    for page in range(pages):
        month = page % 12 + 1
        head = [
            "Bank Voorbeeld",
            "Rekeningafschrift",
            "IBAN NL91 ABNA 0417 1643 00",
            f"Periode 01-{month:02d}-2026 t/m 28-{month:02d}-2026",
            "Beginsaldo 1.000,00",
            "Eindsaldo 1.000,00",
            "Datum      Omschrijving      Bedrag",
        ]
        rows = [
            f"{day % 28 + 1:02d}-{month:02d}-2026  Overschrijving {day}  {'12,50' if day % 2 else '-12,50'}"
            for day in range(30)
        ]
        for number, line in enumerate([*head, *rows]):
            sheet.drawString(60, 800 - 18 * number, line)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def _median(room: Kamer, naam: str, data: bytes) -> tuple[float, float]:
    """Seconds on the wall (median) and of the processor in the parsing process (mean) for one file."""
    before = _processor(room)
    wall = statistics.median(_seconds(room, naam, data) for _ in range(ROUNDS))
    return wall, (_processor(room) - before) / ROUNDS


def _processor(room: Kamer) -> float:
    """Processor seconds that the idle parsing processes used so far."""
    ticks = 0
    for kind in room._idle:
        fields = Path(f"/proc/{kind.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _seconds(room: Kamer, naam: str, data: bytes) -> float:
    began = time.perf_counter()
    documents, refused = lees_bestand(naam, data, kamer=room)
    if refused or not documents:
        raise RuntimeError(f"the made-up file {naam} was not read")
    return time.perf_counter() - began


def _row(naam: str, waarde: float, eenheid: str, lat: str, toelichting: str) -> dict[str, Any]:
    return {"naam": naam, "waarde": round(waarde, 3), "eenheid": eenheid, "lat": lat, "toelichting": toelichting}
