"""The way of a consulent: from the work list to a decision that a second person approves."""

from __future__ import annotations

from uuid import uuid4

import pytest

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Besluit, Brief
from opstap.dossier.models import Bewijsstuk, Feit
from opstap.kern import geheim
from opstap.kern.keten import verify
from opstap.kern.opslag import Opslag
from opstap.recht.models import Recht
from tests.reis import MT940, answer_all, hand_in, once, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]


def applied(cast: Cast) -> Aanvraag:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    answer_all(client)
    hand_in(client, ("afschrift.940", MT940))
    client.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())})
    return Aanvraag.objects.get()


def test_from_work_list_to_letter(cast: Cast, opslag: Opslag) -> None:
    aanvraag = applied(cast)
    home = f"/werkplek/dossier/{aanvraag.pk}/"
    farida = signed_in(cast.farida)
    assert "Danielle Verkerk" in plain(farida.get("/werkplek/").content)
    assert "Wat ontbreekt" in plain(farida.get(home).content)
    farida.post(f"{home}oppakken/", once())
    paper = Bewijsstuk.objects.get()
    assert "Alles klopt" in plain(farida.get(f"{home}papier/{paper.pk}/").content)
    farida.post(f"{home}papier/{paper.pk}/klopt/", once(reden="van het afschrift"))
    farida.post(f"{home}aanvulling/", once(vereisten=["huur"], uiterlijk_op="2-10-2026"))
    aanvraag.refresh_from_db()
    assert (aanvraag.staat, aanvraag.aan_zet) == ("wacht_op_aanvulling", "inwoner")
    assert "2 oktober" in plain(signed_in(cast.danielle.account).get("/").content)
    farida.post(f"{home}compleet/", once())
    farida.post(f"{home}vaststellen/", once())
    for groep in farida.get(home).context["verschilt"]:
        farida.post(f"{home}vaststellen/", once(feit=str(groep["keuzes"][-1]["feit"].pk), reden="nieuwste"))
    page = farida.get(f"{home}recht/")
    assert page.context["nu"]["uitkomst"] in ("recht", "geen_recht"), page.context["nu"].get("ontbreekt")
    farida.post(f"{home}recht/vastleggen/", once())
    outcome = "toegekend" if page.context["nu"]["uitkomst"] == "recht" else "afgewezen"
    farida.post(f"{home}besluit/", once(uitkomst=outcome, motivering="U hebt te weinig geld om van te leven."))
    made = Besluit.objects.get()
    assert made.staat == "ter_controle", plain(farida.get(f"{home}besluit/").content)[:800]
    assert farida.get(f"{home}besluit/controle/").status_code == 404
    koen = signed_in(cast.koen)
    assert "Zo gaat de brief uit" in plain(koen.get(f"{home}besluit/controle/").content)
    koen.post(f"{home}besluit/goedkeuren/", once())
    aanvraag.refresh_from_db()
    assert (aanvraag.staat, aanvraag.aan_zet) == ("besloten", "niemand")
    letter = Brief.objects.get()
    assert geheim.opslag().lees_alles(letter.sleutel, 10**7).startswith(b"%PDF-")
    assert Recht.objects.count() == (outcome == "toegekend")
    her = signed_in(cast.danielle.account)
    assert letter.onderwerp in plain(her.get("/").content)
    assert her.get(f"/brieven/{letter.pk}/pdf/")["Content-Type"] == "application/pdf"
    assert "Farida Benali" in plain(her.get("/wie-keek/").content)
    assert verify(cast.gemeente).fouten == []


def test_the_maker_cannot_approve(cast: Cast, opslag: Opslag) -> None:
    aanvraag = applied(cast)
    besluit = Besluit.objects.create(
        gemeente=cast.gemeente, aanvraag=aanvraag, uitkomst="afgewezen", motivering="x", staat="ter_controle",
        opgesteld_door=cast.farida, opgesteld_op=aanvraag.ingediend_op,
    )  # fmt: skip
    Aanvraag.objects.update(staat="te_beslissen")
    answer = signed_in(cast.farida).post(f"/werkplek/dossier/{aanvraag.pk}/besluit/goedkeuren/", once())
    besluit.refresh_from_db()
    assert (answer.status_code, besluit.staat) == (404, "ter_controle")


def test_a_decision_waits_until_its_facts_are_established(cast: Cast, opslag: Opslag) -> None:
    aanvraag = applied(cast)
    home = f"/werkplek/dossier/{aanvraag.pk}/"
    farida = signed_in(cast.farida)
    farida.post(f"{home}oppakken/", once())
    farida.post(f"{home}recht/vastleggen/", once())
    said = "Deze zin mag niet weg."
    page = farida.post(f"{home}besluit/", once(uitkomst="afgewezen", motivering=said))
    assert said in plain(page.content)
    assert Feit.objects.exclude(staat="vastgesteld").exists()
    assert not Besluit.objects.filter(staat="ter_controle").exists()


def test_who_wrote_beside_another_sees_both_texts_and_chooses(cast: Cast, opslag: Opslag) -> None:
    aanvraag = applied(cast)
    page = f"/werkplek/dossier/{aanvraag.pk}/besluit/"
    farida, noor = signed_in(cast.farida), signed_in(cast.noor)
    farida.post(f"/werkplek/dossier/{aanvraag.pk}/oppakken/", once())
    farida.post(f"/werkplek/dossier/{aanvraag.pk}/recht/vastleggen/", once())  # its facts are open, so it stays a draft
    farida.post(page, once(uitkomst="afgewezen", motivering="Van Farida."))
    answer = noor.post(page, once(uitkomst="afgewezen", motivering="Van Noor.", gezien=""))
    shown = plain(answer.content)
    assert "Farida Benali schreef intussen" in shown
    assert "Van Farida." in shown
    assert "Van Noor." in shown
    noor.post(page, once(uitkomst="afgewezen", motivering="Van Noor.", gezien=answer.context["gezien"]))
    assert [row.motivering for row in Besluit.objects.all()] == ["Van Noor."]


def test_opening_a_paper_shows_no_spending(cast: Cast, opslag: Opslag) -> None:
    aanvraag = applied(cast)
    paper = Bewijsstuk.objects.get()
    page = signed_in(cast.farida).get(f"/werkplek/dossier/{aanvraag.pk}/papier/{paper.pk}/")
    assert "slijterij" not in plain(page.content).lower()
