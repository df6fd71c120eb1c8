"""One paper over several photos, page order, and traces."""

from datetime import date

import pytest

from opstap.kern.geld import Geld
from opstap.lezen.bank.afschrift import NIET_SLUITEND
from opstap.lezen.model import Bladzijde, Document, Sporen, Transactie, Veld, Vraag, Woord
from opstap.lezen.stapel.groepen import voeg_bladen_samen
from opstap.lezen.stapel.sporen import blad_uit, leg_sporen, stukjes

JUNE = (date(2026, 6, 1), date(2026, 6, 30))


def photo(bestand, blad, soort="bankafschrift", velden=None, bookings=(), periode=JUNE, **extra):
    fields = {naam: Veld(waarde, 1, (0.1, 0.1, 0.2, 0.2), 1.0) for naam, waarde in (velden or {}).items()}
    rows = [
        Transactie(date(2026, 6, 24), Geld(cents), *(("loon", "Mare", 1) if cents > 0 else ())) for cents in bookings
    ]
    return Document(
        bestand,
        extra.pop("bladzijden", [1]),
        soort=soort,
        velden=fields,
        transacties=rows,
        periode=periode,
        sporen=Sporen(stukjes(f"woorden van {bestand} een twee drie"), blad),
        **extra,
    )


ONE = {"iban": "NL91ABNA0417164300", "beginsaldo": "1.00"}
TWO = {"iban": "NL91ABNA0417164300", "eindsaldo": "3.00"}


def test_numbered_photos_become_one_paper_in_order_of_their_pages():
    pile = [
        photo("b.jpg", (2, 2), velden=TWO, bookings=[100]),
        photo("los.jpg", None, "nota"),
        photo("a.jpg", (1, 2), velden=ONE, bookings=[100], afdekken=[(1, (0, 0, 1, 1))]),
    ]
    other, joined = voeg_bladen_samen(pile)
    assert other.bestand == "los.jpg"
    assert (joined.bestand, joined.bestanden, joined.bladzijden) == ("a.jpg", ["a.jpg", "b.jpg"], [1, 2])
    assert joined.velden["beginsaldo"].bladzijde == 1
    assert joined.velden["eindsaldo"].bladzijde == 2
    assert [booking.bladzijde for booking in joined.transacties] == [1, 2]
    assert joined.afdekken == [(1, (0, 0, 1, 1))]
    assert joined.problemen == []


def test_the_sum_is_proven_over_the_whole_paper():
    (joined,) = voeg_bladen_samen([photo("a", (1, 2), velden=ONE, bookings=[100]), photo("b", (2, 2), velden=TWO)])
    assert joined.problemen == [NIET_SLUITEND]
    pile = [
        photo("a", (1, 2), velden=ONE, bookings=[100], problemen=[NIET_SLUITEND]),
        photo("b", (2, 2), velden=TWO, bookings=[100]),
    ]
    (joined,) = voeg_bladen_samen(pile)
    assert joined.problemen == []


def test_a_page_of_another_account_or_period_stays_apart():
    other = {"iban": "NL20INGB0001234567"}
    assert len(voeg_bladen_samen([photo("a", (1, 2), velden=ONE), photo("b", (2, 2), velden=other)])) == 2
    july = (date(2026, 7, 1), date(2026, 7, 31))
    assert len(voeg_bladen_samen([photo("a", (1, 2), velden=ONE), photo("b", (2, 2), velden=TWO, periode=july)])) == 2


def test_pages_find_the_paper_they_agree_with_most():
    pile = [
        photo("a1", (1, 2), velden=ONE),
        photo("x1", (1, 2), velden={"iban": "NL20INGB0001234567"}),
        photo("x2", (2, 2), velden={"iban": "NL20INGB0001234567"}),
        photo("a2", (2, 2), velden=TWO),
    ]
    assert [document.bestanden for document in voeg_bladen_samen(pile)] == [["a1", "a2"], ["x1", "x2"]]


def test_a_page_that_was_not_recognised_still_joins_its_paper():
    (joined,) = voeg_bladen_samen([photo("a", (1, 2), velden=ONE), photo("b", (2, 2), "onbekend", periode=None)])
    assert joined.soort == "bankafschrift"
    assert joined.periode == JUNE


def test_a_page_that_is_missing_leaves_the_others_together():
    (joined,) = voeg_bladen_samen([photo("a", (1, 3), velden=ONE), photo("c", (3, 3), velden=TWO)])
    assert joined.bestanden == ["a", "c"]
    assert joined.sporen.blad == (1, 3)


def test_without_numbers_a_sum_that_closes_joins_two_photos():
    pile = [photo("a", None, velden=ONE, bookings=[100]), photo("b", None, "onbekend", TWO, [100], periode=None)]
    (joined,) = voeg_bladen_samen(pile)
    assert joined.bestanden == ["a", "b"]


def test_without_numbers_and_without_proof_photos_stay_apart():
    assert len(voeg_bladen_samen([photo("a", None, velden=ONE), photo("b", None, velden=TWO)])) == 2
    ends = [photo("b", None, "onbekend", TWO, [100]), photo("c", None, "onbekend", TWO, [100])]
    assert len(voeg_bladen_samen([photo("a", None, velden=ONE, bookings=[100]), *ends])) == 3


def test_a_first_page_whose_number_was_not_read_is_found_by_its_account():
    middle = photo("b", (2, 3), "onbekend", {"iban": ONE["iban"]})
    (joined,) = voeg_bladen_samen([photo("a", None, velden=ONE), photo("c", (3, 3), velden=TWO), middle])
    assert joined.bestanden == ["a", "b", "c"]
    assert joined.sporen.blad == (1, 3)


def test_two_candidates_for_the_same_page_are_left_to_a_person():
    pile = [photo("a", None, velden=ONE), photo("b", (2, 3), velden=TWO), photo("c", (2, 3), velden=TWO)]
    assert len(voeg_bladen_samen(pile)) == 3


def test_a_second_page_without_number_joins_by_its_reference():
    letter = photo("a", None, "uwv_beslissing", {"kenmerk": "2026-1"}, periode=None)
    second = photo("b", None, "onbekend", {"kenmerk": "2026-1"}, periode=None)
    second.sporen = Sporen(stukjes("een heel andere bladzijde met andere woorden erop"))
    other = photo("c", None, "onbekend", {"kenmerk": "2026-2"}, periode=None)
    assert [document.bestanden for document in voeg_bladen_samen([letter, second, other])] == [["a", "b"], []]
    bare = photo("b", None, "onbekend", periode=None)
    assert len(voeg_bladen_samen([letter, bare])) == 2


def test_two_photos_that_look_exactly_alike_are_both_kept():
    same = [photo("a", None, "nota"), photo("a", None, "nota")]
    assert len(voeg_bladen_samen(same)) == 2


def test_papers_of_more_pages_are_left_whole():
    assert len(voeg_bladen_samen([photo("a", (1, 2), bladzijden=[1, 2]), photo("b", (2, 2))])) == 2


def test_questions_and_traces_travel_along():
    one = photo("a", (1, 2), velden=ONE, bookings=[100], vragen=[Vraag("iban", "r")])
    two = photo("b", (2, 2), velden=TWO, bookings=[100], vragen=[Vraag("iban", "r")], leesbaar=False)
    two.sporen = Sporen(two.sporen.stukjes, two.sporen.blad, ((0, "mark"),))
    (joined,) = voeg_bladen_samen([one, two])
    assert joined.vragen == [Vraag("iban", "r")]
    assert joined.sporen.tegenrekeningen == ((1, "mark"),)
    assert not joined.leesbaar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bladzijde 2 van 3", (2, 3)),
        ("blad 1/4", (1, 4)),
        ("Pagina: 3 van 3", (3, 3)),
        ("Page 1 of 2", (1, 2)),
        ("pag. 2 / 5", (2, 5)),
        ("Bladnr. 1 van 2", (1, 2)),
        ("blad 5 van 3", None),
        ("1 van 3", None),
        ("pagina 0 van 2", None),
        ("", None),
    ],
)
def test_the_printed_page_number_is_found(text, expected):
    assert blad_uit(text) == expected


def page(text, number=1, bron="tekst", sure=1.0, remarks=(), top=0.1):
    words = [Woord(word, (0.1, top, 0.2, top + 0.05), sure, 0) for word in text.split()]
    return Bladzijde(number, words, bron, problemen=list(remarks))


def test_traces_are_numbers_and_carry_no_words():
    document = Document("a", [1])
    leg_sporen(document, [page("bladzijde 1 van 2 apotheek de linde pillen en poeders")])
    assert document.sporen.blad == (1, 2)
    assert document.sporen.stukjes
    assert "apotheek" not in repr(document)


def test_of_two_pages_the_second_tells_the_number_of_the_first():
    document = Document("a", [1, 2], soort="bankafschrift")
    leg_sporen(document, [page("rekeningafschrift augustus"), page("vervolg bladzijde 2 van 2", 2)])
    assert document.sporen.blad == (1, 2)


@pytest.mark.parametrize(
    "soort", ["bankafschrift", "bank_app_schermafdruk", "kassabon", "medische_brief", "niet_relevant"]
)
def test_papers_whose_words_are_nobodys_business_leave_no_trace_of_them(soort):
    document = Document("a", [1], soort=soort)
    leg_sporen(document, [page("bladzijde 1 van 2 apotheek de linde 12,50 en moskee 5,00")])
    assert document.sporen.stukjes == frozenset()
    assert document.sporen.blad == (1, 2)


def test_an_unknown_paper_with_amounts_may_be_a_statement_and_leaves_no_trace():
    document = Document("a", [1])
    leg_sporen(document, [page("casino 12,50 slijterij 5,00 apotheek 7,25 en meer woorden")])
    assert document.sporen.stukjes == frozenset()


def test_a_photo_that_could_not_be_read_is_known_as_such():
    for pages in (
        [page("", bron="tesseract")],
        [page("vaag woord", bron="tesseract", sure=0.3, remarks=["niet scherp"])],
    ):
        document = Document("a", [1])
        leg_sporen(document, pages)
        assert not document.leesbaar
    document = Document("a", [1])
    leg_sporen(document, [page("helder woord", bron="tesseract", sure=0.9)])
    assert document.leesbaar


def test_a_statement_of_which_no_figure_was_read_is_not_readable():
    document = Document("a", [1], soort="bankafschrift", velden={"iban": Veld("NL", 1, None, 1.0)})
    leg_sporen(document, [page("rekening afschrift", bron="tesseract", sure=0.9, remarks=["te donker"])])
    assert not document.leesbaar


def test_two_papers_in_one_photo_have_their_own_traces():
    papers = [page("huurcontract van de woning een twee", top=0.1), page("loonstrook van de maand juni drie", top=0.7)]
    low = Document("a", [1], velden={"naam": Veld("x", 1, (0.1, 0.7, 0.2, 0.75), 1.0)})
    high = Document("a", [1], velden={"naam": Veld("x", 1, (0.1, 0.1, 0.2, 0.15), 1.0)})
    leg_sporen(low, papers)
    leg_sporen(high, papers)
    assert low.sporen.stukjes & high.sporen.stukjes == frozenset()
    assert low.sporen.stukjes == stukjes(papers[1].tekst)
