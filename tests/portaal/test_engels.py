"""Everything an inwoner and the workers see in English is English: terms, the calculation, labels, the way around a
letter. What must stay Dutch stays so and says that it is: the letter, articles of law, what people wrote.
"""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Brief
from opstap.dossier.models import Bewijsstuk
from opstap.kern import log
from opstap.kern.models import Gebruiker
from opstap.kern.opslag import Opslag
from opstap.recht.models import Berekening
from tests.engels import dutch_left
from tests.reis import MT940, answer_all, hand_in, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
MOTIVERING = "U hebt te weinig geld om van te leven."
MENSEN = ("Danielle Verkerk", "Farida Benali", "Koen de Wit")
EIGEN = (*MENSEN, "Gemeente Voorbeeld", "van mare", "VAN MARE BV", MOTIVERING)


def in_english(user: Gebruiker | None) -> Client:
    client = signed_in(user)
    client.post("/taal/", {"taal": "en"})
    return client


def once(**said: object) -> dict[str, object]:
    return {**said, "eenmalig": str(uuid4())}


def english(client: Client, *paths: str) -> str:
    """These pages hold no Dutch; the words of the last one."""
    shown = ""
    for path in paths:
        page = client.get(path, follow=True)
        assert page.status_code == 200, path
        assert dutch_left(page.content, *EIGEN) == [], path
        shown = plain(page.content).replace("\u00a0", " ")
    return shown


def sent_in(cast: Cast) -> Client:
    """Danielle's application, sent in from English pages, in a municipality that wrote its hours in English too."""
    cast.gemeente.instellingen["uren"] = {"en": {"bereikbaar": "Monday to Friday", "bezoektijden": "Monday"}}
    cast.gemeente.save()
    her = in_english(cast.danielle.account)
    her.post("/aanvraag/beginnen/", once())
    answer_all(her)
    hand_in(her, ("afschrift.940", MT940))
    english(her, "/aanvraag/nakijken/")
    her.post("/aanvraag/nakijken/", once())
    return her


def decided(cast: Cast) -> str:
    """Taken up, established, worked out, decided and approved, all from English pages; the address of the dossier."""
    home, farida = f"/werkplek/dossier/{Aanvraag.objects.get().pk}/", in_english(cast.farida)
    farida.post(f"{home}oppakken/", once())
    farida.post(f"{home}papier/{Bewijsstuk.objects.get().pk}/klopt/", once(reden="x"))
    farida.post(f"{home}vaststellen/", once())
    for groep in farida.get(home).context["verschilt"]:
        farida.post(f"{home}vaststellen/", once(feit=str(groep["keuzes"][-1]["feit"].pk), reden="x"))
    farida.post(f"{home}recht/vastleggen/", once())
    outcome = "toegekend" if Berekening.objects.get().uitkomst["uitkomst"] == "recht" else "afgewezen"
    farida.post(f"{home}besluit/", once(uitkomst=outcome, motivering=MOTIVERING))
    english(in_english(cast.koen), f"{home}besluit/controle/")
    in_english(cast.koen).post(f"{home}besluit/goedkeuren/", once())
    return home


def test_an_application_sent_in_from_english_pages_is_english_from_start_to_receipt(cast: Cast, opslag: Opslag) -> None:
    her = sent_in(cast)
    receipt = english(her, "/", "/papieren/", "/aanvraag/ontvangst/")
    for words in ("Friday 13 November 2026", "Do you have debts?", "€1,200.00"):
        assert words in receipt, receipt
    assert Aanvraag.objects.get().afschrift["taal"] == "en"


def test_a_receipt_stays_the_copy_of_what_she_read_in_another_language_too(cast: Cast, opslag: Opslag) -> None:
    her = sent_in(cast)
    her.post("/taal/", {"taal": "nl"})
    page = her.get("/aanvraag/ontvangst/").content.decode()
    assert re.search(r'<div lang="en">.*Do you have debts\?.*</div>', page, re.S)
    assert "Dit hebben wij nog nodig" in page


def test_why_this_date_is_told_in_english(cast: Cast, opslag: Opslag) -> None:
    assert "The municipality decides on" in english(sent_in(cast), "/")


def test_the_dossier_the_request_and_the_calculation_are_english(cast: Cast, opslag: Opslag) -> None:
    sent_in(cast)
    home, farida = f"/werkplek/dossier/{Aanvraag.objects.get().pk}/", in_english(cast.farida)
    farida.post(f"{home}oppakken/", once())
    paper = Bewijsstuk.objects.get()
    english(farida, "/werkplek/", "/werkplek/zoek/?q=Verkerk", home, f"{home}papier/{paper.pk}/", f"{home}aanvulling/")
    for query in ("", "?loon=600", "?uren=16&uurloon=15,50", "?uren=99&uurloon=15,50", "?uren=veel&uurloon=1"):
        english(farida, f"{home}recht/{query}")
    assert "For the law, you are: a single" in english(farida, f"{home}recht/")
    assert "Estimate: 16 hours a week at €15.50" in english(farida, f"{home}recht/?uren=16&uurloon=15,50")


def test_a_kept_calculation_is_told_in_english_and_stays_as_it_was_kept(cast: Cast, opslag: Opslag) -> None:
    her = sent_in(cast)
    home = decided(cast)
    kept = Berekening.objects.get().uitkomst
    shown = english(her, "/berekening/")
    assert "You may have €" in shown
    english(in_english(cast.farida), home, f"{home}besluit/")
    assert Berekening.objects.get().uitkomst == kept
    assert any("vermogen hebben" in step["tekst"] for step in kept["stappen"])


def test_a_letter_stays_dutch_and_the_page_around_it_says_so(cast: Cast, opslag: Opslag) -> None:
    her = sent_in(cast)
    cast.danielle.taal = "en"
    cast.danielle.save()
    decided(cast)
    letter = Brief.objects.get()
    assert letter.onderwerp.startswith("U krijgt")
    assert "Beste Danielle" in letter.html
    start, page = english(her, "/"), english(her, f"/brieven/{letter.pk}/")
    assert letter.onderwerp not in start
    assert f"This letter is in Dutch, as the letters of a municipality are. Call us on {cast.gemeente.telefoon}" in page
    her.post("/taal/", {"taal": "nl"})
    assert "in het Nederlands" not in plain(her.get(f"/brieven/{letter.pk}/").content)


def test_who_looked_is_named_with_the_role_in_english(cast: Cast, opslag: Opslag) -> None:
    her = sent_in(cast)
    in_english(cast.farida).get(f"/werkplek/dossier/{Aanvraag.objects.get().pk}/")
    assert "Farida Benali (consultant)" in english(her, "/wie-keek/")


def test_to_be_called_back_is_english_on_both_sides(cast: Cast, opslag: Opslag) -> None:
    her = in_english(cast.danielle.account)
    her.post("/bel-of-kom/", once(telefoon="0612345678", dagdeel="middag"))
    assert "in the afternoon" in english(in_english(cast.farida), "/werkplek/")
    (event,) = log.read(cast.gemeente, [cast.danielle.pk], "contact.bel_mij")
    assert event.gegevens["dagdeel"] == "middag"


def test_the_look_for_dutch_can_fail() -> None:
    assert dutch_left(b'<p>Fine</p><p title="Het papier">x</p><p>U krijgt.</p>') == ["Het papier", "U krijgt."]
    assert dutch_left(b'<div lang="nl"><p>U krijgt <br>geld.</p></div><p>art. 44 lid 1 Pw</p>') == []
