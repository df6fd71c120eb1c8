"""Is this PDF safe and readable? Locked, endless, oversized or with something hidden: said before a page is read."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pikepdf

from opstap.lezen.inname import grenzen
from opstap.lezen.inname.fout import fout
from opstap.lezen.noten import ZINNEN

PROGRAMMA = ZINNEN["pdf_programma"]
BIJLAGE = ZINNEN["pdf_bijlage"]
FORMULIER = ZINNEN["pdf_formulier"]
_ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"})


@dataclass(frozen=True, slots=True)
class Gecontroleerd:
    """How many pages, and neutral remarks for the person."""

    bladzijden: int
    opmerkingen: tuple[str, ...]


def controleer_pdf(inhoud: bytes, wachtwoord: str | None = None) -> Gecontroleerd:
    """Check a PDF before reading it. Raises LeesFout: wachtwoord, beschadigd, te_lang, te_groot_blad."""
    try:
        with pikepdf.open(io.BytesIO(inhoud), password=wachtwoord or "") as pdf:
            pages = _count(pdf)
            _sizes(pdf)
            remarks = _hidden(pdf)
    except pikepdf.PasswordError:
        raise fout("wachtwoord_past_niet" if wachtwoord else "wachtwoord") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        raise fout("beschadigd") from None
    return Gecontroleerd(pages, remarks)


def _count(pdf: pikepdf.Pdf) -> int:
    declared = pdf.Root.Pages.get("/Count", 0)
    if int(declared) > grenzen.BLADZIJDEN:
        raise fout("te_lang")
    pages = len(pdf.pages)
    if pages > grenzen.BLADZIJDEN:
        raise fout("te_lang")
    if not pages:
        raise fout("leeg")
    return pages


def _sizes(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        box = [float(side) for side in page.mediabox]
        if len(box) != 4 or max(abs(box[2] - box[0]), abs(box[3] - box[1])) > grenzen.BLADZIJDE_PUNTEN:
            raise fout("te_groot_blad")


def _hidden(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    root = pdf.Root
    names: Any = root.get("/Names", {})
    remarks = []
    actions = [root.get("/OpenAction"), root.get("/AA"), *(page.obj.get("/AA") for page in pdf.pages)]
    if "/JavaScript" in names or any(_acts(action) for action in actions) or _annotations(pdf):
        remarks.append(PROGRAMMA)
    if "/EmbeddedFiles" in names or "/AF" in root:
        remarks.append(BIJLAGE)
    form: Any = root.get("/AcroForm", {})
    if "/XFA" in form:
        remarks.append(FORMULIER)
    return tuple(remarks)


def _annotations(pdf: pikepdf.Pdf) -> bool:
    for page in pdf.pages:
        notes = page.obj.get("/Annots")
        if isinstance(notes, pikepdf.Array):
            for note in list(notes)[:200]:
                if isinstance(note, pikepdf.Dictionary) and (_acts(note.get("/A")) or _acts(note.get("/AA"))):
                    return True
    return False


def _acts(action: Any, depth: int = 0) -> bool:
    """Whether an action (or one behind it) does more than move to a page or open a link that a person clicks."""
    if not isinstance(action, pikepdf.Dictionary) or depth > 3:
        return False
    if str(action.get("/S", "")) in _ACTIONS or "/JS" in action:
        return True
    return any(_acts(action[key], depth + 1) for key in action.keys() if key not in ("/Parent", "/P", "/D"))  # noqa: SIM118
