"""The norm a second time, read from art. 19a to 24a in fractions, against the program on random households.

Written from the text of the law and not from the rules: by article, one household, no tables. Only the amounts and the
pensionable age per year are shared. Where both differ one of them misreads the law.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from opstap.recht.regels import aow, bedragen
from opstap.recht.regels.reken import reken

DAGEN = (date(2018, 1, 1), date(2022, 12, 31), date(2023, 1, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 7, 1))
FAMILIE = ("ouder", "kind", "broer_zus", "grootouder", "kleinkind")


@dataclass
class Mens:
    geboren: date
    feiten: dict[str, Any] = field(default_factory=dict)

    def is_(self, years: int, on: date) -> bool:
        """Whether these years are full."""
        try:
            return self.geboren.replace(year=self.geboren.year + years) <= on
        except ValueError:
            return date(self.geboren.year + years, 3, 1) <= on


@dataclass
class Gezin:
    op: date
    volwassenen: list[Mens]
    kinderen: list[Mens]
    huisgenoten: list[Mens]

    def bedrag(self, key: str) -> Fraction:
        return Fraction(bedragen.load(self.op).cents(key) or 0)

    @property
    def kind(self) -> int:
        return int(any(not each.is_(18, self.op) for each in self.kinderen))

    def jong(self, each: Mens) -> bool:
        return not each.is_(21, self.op)

    def oud(self, each: Mens) -> bool:
        return aow.heeft_aow_leeftijd(each.geboren, self.op)

    def recht(self, each: Mens) -> bool:
        """Art. 13, as far as these households go: 18 years, lid 2 onder a, and what the municipality says."""
        facts = each.feiten
        inside = facts.get("in_inrichting", False)
        return facts.get("heeft_recht", True) and each.is_(18, self.op) and not (inside and self.jong(each))

    @property
    def kostendelers(self) -> int:
        """Art. 19a, and 22a lid 4 since 2026."""
        nieuw = self.op >= date(2026, 1, 1)
        if nieuw and any(each.feiten.get("mantelzorg_tijdelijk") for each in self.volwassenen):
            return 0
        age = 27 if self.op >= date(2023, 1, 1) else 21
        return sum(self._deelt(each, age, nieuw) for each in self.huisgenoten + self.kinderen)

    def _deelt(self, each: Mens, age: int, nieuw: bool) -> bool:
        facts = each.feiten
        commercial = facts.get("zakelijk_contract") and facts.get("relatie") not in FAMILIE
        away = facts.get("student") or facts.get("zelfde_verhuurder") or (nieuw and facts.get("mantelzorg_tijdelijk"))
        return each.is_(age, self.op) and not commercial and not away


def norm(gezin: Gezin) -> Fraction | None:
    """The norm in cents, before any lowering; None where nobody has a right."""
    right = [each for each in gezin.volwassenen if gezin.recht(each)]
    if not right:
        return None
    inside = [each for each in right if each.feiten.get("in_inrichting")]
    if inside:
        return _inrichting(gezin, right, inside)
    if len(right) == 2:
        return _met_verhoging(gezin, _gehuwden(gezin, *right), right, gezin.bedrag("norm.21.b"))
    if len(gezin.volwassenen) == 1:
        return _alleen(gezin, right[0])
    return _partner_zonder_recht(gezin, right[0])


def _deel(people: int) -> Fraction:
    return Fraction(40 + 30 * people, 100 * people)


def _cent(amount: Fraction) -> Fraction:
    return Fraction((2 * amount.numerator + amount.denominator) // (2 * amount.denominator))


def _alleen(gezin: Gezin, each: Mens) -> Fraction:
    """Art. 20 onder a, 21 onder a, 22 onder a and 22a lid 1."""
    delers = gezin.kostendelers
    if gezin.jong(each):
        amount = gezin.bedrag(f"norm.20.{1 + gezin.kind}.a")
    elif delers:
        amount = _deel(delers + 1) * gezin.bedrag("norm.22.b" if gezin.oud(each) else "norm.21.b")
    else:
        amount = gezin.bedrag("norm.22.a" if gezin.oud(each) else "norm.21.a")
    return _met_verhoging(gezin, amount, [each], gezin.bedrag("norm.21.a"))


def _gehuwden(gezin: Gezin, een: Mens, ander: Mens) -> Fraction:
    """Art. 20 onder b and c, 21 onder b, 22 onder b and c, 22a lid 2 and 3."""
    delers, young = gezin.kostendelers, [each for each in (een, ander) if gezin.jong(each)]
    if len(young) == 2:
        return gezin.bedrag(f"norm.20.{1 + gezin.kind}.b")
    if young:
        if not delers:
            return gezin.bedrag(f"norm.20.{1 + gezin.kind}.c")
        older = ander if young[0] is een else een
        fixed = gezin.bedrag("norm.22a.3.a" if gezin.kind else "norm.22a.3.b")
        return fixed + _deel(delers + 1) * gezin.bedrag("norm.22.b" if gezin.oud(older) else "norm.21.b")
    old = gezin.oud(een) + gezin.oud(ander)
    if not delers:
        return gezin.bedrag(("norm.21.b", "norm.22.c", "norm.22.b")[old])
    each_of = [_norm_b(gezin, een, ander), _norm_b(gezin, ander, een)]
    return _deel(delers + 2) * sum(each_of)


def _norm_b(gezin: Gezin, self: Mens, spouse: Mens) -> Fraction:
    """B of art. 22a lid 1."""
    if gezin.oud(self):
        return gezin.bedrag("norm.22.b")
    return gezin.bedrag("norm.22.c" if gezin.oud(spouse) else "norm.21.b")


def _partner_zonder_recht(gezin: Gezin, self: Mens) -> Fraction:
    """Art. 24, 22a lid 1 and 24a."""
    spouse = next(each for each in gezin.volwassenen if each is not self)
    delers, half = gezin.kostendelers, Fraction(1, 2)
    child = gezin.kind * gezin.bedrag("kindbedrag.24a.per_jaar") / 12 if gezin.op >= date(2026, 1, 1) else Fraction(0)
    if gezin.jong(self):
        amount = half * gezin.bedrag(f"norm.20.{1 + gezin.kind}.b")
    elif delers:
        amount = _deel(delers + 1 + (not gezin.jong(spouse))) * _norm_b(gezin, self, spouse)
    else:
        amount = half * gezin.bedrag("norm.22.b" if gezin.oud(self) else "norm.21.b")
    return _met_verhoging(gezin, amount + child, [self], _cent(half * gezin.bedrag("norm.21.b") + child))


def _inrichting(gezin: Gezin, right: list[Mens], inside: list[Mens]) -> Fraction:
    """Art. 23; with one inside and one at home each is a single person (lid 3)."""
    if len(inside) == 2:
        return gezin.bedrag("norm.23.1.b") + gezin.bedrag("norm.23.2.b")
    amount = gezin.bedrag("norm.23.1.a") + gezin.bedrag("norm.23.2.a")
    if len(right) == 2:
        return amount + _alleen(gezin, right[0] if right[1] is inside[0] else right[1])
    alone = len(gezin.volwassenen) == 1 or gezin.op < date(2026, 1, 1)
    return amount if alone else amount + _cent(gezin.kind * gezin.bedrag("kindbedrag.24a.per_jaar") / 12)


def _met_verhoging(gezin: Gezin, amount: Fraction, right: list[Mens], most: Fraction) -> Fraction:
    """Art. 20 lid 3 and 4: raised for who is 18 to 20 without help of parents, up to the norm of art. 21."""
    amount = _cent(amount)
    alone = [each for each in right if gezin.jong(each) and each.feiten.get("ouders_betalen_mee") is False]
    raised = len(alone) * gezin.bedrag("verhoging.20_3") if gezin.op >= date(2026, 1, 1) else Fraction(0)
    return amount + min(raised, max(most - amount, Fraction(0)))


def _willekeurig(rng: random.Random) -> Gezin:
    on = rng.choice(DAGEN)

    def mens(ages: tuple[int, ...], **chances: float) -> Mens:
        day = on.replace(year=on.year - rng.choice(ages), day=min(on.day, 28)) + timedelta(days=rng.choice(RANDEN))
        return Mens(min(day, on), {name: True for name, chance in chances.items() if rng.random() < chance})

    adults = [
        mens((18, 20, 21, 27, 40, 65, 66, 67, 75), in_inrichting=0.2, mantelzorg_tijdelijk=0.08)
        for _ in range(1 + (rng.random() < 0.7))
    ]
    for each in adults:
        each.feiten["heeft_recht"] = rng.random() < 0.8
        each.feiten["ouders_betalen_mee"] = rng.random() < 0.5
    chances = {"student": 0.15, "zakelijk_contract": 0.3, "zelfde_verhuurder": 0.1, "mantelzorg_tijdelijk": 0.1}
    others = [mens((21, 27, 50), **chances) for _ in range(rng.choice((0, 0, 1, 2, 3)))]
    for each in others:
        each.feiten["relatie"] = rng.choice(("ouder", "broer_zus", "overig"))
    return Gezin(on, adults, [mens((5, 17, 18, 27)) for _ in range(rng.choice((0, 0, 1)))], others)


RANDEN = (-400, -31, -1, 0, 1, 2, 31, 200)


def _document(gezin: Gezin) -> dict[str, Any]:
    roles = [("aanvrager", gezin.volwassenen[:1]), ("partner", gezin.volwassenen[1:])]
    roles += [("kind", gezin.kinderen), ("medebewoner", gezin.huisgenoten)]
    return {
        "peildatum": gezin.op.isoformat(),
        "personen": [
            {"id": f"{role}{number}", "rol": role, "geboortedatum": each.geboren.isoformat(), **each.feiten}
            for role, people in roles
            for number, each in enumerate(people)
        ],
        "in_inrichting": bool(gezin.volwassenen[0].feiten.get("in_inrichting")),
        "rechtmatig_verblijf": True,
        "inkomsten": [],
        "vermogen": [],
    }


@pytest.mark.parametrize("seed", range(4))
def test_the_program_and_a_second_reading_of_the_law_give_the_same_norm(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(2000):
        gezin = _willekeurig(rng)
        document, amount = _document(gezin), norm(gezin)
        told = reken(document)["norm"]
        expected = None if amount is None else f"{int(amount) // 100}.{int(amount) % 100:02}"
        assert (told and told["incl_vakantietoeslag"]) == expected, document
