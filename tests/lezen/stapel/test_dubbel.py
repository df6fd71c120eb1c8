"""Papers that are there twice are stacked, never dropped."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from opstap.lezen.model import Document, Sporen, Veld
from opstap.lezen.stapel.dubbel import kenmerk, stapel_dubbelen
from opstap.lezen.stapel.sporen import gelijkenis, stukjes

LETTER = "Geachte mevrouw De Groot, uw recht op huurtoeslag is opnieuw berekend over het jaar 2026 en u krijgt bericht"


def paper(bestand, soort="loonstrook", velden=None, text="", sha="", datum=None, periode=None, blad=None, plaats=0):
    fields = {naam: Veld(waarde, 1, None, 1.0) for naam, waarde in (velden or {}).items()}
    return Document(
        bestand,
        [1],
        soort=soort,
        velden=fields,
        datum=datum,
        periode=periode,
        sporen=Sporen(stukjes(text), blad, (), sha, plaats),
    )


def doubles(*papers):
    stapel_dubbelen(list(papers))
    return [paper.dubbel_van for paper in papers]


JUNE, JULY = (date(2026, 6, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 7, 31))
BANK = {"iban": "NL91ABNA0417164300", "beginsaldo": "1.00", "eindsaldo": "2.00"}


def test_the_same_bytes_are_a_double():
    assert doubles(paper("a.pdf", sha="1"), paper("b.pdf", sha="1"), paper("c.pdf", sha="2")) == [None, "a.pdf", None]


def test_the_same_file_under_the_same_name_is_a_double_too():
    assert doubles(paper("a.pdf", sha="1"), paper("a.pdf", sha="1")) == [None, "a.pdf"]


def test_a_file_with_several_papers_doubles_paper_by_paper():
    papers = [
        paper("a.pdf", sha="1", periode=JUNE),
        paper("a.pdf", sha="1", periode=JULY, plaats=1),
        paper("b.pdf", sha="1", periode=JUNE),
        paper("b.pdf", sha="1", periode=JULY, plaats=1),
    ]
    assert doubles(*papers) == [None, None, "a.pdf", "a.pdf"]


def test_the_same_statement_as_photo_and_as_pdf_is_a_double():
    assert doubles(
        paper("a.pdf", "bankafschrift", BANK, periode=JUNE), paper("b.jpg", "bankafschrift", BANK, periode=JUNE)
    ) == [None, "a.pdf"]


def test_a_photo_of_a_paper_that_is_there_as_it_was_sent_is_the_copy():
    photo, sent = (paper(name, "bankafschrift", BANK, periode=JUNE) for name in ("a.jpg", "b.pdf"))
    photo.sporen = replace(photo.sporen, beeld=True)
    assert doubles(photo, sent) == ["b.pdf", None]


def test_the_next_month_is_not_a_double():
    assert doubles(
        paper("a", "bankafschrift", BANK, periode=JUNE), paper("b", "bankafschrift", BANK, periode=JULY)
    ) == [None, None]


def test_a_statement_whose_period_was_not_read_is_known_by_its_balances():
    read, unread = paper("a", "bankafschrift", BANK, periode=JUNE), paper("b", "bankafschrift", BANK)
    assert doubles(read, unread) == [None, "a"]
    still = BANK | {"eindsaldo": "1.00"}
    assert doubles(paper("a", "bankafschrift", still, periode=JUNE), paper("b", "bankafschrift", still)) == [None, None]


def test_one_of_one_says_as_little_as_no_page_number():
    one, none = (
        paper("a", "bankafschrift", BANK, periode=JUNE, blad=(1, 1)),
        paper("b", "bankafschrift", BANK, periode=JUNE),
    )
    assert doubles(one, none) == [None, "a"]


def test_another_page_of_the_same_statement_is_not_a_double():
    one = paper("a", "bankafschrift", BANK, periode=JUNE, blad=(1, 2))
    two = paper("b", "bankafschrift", BANK, periode=JUNE, blad=(2, 2))
    assert doubles(one, two) == [None, None]


def test_a_letter_is_known_by_sender_day_and_reference():
    fields = {"afzender": "UWV", "kenmerk": "123"}
    day = date(2026, 6, 1)
    assert doubles(
        paper("a", "uwv_beslissing", fields, datum=day), paper("b", "uwv_beslissing", fields, datum=day)
    ) == [None, "a"]
    assert doubles(
        paper("a", "uwv_beslissing", fields, datum=day),
        paper("b", "uwv_beslissing", fields | {"kenmerk": "124"}, datum=day),
    ) == [None, None]


def test_too_little_read_says_nothing():
    assert kenmerk(paper("a", "loonstrook", {"werkgever": "Mare"})) is None
    assert kenmerk(paper("a", "onbekend", {"afzender": "UWV", "kenmerk": "1"}, datum=date(2026, 6, 1))) is None
    assert kenmerk(paper("a", "bankafschrift", {"iban": "NL"}, periode=JUNE)) is None


def test_the_same_words_with_a_misread_here_and_there_are_a_double():
    misread = LETTER.replace("huurtoeslag", "huurtoesiag")
    long, other = LETTER * 1 + " " + LETTER[::-1] + " extra regel over de bijlagen en het telefoonnummer", None
    other = long.replace("bijlagen", "bijiagen")
    assert doubles(paper("a", "toeslag_beschikking", text=long), paper("b", "toeslag_beschikking", text=other)) == [
        None,
        "a",
    ]
    assert gelijkenis(stukjes(LETTER), stukjes(misread)) > 0.5


def test_the_same_letter_of_another_day_is_not_a_double():
    one = paper("a", "toeslag_beschikking", text=LETTER, datum=date(2026, 6, 1))
    two = paper("b", "toeslag_beschikking", text=LETTER, datum=date(2026, 7, 1))
    assert doubles(one, two) == [None, None]


def test_the_same_letter_with_another_amount_is_not_a_double():
    one = paper("a", "toeslag_beschikking", {"bedrag": "10.00"}, text=LETTER)
    two = paper("b", "toeslag_beschikking", {"bedrag": "11.00"}, text=LETTER)
    assert doubles(one, two) == [None, None]


def test_two_papers_in_one_photo_are_not_each_others_double():
    assert doubles(paper("a.jpg", "nota", text=LETTER), paper("a.jpg", "nota", text=LETTER)) == [None, None]


def test_few_words_prove_nothing():
    assert doubles(paper("a", "nota", text="Nota voldaan"), paper("b", "nota", text="Nota voldaan")) == [None, None]


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_between_nothing_and_all_and_the_same_both_ways(left, right):
    a, b = stukjes(left), stukjes(right)
    assert 0 <= gelijkenis(a, b) <= 1
    assert gelijkenis(a, b) == gelijkenis(b, a)
    assert gelijkenis(a, a) == (1 if a else 0)


@given(st.lists(st.tuples(st.sampled_from("123"), st.sampled_from(["loonstrook", "nota"])), max_size=8))
def test_nothing_is_ever_dropped_and_the_first_is_never_a_double(rows):
    papers = [paper(f"{n}.pdf", soort, sha=sha) for n, (sha, soort) in enumerate(rows)]
    found = doubles(*papers)
    assert len(found) == len(rows)
    assert all(a is None or rows[n][0] in {row[0] for row in rows[:n]} for n, a in enumerate(found))
    if found:
        assert found[0] is None
