"""The word rules of `inhoud/lezen/soorten.yaml`: points per kind for the words that stand on the paper."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opstap.kern.content import INHOUD, InhoudFout, load, require

BESTAND = INHOUD / "lezen" / "soorten.yaml"
PUNTEN = {"titel": 4.0, "kop": 2.0, "woorden": 1.0, "tegen": -3.0}
TITEL_LAGER = 2.2
"""Points for a title word that stands in the running text instead of at the top."""
MAX_WOORDEN = 9


@dataclass(frozen=True, slots=True)
class Patroon:
    """One pattern; its first letters are looked for before the slower expression is."""

    begin: str
    vorm: re.Pattern[str]

    def staat_in(self, text: str) -> bool:
        return self.begin in text and self.vorm.search(text) is not None


@dataclass(frozen=True)
class Regels:
    """The patterns of one kind."""

    soort: str
    patronen: dict[str, tuple[Patroon, ...]]


def gewoon(text: str) -> str:
    """Small letters without accents, one space between words: how patterns and papers are compared."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().split())


@cache
def lees_regels(path: Path = BESTAND) -> tuple[Regels, ...]:
    """The rules of the content file; raises InhoudFout with the line when it is wrong."""
    content = load(path)
    require(path, content, {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object, "soorten": dict})
    rules = []
    for soort, row in content["soorten"].items():
        require(path, row, {"titel": list, "woorden": list}, {"kop": list, "tegen": list})
        patterns = {part: tuple(_compile(path, row.line, word) for word in row.get(part, [])) for part in PUNTEN}
        rules.append(Regels(soort, patterns))
    return tuple(rules)


def _compile(path: Path, line: int, word: object) -> Patroon:
    if not isinstance(word, str) or not gewoon(word):
        raise InhoudFout(path, line, f"geen woord: {word!r}")
    plain = gewoon(word)
    open_end = plain.endswith("*")
    parts = [re.escape(part) for part in plain.removesuffix("*").split()]
    body = r"\s?".join(parts)
    shape = re.compile(r"(?<![a-z0-9])" + body + ("" if open_end else r"(?![a-z0-9])"))
    return Patroon(plain.removesuffix("*").split()[0], shape)


def punten(text: str, alleen: str = "") -> dict[str, float]:
    """Points per kind for this text (the lines of a page, in reading order). `alleen`: of one kind only."""
    lines = [line for line in text.splitlines() if line.strip()]
    head = gewoon(" ".join(lines[: max(8, len(lines) // 4)]))
    whole = gewoon(" ".join(lines))
    found = {rules.soort: _punten(rules, head, whole) for rules in lees_regels() if alleen in ("", rules.soort)}
    if alleen in ("", "bank_app_schermafdruk") and _is_scherm_met_boekingen(lines):
        found["bank_app_schermafdruk"] = found.get("bank_app_schermafdruk", 0.0) + PUNTEN["titel"] + PUNTEN["woorden"]
    if alleen in ("", "bankafschrift") and _is_lijst_van_boekingen(lines):
        found["bankafschrift"] = found.get("bankafschrift", 0.0) + 2 * PUNTEN["titel"]
    return found


_KLOK = re.compile(r"\W*\d{1,2}[:.]\d{2}\b(?!.*\d[.,]\d{2}).{0,30}$")
_BOEKING = re.compile(r"[-+−–]\s?(?:€\s?)?[\d.,]*\d[.,]\d{2}\s*$")


def _is_scherm_met_boekingen(lines: list[str]) -> bool:
    """Whether the top line is the clock of a telephone and amounts with their signs close at least three lines. The
    words on the screen of an app are those of its bookings, and so of any kind."""
    clock = any(_KLOK.match(line) for line in lines[:1])
    return clock and sum(_BOEKING.search(line) is not None for line in lines) > 2


_RIJ = re.compile(
    r"\W*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}|\d{1,2} [a-z]{3}).*\d[.,]\d{2}\W*(?:af|bij|debet|credit|[cd]r?)?\W*$",
    re.I,
)
_SALDI = re.compile(r"(?:begin|start|opening|vorig|oud)\w*\s?(?:saldo|balans|balance)|saldo (?:oud|vorig|begin)", re.I)
_KOP = re.compile(r"datum\b.*\bomschrijving\b.*\bbedrag", re.I)
_TEKEN = re.compile(r"[-+−–]\s?(?:€\s?)?[\d.,]*\d[.,]\d{2}\W*$|\b(?:af|bij)\W*$", re.I)


def _is_lijst_van_boekingen(lines: list[str]) -> bool:
    """Whether rows run from a day to an amount, and a balance to begin with is named or, on a page that goes on, the
    heads of the columns over amounts with their signs. What was paid can be anything."""
    rows = [line for line in lines if _RIJ.match(line)]
    if len(rows) < 5:
        return False
    signed = 2 * sum(_TEKEN.search(line) is not None for line in rows) > len(rows)
    return any(_SALDI.search(line) or (signed and _KOP.search(line)) for line in lines)


def _punten(rules: Regels, head: str, whole: str) -> float:
    total = 0.0
    titles = 0
    for pattern in rules.patronen["titel"]:
        if titles < 3 and pattern.staat_in(head):
            total += PUNTEN["titel"] if titles == 0 else TITEL_LAGER
            titles += 1
        elif titles < 3 and pattern.staat_in(whole):
            total += TITEL_LAGER if titles == 0 else 1.0
            titles += 1
    total += PUNTEN["kop"] * min(2, sum(1 for pattern in rules.patronen["kop"] if pattern.staat_in(head)))
    total += min(MAX_WOORDEN, sum(1 for pattern in rules.patronen["woorden"] if pattern.staat_in(whole)))
    total += PUNTEN["tegen"] * min(3, sum(1 for pattern in rules.patronen["tegen"] if pattern.staat_in(whole)))
    return total
