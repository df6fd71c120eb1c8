"""What one reading of one paper gave, before it becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from opstap.lezen.model import Transactie, Vak, Veld, Vraag


@dataclass(slots=True)
class Opbrengst:
    """What one reading gave."""

    velden: dict[str, Veld] = field(default_factory=dict)
    vragen: list[Vraag] = field(default_factory=list)
    problemen: list[str] = field(default_factory=list)
    datum: date | None = None
    periode: tuple[date, date] | None = None
    afgeleid: bool = False
    transacties: list[Transactie] = field(default_factory=list)
    tegenrekeningen: list[tuple[int, str]] = field(default_factory=list)
    afdekken: list[tuple[int, Vak]] = field(default_factory=list)
    afdekken_tweede: list[tuple[int, Vak]] = field(default_factory=list)
    bewezen: bool = False
    gevonden: int = 0
