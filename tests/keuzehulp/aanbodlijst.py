"""A supply list as a file, for the tests about reading in."""

from __future__ import annotations

from opstap.keuzehulp.actions.apply_lijst import ApplyLijst, plan_of
from opstap.keuzehulp.actions.receive_lijst import ReceiveLijst
from opstap.keuzehulp.models import Inlezing
from tests.spelers import Cast

KOP = "instrument;naam;aanbieder;plaats;plekken;start_op;eigenaar;geldig_tot;gestopt"
GOED = "orientatie;Kijken wat past;Werkplein;Markt 1;4;;Team Werk;2027-06-30;nee"
TAAL = "taalcursus;Nederlands;Taalschool;Bieb;;2026-10-01;Team Meedoen;2027-06-30;"


def csv(*rows: str, kop: str = KOP) -> bytes:
    return "\r\n".join([kop, *rows]).encode()


def receive(cast: Cast, inhoud: bytes, soort: str = "aanbod") -> Inlezing:
    return ReceiveLijst(door=cast.bea, gemeente=cast.gemeente, soort=soort, naam="lijst.csv", inhoud=inhoud).run()


def apply(cast: Cast, inlezing: Inlezing, gezien: str | None = None) -> Inlezing:
    seen = plan_of(inlezing).vingerafdruk if gezien is None else gezien
    return ApplyLijst(door=cast.bea, gemeente=cast.gemeente, inlezing=inlezing, gezien=seen).run()
