"""Which column of a file means what: by its own name, by a name that other lists use, or as someone chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.keuzehulp.lijst.bestand import Lijst, column_name
from opstap.keuzehulp.lijst.kolommen import KOLOMMEN, NAMEN

BESTAND = INHOUD / "keuzehulp" / "kolommen.yaml"
NIET = "-"


@dataclass(frozen=True, slots=True)
class Koppelwijze:
    """How a file is read. `kolommen`: our column → theirs. `hulp`: their name in small letters → our kind of help.
    `vast`: our column → the text that holds for every row without one."""

    kolommen: Mapping[str, str] = field(default_factory=dict)
    hulp: Mapping[str, str] = field(default_factory=dict)
    vast: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"kolommen": dict(self.kolommen), "hulp": dict(self.hulp), "vast": dict(self.vast)}

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Koppelwijze:
        return cls(document.get("kolommen", {}), document.get("hulp", {}), document.get("vast", {}))


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Per column the names that other lists use for it, as they are compared. Raises InhoudFout."""
    document = load(BESTAND)
    require(BESTAND, document, {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object, "kolommen": Rij})
    for name, words in document["kolommen"].items():
        if name not in NAMEN or not isinstance(words, list):
            raise InhoudFout(BESTAND, document["kolommen"].lines.get(name), f"{name} is geen kolom met een lijst namen")
    return {name: tuple(column_name(word) for word in words) for name, words in document["kolommen"].items()}


def guess(kop: Sequence[str]) -> dict[str, str]:
    """Our column → theirs, for what can be recognised; nothing of theirs is used twice."""
    theirs = {column_name(name): name for name in kop}
    found: dict[str, str] = {}
    for kolom in KOLOMMEN:
        for name in (kolom.naam, *other_names().get(kolom.naam, ())):
            if name in theirs and theirs[name] not in found.values():
                found[kolom.naam] = theirs[name]
                break
    return found


def missing(wijze: Koppelwijze) -> list[str]:
    """The columns that must be there and are neither coupled nor fixed."""
    return [
        kolom.naam
        for kolom in KOLOMMEN
        if kolom.nodig and not wijze.kolommen.get(kolom.naam) and not wijze.vast.get(kolom.naam)
    ]


def unused(lijst: Lijst, wijze: Koppelwijze) -> list[str]:
    """The columns of the file that are not read."""
    used = set(wijze.kolommen.values())
    return [name for name in lijst.kop if name not in used]


def translate(row: Mapping[str, str], wijze: Koppelwijze) -> dict[str, str]:
    """One row of theirs as cells of ours."""
    cells = {name: row.get(wijze.kolommen.get(name, ""), "") for name in NAMEN}
    return {name: text if text.strip() else wijze.vast.get(name, "") for name, text in cells.items()}
