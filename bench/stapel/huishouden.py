"""Made-up people and companies, drawn from a seed. Numbers pass their checks (IBAN mod 97, BSN 11-test) and belong
to nobody."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

VOORNAMEN = [
    "Fatma",
    "Jan",
    "Sanne",
    "Mohamed",
    "Petra",
    "Kees",
    "Lotte",
    "Youssef",
    "Anouk",
    "Bram",
    "Joke",
    "Emre",
    "Willem",
    "Nadia",
    "Tess",
    "Piet",
    "Samira",
    "Ruud",
    "Olga",
    "Daan",
]
ACHTERNAMEN = [
    "de Vries", "Yilmaz", "van den Berg", "Jansen", "El Amrani", "Bakker", "Kowalska", "de Boer", "Özdemir", "Smit", "van Dijk",  # noqa: E501
    "Peters", "ter Horst", "Mulder", "van 't Hof", "Bos", "Haddad", "Kuipers", "van der Meulen", "Willems",
]  # fmt: skip
STRATEN = [
    "Dorpsstraat",
    "Kerkweg",
    "Lindelaan",
    "Hengelosestraat",
    "Molenweg",
    "Beatrixstraat",
    "Industrieweg",
    "Plein 1945",
    "Burgemeester Smitlaan",
]
PLAATSEN = ["Borne", "Hengelo", "Haaksbergen", "Goor", "Rijssen", "Losser", "Enter", "Vriezenveen"]
BANKEN = ["INGB", "RABO", "ABNA", "SNSB", "BUNQ", "TRIO", "KNAB", "ASNB"]
WERKGEVERS = [
    "van Mare B.V.",
    "Schoonmaakbedrijf De Zwaan B.V.",
    "Uitzendbureau Oostwerk B.V.",
    "Stichting Thuiszorg Twente",
    "Bakkerij Ten Velde V.O.F.",
    "Logistiek Centrum Oost B.V.",
    "Restaurant De Kroon B.V.",
]
VERHUURDERS = [
    "Stichting Domijn Oost",
    "Woningstichting Beter Wonen",
    "Stichting Welbions Wonen",
    "Vastgoed Twente B.V.",
]


def bsn(rng: random.Random) -> str:
    """Nine digits that pass the 11-test."""
    while True:
        digits = [rng.randint(1, 9), *(rng.randint(0, 9) for _ in range(7))]
        rest = sum(d * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        if rest < 10:
            return "".join(map(str, [*digits, rest]))


def iban(rng: random.Random) -> str:
    """A Dutch account number that passes mod 97."""
    body = rng.choice(BANKEN) + "".join(str(rng.randint(0, 9)) for _ in range(10))
    number = int("".join(str(int(char, 36)) for char in body + "NL00"))
    return f"NL{98 - number % 97:02d}{body}"


@dataclass
class Huishouden:
    """One made-up household."""

    rng: random.Random
    naam: str = ""
    achternaam: str = ""
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    bsn: str = ""
    iban: str = ""
    geboren: date = date(1980, 1, 1)
    werkgever: str = ""
    verhuurder: str = ""
    vandaag: date = field(default=date(2026, 9, 10))

    def __post_init__(self) -> None:
        rng = self.rng
        first, self.achternaam = rng.choice(VOORNAMEN), rng.choice(ACHTERNAMEN)
        self.naam = f"{first[0]}. {self.achternaam}" if rng.random() < 0.6 else f"{first} {self.achternaam}"
        self.straat = f"{rng.choice(STRATEN)} {rng.randint(1, 320)}" + rng.choice(["", "", "", " A", "-12", "b"])
        self.postcode = f"{rng.randint(7000, 7999)} {rng.choice('ABCDEGHJKLMNP')}{rng.choice('ABCDEGHJKLMNP')}"
        self.plaats = rng.choice(PLAATSEN)
        self.bsn, self.iban = bsn(rng), iban(rng)
        self.geboren = date(rng.randint(1952, 2005), rng.randint(1, 12), rng.randint(1, 28))
        self.werkgever, self.verhuurder = rng.choice(WERKGEVERS), rng.choice(VERHUURDERS)
        self.vandaag = date(2026, rng.randint(3, 11), rng.randint(1, 28))

    @property
    def adres(self) -> str:
        return f"{self.straat}, {self.postcode} {self.plaats}"

    def dag(self, low: int, high: int) -> date:
        """A day that many days from today."""
        return self.vandaag + timedelta(days=self.rng.randint(low, high))
