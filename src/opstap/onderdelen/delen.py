"""The shapes that the bigger parts of a page take. A face fills them, the template part draws them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from typing import Any

from opstap.onderdelen.teksten import t

Vak = tuple[float, float, float, float]
_CAPTION = re.compile(r"<caption[^>]*>([^<]*)</caption>")


@dataclass(frozen=True, slots=True)
class Link:
    """Where to and in which words. Without an address the words stand alone."""

    tekst: Any
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing on a timeline. `staat`: geweest, nu or later. `wanneer`: a day, a moment, or words."""

    wanneer: date | datetime | str
    tekst: Any
    staat: str = "geweest"
    kop: Any = ""
    uiterlijk: bool = False
    door: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of a calculation. `uitkomst` is words or Geld; `open` says what is not known yet; `som` is the end."""

    naam: Any
    tekst: Any
    uitkomst: Any
    artikelen: tuple[Link, ...] = ()
    open: Any = ""
    som: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Plek:
    """One thing read from a paper. `vak`: x0, y0, x1, y1 as fractions of the page, or None when it has no spot."""

    label: Any
    waarde: Any
    vak: Vak | None = None
    bladzijde: int = 1
    aan: bool = False
    uitleg: Any = ""
    staat: str = ""


@dataclass(frozen=True, slots=True)
class Tegel:
    """One month of papers. `staat`: binnen, deels, ontbreekt or niet_leesbaar (as in contracten.md)."""

    maand: date
    staat: str
    toelichting: Any = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """One reason for or against. `soort`: uw_woorden, onderzoek, vakkennis or hier_gemeten. With `meer` it is only a
    disclosure that holds further reasons."""

    soort: str
    tekst: Any
    bron: str = ""
    adres: str = ""
    meer: tuple[Argument, ...] = ()

    @property
    def kop(self) -> Any:
        """The name of this kind of reason, in the language of the reader."""
        return t(f"onderdelen.argument_{self.soort}")


@dataclass(frozen=True, slots=True)
class Optie:
    """One column in the talk. `cellen`: wat, tijd, waar, wie, geld, wanneer, eerst, zeker; absent is empty."""

    sleutel: str
    naam: Any
    voor: tuple[Argument, ...]
    tegen: tuple[Argument, ...]
    cellen: Mapping[str, Any] = field(default_factory=dict)
    waarom: Any = ""
    bijgewerkt_op: date | None = None
    gekozen: bool = False


@dataclass(frozen=True, slots=True)
class Toets:
    """A key of the keyboard and what it does. `toets` may be several, in the order they are pressed."""

    toets: tuple[str, ...]
    doet: Any


def caption(table: str) -> str:
    """The words of a table's caption, unescaped; empty when it has none."""
    found = _CAPTION.search(table)
    return unescape(found.group(1)) if found else ""
