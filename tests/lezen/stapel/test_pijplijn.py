"""A whole pile through the real parsing process: what is read, what is refused, what is put together."""

import io
import json
import os
import zipfile
from datetime import date
from email.message import EmailMessage

import pikepdf
import pytest
from reportlab.pdfgen import canvas

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.kind import Kamer
from opstap.lezen.model import Bestand, Bladzijde, Woord
from opstap.lezen.stapel import lees_bestand, lees_stapel, maandtegels, orden, pijplijn

IBAN, SAVINGS = "NL91ABNA0417164300", "NL20INGB0001234567"


@pytest.fixture(scope="module")
def kamer():
    room = Kamer()
    yield room
    room.sluit()


def mt940(month, begin=0, iban=IBAN, other="NL44RABO0123456789", cents=100):
    end = begin + cents
    return (
        f":20:X\n:25:{iban}\n:60F:C26{month:02d}01EUR{begin // 100},{begin % 100:02d}\n"
        f":61:26{month:02d}24C{cents // 100},{cents % 100:02d}N541X\n:86:/IBAN/{other}/NAME/Iemand/REMI/x\n"
        f":62F:C26{month:02d}{28 if month == 2 else 30}EUR{end // 100},{end % 100:02d}\n-\n"
    ).encode()


def pdf(lines, pages=1):
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(595, 842))
    for _ in range(pages):
        for number, line in enumerate(lines):
            sheet.drawString(60, 780 - 18 * number, line)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def locked(data, password):
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(buffer, encryption=pikepdf.Encryption(user=password, owner=password))
    return buffer.getvalue()


LETTER = [
    "UWV",
    "Beslissing over uw WW-uitkering",
    "Datum: 1 juni 2026",
    "Uw WW-uitkering gaat in op 15 juni 2026.",
    "Kenmerk: 2026-000123",
    "Bruto dagloon 85,00 euro. Wij betalen elke maand.",
]


def test_a_bad_file_does_not_stop_the_pile(kamer):
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a.txt", "x")
    pile = [
        Bestand("leeg.pdf", b""),
        Bestand("../../etc/passwd\u202e.zip", zipped.getvalue()),
        Bestand("virus.pdf", b"MZ\x90\x00"),
        Bestand("slot.pdf", locked(pdf(LETTER), "geheim")),
        Bestand("juni.sta", mt940(4)),
        Bestand("weg.pdf"),
        Bestand("kapot.pdf", b"%PDF-1.7\nniets"),
    ]
    seen = []
    outcome = lees_stapel(pile, werkers=2, voortgang=lambda *step: seen.append(step), kamer=kamer)
    assert [item.code for item in outcome.niet_gelezen] == [
        "leeg",
        "archief",
        "programma",
        "wachtwoord",
        "weg",
        "beschadigd",
    ]
    assert [document.bestand for document in outcome.documenten] == ["juni.sta"]
    assert outcome.niet_gelezen[1].bestand == "../../etc/passwd.zip"
    assert all(item.uitleg.endswith(".") and "\n" not in item.uitleg for item in outcome.niet_gelezen)
    assert [(done, total) for done, total, _ in seen] == [(number, 7) for number in range(1, 8)]
    assert outcome.duur_s > 0


def test_a_locked_pdf_opens_with_its_password(kamer):
    data = locked(pdf(LETTER), "geheim")
    documents, refused = lees_bestand("slot.pdf", data, "geheim", kamer=kamer)
    assert refused == []
    assert [document.bestand for document in documents] == ["slot.pdf"]
    _, refused = lees_bestand("slot.pdf", data, "anders", kamer=kamer)
    assert refused[0].code == "wachtwoord_past_niet"
    assert "geheim" not in repr(Bestand("slot.pdf", data, wachtwoord="geheim"))


def test_a_born_digital_letter_is_read_and_understood(kamer):
    (document,), refused = lees_bestand("brief.pdf", pdf(LETTER), kamer=kamer)
    assert refused == []
    assert document.soort == "uwv_beslissing"
    assert document.sporen.stukjes
    assert len(document.sporen.sha256) == 64


def test_a_program_in_a_pdf_is_remarked_on_and_the_page_is_read(kamer):
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(LETTER))) as document:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        document.save(buffer)
    (found,), _ = lees_bestand("brief.pdf", buffer.getvalue(), kamer=kamer)
    assert any("programmaatje" in remark for remark in found.problemen)


def test_a_lying_extension_does_not_matter(kamer):
    (document,), _ = lees_bestand("vakantie.jpg", mt940(6), kamer=kamer)
    assert document.soort == "bankafschrift"


def test_attachments_of_a_message_are_papers_of_their_own(kamer):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@voorbeeld.nl", "b@voorbeeld.nl", "Stukken"
    mail.set_content("Zie bijlagen.")
    mail.add_attachment(mt940(6), maintype="application", subtype="octet-stream", filename="../juni.sta")
    mail.add_attachment(b"PK\x05\x06" + b"\x00" * 18, maintype="application", subtype="zip", filename="rest.zip")
    documents, refused = lees_bestand("post.eml", mail.as_bytes(), kamer=kamer)
    assert [document.bestand for document in documents] == ["post.eml › juni.sta"]
    assert [(item.bestand, item.code) for item in refused] == [("post.eml › rest.zip", "archief")]


def test_plain_words_are_read(kamer):
    documents, refused = lees_bestand("brief.txt", "\n".join(LETTER).encode(), kamer=kamer)
    assert refused == []
    assert documents[0].soort == "uwv_beslissing"


def test_money_from_an_own_account_in_the_pile_is_named_so(kamer):
    pile = [Bestand("a.sta", mt940(6, other=SAVINGS)), Bestand("b.sta", mt940(6, iban=SAVINGS))]
    first, second = lees_stapel(pile, kamer=kamer).documenten
    assert (first.transacties[0].soort, first.transacties[0].tegenpartij) == ("eigen_rekening", None)
    assert second.transacties[0].soort == "overige_bijschrijving"


def test_months_come_from_the_whole_pile(kamer):
    pile = [Bestand("a.sta", mt940(4)), Bestand("b.sta", mt940(6, begin=900))]
    tiles = lees_stapel(pile, kamer=kamer).maanden
    assert [(tile.maand, tile.staat) for tile in tiles] == [
        ("2026-04", "binnen"),
        ("2026-05", "ontbreekt"),
        ("2026-06", "binnen"),
    ]


def test_the_same_file_twice_is_stacked(kamer):
    outcome = lees_stapel([Bestand("a.sta", mt940(6)), Bestand("b.sta", mt940(6))], kamer=kamer)
    assert [document.dubbel_van for document in outcome.documenten] == [None, "a.sta"]


def test_the_order_of_the_pile_is_kept_whatever_is_ready_first(kamer):
    pile = [Bestand(f"{n}.sta", mt940(n)) for n in range(1, 9)]
    outcome = lees_stapel(pile, werkers=2, kamer=kamer)
    assert [document.bestand for document in outcome.documenten] == [f"{n}.sta" for n in range(1, 9)]


def test_readings_that_are_there_already_can_be_ordered_again(kamer):
    outcome = lees_stapel([Bestand("a.sta", mt940(6)), Bestand("b.sta", mt940(6))], kamer=kamer)
    again = orden(outcome.documenten[1:])
    assert again[0].dubbel_van is None
    assert maandtegels(again, date(2026, 5, 1), date(2026, 6, 30))[0].staat == "ontbreekt"


def test_pictures_go_to_the_picture_reader_and_come_back_as_papers(kamer, monkeypatch):
    words = [
        Woord(word, (0.1, 0.1 + n / 50, 0.3, 0.115 + n / 50), 0.95, n)
        for n, line in enumerate(LETTER)
        for word in [line]
    ]
    asked = []

    def reader(inhoud, formaat, wachtwoord, diep):
        asked.append(formaat)
        return [Bladzijde(1, words, "tesseract", 100, 140, 0.9)]

    monkeypatch.setattr(pijplijn, "lees_beeld", reader)
    (document,), refused = lees_bestand("foto.heic", b"\xff\xd8\xff\xe0" + b"\x00" * 50, kamer=kamer)
    assert (asked, refused) == (["jpeg"], [])
    assert (document.bestand, document.soort) == ("foto.heic", "uwv_beslissing")
    assert len(document.sporen.sha256) == 64


def test_a_photo_of_a_letter_that_is_in_the_pile_as_it_was_sent_is_the_copy(kamer, monkeypatch):
    words = [Woord(line, (0.1, 0.1 + n / 50, 0.3, 0.115 + n / 50), 0.95, n) for n, line in enumerate(LETTER)]
    monkeypatch.setattr(pijplijn, "lees_beeld", lambda *_: [Bladzijde(1, words, "tesseract", 100, 140, 0.9)])
    pile = [Bestand("foto.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50), Bestand("brief.pdf", pdf(LETTER))]
    outcome = lees_stapel(pile, kamer=kamer)
    assert [paper.dubbel_van for paper in outcome.documenten] == ["brief.pdf", None]


def _page(net, **more):
    lines = [*LETTER[:-1], f"Uw uitkering is {net} per maand"]
    words = [Woord(line, (0.1, 0.1 + n / 50, 0.3, 0.115 + n / 50), 0.95, n) for n, line in enumerate(lines)]
    return Bladzijde(1, words, "tesseract", 100, 140, 0.9, **more)


def test_the_pile_is_sorted_before_the_second_reader_looks(kamer, monkeypatch):
    seen = []

    def look(inhoud, formaat, wachtwoord, bladzijden):
        seen.append("tweede lezer")
        return [_page("€ 900,00")]

    monkeypatch.setattr(pijplijn, "lees_beeld", lambda *_: [_page("€ 100,00", wil_tweede=True)])
    monkeypatch.setattr(pijplijn, "verdiep", look)
    pile = [Bestand("foto.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50), Bestand("a.sta", mt940(6))]
    outcome = lees_stapel(pile, kamer=kamer, eerste=lambda papers: seen.extend(paper.soort for paper in papers))
    assert seen == ["uwv_beslissing", "bankafschrift", "tweede lezer"]
    assert outcome.documenten[0].velden["maandbedrag"].waarde == "900.00"


def test_when_the_second_look_breaks_the_first_reading_stands(kamer, monkeypatch):
    def look(inhoud, formaat, wachtwoord, bladzijden):
        raise ZeroDivisionError

    monkeypatch.setattr(pijplijn, "lees_beeld", lambda *_: [_page("€ 100,00", wil_tweede=True)])
    monkeypatch.setattr(pijplijn, "verdiep", look)
    outcome = lees_stapel([Bestand("foto.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)], kamer=kamer)
    assert (outcome.documenten[0].soort, outcome.niet_gelezen) == ("uwv_beslissing", [])


def test_a_photo_that_cannot_be_opened_says_so(kamer, monkeypatch):
    def reader(inhoud, formaat, wachtwoord, diep):
        raise LeesFout("beschadigd", "Deze foto is\nbeschadigd.")

    monkeypatch.setattr(pijplijn, "lees_beeld", reader)
    _, refused = lees_bestand("foto.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, kamer=kamer)
    assert (refused[0].code, refused[0].uitleg) == ("beschadigd", "Deze foto is beschadigd.")


def test_a_fault_of_ours_on_one_file_does_not_stop_the_pile(kamer, monkeypatch):
    def reader(inhoud, formaat, wachtwoord, diep):
        raise ZeroDivisionError("apotheek")

    monkeypatch.setattr(pijplijn, "lees_beeld", reader)
    pile = [Bestand("foto.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50), Bestand("a.sta", mt940(6))]
    outcome = lees_stapel(pile, kamer=kamer)
    assert [item.code for item in outcome.niet_gelezen] == ["fout"]
    assert "apotheek" not in str(outcome.as_json())
    assert len(outcome.documenten) == 1


class Liar(Kamer):
    def lees(self, taak, inhoud):
        return {"documenten": [{"bestand": "x"}]}, []


def test_an_answer_of_another_shape_is_a_sentence_not_a_fault(kamer):
    documents, refused = lees_bestand("a.sta", mt940(6), kamer=Liar())
    assert documents == []
    assert refused[0].code == "fout"


def test_files_by_path_are_read_and_odd_paths_refused(kamer, tmp_path):
    (tmp_path / "a.sta").write_bytes(mt940(6))
    os.mkfifo(tmp_path / "pijp")
    pile = [
        Bestand("a", pad=tmp_path / "a.sta"),
        Bestand("p", pad=tmp_path / "pijp"),
        Bestand("w", pad=tmp_path / "weg"),
        Bestand("m", pad=tmp_path),
    ]
    outcome = lees_stapel(pile, kamer=kamer)
    assert len(outcome.documenten) == 1
    assert [item.code for item in outcome.niet_gelezen] == ["geen_bestand", "weg", "geen_bestand"]


def test_a_file_over_the_limit_is_not_even_opened(kamer, tmp_path):
    big = tmp_path / "groot.pdf"
    with big.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    outcome = lees_stapel([Bestand("groot.pdf", pad=big), Bestand("b", big.read_bytes())], kamer=kamer)
    assert [item.code for item in outcome.niet_gelezen] == ["te_groot", "te_groot"]


def test_the_outcome_is_one_json_document(kamer):
    outcome = lees_stapel([Bestand("a.sta", mt940(6)), Bestand("x", b"")], kamer=kamer)
    there = json.loads(json.dumps(outcome.as_json()))
    assert set(there) == {"documenten", "niet_gelezen", "maanden", "duur_s"}
    assert set(there["maanden"][0]) == {"iban", "maand", "staat"}
