"""What the reader noted about a paper or file, as codes beside its Dutch sentences, so that a page can say it in the
language of its reader. The sentences stay as they were kept: rows from before the codes have nothing else.
"""

from __future__ import annotations

from typing import Any

from opstap.dossier.models import Bestand
from opstap.lezen.model import Document, NietGelezen
from opstap.lezen.noten import Noot, herken
from opstap.taal import teksten


def codes(document: Document) -> dict[str, list[Noot | None]]:
    """For each question and problem of a paper its code with its numbers, in the same order; None: not known."""
    return {
        "vragen": [herken(vraag.reden) for vraag in document.vragen],
        "problemen": [herken(zin) for zin in document.problemen],
    }


def refused(why: NietGelezen) -> str:
    """The code of why a file was not read. Contract 1 has one code for several sentences; here each has its own."""
    found = herken(why.uitleg)
    return found[0] if found else why.code


def own(bestand: Bestand, code: str) -> NietGelezen:
    """A refusal that is ours and not the reader's: `virus`, `kapot`, `te_groot_bewaard` or `lukt_niet`."""
    return NietGelezen(bestand.naam, code, teksten.tekst(f"leesnoot.{code}"))


def parts(bestand: Bestand) -> list[tuple[str, str, str]]:
    """Of a file of which some parts were read (a message with attachments) those that were not: their name in the file,
    the code and the sentence."""
    last = bestand.lezingen.order_by("gelezen_op", "id").last()
    rows = [NietGelezen(**row) for row in last.uitkomst["niet_gelezen"]] if last is not None else []
    return [(row.bestand.rsplit(" › ", 1)[-1], refused(row), row.uitleg) for row in rows]


def kept(gegevens: dict[str, Any], what: str) -> list[tuple[Any, Noot | None]]:
    """The `vragen` or `problemen` of a paper as kept, each with its code."""
    said = gegevens.get(what, [])
    known = gegevens.get("noten", {}).get(what, [])
    known = known if len(known) == len(said) else [None] * len(said)
    return list(zip(said, known, strict=True))
