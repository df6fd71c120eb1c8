"""Small papers drawn for the tests: letters and statements as PDF, and photos of them with a known geometry."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

BOEKINGEN = [
    ("03-08-2026", "Casino Royal Utrecht", "kaartspel pas 002", -12050),
    ("12-08-2026", "Slijterij De Kurk", "betaalautomaat", -65000),
    ("24-08-2026", "van Mare BV", "salaris augustus", 180640),
    ("28-08-2026", "Contributie vakbond", "lidmaatschap", -64424),
]


def nl(cents: int) -> str:
    return f"{abs(cents) // 100:,}".replace(",", ".") + f",{abs(cents) % 100:02d}"


def pdf(
    regels: list[tuple[float, float, str]], maat: tuple[float, float] = A4, corps: float = 11, bladen: int = 1
) -> bytes:
    """A PDF with text at (x, y from the top); `bladen`: the same on so many pages."""
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=maat, invariant=1)
    for _ in range(bladen):
        page.setFont("Helvetica", corps)
        for x, y, text in regels:
            page.drawString(x, maat[1] - y, text)
        page.showPage()
    page.save()
    return target.getvalue()


def brief(*regels: str, corps: float = 11) -> bytes:
    """A plain letter: one line under the other."""
    return pdf([(60, 60 + 20 * index, regel) for index, regel in enumerate(regels)], corps=corps)


def afschrift(kolommen: str = "af_bij", eind: int = 120410 - 800) -> bytes:
    """A statement over August 2026. `kolommen`: af_bij, teken, woord or saldo."""
    rows: list[tuple[float, float, str]] = [
        (50, 50, "ING Bank"),
        (50, 75, "Afschrift Betaalrekening"),
        (50, 105, "Mevr. F. Yilmaz"),
        (50, 119, "Dorpsstraat 12"),
        (50, 133, "7621 AB Borne"),
        (330, 105, "IBAN: NL91 ABNA 0417 1643 00"),
        (330, 119, "Periode: 01-08-2026 t/m 31-08-2026"),
        (330, 133, "Datum: 01-09-2026"),
        (50, 165, "Vorig saldo"),
        (170, 165, "812,44"),
        (330, 165, "Nieuw saldo"),
        (450, 165, nl(eind)),
        (50, 195, "Datum"),
        (110, 195, "Naam / Omschrijving"),
    ]
    rows += [(430, 195, "Af"), (510, 195, "Bij")] if kolommen == "af_bij" else [(430, 195, "Bedrag")]
    rows += [(510, 195, "Saldo")] if kolommen == "saldo" else []
    y, saldo = 215.0, 81244
    for dag, naam, extra, cents in BOEKINGEN:
        saldo += cents
        rows += [(50, y, dag), (110, y, naam), (110, y + 12, extra)]
        if kolommen == "af_bij":
            rows.append((420 if cents < 0 else 500, y, nl(cents)))
        elif kolommen == "teken":
            rows.append((430, y, ("- " if cents < 0 else "+ ") + nl(cents)))
        elif kolommen == "woord":
            rows.append((430, y, nl(cents) + (" Af" if cents < 0 else " Bij")))
        else:
            rows += [(430, y, ("-" if cents < 0 else "") + nl(cents)), (505, y, nl(saldo))]
        y += 30
    return pdf(rows, corps=10)


EINDSALDO = 81244 + sum(row[3] for row in BOEKINGEN)


def raster(inhoud: bytes, schaal: float = 2.0) -> Any:
    """The first page as a picture (BGR)."""
    document = pypdfium2.PdfDocument(inhoud)
    picture = document[0].render(scale=schaal).to_numpy()[:, :, :3].copy()
    document.close()
    return picture


def foto(
    inhoud: bytes, hoeken: list[list[float]] | None = None, achtergrond: int = 70, kwart: int = 0, schaduw: float = 0.6
) -> tuple[bytes, Any]:
    """A photo of the first page on a table with uneven light, and the matrix from page pixels to (unturned) photo
    pixels."""
    page = raster(inhoud)
    high, wide = page.shape[:2]
    size = (int(wide * 1.3), int(high * 1.2))
    corners = np.float32(hoeken or [[0.12, 0.08], [0.86, 0.1], [0.9, 0.93], [0.08, 0.9]]) * np.float32(size)
    matrix = cv2.getPerspectiveTransform(np.float32([[0, 0], [wide, 0], [wide, high], [0, high]]), corners)
    noise = np.random.default_rng(1).normal(0, 4, (size[1], size[0], 1))
    table = (np.full((size[1], size[0], 3), achtergrond) + noise).clip(0, 255).astype(np.uint8)
    inside = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    picture = np.where(inside[:, :, None] > 127, cv2.warpPerspective(page, matrix, size), table)
    picture = (picture * np.linspace(schaduw, 1, size[0])[None, :, None]).astype(np.uint8)
    picture = np.ascontiguousarray(np.rot90(picture, kwart))
    return jpeg(picture), matrix


def jpeg(picture: Any, kwaliteit: int = 88) -> bytes:
    return bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, kwaliteit])[1].tobytes())
