"""The way of an inwoner: from the first page to the receipt, with a paper missing."""

from __future__ import annotations

from uuid import uuid4

import pytest

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Bewijsstuk, Feit
from opstap.kern.opslag import Opslag
from tests.reis import MT940, answer_all, hand_in, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]


def begin(cast: Cast) -> object:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    return client


def test_she_is_not_asked_what_a_register_knows(cast: Cast) -> None:
    client = begin(cast)
    page = plain(client.get("/aanvraag/verder/", follow=True).content)
    assert "Wanneer bent u geboren" not in page
    assert Feit.objects.filter(soort="geboortedatum", bron="register").exists()


def test_she_sends_in_while_a_paper_is_missing(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    answer_all(client)
    hand_in(client, ("afschrift.940", MT940))
    overview = plain(client.get("/aanvraag/nakijken/").content)
    assert "Papieren mogen later" in overview
    assert client.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())}).status_code == 302
    receipt = plain(client.get("/aanvraag/ontvangst/").content)
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.nummer in receipt
    assert "vrijdag 13 november 2026" in receipt
    assert "Huurcontract" in receipt
    assert "Wij zijn aan zet" in receipt


def test_a_statement_is_understood_and_her_spending_is_nobodys_business(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    hand_in(client, ("afschrift.940", MT940))
    paper = Bewijsstuk.objects.get()
    page = plain(client.get(f"/papieren/{paper.pk}/").content)
    assert "Bankafschrift" in page
    assert "€ 2.006,40" in page.replace("\u00a0", " ")
    everything = repr(list(Feit.objects.values())) + repr(paper.gegevens) + repr(paper.lezing.uitkomst)
    assert "slijterij" not in (page + everything).lower()


def test_a_missing_month_shows_as_missing(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    hand_in(client, ("afschrift.940", MT940))
    page = plain(client.get("/papieren/").content)
    assert "augustus binnen" in page
    assert "ontbreekt" in page


def test_she_confirms_or_corrects_what_was_read(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    hand_in(client, ("afschrift.940", MT940))
    paper = Bewijsstuk.objects.get()
    form = client.get(f"/papieren/{paper.pk}/verbeteren/").context["form"]
    name = next(name for name, feit in form.feiten.items() if feit.soort == "vermogen_banktegoed")
    values = {key: feit.waarde for key, feit in form.feiten.items()} | {name: "2.000,00"}
    client.post(f"/papieren/{paper.pk}/verbeteren/", {**values, "eenmalig": str(uuid4())})
    read, said = Feit.objects.filter(soort="vermogen_banktegoed").order_by("geweten_op", "id")
    assert (read.waarde, read.staat) == ("2006.40", "verworpen")
    assert (said.waarde, said.bron) == ("2000.00", "gezegd")


def test_the_same_form_twice_files_once(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    answer_all(client)
    key = str(uuid4())
    client.post("/aanvraag/nakijken/", {"eenmalig": key})
    again = client.post("/aanvraag/nakijken/", {"eenmalig": key}, follow=True)
    assert again.status_code in (200, 404)
    assert Aanvraag.objects.filter(staat="ingediend").count() == 1


def test_an_empty_file_gets_a_sentence_and_the_others_arrive(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    hand_in(client, ("leeg.pdf", b""), ("afschrift.940", MT940))
    page = plain(client.get("/papieren/").content)
    assert "leeg.pdf is leeg" in page
    assert Bewijsstuk.objects.filter(soort="bankafschrift").count() == 1


def test_a_text_renamed_to_pdf_is_kept_and_explained(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    hand_in(client, ("brief.pdf", b"dit is gewoon wat tekst " * 20))
    assert client.get("/papieren/").status_code == 200


def test_a_missing_answer_says_how_to_go_on_and_keeps_the_rest(cast: Cast) -> None:
    client = begin(cast)
    answer = client.post("/aanvraag/vragen/schulden_giften/", {"giften": "ja", "giften_bedrag": "drie hondert",
        "eenmalig": str(uuid4())})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "drie hondert" in page
    assert "Schrijf het bedrag met cijfers" in page


def test_a_number_that_was_given_is_not_asked_again(cast: Cast) -> None:
    client = begin(cast)
    answer_all(client)
    assert 'value="0612345678"' in client.get("/bel-of-kom/").content.decode()


def test_the_copy_holds_what_she_said_also_when_a_paper_says_otherwise(cast: Cast, opslag: Opslag) -> None:
    client = begin(cast)
    answer_all(client)
    hand_in(client, ("afschrift.940", MT940))
    client.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())})
    receipt = plain(client.get("/aanvraag/ontvangst/").content).replace("\u00a0", " ")
    assert "Hoeveel geld hebt u ongeveer, samen op alle rekeningen? € 1.200,00" in receipt


def test_an_amount_comes_back_as_it_was_written(cast: Cast) -> None:
    client = begin(cast)
    answer_all(client, schulden="ja", schulden_bedrag="1.280,31")
    assert 'value="1.280,31"' in client.get("/aanvraag/vragen/schulden_giften/").content.decode()
