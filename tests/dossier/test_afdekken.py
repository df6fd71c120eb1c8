"""Covering by the person: what is black is gone from the bytes that are served, and what is needed stays readable."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from opstap.dossier import afdekken
from opstap.dossier.afdekken import BESTAND, load_regels, regels
from opstap.dossier.models import Bestand, Bewijsstuk, Werkkopie
from opstap.dossier.reading import read_file
from opstap.dossier.regelvakken import lines
from opstap.kern import log
from opstap.kern.content import InhoudFout
from opstap.kern.geld import Geld
from opstap.kern.opslag import Opslag
from opstap.lezen.model import Document, Transactie, Veld
from tests.browser.papieren import AFSCHRIFT
from tests.lezen.papieren import brief, foto, pdf
from tests.reis import hand_in, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
GEHEIM = "Zorgverzekeraar Hart en Ziel"
BRIEF = pdf(
    [(50, 60, "Woningstichting De Linde"), (50, 120, "Onderwerp: uw huur"), (50, 160, "De kale huur is 548,20 euro."),
     (50, 300, GEHEIM), (50, 340, "Met vriendelijke groet")],
    corps=14,
)  # fmt: skip


@pytest.fixture
def client(cast: Cast) -> Client:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    return client


def given(client: Client, content: bytes, name: str = "brief.pdf") -> Bewijsstuk:
    hand_in(client, (name, content))
    return Bewijsstuk.objects.latest("bestand__ontvangen_op")


def choices(client: Client, paper: Bewijsstuk) -> tuple[list[str], list[str]]:
    """Every line that can be chosen, and those that are black now."""
    html = client.get(f"/papieren/{paper.pk}/zwart/").content.decode()
    boxes = re.findall(r'name="dicht" value="([^"]+)"( checked)?', html)
    return [value for value, _ in boxes], [value for value, checked in boxes if checked]


def save(client: Client, paper: Bewijsstuk, ticked: list[str], was: list[str]) -> object:
    form = {"dicht": ticked, "was": was, "eenmalig": str(uuid4())}
    return client.post(f"/papieren/{paper.pk}/zwart/", form)


def picture(client: Client, path: str) -> tuple[bytes, np.ndarray]:
    answer = client.get(path)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return content, np.asarray(Image.open(BytesIO(content)).convert("L"))


def at(choice: str) -> tuple[float, ...]:
    return tuple(float(side) for side in choice.split(":")[1].split(","))


def near(values: list[str], y: float) -> str:
    """The line at this height of an A4 page (points from the top)."""
    return min(values, key=lambda value: abs((at(value)[1] + at(value)[3]) / 2 - y / 842))


def part(pixels: np.ndarray, choice: str) -> np.ndarray:
    a, b, c, d = at(choice)
    high, wide = pixels.shape
    return pixels[round(b * high) + 1 : round(d * high) - 1, round(a * wide) + 1 : round(c * wide) - 1]


def test_what_she_covers_is_gone_from_the_bytes_that_staff_get(cast: Cast, client: Client, opslag: Opslag) -> None:
    paper = given(client, BRIEF)
    every, black = choices(client, paper)
    assert (len(every), black) == (5, [])
    secret = near(every, 296)
    staff = f"/werkplek/dossier/{cast.danielle.dossiers.get().aanvragen.get().pk}/papier/{paper.pk}/bladzijde/1/"
    farida = signed_in(cast.farida)
    _, before = picture(farida, staff)
    assert part(before, secret).max() > 200  # white paper with letters on it
    assert save(client, paper, [secret], []).status_code == 302  # type: ignore[attr-defined]
    content, after = picture(farida, staff)
    assert part(after, secret).max() < 40
    assert np.abs(part(after, near(every, 156)).astype(int) - part(before, near(every, 156))).mean() < 3
    assert content.startswith(b"\xff\xd8")  # a picture: no text layer under it
    assert GEHEIM.encode() not in content
    assert [row.soort for row in log.read(cast.gemeente, [paper.dossier_id])].count("papier.afgedekt") == 1


def test_the_page_as_it_was_before_leaves_the_store(client: Client, opslag: Opslag) -> None:
    paper = given(client, BRIEF)
    before = Werkkopie.objects.get().sleutel
    every, _ = choices(client, paper)
    save(client, paper, every[3:4], [])
    after = Werkkopie.objects.get().sleutel
    assert before != after
    assert set(opslag.sleutels()) == {after, paper.bestand.sleutel}


def test_she_shows_again_what_she_covered(client: Client) -> None:
    paper = given(client, BRIEF)
    every, _ = choices(client, paper)
    save(client, paper, [every[3], every[4]], [])
    _, black = choices(client, paper)
    assert len(black) == 2
    save(client, paper, black[:1], black)
    _, now = choices(client, paper)
    assert len(now) == 1
    assert abs(at(now[0])[1] - at(every[3])[1]) < 0.01


def test_on_a_statement_spending_is_black_and_she_may_show_one_line_of_it(client: Client) -> None:
    paper = given(client, AFSCHRIFT, "afschrift.pdf")
    _, black = choices(client, paper)
    assert black
    save(client, paper, black[1:], black)
    _, now = choices(client, paper)
    assert len(now) < len(black)
    gone = np.array(at(black[0])[:2])
    assert not any(np.abs(np.array(at(row)[:2]) - gone).max() < 0.005 for row in now)


@pytest.mark.parametrize(
    ("y", "words"), [(161, "saldo te lezen"), (271, "geld dat erbij kwam"), (101, "rekeningnummer te lezen")]
)
def test_what_must_stay_readable_is_said_kindly_and_her_choice_is_kept(client: Client, y: float, words: str) -> None:
    paper = given(client, AFSCHRIFT, "afschrift.pdf")
    every, black = choices(client, paper)
    on_the_line = [value for value in every if abs((at(value)[1] + at(value)[3]) / 2 - y / 842) < 0.008]
    wrong = [value for value in on_the_line if value not in black]
    assert wrong
    answer = save(client, paper, [*black, *wrong], black)
    assert answer.status_code == 200  # type: ignore[attr-defined]
    page = answer.content.decode()  # type: ignore[attr-defined]
    assert words in plain(answer.content)  # type: ignore[attr-defined]
    assert all(f'value="{value}" checked' in page for value in wrong)
    assert choices(client, paper)[1] == black


def test_a_reading_that_comes_later_keeps_what_she_covered(client: Client) -> None:
    paper = given(client, BRIEF)
    every, _ = choices(client, paper)
    save(client, paper, every[3:4], [])
    Bestand.objects.update(lezen=Bestand.Lezen.WACHT)
    read_file(Bestand.objects.get())
    _, pixels = picture(client, f"/papieren/{Bewijsstuk.objects.exclude(staat='verworpen').get().pk}/bladzijde/1/")
    assert part(pixels, every[3]).max() < 40


def test_only_she_and_who_helps_her_cover(cast: Cast, client: Client) -> None:
    paper = given(client, BRIEF)
    every, _ = choices(client, paper)
    for wie, user in cast.everyone().items():
        if wie in ("aanvrager", "partner", "helper"):
            continue
        assert save(signed_in(user), paper, every, []).status_code in (302, 404), wie  # type: ignore[attr-defined]
    assert Bestand.objects.get().afdekking == {}


@pytest.mark.parametrize("value", ["", "1:0,0,1", "9:0,0,1,1", "1:0.5,0,0.2,1", "1:nan,0,1,1", "1:0,0,2,2", "x" * 5000])
def test_a_place_that_is_no_place_changes_nothing(client: Client, value: str) -> None:
    paper = given(client, BRIEF)
    assert save(client, paper, [value], []).status_code == 302  # type: ignore[attr-defined]
    assert Bestand.objects.get().afdekking == {}


def test_a_municipality_sets_what_may_be_covered(cast: Cast, client: Client) -> None:
    paper = given(client, BRIEF)
    every, _ = choices(client, paper)
    cast.gemeente.instellingen = {"afdekken": {"mag_meer": False}}
    cast.gemeente.save()
    assert "Bel ons gerust" in plain(save(client, paper, every[3:4], []).content)  # type: ignore[attr-defined]
    assert regels(cast.gemeente).blijft == load_regels().blijft
    cast.gemeente.instellingen = {"afdekken": {"blijft": {"bankafschrift": ["iban"]}}}
    assert regels(cast.gemeente).blijft["bankafschrift"] == ("iban",)


def settings(cast: Cast, **afdekken: object) -> None:
    cast.gemeente.instellingen = {"afdekken": afdekken}
    cast.gemeente.save()


def test_where_covering_more_is_off_nothing_changes_and_opening_still_can(cast: Cast, client: Client) -> None:
    paper = given(client, AFSCHRIFT, "afschrift.pdf")
    settings(cast, mag_meer=False)
    every, black = choices(client, paper)
    before = Werkkopie.objects.get().sleutel
    refused = save(client, paper, [*black, near(every, 49)], black)
    assert "Bel ons gerust" in plain(refused.content)  # type: ignore[attr-defined]
    assert (Bestand.objects.get().afdekking, Werkkopie.objects.get().sleutel) == ({}, before)
    assert "papier.afgedekt" not in [row.soort for row in log.read(cast.gemeente, [paper.dossier_id])]
    assert save(client, paper, black[1:], black).status_code == 302  # type: ignore[attr-defined]
    assert len(choices(client, paper)[1]) < len(black)


def test_where_opening_is_off_spending_stays_black_and_covering_still_can(cast: Cast, client: Client) -> None:
    paper = given(client, AFSCHRIFT, "afschrift.pdf")
    settings(cast, mag_openen=False)
    every, black = choices(client, paper)
    before, (_, was) = Werkkopie.objects.get().sleutel, picture(client, f"/papieren/{paper.pk}/bladzijde/1/")
    for ticked in (black[1:], [*black[1:], near(every, 49)]):  # also not along with a cover that may be
        assert "Bel ons gerust" in plain(save(client, paper, ticked, black).content)  # type: ignore[attr-defined]
    assert (Bestand.objects.get().afdekking, Werkkopie.objects.get().sleutel) == ({}, before)
    assert save(client, paper, [*black, near(every, 49)], black).status_code == 302  # type: ignore[attr-defined]
    _, pixels = picture(client, f"/papieren/{paper.pk}/bladzijde/1/")
    assert part(pixels, near(every, 49)).max() < 40
    assert all(np.abs(part(pixels, row).astype(int) - part(was, row)).mean() < 3 for row in black)


def test_the_way_to_covering_is_shown_where_something_of_it_may(cast: Cast, client: Client) -> None:
    paper = given(client, BRIEF)
    for own, shown in (({}, True), ({"mag_meer": False}, True), ({"mag_meer": False, "mag_openen": False}, False)):
        settings(cast, **own)
        page = client.get(f"/papieren/{paper.pk}/").content.decode()
        assert (f'href="/papieren/{paper.pk}/zwart/"' in page) is shown, own


VELDEN = ("iban", "rekeninghouder", "beginsaldo", "eindsaldo")


@pytest.mark.parametrize("soort", ["bankafschrift", "spaarsaldo_overzicht"])
@pytest.mark.parametrize("naam", VELDEN)
def test_account_number_holder_and_balances_each_stay_readable(cast: Cast, soort: str, naam: str) -> None:
    place = {name: (0.1, 0.1 * row, 0.5, 0.1 * row + 0.02) for row, name in enumerate(VELDEN, 1)}
    paper = Document("a.pdf", [1], soort, 0.99, velden={name: Veld("x", 1, place[name], 1.0) for name in VELDEN})
    left, top, right, bottom = place[naam]
    a_bit = (left, top, left + 0.19 * (right - left), bottom)
    assert afdekken.unreadable(cast.gemeente, [paper], [(1, place[naam])]) == [naam]
    assert afdekken.unreadable(cast.gemeente, [paper], [(1, (left, top, left + 0.1, bottom))]) == [naam]  # a quarter
    assert afdekken.unreadable(cast.gemeente, [paper], [(1, a_bit)]) == []
    assert afdekken.unreadable(cast.gemeente, [paper], [(1, a_bit), (1, (right - 0.05, top, right, bottom))]) == [naam]
    assert afdekken.unreadable(cast.gemeente, [paper], [(2, place[naam])]) == []  # another page
    settings(cast, blijft={soort: [name for name in VELDEN if name != naam]})
    assert afdekken.unreadable(cast.gemeente, [paper], [(1, place[naam])]) == []


def test_on_another_paper_an_account_number_may_be_covered(cast: Cast) -> None:
    letter = Document("a.pdf", [1], "huurcontract", 0.99, velden={"iban": Veld("x", 1, (0.1, 0.1, 0.5, 0.12), 1.0)})
    assert afdekken.unreadable(cast.gemeente, [letter], [(1, (0.0, 0.0, 1.0, 1.0))]) == []


def test_a_cover_of_a_balance_that_is_refused_leaves_the_page_as_it_was(client: Client) -> None:
    paper = given(client, AFSCHRIFT, "afschrift.pdf")
    every, black = choices(client, paper)
    _, before = picture(client, f"/papieren/{paper.pk}/bladzijde/1/")
    balances = [value for value in every if abs((at(value)[1] + at(value)[3]) / 2 - 161 / 842) < 0.008]
    refused = [one for one in balances if save(client, paper, [*black, one], black).status_code == 200]  # type: ignore[attr-defined]
    read = afdekken.documents(paper.bestand)
    lost = [afdekken.unreadable(paper.gemeente, read, [(1, at(one))]) for one in refused]  # type: ignore[list-item]
    assert sorted(lost) == [["beginsaldo"], ["eindsaldo"]]
    after = picture(client, f"/papieren/{paper.pk}/bladzijde/1/")[1]
    assert all(np.abs(part(after, one).astype(int) - part(before, one)).mean() < 3 for one in refused)


def test_the_content_is_checked_with_file_and_line(tmp_path: Path) -> None:
    wrong = tmp_path / "afdekken.yaml"
    wrong.write_text(BESTAND.read_text(encoding="utf-8").replace("[iban, rekening", "[aankopen, rekening", 1))
    with pytest.raises(InhoudFout, match="bijschrijvingen"):
        load_regels(wrong)


def test_lines_are_found_on_a_photo_and_none_on_an_empty_page() -> None:
    photo, _ = foto(brief("EERSTE REGEL VAN DE BRIEF", "", "Tweede regel", "Derde regel met veel meer woorden erin"))
    found = lines(photo)
    assert len(found) >= 3
    assert all(0 <= a < c <= 1 and 0 <= b < d <= 1 for a, b, c, d in found)
    blank = BytesIO()
    Image.new("RGB", (800, 1100), "white").save(blank, "PNG")
    assert lines(blank.getvalue()) == []


def test_what_lies_around_the_paper_is_no_line_to_cover() -> None:
    page = Image.new("L", (900, 1200), 52)
    page.paste(235, (120, 130, 780, 1080))
    for top in (200, 260, 320):
        page.paste(20, (180, top, 600, top + 14))
    page.paste(0, (180, 400, 600, 420))  # covered before: it can be shown again
    photo = BytesIO()
    page.save(photo, "PNG")
    found = lines(photo.getvalue())
    assert len(found) == 4
    assert all(left > 0.19 and right < 0.68 and top > 0.15 and bottom < 0.37 for left, top, right, bottom in found)


RIJ = (0.1, 0.50, 0.9, 0.52)  # a debit: day at the left, words from 0.25 to 0.6, amount at the right


def _afschrift(words: list[tuple[float, float]]) -> Document:
    booking = Transactie(date(2026, 8, 3), Geld(-4512), None, None, 1, RIJ)
    covered = [(1, (left, 0.501, right, 0.519)) for left, right in words]
    return Document("a.pdf", [1], "bankafschrift", 0.99, transacties=[booking], afdekken=covered)


@pytest.mark.parametrize(
    ("words", "cover", "lost"),
    [
        ([(0.25, 0.4), (0.41, 0.6)], (0.24, 0.61), []),  # all the words: that is what covering is for
        ([(0.25, 0.4), (0.41, 0.6)], (0.1, 0.18), ["afschrijvingen"]),  # the day alone, a tenth of the row
        ([(0.25, 0.4), (0.41, 0.6)], (0.82, 0.9), ["afschrijvingen"]),  # the amount alone
        ([(0.25, 0.4), (0.41, 0.6)], (0.23, 0.64), []),  # a little beside the words hides neither
        ([], (0.1, 0.17), ["afschrijvingen"]),
        ([], (0.35, 0.6), []),
        ([], (0.82, 0.9), ["afschrijvingen"]),
    ],
)
def test_of_what_was_paid_the_day_and_the_amount_stay_readable(
    cast: Cast, words: list[tuple[float, float]], cover: tuple[float, float], lost: list[str]
) -> None:
    box = (cover[0], 0.499, cover[1], 0.521)
    assert afdekken.unreadable(cast.gemeente, [_afschrift(words)], [(1, box)]) == lost
