"""Names, streets and notations of the variations: as strangers write them, one notation a paper."""

from __future__ import annotations

import random
from datetime import date

from bench.stapel.huishouden import Huishouden
from bench.stapel.sjabloon import MAANDEN, Invuller

KORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec"]
NAMEN = [
    "J.A. van den Berg", "M. de Vries-Jansen", "Th.J. Bakker", "Ahmed El Khatib", "A.B.C. van der Linden", "Marie-Claire Dubois", "N. Çelik",  # noqa: E501
    "J.P. N'Diaye", "P. O'Brien", "L. in 't Veld", "P. van der Heijden-de Wit", "K. Hassan", "Nguyen Thi Lan", "E.M. Öztürk", "S. Ramdin",  # noqa: E501
    "Joost te Riele", "W. Wiśniewski", "F. Ait Ben Haddou", "D. van Eck", "Annemarie ter Braak", "H.H. Lo", "J.W.G. Aa",
]  # fmt: skip
STRATEN = [
    "Burg. Jansenstraat 12-3", "2e Kruisstraat 14 III", "Laan van Meerdervoort 1201A", "'t Zand 4", "Prof. Lorentzlaan 88 bis", "Hof 3",  # noqa: E501
    "Straatweg 9-B", "Van der Capellenlaan 7", "Oude Gracht 201", "Kortestraat 1", "Maasboulevard 330", "De Ruyterkade 15 hs", "Singel 18-2",  # noqa: E501
]  # fmt: skip
PLAATSEN = [
    "'s-Gravenhage", "Den Haag", "Bergen op Zoom", "Alphen aan den Rijn", "Nieuwegein", "Oude Pekela", "Sint-Oedenrode", "IJsselstein", "Zwolle",  # noqa: E501
    "Amsterdam", "Ede", "Wijk bij Duurstede", "Hoek van Holland", "Almere",
]  # fmt: skip
WERKGEVERS = [
    "Kapsalon Marianne", "AutoCentrum Veenstra", "Zorggroep Oude IJssel", "Randstad Uitzendbureau", "Café 't Hoekje", "Slagerij van Houten",  # noqa: E501
    "Koninklijke Bouwmaat N.V.", "Gemeente Zwolle", "Tuincentrum De Oude Tol", "Hotel De Wereld B.V.", "J. Pietersen Transport", "PostNL", "Poelier Vermeer en Zn.",  # noqa: E501
]  # fmt: skip
VERHUURDERS = [
    "Woonbron", "Vesteda", "De Alliantie", "Woonstichting Lieven de Key", "Ymere", "Portaal", "Vastgoedbeheer Noord B.V.", "H.J. Brouwer",  # noqa: E501
]  # fmt: skip
HELE_EUROS = {"jaaropgave", "pensioenoverzicht", "belastingaanslag", "hypotheekstuk", "koopakte"}
"""Papers that often round to whole euros."""


def huishouden(rng: random.Random) -> Huishouden:
    """A household with a name, street, town and employer that are harder to read."""
    mens = Huishouden(rng)
    mens.naam = rng.choice(NAMEN)
    mens.achternaam = mens.naam.split(" ", 1)[1]
    mens.straat, mens.plaats = rng.choice(STRATEN), rng.choice(PLAATSEN)
    mens.werkgever, mens.verhuurder = rng.choice(WERKGEVERS), rng.choice(VERHUURDERS)
    return mens


def bsn_vormen(b: str) -> list[str]:
    """The ways in which a BSN is grouped."""
    dots, thirds = f"{b[:4]}.{b[4:6]}.{b[6:]}", f"{b[:3]}.{b[3:6]}.{b[6:]}"
    return [b, dots, thirds.replace(".", " "), thirds, dots.replace(".", " ")]


class Notatie(Invuller):
    """Dates, amounts and numbers in the notations that occur on real papers; one notation a paper."""

    def __post_init__(self) -> None:
        self.recept = {
            **self.recept,
            "geld": {"maandbedrag": [25, 180], "bedrag": [300, 9000], **self.recept.get("geld", {})},
        }
        if self.soort in HELE_EUROS and self.rng.random() < 0.5:
            self.recept["heel"] = ["brutoloon", "bedrag"]
        self.datumvorm = self.rng.choice(
            [
                "{d:02d}-{m:02d}-{j}",
                "{d}-{m}-{j}",
                "{d}/{m}/{j}",
                "{d:02d}-{m:02d}-{k:02d}",
                "{d} {kort}. '{k:02d}",
                "{d} {kort} {j}",
                "{d} {lang} {j}",
                "{d:02d}.{m:02d}.{j}",
                "{j}-{m:02d}-{d:02d}",
                "{d:02d} {KORT} {j}",
                "{d} {lang} '{k:02d}",
            ]
        )
        self.geldvorm = self.rng.choice(
            [
                "€ {p},{c}",
                "€ {p},{c}",
                "{p},{c}",
                "€{p},{c}",
                "EUR {p},{c}",
                "€ {w},{c}",
                "{w},{c}",
                "€ {s},{c}",
                "{p},{c} EUR",
                "{w}.{c}",
            ]
        )

    def datum(self, day: date) -> str:
        short = KORT[day.month - 1]
        return self.datumvorm.format(
            d=day.day,
            m=day.month,
            j=day.year,
            k=day.year % 100,
            kort=short,
            KORT=short.upper()[:3],
            lang=MAANDEN[day.month - 1],
        )

    def geld(self, cents: int, heel: bool = False) -> str:
        whole = f"{cents // 100:,}"
        dotted = whole.replace(",", ".")
        if heel:
            return self.rng.choice([f"€ {dotted}", f"€ {dotted},-", f"€ {dotted},00", dotted])
        return self.geldvorm.format(p=dotted, w=cents // 100, s=whole.replace(",", " "), c=f"{cents % 100:02d}")

    def _nieuw(self, name: str, form: str | None) -> tuple[str, str]:
        mens, rng = self.mens, self.rng
        if name == "geboortedatum" and "{k" in self.datumvorm:
            return f"{mens.geboren:%d-%m-%Y}", mens.geboren.isoformat()
        if name == "bsn":
            return rng.choice(bsn_vormen(mens.bsn)), mens.bsn
        if name == "iban":
            i = mens.iban
            return rng.choice(
                [
                    i,
                    " ".join(i[n : n + 4] for n in range(0, 18, 4)),
                    f"{i[:2]} {i[2:4]} {i[4:8]} {i[8:12]} {i[12:16]} {i[16:]}",
                    f"{i[:4]} {i[4:8]} {i[8:]}",
                ]
            ), i
        if name == "kenmerk" and form is None:
            n = str(rng.randint(100_000_000, 999_999_999))
            text = rng.choice(
                [
                    n,
                    f"{n[:4]}-{n[4:]}",
                    f"A{n[:2]}.{n[2:5]}.{n[5:]}",
                    f"2026/{n[:5]}",
                    f"{n[:4]} {n[4:8]}",
                    f"BN{n}",
                    f"{n[:5]}-{n[5:]}.K",
                    f"K{n[:7]}/26",
                ]
            )
            return text, text
        return super()._nieuw(name, form)
