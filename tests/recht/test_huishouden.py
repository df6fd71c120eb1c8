"""From facts to the household of the rules: nothing counted twice, nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Feit
from opstap.kern import clock
from opstap.recht.huishouden import build
from opstap.recht.uitrekenen import work_out
from tests.spelers import Cast

pytestmark = pytest.mark.django_db
OP = date(2026, 9, 18)


@pytest.fixture
def aanvraag(cast: Cast) -> Aanvraag:
    return cast.aanvraag()


def know(aanvraag: Aanvraag, soort: str, waarde: object, **other: object) -> None:
    made = {"bron": "gezegd", "staat": "bevestigd", "geweten_op": clock.now(), **other}
    Feit.objects.create(gemeente=aanvraag.gemeente, dossier=aanvraag.dossier, soort=soort, waarde=waarde, **made)


def no_other_income(aanvraag: Aanvraag, werk: str = "werkt", persoon: str = "a") -> None:
    know(aanvraag, "werk", werk, persoon=persoon)
    know(aanvraag, "uitkering", "niet", persoon=persoon)
    if persoon == "a":
        know(aanvraag, "ander_inkomen", [])


def pay(aanvraag: Aanvraag, netto: str, wie: str = "van mare", maand: date = date(2026, 8, 1), **other: object) -> None:
    know(aanvraag, "inkomen_loon", netto, betreft=wie, periode_van=maand, **other)


def incomes(aanvraag: Aanvraag) -> list[tuple[str, str]] | None:
    rows = build(aanvraag, OP).invoer.get("inkomsten")
    return None if rows is None else [(row["persoon"], row["netto"]) for row in rows]


def test_a_payslip_and_the_same_pay_on_a_statement_count_once(aanvraag: Aanvraag) -> None:
    no_other_income(aanvraag)
    pay(aanvraag, "412.60", bron="gelezen")
    pay(aanvraag, "412.60", bron="gelezen")
    assert incomes(aanvraag) == [("a", "412.60")]


def test_two_employers_count_both_and_what_she_said_herself_gives_way(aanvraag: Aanvraag) -> None:
    no_other_income(aanvraag)
    know(aanvraag, "inkomen_loon", "600.00")
    pay(aanvraag, "412.60")
    pay(aanvraag, "200.00", "bakkerij korenaar")
    assert sorted(incomes(aanvraag) or []) == [("a", "200.00"), ("a", "412.60")]


def test_of_one_employer_the_latest_month_counts(aanvraag: Aanvraag) -> None:
    no_other_income(aanvraag)
    for month, amount in ((8, "400.00"), (7, "900.00")):
        pay(aanvraag, amount, maand=date(2026, month, 1))
    assert incomes(aanvraag) == [("a", "400.00")]


def test_pay_of_months_ago_is_no_income_of_now(aanvraag: Aanvraag) -> None:
    no_other_income(aanvraag, "gestopt")
    pay(aanvraag, "1800.00", maand=date(2026, 6, 1))
    assert incomes(aanvraag) == []


def test_who_works_and_whose_pay_is_not_known_has_no_income_in_the_input(aanvraag: Aanvraag) -> None:
    no_other_income(aanvraag)
    assert incomes(aanvraag) is None


def test_a_partner_nobody_asked_about_is_not_taken_as_nothing(aanvraag: Aanvraag) -> None:
    know(aanvraag, "woont_met", ["partner"])
    know(aanvraag, "ander_inkomen", [])
    for soort in ("werk", "uitkering"):
        know(aanvraag, soort, "niet", bron="register")
    assert incomes(aanvraag) is None
    no_other_income(aanvraag, "werkt", "p")
    know(aanvraag, "inkomen_loon", "700.00", persoon="p")
    assert incomes(aanvraag) == [("p", "700.00")]


def test_an_answer_about_two_counts_for_the_partner_too(aanvraag: Aanvraag) -> None:
    know(aanvraag, "woont_met", ["partner"])
    no_other_income(aanvraag, "niet")
    assert incomes(aanvraag) == []


def test_what_a_register_says_of_the_partner_alone_goes_before_an_answer_about_two(aanvraag: Aanvraag) -> None:
    know(aanvraag, "woont_met", ["partner"])
    no_other_income(aanvraag, "niet")
    know(aanvraag, "werk", "werkt", persoon="p", bron="register")
    assert incomes(aanvraag) is None
    pay(aanvraag, "318.40", "kapsalon", persoon="p", bron="register")
    assert incomes(aanvraag) == [("p", "318.40")]


def test_pay_that_two_people_said_together_is_not_counted_beside_a_proven_pay(aanvraag: Aanvraag) -> None:
    know(aanvraag, "woont_met", ["partner"])
    no_other_income(aanvraag, "werkt")
    assert incomes(aanvraag) is None
    know(aanvraag, "inkomen_loon", "900.00")
    assert incomes(aanvraag) == [("a", "900.00")]
    pay(aanvraag, "318.40", "kapsalon", persoon="p", bron="register")
    assert incomes(aanvraag) == [("p", "318.40")]


def test_a_partner_who_may_not_live_here_has_no_own_right(aanvraag: Aanvraag) -> None:
    know(aanvraag, "woont_met", ["partner"])
    know(aanvraag, "rechtmatig_verblijf", True, bron="register")
    know(aanvraag, "rechtmatig_verblijf", False, persoon="p", bron="register")
    partner = next(row for row in build(aanvraag, OP).invoer["personen"] if row["rol"] == "partner")
    assert partner["heeft_recht"] is False
    assert build(aanvraag, OP).invoer["rechtmatig_verblijf"] is True


def test_each_account_counts_with_its_latest_balance(aanvraag: Aanvraag) -> None:
    know(aanvraag, "heeft_bezit", False)
    know(aanvraag, "heeft_schulden", False)
    know(aanvraag, "vermogen_banktegoed", "5000.00")
    for account, month, balance in (("NL01", 7, "10.00"), ("NL01", 8, "20.00"), ("NL02", 8, "300.00")):
        day = date(2026, month, 28)
        know(aanvraag, "vermogen_banktegoed", balance, betreft=account, periode_van=day, periode_tot=day)
    rows = build(aanvraag, OP).invoer["vermogen"]
    assert sorted(row["waarde"] for row in rows) == ["20.00", "300.00"]


def test_savings_without_a_word_about_debts_stay_unknown(aanvraag: Aanvraag) -> None:
    know(aanvraag, "vermogen_banktegoed", "5000.00")
    assert "vermogen" not in build(aanvraag, OP).invoer


def test_what_cannot_be_is_a_question_and_no_broken_page(aanvraag: Aanvraag) -> None:
    know(aanvraag, "woont_met", ["kinderen"])
    know(aanvraag, "kinderen", [{"naam": "Sem", "geboortedatum": "2062-05-20"}])
    know(aanvraag, "in_inrichting", "2026-01-01")
    assert work_out(aanvraag, OP).uitkomst["uitkomst"] == "nog_niet_te_bepalen"
    assert work_out(aanvraag, OP).uitkomst["ontbreekt"]
