"""Craft of teams: about help and never about a group of people, signed, contradicted beside it, looked at each year."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from opstap.kern import clock
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.keuzehulp.actions.review_vakkennis import ReviewVakkennis
from opstap.keuzehulp.eigen.catalogus import local_catalogue
from opstap.keuzehulp.eigen.jaar import in_a_year
from opstap.keuzehulp.eigen.woorden import about_a_group, refusal
from opstap.keuzehulp.inhoudlijst import vakkennis
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.models import Vakkennisregel
from tests.kennis import craft
from tests.spelers import Cast

TEKST = "Het lukt vaker als de coach de eerste dag meegaat."


def arguments(cast: Cast, gemeente: object = None) -> list[tuple[str, str, str]]:
    known = local_catalogue(gemeente or cast.gemeente)
    made = opties({"doel": "ontdekken wat bij mij past"}, "zaak", clock.today(), catalogus=known)
    found = next(one for one in made.opties if one.instrument == "orientatie")
    return [(side, one.tekst, one.bron_tekst) for side in ("voor", "tegen") for one in getattr(found, side)
            if one.soort == "vakkennis" and "Redactie" not in one.bron_tekst]  # fmt: skip


@pytest.mark.django_db
def test_a_line_stands_as_craft_in_the_options_of_this_municipality_only(cast: Cast) -> None:
    craft(cast)
    assert arguments(cast) == [("voor", TEKST, "Team Werk, 9-2026")]
    assert arguments(cast, cast.buurgemeente) == []


@pytest.mark.django_db
def test_another_team_may_see_it_otherwise_and_both_stand_there(cast: Cast) -> None:
    line = craft(cast)
    other = craft(cast, tekst="Alleen beginnen geeft juist rust.", kant="tegen", team="Team Meedoen", weerspreekt=line)
    assert [(side, words) for side, words, _ in arguments(cast)] == [
        ("voor", f"{TEKST} Team Meedoen ziet dit anders."), ("tegen", "Alleen beginnen geeft juist rust."),
    ]  # fmt: skip
    ReviewVakkennis(door=cast.noor, gemeente=cast.gemeente, regel=other, klopt=False).run()
    assert [words for _, words, _ in arguments(cast)] == [TEKST]


@pytest.mark.django_db
def test_each_year_somebody_looks_again_and_what_is_late_shows(cast: Cast) -> None:
    line = craft(cast)
    with clock.at(datetime(2027, 9, 20, 12)):
        assert [(one.rij.pk, one.verlopen) for one in vakkennis(cast.gemeente)] == [(line.pk, True)]
        assert "opnieuw bekijken" in arguments(cast)[0][1]
        ReviewVakkennis(door=cast.noor, gemeente=cast.gemeente, regel=line).run()
        assert vakkennis(cast.gemeente)[0].verlopen is False
        assert arguments(cast) == [("voor", TEKST, "Team Werk, 9-2027")]
    ReviewVakkennis(door=cast.noor, gemeente=cast.gemeente, regel=line, klopt=False).run()
    assert arguments(cast) == []
    with pytest.raises(NietMogelijk, match="gestopt"):
        ReviewVakkennis(door=cast.noor, gemeente=cast.gemeente, regel=line).run()


@pytest.mark.parametrize(
    "words",
    [
        "Dit werkt niet bij statushouders.", "Vrouwen komen vaker niet.", "Ouderen willen dit niet meer.",
        "Bij mensen met een migratieachtergrond helpt een tolk.", "Turkse mannen bellen liever.",
        "Alleenstaande moeders haken af.", "Deze groep heeft weinig aan een cv.", "Laagopgeleiden snappen dit niet.",
        "Moslims werken liever niet op vrijdag.", "Verslaafden redden dit niet.",
        "Mensen uit het buitenland leren snel.",
        "Jongeren zijn vaak te laat.", "Dit past bij 50-plussers.", "Langdurig werklozen hebben meer tijd nodig.",
    ],
)  # fmt: skip
def test_a_line_about_a_group_of_people_is_refused(words: str) -> None:
    assert refusal(words)[0] == "groep"


@pytest.mark.parametrize(
    "words",
    [
        TEKST, "Begin met twee ochtenden.", "In een groep hoort u hoe anderen zoeken.", "Bel de werkgever samen.",
        "Een vaste plek om te zitten geeft rust.", "Vraag eerst wat iemand zelf wil.",
    ],
)  # fmt: skip
def test_a_line_about_the_help_is_fine(words: str) -> None:
    assert (about_a_group(words), refusal(words)) == ("", None)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Goed voor klanten die zoeken.", "woord"), ("Kom, anders stoppen wij uw uitkering.", "woord"),
     ("Dit traject duurt lang.", "woord")],
)  # fmt: skip
def test_words_nobody_wants_and_threats_are_refused(words: str, kind: str) -> None:
    assert refusal(words)[0] == kind


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"tekst": "Vrouwen bellen liever."}, "vakkennis_groep"), ({"tekst": " "}, "tekst_en_team"), ({"team": ""},
        "tekst_en_team"), ({"instrument": "toveren"}, "kies_hulp_en_kant"), ({"kant": "midden"}, "kies_hulp_en_kant"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(cast: Cast, said: dict[str, str], key: str) -> None:
    with pytest.raises(NietMogelijk, match=key):
        craft(cast, **said)
    assert not Vakkennisregel.objects.exists()


@pytest.mark.django_db
def test_the_same_line_is_there_once_and_a_team_does_not_contradict_itself(cast: Cast) -> None:
    line = craft(cast)
    with pytest.raises(NietMogelijk, match="bestaat_al"):
        craft(cast)
    for said in ({"team": "Team Werk"}, {"team": "Team Twee", "instrument": "leerwerk"}):
        with pytest.raises(NietMogelijk, match="weerspreek_ander"):
            craft(cast, tekst="Anders.", weerspreekt=line, **said)


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["tessa", "omar", "helper", "buurconsulent"])
def test_craft_comes_from_who_does_the_work_here(cast: Cast, who: str) -> None:
    line = craft(cast)
    with pytest.raises(NietBevoegd):
        ReviewVakkennis(door=getattr(cast, who), gemeente=cast.gemeente, regel=line).run()


def test_a_year_later_is_always_a_day() -> None:
    assert (in_a_year(date(2028, 2, 29)), in_a_year(date(2026, 9, 18))) == (date(2029, 2, 28), date(2027, 9, 18))


def test_the_shared_craft_is_not_touched_by_a_municipality() -> None:
    lines = [line for rows in catalogus().vakkennis.values() for line in rows]
    assert {line.team for line in lines} == {"Redactie Opstap"}
