"""Fill the wording of `papieren.yaml` for one household: printed text with the fields of the truth in it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bench.stapel.huishouden import Huishouden, iban
from bench.stapel.vel import Stuk

MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_PLEK = re.compile(r"\{(\*?)([a-z_]+)(?:=([^}@]*))?(?:@([^}]*))?(?:#(\w+))?\}")


@dataclass
class Invuller:
    """Notation and values of one paper: the same name gives the same value on the whole paper."""

    mens: Huishouden
    soort: str
    recept: dict[str, Any]
    rng: random.Random
    waarden: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.datumvorm = self.rng.choice(["getal", "woord", "getal", "punt"])
        self.geldvorm = self.rng.choice(["€ {}", "{}", "€ {}", "EUR {}"])

    def datum(self, day: date) -> str:
        if self.datumvorm == "woord":
            return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"
        sign = "." if self.datumvorm == "punt" else "-"
        return f"{day.day:02d}{sign}{day.month:02d}{sign}{day.year}"

    def geld(self, cents: int, heel: bool = False) -> str:
        whole = f"{cents // 100:,}".replace(",", ".")
        if heel:
            return f"€ {whole}"
        return self.geldvorm.format(f"{whole},{cents % 100:02d}")

    def vul(self, text: str) -> list[Stuk]:
        pieces: list[Stuk] = []
        last = 0
        for match in _PLEK.finditer(text):
            if match.start() > last:
                pieces.append((text[last : match.start()], None, None))
            star, name, fixed, shown, form = match.groups()
            printed, value = self._waarde(name, fixed, shown, form)
            pieces.append((printed, name if star else None, value if star else None))
            last = match.end()
        if last < len(text):
            pieces.append((text[last:], None, None))
        return pieces

    def _waarde(self, name: str, fixed: str | None, shown: str | None, form: str | None) -> tuple[str, str]:
        if fixed is not None:
            return shown or fixed, fixed
        if name in ("klein", "midden", "groot"):
            low, high = {"klein": (4, 90), "midden": (95, 420), "groot": (900, 9000)}[name]
            cents = self.rng.randint(low * 100, high * 100)
            return self.geld(cents), f"{cents / 100:.2f}"
        if name not in self.waarden:
            self.waarden[name] = self._nieuw(name, form)
        return self.waarden[name]

    def _nieuw(self, name: str, form: str | None) -> tuple[str, str]:
        mens, rng = self.mens, self.rng
        if name in self.recept.get("geld", {}):
            low, high = self.recept["geld"][name]
            whole = name in self.recept.get("heel", [])
            cents = rng.randint(low, high) * 100 + (0 if whole or rng.random() < 0.15 else rng.randint(1, 99))
            return self.geld(cents, whole), f"{cents // 100}.{cents % 100:02d}"
        if name in ("ingangsdatum", "einddatum", "datum", "dag", "geboortedatum"):
            return self._datum(name)
        if name == "bsn":
            text = mens.bsn if rng.random() < 0.6 else f"{mens.bsn[:4]}.{mens.bsn[4:6]}.{mens.bsn[6:]}"
            return text, mens.bsn
        if name == "iban":
            text = mens.iban if rng.random() < 0.4 else " ".join(mens.iban[i : i + 4] for i in range(0, 18, 4))
            return text, mens.iban
        if name == "kenmerk":
            number = str(rng.randint(10_000_000, 99_999_999))
            text = (
                number
                if form == "kvk"
                else rng.choice(
                    [
                        number,
                        f"{number[:4]}.{number[4:6]}.{number[6:]}.B.01",
                        f"ZK-{number}",
                        f"{number[:3]}/{number[3:]}",
                    ]
                )
            )
            return text, text
        simple = {
            "naam": mens.naam, "achternaam": mens.achternaam, "adres": mens.adres, "werkgever": mens.werkgever, "verhuurder": mens.verhuurder,  # noqa: E501
            "plaats": mens.plaats, "nr": str(rng.randint(1000, 999999)), "jaar": str(mens.vandaag.year), "vorigjaar": str(mens.vandaag.year - 1),  # noqa: E501
            "maand": f"{MAANDEN[mens.vandaag.month - 2]} {mens.vandaag.year}" if mens.vandaag.month > 1 else "", "aanhef": f"heer/mevrouw {mens.achternaam}",  # noqa: E501
            "andernaam": Huishouden(random.Random(rng.random())).naam, "anderiban": iban(rng),
        }  # fmt: skip
        return simple[name], simple[name]

    def _datum(self, name: str) -> tuple[str, str]:
        low, high = {"ingangsdatum": (-500, -40), "einddatum": (20, 320), "datum": (-30, 0), "dag": (5, 30)}.get(
            name, (0, 0)
        )
        day = self.mens.geboren if name == "geboortedatum" else self.mens.dag(low, high)
        return self.datum(day), day.isoformat()
