"""Content of a municipality: held to the checks of the content files, published by a second person, for here only."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from opstap.kern import clock, log
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.keuzehulp.actions.publish_inhoud import PublishInhoud
from opstap.keuzehulp.actions.withdraw_inhoud import WithdrawInhoud
from opstap.keuzehulp.actions.write_inhoud import WriteInhoud
from opstap.keuzehulp.eigen.catalogus import broken, layer, local_catalogue
from opstap.keuzehulp.eigen.stukken import StukFout, as_yaml, read_own_studie, read_own_zin
from opstap.keuzehulp.eigen.voorbeelden import examples, preview
from opstap.keuzehulp.methode.klasse import klasse
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.methode.laden_onderzoek import read_studie
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.models import Inhoudstuk
from tests.kennis import study, write
from tests.spelers import Cast

HONDERD = {"groep_met": "met hulp", "groep_zonder": "zonder hulp", "met": 61, "zonder": 58, "uitkomst": "werk",
           "termijn": "na één jaar", "marge": "De marge is niet bekend."}  # fmt: skip


def publish(cast: Cast, stuk: Inhoudstuk, door: Any = None, **said: Any) -> Inhoudstuk:
    seen = said.pop("gezien", stuk.versie)
    return PublishInhoud(door=door or cast.koen, gemeente=cast.gemeente, stuk=stuk, gezien=seen, **said).run()


def without_source(name: str) -> dict[str, Any]:
    return {"bron": study()["bron"] | {name: " "}}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (without_source("titel"), "zonder bron"), (without_source("vindplaats"), "zonder bron"),
        (without_source("gelezen_in"), "zonder bron"), ({"bron": {}}, "ontbreekt"), ({"betaald_door": ""}, "leeg"),
        ({"nagekeken": False, "cijfer": "12 op 100"}, "nagekeken: false"), ({"nagekeken": False,
        "van_de_100": HONDERD}, "nagekeken: false"), ({"nagekeken": False, "kort": "Bij 5 mensen."}, "getal"),
        ({"zekerheid": "best zeker"}, "kies uit"), ({"herzien_voor": "2020-01-01"}, "herzien_voor"),
        ({"herzien_voor": "ooit"}, "datum"), ({"extra": "x"}, "ken ik niet"), ({"jaar": 2026}, "ken ik niet"),
        ({"koppelingen": [{"instrument": "toveren", "strekking": "voor"}]}, "er een die er is"),
        ({"koppelingen": [{"instrument": "cv-hulp", "strekking": "zeker"}]}, "Kies wat"),
        ({"koppelingen": [{"instrument": "cv-hulp", "strekking": "gemengd"}]}, "twee kanten"),
        ({"koppelingen": [{"instrument": "cv-hulp", "strekking": "voor"}] * 2}, "hoogstens één keer"),
        ({"koppelingen": ["x"]}, "Een koppeling heeft"), ({"kort": "Goed voor klanten."}, "staat niet op een scherm"),
        ({"van_de_100": HONDERD | {"met": 140}}, "kan niet op 100"),
        ({"nagekeken": False, "koppelingen": [{"instrument": "cv-hulp", "strekking": "voor", "voor": "Bij 5."}]},
         "niet nagekeken"),
    ],
)  # fmt: skip
def test_a_study_that_is_not_right_is_refused_with_why(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(StukFout, match=words):
        read_own_studie("Jansen2026", study(**changes), catalogus())


@pytest.mark.parametrize("key", ["", "a", "../etc", "Met spatie", "x" * 61, "Smedslund2006"])
def test_a_key_is_a_plain_name_that_is_free(key: str) -> None:
    with pytest.raises(StukFout):
        read_own_studie(key, study(id=key), catalogus())


def test_the_exported_file_is_a_content_file(tmp_path: Path) -> None:
    path = tmp_path / "Jansen2026.yaml"
    path.write_text(as_yaml(study(van_de_100=HONDERD)), encoding="utf-8")
    assert read_studie(path) == read_own_studie("Jansen2026", study(van_de_100=HONDERD), catalogus()).studie
    assert "koppeling in instrumenten/cv-hulp.yaml" in path.read_text(encoding="utf-8")


@pytest.mark.django_db
def test_a_draft_changes_no_talk_and_publishing_changes_only_talks_here(cast: Cast) -> None:
    stuk = write(cast)
    assert local_catalogue(cast.gemeente).studies.keys() == catalogus().studies.keys()
    publish(cast, stuk)
    here = local_catalogue(cast.gemeente)
    assert (klasse(here.instrumenten["cv-hulp"], here.studies), klasse(catalogus().instrumenten["cv-hulp"],
        catalogus().studies)) == ("A", "E")  # fmt: skip
    assert local_catalogue(cast.buurgemeente) is catalogus()
    made = opties({"zoeken": "ik solliciteer maar word niet gekozen"}, "zaak", clock.today(), catalogus=here)
    voor = [one for optie in (*made.opties, *made.ernaast) for one in optie.voor if one.bron == "Jansen2026"]
    assert [(one.soort, one.tekst, one.bron_tekst) for one in voor] == [
        ("onderzoek", "Meer mensen vonden werk.", "Jansen 2026")
    ]


@pytest.mark.django_db
def test_who_wrote_it_publishes_it_alone_only_with_a_reason(cast: Cast) -> None:
    stuk = write(cast)
    with pytest.raises(NietMogelijk, match="tweede_of_reden"):
        publish(cast, stuk, cast.bea)
    publish(cast, stuk, cast.bea, reden="Wij zijn met één redacteur.")
    past = log.read(cast.gemeente, [stuk.pk])
    assert [(one.soort, one.door) for one in past] == [("inhoud.geschreven", cast.bea), ("inhoud.gepubliceerd",
        cast.bea)]  # fmt: skip
    assert past[1].gegevens["reden"] == "Wij zijn met één redacteur."


@pytest.mark.django_db
def test_only_what_was_looked_at_is_published(cast: Cast) -> None:
    stuk = write(cast)
    write(cast, stuk, kort="Iets anders kwam eruit.")
    with pytest.raises(NietMogelijk, match="intussen_anders"):
        publish(cast, stuk, gezien=1)
    assert local_catalogue(cast.gemeente).studies.keys() == catalogus().studies.keys()


@pytest.mark.django_db
def test_a_change_waits_while_the_earlier_text_holds_and_both_stay_in_the_history(cast: Cast) -> None:
    stuk = publish(cast, write(cast))
    write(cast, stuk, kort="Het hielp een beetje.")
    assert local_catalogue(cast.gemeente).studies["Jansen2026"].kort == "Meer mensen vonden werk."
    stuk.refresh_from_db()
    publish(cast, stuk)
    assert local_catalogue(cast.gemeente).studies["Jansen2026"].kort == "Het hielp een beetje."
    told = [one.gegevens["document"]["kort"] for one in log.read(cast.gemeente, [stuk.pk])]
    assert told == ["Meer mensen vonden werk."] * 2 + ["Het hielp een beetje."] * 2


@pytest.mark.django_db
def test_taking_back_needs_a_reason_and_takes_it_out_of_the_talks(cast: Cast) -> None:
    stuk = publish(cast, write(cast))
    with pytest.raises(NietMogelijk, match="reden_nodig"):
        WithdrawInhoud(door=cast.bea, gemeente=cast.gemeente, stuk=stuk, reden=" ").run()
    WithdrawInhoud(door=cast.bea, gemeente=cast.gemeente, stuk=stuk, reden="De bron is ingetrokken.").run()
    assert "Jansen2026" not in local_catalogue(cast.gemeente).studies
    with pytest.raises(NietMogelijk, match="niets_terug"):
        WithdrawInhoud(door=cast.bea, gemeente=cast.gemeente, stuk=stuk, reden="x").run()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["farida", "tessa", "omar", "buurconsulent", "helper"])
def test_only_editors_write_and_publish(cast: Cast, who: str) -> None:
    stuk, user = write(cast), getattr(cast, who)
    on = {"door": user, "gemeente": cast.gemeente}
    for action in (WriteInhoud(**on, soort="onderzoek", sleutel="Ander2026", document=study(id="Ander2026")),
                   PublishInhoud(**on, stuk=stuk, gezien=1), WithdrawInhoud(**on, stuk=stuk, reden="x")):  # fmt: skip
        with pytest.raises(NietBevoegd):
            action.run()


@pytest.mark.django_db
def test_a_piece_that_is_no_longer_right_is_left_out_and_named_never_a_fault_in_a_talk(cast: Cast) -> None:
    stuk = publish(cast, write(cast))
    document = stuk.gepubliceerd | {"koppelingen": [{"instrument": "verdwenen", "strekking": "voor"}]}
    Inhoudstuk.objects.update(gepubliceerd=document, versie=9)
    assert "Jansen2026" not in local_catalogue(cast.gemeente).studies
    assert "verdwenen" in broken(cast.gemeente)[stuk.pk]


@pytest.mark.django_db
def test_a_study_past_its_review_day_warns_and_costs_a_class(cast: Cast) -> None:
    publish(cast, write(cast))
    later = clock.today() + timedelta(days=400)
    made = opties({"zoeken": "ik solliciteer maar word niet gekozen"}, "zaak", later,
                  catalogus=local_catalogue(cast.gemeente))  # fmt: skip
    option = next(one for one in (*made.opties, *made.ernaast) if one.instrument == "cv-hulp")
    assert option.zekerheid == "B"
    assert option.waarschuwingen


def test_the_preview_tells_what_a_study_changes_over_the_fixed_examples() -> None:
    base = catalogus()
    after = layer(base, [("onderzoek", "Jansen2026", study())])
    found = preview(base, after, clock.today())
    assert found.klassen == {"cv-hulp": ("E", "A")}
    assert {row.naam for row in found.anders} | set(found.gelijk) == {one.naam for one in examples()}
    assert any("Hulp bij uw cv en profiel" in row.erbij for row in found.anders)
    none = layer(base, [("onderzoek", "Jansen2026", study(koppelingen=[]))])
    assert preview(base, none, clock.today()).anders == ()


def test_the_examples_cover_every_goal() -> None:
    goals = {one.antwoorden.get("doel") for one in examples()}
    assert goals - {None} == set(catalogus().vragen["doel"].antwoorden)


def test_a_sentence_keeps_its_places_to_fill_in() -> None:
    assert read_own_zin("u_zei_voor", {"tekst": "U zei “{zin}”, en dat past."}, catalogus())
    for text in ("Dat past.", "{zin} {naam}", "{zin", " ", "{zin} voor klanten"):
        with pytest.raises(StukFout):
            read_own_zin("u_zei_voor", {"tekst": text}, catalogus())


def test_another_wording_keeps_role_gate_and_links_of_a_kind_of_help() -> None:
    import yaml

    from opstap.kern.content import INHOUD

    document = yaml.safe_load((INHOUD / "instrumenten" / "ips.yaml").read_text(encoding="utf-8"))
    document["naam"], document["onderzoek"] = "Werk en behandeling samen", []
    after = layer(catalogus(), [("instrument", "ips", document)]).instrumenten["ips"]
    now = catalogus().instrumenten["ips"]
    assert after.naam == "Werk en behandeling samen"
    assert after.koppelingen == now.koppelingen
    for key, value in (("rol", "ernaast"), ("categorie", "iets anders")):
        with pytest.raises(StukFout, match="blijven zoals zij zijn"):
            layer(catalogus(), [("instrument", "ips", document | {key: value})])
    with pytest.raises(StukFout, match="is er niet"):
        layer(catalogus(), [("instrument", "toveren", document | {"id": "toveren"})])
