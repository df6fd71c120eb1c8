"""The pages that keep supply, research and craft: who sees what, what stays typed, what a person of policy reads."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from opstap.keuzehulp.models import Aanbod, Beproeving, Inhoudstuk, Inlezing, Vakkennisregel
from opstap.keuzehulp.vullen import fill_aanbod
from tests.kennis import LIJST, craft, make_kennis, place, save, write
from tests.keuzehulp.aanbodlijst import GOED, TAAL, csv
from tests.reis import plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


def post(client: Client, address: str, **said: Any) -> Any:
    return client.post(address, {"eenmalig": str(uuid4()), **said})


def upload(client: Client, name: str, data: bytes, bestand: str = "lijst.csv") -> Any:
    return post(client, reverse(f"beheer:{name}"), bestand=SimpleUploadedFile(bestand, data))


def test_everybody_who_helps_reads_the_supply_and_only_the_beheerder_sees_buttons(cast: Cast) -> None:
    fill_aanbod(cast.gemeente)
    for user in (cast.farida, cast.koen, cast.tessa, cast.bea):
        page = plain(signed_in(user).get(reverse("beheer:aanbod")).content)
        assert "Samen zoeken" in page
        assert "niet zeker of dit klopt" in page
        assert ("Lees een lijst in" in page) == (user == cast.bea)
    assert signed_in(cast.omar).get(reverse("beheer:aanbod")).status_code == 404


def test_a_long_list_comes_in_parts_and_can_be_searched(cast: Cast) -> None:
    for number in range(130):
        Aanbod.objects.create(gemeente=cast.gemeente, **place(naam=f"Groep {number:03d}"), gestopt=False)
    client = signed_in(cast.farida)
    first, second = (client.get("/beheer/aanbod/", {"bladzijde": number}).content.decode() for number in (1, 2))
    assert (first.count('scope="row"'), second.count('scope="row"')) == (100, 30)
    assert client.get("/beheer/aanbod/", {"wie": "groep 007"}).content.decode().count('scope="row"') == 1
    assert "Geen aanbod gevonden" in plain(client.get("/beheer/aanbod/", {"staat": "vol"}).content)
    assert client.get("/beheer/aanbod/", {"bladzijde": "9" * 30, "staat": "x", "hulp": "'"}).status_code == 200


def test_a_form_says_at_each_box_what_is_wrong_and_keeps_what_was_typed(cast: Cast) -> None:
    client = signed_in(cast.bea)
    said = {name: value or "" for name, value in place().items()}
    answer = post(client, reverse("beheer:aanbod_nieuw"), **(said | {"geldig_tot": "1-1-2020", "naam": "Mijn <b>naam"}))
    page = answer.content.decode()
    assert "is voorbij" in plain(answer.content)
    assert "Mijn &lt;b&gt;naam" in page
    assert not Aanbod.objects.exists()
    page = plain(post(client, reverse("beheer:aanbod_nieuw"), soort="hulp").content)
    for words in ("Kies: Soort hulp", "Vul in: Naam", "Vul in: Klopt tot en met"):
        assert words in page
    post(client, reverse("beheer:aanbod_nieuw"), **(said | {"geldig_tot": "30-6-2027"}))
    row = Aanbod.objects.get()
    said |= {"geldig_tot": "30-6-2027", "plekken": "0"}
    post(client, reverse("beheer:aanbod_wijzigen", args=[row.pk]), **said)
    past = plain(client.get(reverse("beheer:aanbod_een", args=[row.pk])).content)
    assert "Vrije plekken: eerst 4, nu 0" in past
    assert "Bea Smit" in past


def test_stopping_is_a_form_and_never_a_link(cast: Cast) -> None:
    row, client = save(cast), signed_in(cast.bea)
    address = reverse("beheer:aanbod_stoppen", args=[row.pk])
    assert client.get(address).status_code == 405
    assert post(client, address, gestopt="ja").status_code == 302
    row.refresh_from_db()
    assert row.gestopt
    post(client, address, gestopt="nee")
    row.refresh_from_db()
    assert not row.gestopt


def test_a_list_is_looked_at_then_read_in(cast: Cast) -> None:
    client = signed_in(cast.bea)
    where = upload(client, "inlezen", csv(GOED, TAAL))["Location"]
    page = client.get(where).content.decode()
    assert "Kijken wat past" in page
    assert not Aanbod.objects.exists()
    seen = page.split('name="gezien" value="')[1].split('"')[0]
    assert post(client, f"{where}toepassen/", gezien="oud").status_code == 409
    assert not Aanbod.objects.exists()
    assert post(client, f"{where}toepassen/", gezien=seen).status_code == 302
    assert Aanbod.objects.count() == 2
    assert "Deze lijst is ingelezen" in plain(client.get(where).content)


def test_faults_stand_with_their_line_and_can_be_taken_along(cast: Cast) -> None:
    client = signed_in(cast.bea)
    where = upload(client, "inlezen", LIJST.encode())["Location"]
    page = plain(client.get(where).content)
    assert "Regel 3" in page
    assert "Er is nog niets ingelezen" in page
    answer = client.get(f"{where}fouten.csv")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content.decode("utf-8-sig").splitlines()[1].startswith("3;instrument;")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"PK\x03\x04", "Excel"), (b"", "leeg"), (b"x" * 5_300_000, "groter dan 5 MB"), (b"naam\nx", "één kolom"),
     (b"\x00\x01", "geen lijst")],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_on_the_page(cast: Cast, data: bytes, words: str) -> None:
    answer = upload(signed_in(cast.bea), "inlezen", data)
    assert answer.status_code == 200
    assert words in plain(answer.content)
    assert not Inlezing.objects.exists()


def test_what_a_list_holds_is_never_markup(cast: Cast) -> None:
    client = signed_in(cast.bea)
    bad = "orientatie;<script>alert(1)</script>;Werkplein;;x<img src=x>;;T;2027-06-30;"
    where = upload(client, "inlezen", csv(bad, GOED), "<b>.csv")["Location"]
    page = client.get(where).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>.csv" not in page


def test_columns_of_another_list_are_coupled_on_the_page(cast: Cast) -> None:
    client = signed_in(cast.bea)
    where = upload(client, "inlezen", b"Organisatie,Titel,Soort hulp\nTaalhuis,Aan tafel,Taal leren")["Location"]
    assert "welke kolom dit is: Wie houdt dit bij en Klopt tot en met" in plain(client.get(where).content)
    chosen = {"kolom_instrument": "Soort hulp", "kolom_naam": "Titel", "kolom_aanbieder": "Organisatie",
              "vast_eigenaar": "Team", "vast_geldig_tot": "2027-01-01"}  # fmt: skip
    post(client, where, **chosen)
    assert "Taal leren" in plain(client.get(where).content)
    post(client, where, **chosen, hulp_0="taalcursus")
    assert "Lees in: 1 nieuw, 0 anders" in plain(client.get(where).content)


def test_what_goes_out_is_a_file_and_never_a_page(cast: Cast) -> None:
    save(cast, kosten="=1+1")
    for name, kind in (("aanbod_csv", "text/csv"), ("aanbod_json", "application/json")):
        answer = signed_in(cast.bea).get(reverse(f"beheer:{name}"))
        assert answer["Content-Type"].startswith(kind)
        assert "attachment" in answer["Content-Disposition"]
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert json.loads(answer.content)["aanbod"][0]["kosten"] == "=1+1"


def test_a_study_is_written_by_one_and_published_by_another(cast: Cast) -> None:
    stuk = write(cast)
    hers, his = signed_in(cast.bea), signed_in(cast.koen)
    address = reverse("beheer:stuk", args=[stuk.pk])
    assert "Laat een ander dit nakijken" in plain(post(hers, address, gezien=1, doe="publiceer").content)
    page = plain(his.get(address).content)
    for words in ("Mensen met bijstand", "Er was een loting.", "spreekt ervoor", "Wat zou dit veranderen?"):
        assert words in page
    assert post(his, address, gezien=1, doe="publiceer").status_code == 302
    assert Inhoudstuk.objects.get().gepubliceerd_door == cast.koen
    assert "Jansen 2026" in plain(signed_in(cast.farida).get("/werkplek/onderzoek/Jansen2026/").content)
    answer = his.get(reverse("beheer:stuk_yaml", args=[stuk.pk]))
    assert b"id: Jansen2026" in answer.content


def test_the_form_of_a_study_writes_the_document_of_its_file(cast: Cast) -> None:
    stuk = write(cast)
    client = signed_in(cast.bea)
    address = reverse("beheer:onderzoek_wijzigen", args=[stuk.pk])
    form = client.get(address).context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    said |= {"kort": "Iets meer mensen vonden werk.", "herzien_voor": "18-9-2027", "sleutel": "Anders2026"}
    assert post(client, address, **said).status_code == 302
    stuk.refresh_from_db()
    assert stuk.concept == write(cast, stuk, kort="Iets meer mensen vonden werk.").concept
    assert (stuk.sleutel, stuk.concept["id"]) == ("Jansen2026", "Jansen2026")
    refused = post(client, address, **(said | {"bron_vindplaats": "", "honderd_met": "61"}))
    page = plain(refused.content)
    assert "Vul in: Waar te vinden" in page
    assert "Vul alle zeven vakken" in page
    assert "Iets meer mensen vonden werk." in page


def test_craft_about_a_group_is_refused_at_its_box_and_stays_typed(cast: Cast) -> None:
    client = signed_in(cast.farida)
    said = {"instrument": "orientatie", "kant": "voor", "team": "Team Werk"}
    page = plain(post(client, reverse("beheer:vakkennis_nieuw"), tekst="Vrouwen bellen liever.", **said).content)
    assert "gaat over een groep mensen" in page
    assert "Vrouwen bellen liever." in page
    assert not Vakkennisregel.objects.exists()
    post(client, reverse("beheer:vakkennis_nieuw"), tekst="Bellen met zijn tweeën lukt vaker.", **said)
    line = Vakkennisregel.objects.get()
    other = {"instrument": "orientatie", "kant": "tegen", "team": "Team Meedoen", "tekst": "Alleen bellen geeft rust."}
    post(client, f"{reverse('beheer:vakkennis_nieuw')}?weerspreekt={line.pk}", **other)
    assert Vakkennisregel.objects.get(team="Team Meedoen").weerspreekt == line
    assert "zegt iets anders dan Team Werk" in plain(client.get(reverse("beheer:vakkennis")).content)


def test_made_and_tried_stays_open_until_both_happened(cast: Cast) -> None:
    client = signed_in(cast.koen)
    address = reverse("beheer:beproeving")
    assert "(punt 11) staat nog open" in plain(client.get(address).content)
    said = {"gedaan_op": "1-9-2026", "met_wie": "Adviesraad", "aantal_mensen": "7", "bekeken": "Het blad",
            "bevonden": "Te lang."}  # fmt: skip
    post(client, address, soort="adviesraad", **said)
    assert "(punt 11) staat nog open" in plain(client.get(address).content)
    post(client, address, soort="proef", **(said | {"gedaan_op": "1-9-2030"}))
    assert Beproeving.objects.count() == 1
    post(client, address, soort="proef", **said)
    assert "Beide zijn gedaan" in plain(client.get(address).content)
    assert Beproeving.objects.count() == 2


def test_a_row_of_next_door_is_not_found(cast: Cast) -> None:
    ids = make_kennis(cast)
    Aanbod.objects.update(gemeente=cast.buurgemeente)
    Inhoudstuk.objects.update(gemeente=cast.buurgemeente)
    Inlezing.objects.update(gemeente=cast.buurgemeente)
    client = signed_in(cast.bea)
    for name in ("aanbod_een", "aanbod_wijzigen", "inlezing", "inlezing_fouten", "stuk", "stuk_yaml",
                 "onderzoek_wijzigen", "bundel_in"):  # fmt: skip
        assert client.get(reverse(f"beheer:{name}", args=[ids[f"beheer:{name}"]])).status_code == 404, name
    line = craft(cast, tekst="Iets anders.")
    Vakkennisregel.objects.update(gemeente=cast.buurgemeente)
    assert post(client, reverse("beheer:vakkennis_nakijken", args=[line.pk]), klopt="ja").status_code == 404


def test_a_form_that_is_sent_twice_counts_once(cast: Cast) -> None:
    client, key = signed_in(cast.bea), str(uuid4())
    said = {name: value or "" for name, value in place().items()} | {"geldig_tot": "30-6-2027", "eenmalig": key}
    for _ in range(2):
        assert client.post(reverse("beheer:aanbod_nieuw"), said).status_code == 302
    assert Aanbod.objects.count() == 1


def test_the_list_calls_a_study_by_its_writers_and_the_menu_says_where_one_is(cast: Cast) -> None:
    write(cast)
    page = signed_in(cast.bea).get(reverse("beheer:onderzoeken")).content.decode()
    assert "<strong>Jansen 2026</strong>" in page
    assert f'href="{reverse("beheer:begin")}" aria-current="true"' in page
    assert f'href="{reverse("beheer:aanbod")}" aria-current' not in page
