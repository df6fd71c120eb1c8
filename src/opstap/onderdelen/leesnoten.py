"""What the reader noted about a paper or file, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst

from opstap.dossier import noten
from opstap.dossier.models import Bestand, Bewijsstuk
from opstap.lezen.noten import Noot
from opstap.onderdelen.teksten import plat, taal
from opstap.taal import teksten


@dataclass(frozen=True, slots=True)
class Leesnoot:
    """One note. `taal` is filled when its sentence is not in the language of the page; `waarden`: what was read."""

    tekst: str
    taal: str = ""
    waarden: tuple[str, ...] = ()


def refusal(bestand: Bestand) -> Leesnoot:
    """Why this file was not read."""
    return _said((bestand.leesfout, {}) if bestand.leesfout else None, bestand.uitleg)


@dataclass(frozen=True, slots=True)
class Weigering:
    """What was handed in and could not be read: a file, or a part of one (`naam` has both)."""

    naam: str
    ontvangen_op: datetime
    noot: Leesnoot


def refusals(files: Iterable[Bestand]) -> list[Weigering]:
    """Of each of these files why it, or which parts of it, could not be read."""
    found = []
    for file in files:
        if file.lezen == Bestand.Lezen.NIET_GELEZEN:
            found.append(Weigering(file.naam, file.ontvangen_op, refusal(file)))
            continue
        for name, code, sentence in noten.parts(file):
            found.append(Weigering(f"{file.naam}: {name}", file.ontvangen_op, _said((code, {}), sentence)))
    return found


def questions(paper: Bewijsstuk) -> list[Leesnoot]:
    """What the reader did not decide, with the values between which it did not."""
    return [_said(code, row["reden"], tuple(row["waarden"])) for row, code in noten.kept(paper.gegevens, "vragen")]


def problems(paper: Bewijsstuk) -> list[Leesnoot]:
    """What may be wrong with the picture or the paper, and how to go on."""
    return [_said(code, sentence) for sentence, code in noten.kept(paper.gegevens, "problemen")]


def _said(code: Noot | None, kept: str, waarden: tuple[Any, ...] = ()) -> Leesnoot:
    """The sentence of this code; without one (an older row, a reader that is newer than the texts) the kept one."""
    key = f"leesnoot.{code[0]}" if code else ""
    if code and teksten.bestaat(key, taal()):
        return Leesnoot(capfirst(plat(key, **code[1])), waarden=waarden)
    return Leesnoot(capfirst(kept), teksten.HOOFDTAAL if taal() != teksten.HOOFDTAAL else "", waarden)
