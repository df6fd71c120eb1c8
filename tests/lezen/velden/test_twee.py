"""Two readings of one paper: what both see counts, what differs is asked, unless a closer look settles it."""

from __future__ import annotations

import pytest

from opstap.lezen.model import Veld
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.twee import NIET_ZEKER, VERSCHIL, oneens, samen, staat_in

VAK = (0.1, 0.1, 0.2, 0.12)


def _een(**velden: str) -> Opbrengst:
    return Opbrengst(velden={naam: Veld(waarde, 1, VAK, 0.9) for naam, waarde in velden.items()})


def test_what_differs_becomes_a_question_with_both_values() -> None:
    outcome = samen(_een(nettoloon="1204.10"), _een(nettoloon="1264.10"))
    assert outcome.velden == {}
    assert (outcome.vragen[0].reden, outcome.vragen[0].waarden) == (VERSCHIL, ("1204.10", "1264.10"))


def test_a_value_that_both_readers_see_on_a_closer_look_is_taken() -> None:
    closer = {"nettoloon": ["€ 1.264,10", "1.264,10"]}
    outcome = samen(_een(nettoloon="1204.10"), _een(nettoloon="1264.10"), closer)
    assert outcome.velden["nettoloon"].waarde == "1264.10"
    assert outcome.vragen == []


@pytest.mark.parametrize("closer", [["1.264,10", "1.204,10"], ["1.264,10", ""], ["1.26", "1.20"]])
def test_as_long_as_the_readers_do_not_agree_it_stays_a_question(closer: list[str]) -> None:
    outcome = samen(_een(nettoloon="1204.10"), _een(nettoloon="1264.10"), {"nettoloon": closer})
    assert outcome.velden == {}
    assert outcome.vragen[0].reden == VERSCHIL


def test_a_value_of_one_reader_that_nobody_sees_again_is_asked() -> None:
    outcome = samen(_een(naam="J. Smlt"), _een(), {"naam": ["J. Smit", "J. Smit"]})
    assert outcome.velden == {}
    assert (outcome.vragen[0].reden, outcome.vragen[0].waarden) == (NIET_ZEKER, ("J. Smlt",))
    once = samen(_een(naam="J. Smit"), _een(), {"naam": ["J. Smit", "", "J. Sm", ""]})
    assert once.velden == {}
    kept = samen(_een(naam="J. Smit"), _een(), {"naam": ["J. Smit", "J Smit", "J. Sm", ""]})
    assert kept.velden["naam"].waarde == "J. Smit"


def test_an_address_that_goes_on_where_the_other_stops_is_the_whole_address() -> None:
    outcome = samen(_een(adres="Kerkweg 12"), _een(adres="Kerkweg 12, 7621 AB Borne"))
    assert outcome.velden["adres"].waarde == "Kerkweg 12, 7621 AB Borne"
    assert samen(_een(adres="Kerkweg 12"), _een(adres="Kerkweg 72, 7621 AB Borne")).velden == {}


@pytest.mark.parametrize(
    ("one", "two", "name"),
    [
        ("A. Yildirim", "A. Yıldırım", "A. Yıldırım"),
        ("J. Martina", "J. Martına", None),
        ("B. Wisla", "B. Wisła", "B. Wisła"),
    ],
)
def test_a_single_dot_that_only_one_reader_sees_is_asked(one: str, two: str, name: str | None) -> None:
    found = samen(_een(naam=one), _een(naam=two)).velden
    assert (found["naam"].waarde if found else None) == name


def test_only_spots_where_the_readings_disagree_are_looked_at_again() -> None:
    one, two = _een(naam="J. Smit", huur="500.00", bsn="123456782"), _een(naam="J. Smit", huur="600.00", kenmerk="A12")
    assert set(oneens(one, two)) == {"huur", "kenmerk"}
    elsewhere = Opbrengst(velden={"huur": Veld("600.00", 1, (0.6, 0.6, 0.7, 0.62), 0.9)})
    assert oneens(_een(huur="500.00"), elsewhere) == {}


@pytest.mark.parametrize(
    ("value", "text", "there"),
    [
        ("1264.10", "EUR 1.264,10", True),
        ("1264.10", "1.264,1", False),
        ("2026-03-09", "9 maart 2026", True),
        ("2026-03-09", "9 maart 2025", False),
        ("J. van den Berg", "Dhr. J.van den Berg", True),
        ("ZK-1234567", "Kenmerk ZK-1234567", True),
        ("ZK-1234567", "ZK-1234561", False),
        ("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", True),
    ],
)
def test_a_value_is_known_again_as_paper_writes_it(value: str, text: str, there: bool) -> None:
    assert staat_in(value, text) is there


def test_a_figure_in_a_name_is_the_letter_it_looks_like() -> None:
    closer = ["P. O'Brien", "P. 0'Brien", "P. O'Brien", "P. 0'Brien"]
    assert samen(_een(naam="P. O'Brien"), _een(), {"naam": closer}).velden["naam"].waarde == "P. O'Brien"


def test_a_value_that_only_one_reader_sees_again_stays_a_question() -> None:
    closer = ["Almelk", "Almel", "Almelk", "Almel"]
    assert samen(_een(afzender="Almelk"), _een(), {"afzender": closer}).velden == {}


def test_accents_and_marks_are_dropped_by_readers_and_not_invented() -> None:
    assert samen(_een(naam="N. Celik"), _een(naam="N. Çelik")).velden["naam"].waarde == "N. Çelik"
    assert samen(_een(kenmerk="2026 41123"), _een(kenmerk="2026/41123")).velden["kenmerk"].waarde == "2026/41123"


def test_a_value_seen_thrice_is_taken_although_one_look_saw_another() -> None:
    closer = ["27/4/2026", "27/4/2026", "21/4/2026", "27/4/2026"]
    kept = samen(_een(ingangsdatum="2026-04-27"), _een(), {"ingangsdatum": closer})
    assert kept.velden["ingangsdatum"].waarde == "2026-04-27"
    torn = samen(
        _een(ingangsdatum="2026-04-27"), _een(), {"ingangsdatum": ["27/4/2026", "21/4/2026", "27/4/2026", "21/4/2026"]}
    )
    assert torn.velden == {}
