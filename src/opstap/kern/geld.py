"""Money as whole euro cents. No float ever becomes money.

Halves round away from zero: the way the published tables of the Participatiewet are rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation


class GeenBedrag(ValueError):
    """The text or value is not an amount of money."""


@dataclass(frozen=True, order=True, slots=True)
class Geld:
    """An amount in euro cents; `cents` may be negative (a debit)."""

    cents: int

    def __post_init__(self) -> None:
        if type(self.cents) is not int:
            raise TypeError(f"Geld takes whole cents, not {type(self.cents).__name__}")

    @classmethod
    def parse(cls, value: str | int | Decimal | Geld) -> Geld:
        """Read "1280.31", "1.280,31" or 1280 (whole euros); raises GeenBedrag on anything else, floats included."""
        if isinstance(value, Geld):
            return value
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
            raise GeenBedrag(f"geen bedrag: {value!r}")
        number = _decimal(value)
        if not number.is_finite() or abs(number) >= Decimal("1e13"):
            raise GeenBedrag(f"geen bedrag: {value!r}")
        cents = number * 100
        if cents != cents.to_integral_value():
            raise GeenBedrag(f"meer dan twee cijfers achter de komma: {value!r}")
        return cls(int(cents))

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        return f"{sign}{abs(self.cents) // 100}.{abs(self.cents) % 100:02d}"

    @property
    def nl(self) -> str:
        """As a Dutch reader writes it: "€ 1.280,31" (with a no-break space)."""
        whole = f"{abs(self.cents) // 100:,}".replace(",", ".")
        sign = "− " if self.cents < 0 else ""
        return f"{sign}€\u00a0{whole},{abs(self.cents) % 100:02d}"

    def __add__(self, other: Geld) -> Geld:
        return Geld(self.cents + other.cents)

    def __sub__(self, other: Geld) -> Geld:
        return Geld(self.cents - other.cents)

    def __neg__(self) -> Geld:
        return Geld(-self.cents)

    def __bool__(self) -> bool:
        return self.cents != 0

    def share(self, numerator: int, denominator: int) -> Geld:
        """`numerator / denominator` of this amount, rounded half away from zero to a whole cent."""
        return Geld(divide_half_up(self.cents * numerator, denominator))


def divide_half_up(numerator: int, denominator: int) -> int:
    """Whole division with halves rounded away from zero; `denominator` must be positive."""
    if denominator <= 0:
        raise ValueError("the denominator must be positive")
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def _decimal(value: str | int | Decimal) -> Decimal:
    if not isinstance(value, str):
        return Decimal(value)
    text = value.strip().replace("\u00a0", " ").removeprefix("€").strip()
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        raise GeenBedrag(f"geen bedrag: {value!r}") from None


def half_up(value: Decimal) -> Geld:
    """Euros with any number of decimals to whole cents, halves away from zero."""
    return Geld(int((value * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)))
