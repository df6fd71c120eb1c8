"""What the reader noted at a paper or file is told in the language of who reads it, to her and to who works for her."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest
from django.test import Client

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Bestand, Bewijsstuk, Lezing
from opstap.kern.models import Gebruiker
from opstap.kern.opslag import Opslag
from opstap.lezen.model import Document, NietGelezen, Vraag
from opstap.lezen.noten import ZINNEN
from opstap.lezen.stapel import pijplijn
from tests.dossier.test_slechte_bestanden import made
from tests.engels import dutch_left
from tests.lezen.papieren import brief
from tests.reis import hand_in, once, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
NAMEN = ("Danielle Verkerk", "Farida Benali", "Gemeente Voorbeeld")
PROBLEMEN = {"meer_bladzijden": {"maximum": 300}, "meer_inkt": {"nummer": 3}, "donker": {}}
WEIGERING = {
    "UP07.zip": ("archief", "This is a packed folder (zip). Unpack the folder and send the files one by one."),
    "UP12.svg": ("tekening", "We cannot read a drawing (svg). Save it as a PDF or take a photo."),
    "UP09.pdf": ("te_groot_blad", "A page in this file is larger than we can read. Take a photo of it."),
}


@pytest.fixture(autouse=True)
def hours_in_english(cast: Cast) -> None:
    """What a municipality wrote in Dutch only stays Dutch; this one wrote both."""
    cast.gemeente.instellingen["uren"] = {"en": {"bereikbaar": "Monday to Friday", "bezoektijden": "Monday"}}
    cast.gemeente.save()


def in_english(user: Gebruiker) -> Client:
    client = signed_in(user)
    client.post("/taal/", {"taal": "en"})
    return client


def payslip() -> Document:
    """A payslip of which the reader doubts everything it can doubt."""
    wage = [Vraag("nettoloon", ZINNEN["lezingen_verschillen"], ("1204.10", "1264.10"))]
    wage.append(Vraag("transacties", ZINNEN["af_of_bij"].format(aantal=4)))
    problems = [ZINNEN[code].format(**numbers) for code, numbers in PROBLEMEN.items()]
    return Document("strook.txt", [1], "loonstrook", 0.9, date(2026, 8, 25), vragen=wage, problemen=problems)


@pytest.fixture
def doubted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Bewijsstuk:
    monkeypatch.setattr(pijplijn, "lees_bestand", lambda naam, _: ([payslip()], []))
    her = signed_in(cast.danielle.account)
    her.post("/aanvraag/beginnen/", once())
    hand_in(her, ("strook.txt", b"een strook in woorden"))
    return Bewijsstuk.objects.get()


ENGLISH = (
    "Two readings differ", "At 4 amounts we cannot see whether they go out or come in", "The photo is very dark.",
    "This file has more than 300 pages. The first 300 were read", "There may be more on page 3 than we could read.",
)  # fmt: skip


def test_questions_and_problems_are_kept_with_their_code_and_numbers(doubted: Bewijsstuk) -> None:
    assert doubted.gegevens["noten"] == {
        "vragen": [["lezingen_verschillen", {}], ["af_of_bij", {"aantal": 4}]],
        "problemen": [[code, numbers] for code, numbers in PROBLEMEN.items()],
    }
    reading = Lezing.objects.get().uitkomst["documenten"][0]
    assert "noten" not in reading  # as the reader gave it: contract 1


def test_she_and_her_worker_read_them_in_english(cast: Cast, doubted: Bewijsstuk) -> None:
    worker = f"/werkplek/dossier/{Aanvraag.objects.get().pk}/papier/{doubted.pk}/"
    for user, path in ((cast.danielle.account, f"/papieren/{doubted.pk}/"), (cast.farida, worker)):
        page = in_english(user).get(path).content
        for words in ENGLISH:
            assert words in plain(page), (path, words)
        assert dutch_left(page, *NAMEN) == [], path


def test_in_dutch_they_are_the_sentences_of_the_reader(cast: Cast, doubted: Bewijsstuk) -> None:
    page = plain(signed_in(cast.danielle.account).get(f"/papieren/{doubted.pk}/").content)
    for zin in (*(row["reden"] for row in doubted.gegevens["vragen"]), *doubted.gegevens["problemen"]):
        assert zin[1:] in page, zin


def test_the_values_between_which_the_reader_did_not_decide_stand_with_the_question(
    cast: Cast, doubted: Bewijsstuk
) -> None:
    worker = f"/werkplek/dossier/{Aanvraag.objects.get().pk}/papier/{doubted.pk}/"
    assert "Two readings differ : 1204.10 or 1264.10" in plain(in_english(cast.farida).get(worker).content)


def test_a_paper_from_before_the_codes_keeps_its_sentence_and_says_that_it_is_dutch(
    cast: Cast, doubted: Bewijsstuk
) -> None:
    del doubted.gegevens["noten"]
    doubted.save(update_fields=["gegevens"])
    page = in_english(cast.danielle.account).get(f"/papieren/{doubted.pk}/").content
    assert f'<p class="note" lang="nl">{ZINNEN["donker"]}</p>' in page.decode()
    assert '<p class="note" lang="nl">Twee lezingen verschillen.</p>' in page.decode()
    assert dutch_left(page, *NAMEN) == []


def test_why_a_file_was_not_read_is_told_in_english(cast: Cast, opslag: Opslag) -> None:
    her, files = in_english(cast.danielle.account), made()
    her.post("/aanvraag/beginnen/", once())
    hand_in(her, *((name, files[name]) for name in WEIGERING))
    assert dict(Bestand.objects.values_list("naam", "leesfout")) == {name: row[0] for name, row in WEIGERING.items()}
    page = her.get("/papieren/").content
    at_work = in_english(cast.farida).get(f"/werkplek/dossier/{Aanvraag.objects.get().pk}/").content
    for _, words in WEIGERING.values():
        assert words in plain(page), words
        assert words in plain(at_work), words
    assert dutch_left(page, *NAMEN) == []
    assert dutch_left(at_work, *NAMEN) == []


def test_one_code_of_the_reader_with_another_sentence_is_told_as_exactly_in_english(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contract 1 says `beschadigd` for a photo and a pdf alike; what to do about them differs."""
    refusal = NietGelezen("foto.jpg", "beschadigd", ZINNEN["foto_beschadigd"])
    monkeypatch.setattr(pijplijn, "lees_bestand", lambda naam, _: ([], [refusal]))
    her = in_english(cast.danielle.account)
    her.post("/aanvraag/beginnen/", once())
    hand_in(her, ("foto.jpg", b"\xff\xd8\xff kapot"))
    assert "This photo is damaged and does not open." in plain(her.get("/papieren/").content)
    assert Lezing.objects.get().uitkomst["niet_gelezen"][0]["code"] == "beschadigd"


@pytest.mark.parametrize(("code", "marked"), [("", True), ("nog_nooit_gezien", True), ("virus", False)])
def test_a_file_refused_without_a_known_code_keeps_its_sentence(cast: Cast, code: str, marked: bool) -> None:
    her = in_english(cast.danielle.account)
    her.post("/aanvraag/beginnen/", once())
    hand_in(her, ("kaart.zip", made()["UP07.zip"]))
    Bestand.objects.update(leesfout=code, uitleg="Dit is niet veilig.")
    page = her.get("/papieren/").content.decode()
    assert ('<p lang="nl">Dit is niet veilig.</p>' in page) is marked
    assert ("This file is not safe." in page) is not marked


def test_bytes_that_are_gone_are_told_in_english(cast: Cast, opslag: Opslag) -> None:
    from opstap.dossier.reading import read_file

    her = in_english(cast.danielle.account)
    her.post("/aanvraag/beginnen/", once())
    hand_in(her, ("kaart.zip", made()["UP07.zip"]))
    bestand = Bestand.objects.get()
    (opslag.map / bestand.sleutel[:2] / bestand.sleutel).unlink()
    read_file(bestand)
    page = her.get("/papieren/").content
    assert "We cannot open this file now. That is not your doing." in plain(page)
    assert dutch_left(page, *NAMEN) == []


def message(*attachments: tuple[str, bytes]) -> bytes:
    """A message with these files."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "stukken", "danielle@voorbeeld.nl", "stukken@voorbeeld.nl"
    mail.set_content("Hierbij.")
    for name, content in attachments:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)


def test_of_a_message_the_attachments_that_could_not_be_read_are_named_to_her_and_at_work(
    cast: Cast, opslag: Opslag
) -> None:
    her, files = in_english(cast.danielle.account), made()
    her.post("/aanvraag/beginnen/", once())
    slip = brief("Loonstrook augustus 2026", "van Mare B.V.", "Netto loon 900,00", "loonheffing 12,00")
    hand_in(her, ("mail.eml", message(("strook.pdf", slip), ("map.zip", files["UP07.zip"]))))
    assert Bewijsstuk.objects.get().soort == "loonstrook"
    at_work = in_english(cast.farida).get(f"/werkplek/dossier/{Aanvraag.objects.get().pk}/").content
    for page in (her.get("/papieren/").content, at_work):
        assert "mail.eml: map.zip" in plain(page)
        assert WEIGERING["UP07.zip"][1] in plain(page)
        assert "strook.pdf" not in plain(page)
        assert dutch_left(page, *NAMEN) == []
