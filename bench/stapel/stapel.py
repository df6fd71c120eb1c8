"""A household with its shoebox: files in every form, doubles, a missing month, two papers in one photo, a medical
letter."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bench.stapel.bijzonder import MAKERS, afschrift
from bench.stapel.camera import meer_bladen, neem_op, twee_op_een, verplaats
from bench.stapel.huishouden import Huishouden
from bench.stapel.notatie import huishouden
from bench.stapel.papier import VARIATIES, Papier, maak, recepten
from bench.stapel.vel import Waarheid

ALLE = [*MAKERS, *(soort for soort in recepten() if soort not in ("medische_brief", "niet_relevant"))]
VORMEN = ["pdf", "scan", "foto", "moeilijk"]


@dataclass
class Stuk:
    """One paper in the pile as it should be found."""

    bestand: str
    vorm: str
    papier: Papier
    waarheid: list[Waarheid]
    dubbel: bool = False


@dataclass
class Schoenendoos:
    """The files of one household and the truth about them."""

    bestanden: list[tuple[str, bytes]] = field(default_factory=list)
    stukken: list[Stuk] = field(default_factory=list)
    maanden: dict[str, str] = field(default_factory=dict)
    iban: str = ""


def maak_doos(zaad: int, deel: str, papieren: int = 8, vormen: list[str] | None = None) -> Schoenendoos:
    """The pile of household `zaad`: the same seed and part give the same bytes of paper."""
    rng = random.Random(f"{deel}-{zaad}")
    mens = huishouden(rng) if deel in VARIATIES else Huishouden(rng)
    doos = Schoenendoos(iban=mens.iban)
    forms = vormen or VORMEN
    _afschriften(doos, deel, mens, rng, forms)
    for index in range(papieren):
        soort = ALLE[(zaad * papieren + index) % len(ALLE)]
        if soort == "bankafschrift":
            soort = "loonstrook"
        form = "scherm" if soort == "bank_app_schermafdruk" else rng.choice(forms)
        _erbij(doos, f"IMG_{zaad:02d}{index:02d}", form, maak(soort, deel, mens, rng), rng)
    _erbij(
        doos,
        f"scan{zaad:02d}",
        rng.choice(forms),
        maak(rng.choice(["medische_brief", "niet_relevant"]), deel, mens, rng),
        rng,
    )
    if zaad % 3 == 0 and ("foto" in forms):
        _twee(
            doos,
            f"IMG_{zaad:02d}99",
            [maak(soort, deel, mens, rng) for soort in ("huurspecificatie", "zorgpolis")],
            rng,
        )
    return doos


def _afschriften(doos: Schoenendoos, deel: str, mens: Huishouden, rng: random.Random, forms: list[str]) -> None:
    """Four months that follow on from each other; one is left out, one is there twice."""
    balance = rng.randint(10_000, 150_000)
    missing, double = rng.choice([None, 7, 8]), rng.choice([6, 9])
    for month in (6, 7, 8, 9):
        paper = afschrift(deel, mens, rng, (2026, month), balance)
        balance = int(paper_saldo(paper).replace(".", ""))
        doos.maanden[f"2026-{month:02d}"] = "ontbreekt" if month == missing else "binnen"
        if month == missing:
            continue
        _erbij(doos, f"afschrift-{month}", rng.choice(forms), paper, rng)
        if month == double:
            _erbij(doos, f"nogmaals-{month}", rng.choice(forms), paper, rng, dubbel=True)


def paper_saldo(paper: Papier) -> str:
    """The closing balance of a statement."""
    return next(fact.waarde for fact in paper.waarheid if fact.naam == "eindsaldo")


def _erbij(doos: Schoenendoos, naam: str, vorm: str, paper: Papier, rng: random.Random, dubbel: bool = False) -> None:
    if vorm == "pdf":
        content, extension, matrices = paper.pdf, "pdf", [np.eye(3)] * paper.bladzijden
    elif paper.bladzijden > 1:
        content, extension, matrices = meer_bladen(paper.pdf, vorm, rng, paper.bladzijden)
    else:
        content, extension, matrix = neem_op(paper.pdf, vorm, rng)
        matrices = [matrix]
    _leg(doos, f"{naam}.{extension}", content)
    doos.stukken.append(_stuk(f"{naam}.{extension}", vorm, paper, matrices, dubbel))


def _twee(doos: Schoenendoos, naam: str, papers: list[Papier], rng: random.Random) -> None:
    content, extension, matrices = twee_op_een(papers[0].pdf, papers[1].pdf, rng)
    _leg(doos, f"{naam}.{extension}", content)
    for paper, matrix in zip(papers, matrices, strict=True):
        doos.stukken.append(_stuk(f"{naam}.{extension}", "twee", paper, [matrix], False))


def _leg(doos: Schoenendoos, naam: str, content: bytes) -> None:
    doos.bestanden.append((naam, content))


def _stuk(naam: str, vorm: str, paper: Papier, matrices: list[Any], dubbel: bool) -> Stuk:
    facts = [
        Waarheid(f.naam, f.waarde, f.bladzijde, verplaats(f.vak, matrices[f.bladzijde - 1])) for f in paper.waarheid
    ]
    return Stuk(naam, vorm, paper, facts, dubbel)
