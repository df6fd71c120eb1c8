"""Content that municipalities share: whole or refused, looked at first, drafts until somebody here publishes them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.kern.models import Gebruiker, Rol
from opstap.keuzehulp.actions.apply_bundel import ApplyBundel, bundel_plan
from opstap.keuzehulp.actions.publish_inhoud import PublishInhoud
from opstap.keuzehulp.actions.receive_lijst import ReceiveLijst
from opstap.keuzehulp.actions.write_inhoud import WriteInhoud
from opstap.keuzehulp.bundel import make_bundel, read_bundel, seal
from opstap.keuzehulp.eigen.catalogus import local_catalogue
from opstap.keuzehulp.lijst.bestand import LijstFout
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Inhoudstuk, Inlezing, Vakkennisregel
from tests.kennis import craft, study, write
from tests.spelers import Cast

ALLES = frozenset({"onderzoek", "instrumenten", "teksten", "vakkennis"})
ZIN = {"tekst": "U zei “{zin}”, en dat past."}


def full(cast: Cast) -> dict[str, Any]:
    """What Voorbeeld shares: a study and a sentence that were published, and a line of craft."""
    craft(cast)
    WriteInhoud(door=cast.bea, gemeente=cast.gemeente, soort="zin", sleutel="u_zei_voor", document=ZIN).run()
    write(cast)
    for row in Inhoudstuk.objects.all():
        PublishInhoud(door=cast.koen, gemeente=cast.gemeente, stuk=row, gezien=row.versie).run()
    write(cast, id="Nog2026")  # a draft is not shared
    return make_bundel(cast.gemeente, ALLES)


def again(document: dict[str, Any], **changes: Any) -> bytes:
    """The bundle with other content and a check that fits it."""
    content = document["inhoud"] | changes
    return json.dumps(document | {"inhoud": content, "controle": seal(content)}).encode()


def beheerder(cast: Cast) -> Gebruiker:
    return Gebruiker.objects.maak(cast.buurgemeente, "baas", Rol.BEHEERDER, "Jan Buur")


def receive(cast: Cast, door: Gebruiker, data: bytes) -> Inlezing:
    return ReceiveLijst(door=door, gemeente=cast.buurgemeente, soort="bundel", naam="b.json", inhoud=data).run()


def apply(cast: Cast, door: Gebruiker, row: Inlezing, gezien: str | None = None) -> Inlezing:
    seen = bundel_plan(row).vingerafdruk if gezien is None else gezien
    return ApplyBundel(door=door, gemeente=cast.buurgemeente, inlezing=row, gezien=seen).run()


@pytest.mark.django_db
def test_only_what_was_published_is_shared_and_nothing_of_a_person(cast: Cast) -> None:
    found = full(cast)
    assert found["inhoud"].keys() == ALLES
    assert list(found["inhoud"]["onderzoek"]) == ["Jansen2026"]
    assert found["inhoud"]["vakkennis"][0].keys() == {"instrument", "kant", "tekst", "team", "nagekeken_op"}
    assert "Farida" not in json.dumps(found)
    assert make_bundel(cast.gemeente, frozenset({"vakkennis"}))["inhoud"].keys() == {"vakkennis"}


@pytest.mark.django_db
def test_next_door_takes_it_over_as_drafts_with_the_signature_of_the_team(cast: Cast) -> None:
    data, baas = json.dumps(full(cast)).encode(), beheerder(cast)
    row = receive(cast, baas, data)
    assert not Inhoudstuk.objects.filter(gemeente=cast.buurgemeente).exists()
    apply(cast, baas, row)
    here = Inhoudstuk.objects.filter(gemeente=cast.buurgemeente)
    assert {(one.sleutel, one.van, one.gepubliceerd) for one in here} == {
        ("Jansen2026", "Gemeente Voorbeeld", None), ("u_zei_voor", "Gemeente Voorbeeld", None),
    }  # fmt: skip
    line = Vakkennisregel.objects.get(gemeente=cast.buurgemeente)
    assert (line.team, line.van) == ("Team Werk", "Gemeente Voorbeeld")
    known = local_catalogue(cast.buurgemeente)
    assert known.studies.keys() == catalogus().studies.keys()
    for one in here:
        PublishInhoud(door=baas, gemeente=cast.buurgemeente, stuk=one, gezien=one.versie, reden="Alleen.").run()
    known = local_catalogue(cast.buurgemeente)
    assert "Jansen2026" in known.studies
    assert known.zinnen["u_zei_voor"] == ZIN["tekst"]


@pytest.mark.django_db
def test_the_same_bundle_again_has_nothing_to_do(cast: Cast) -> None:
    data, baas = json.dumps(full(cast)).encode(), beheerder(cast)
    apply(cast, baas, receive(cast, baas, data))
    plan = bundel_plan(receive(cast, baas, data))
    assert (plan.stukken, plan.vakkennis, plan.gelijk, plan.kan) == ([], [], 3, False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"onderzoek": {"Fout2026": study(id="Fout2026", betaald_door="")}},
        {"onderzoek": {"Fout2026": study(id="Fout2026", nagekeken=False, cijfer="5")}},
        {"onderzoek": {"Smedslund2006": study(id="Smedslund2006")}}, {"teksten": {"bestaat_niet": ZIN}},
        {"teksten": {"u_zei_voor": {"tekst": "zonder plek"}}}, {"instrumenten": {"toveren": {}}},
        {"vakkennis": [{"instrument": "orientatie", "kant": "voor", "tekst": "Vrouwen bellen liever.", "team": "T",
                        "nagekeken_op": "2026-01-01"}]},
        {"vakkennis": [{"instrument": "orientatie", "kant": "voor", "tekst": "x", "team": "T", "nagekeken_op": "oo"}]},
        {"vakkennis": [{"instrument": "toveren", "kant": "voor", "tekst": "x", "team": "T"}]}, {"vakkennis": [{}]},
    ],
)  # fmt: skip
def test_one_thing_that_is_not_right_stops_all_of_it(cast: Cast, changes: dict[str, Any]) -> None:
    baas = beheerder(cast)
    row = receive(cast, baas, again(full(cast), **changes))
    assert len(bundel_plan(row).fouten) == 1
    with pytest.raises(NietMogelijk, match="niet_inleesbaar"):
        apply(cast, baas, row)
    assert not Inhoudstuk.objects.filter(gemeente=cast.buurgemeente).exists()


@pytest.mark.django_db
def test_a_bundle_that_changed_on_its_way_is_refused(cast: Cast) -> None:
    data = json.dumps(full(cast), ensure_ascii=False)
    for text, key in ((data.replace("Meer mensen", "Alle mensen"), "controle"), (data[:-40], "geen_json"),
                      (data.replace('"versie": 1', '"versie": 9', 1), "andere_versie"), ("[]", "geen_bundel"),
                      (data.replace("opstap-bundel", "iets"), "geen_bundel"), ("[" * 90_000, "geen_json")):  # fmt: skip
        with pytest.raises(LijstFout) as refusal:
            read_bundel(text.encode())
        assert refusal.value.sleutel == key


@pytest.mark.django_db
@pytest.mark.parametrize("content", [{"onderzoek": []}, {"personen": {}}, {"vakkennis": ["x"]}, {"teksten": {"a": "b"}},
                                     [], {"vakkennis": [{}] * 501}])  # fmt: skip
def test_a_bundle_of_another_shape_is_refused(cast: Cast, content: Any) -> None:
    document = full(cast) | {"inhoud": content, "controle": seal(content)}
    with pytest.raises(LijstFout) as refusal:
        read_bundel(json.dumps(document).encode())
    assert refusal.value.sleutel == "bundel_vorm"


@pytest.mark.django_db
def test_only_what_was_looked_at_is_taken_over_once_and_by_the_beheerder(cast: Cast) -> None:
    baas = beheerder(cast)
    row = receive(cast, baas, json.dumps(full(cast)).encode())
    with pytest.raises(NietMogelijk, match="intussen_anders"):
        apply(cast, baas, row, "iets anders")
    with pytest.raises(NietBevoegd):
        apply(cast, cast.buurconsulent, row)
    apply(cast, baas, row)
    with pytest.raises(NietMogelijk, match="al_ingelezen"):
        apply(cast, baas, row)
