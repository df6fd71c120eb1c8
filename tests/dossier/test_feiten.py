"""Facts: what a consulent established is not moved by what comes later; a difference shows."""

from __future__ import annotations

from datetime import date

import pytest

from opstap.dossier.actions.answer_vereiste import AnswerVereiste
from opstap.dossier.actions.answer_vragen import AnswerVragen
from opstap.dossier.actions.correct_feit import CorrectFeit
from opstap.dossier.actions.establish_feit import EstablishFeit
from opstap.dossier.actions.lookup_registers import LookupRegisters
from opstap.dossier.actions.open_dossier import OpenDossier
from opstap.dossier.feiten import current, differing, known
from opstap.dossier.feitsoorten import load_feiten
from opstap.dossier.models import Dossier, Feit
from opstap.dossier.voorstellen import _shown, feitenlijst, known_thing, same_thing
from opstap.inwoner.actions.register_inwoner import RegisterInwoner
from opstap.kern import clock
from opstap.kern.weigering import NietBevoegd, NietMogelijk
from opstap.lezen.velden.schema import schema
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def say(cast: Cast, dossier: Dossier, **answers: object) -> None:
    AnswerVragen(door=cast.danielle.account, gemeente=cast.gemeente, dossier=dossier, antwoorden=answers).run()


def fact(cast: Cast, dossier: Dossier, **fields: object) -> Feit:
    made = {"soort": "inkomen_loon", "waarde": "100.00", "bron": "gelezen", "geweten_op": clock.now(), **fields}
    return Feit.objects.create(gemeente=cast.gemeente, dossier=dossier, **made)


def test_an_established_answer_stays_when_something_else_is_said(cast: Cast) -> None:
    dossier = cast.dossier()
    say(cast, dossier, woonvorm="huurt")
    EstablishFeit(door=cast.farida, gemeente=cast.gemeente, feit=Feit.objects.get(soort="woonvorm")).run()
    say(cast, dossier, woonvorm="eigen_woning")
    assert known(dossier)["woonvorm"] == "huurt"
    assert [{row.waarde for row in group} for group in differing(current(dossier))] == [{"huurt", "eigen_woning"}]


def test_a_later_saying_takes_the_place_of_an_earlier_one(cast: Cast) -> None:
    dossier = cast.dossier()
    for answer in ("huurt", "bij_iemand", "huurt"):
        say(cast, dossier, woonvorm=answer)
    assert [row.waarde for row in current(dossier)] == ["huurt"]
    assert Feit.objects.count() == 3


def test_establishing_one_of_two_that_differ_needs_a_reason(cast: Cast) -> None:
    dossier = cast.dossier()
    one, other = fact(cast, dossier), fact(cast, dossier, waarde="120.00", bron="register")
    with pytest.raises(NietMogelijk) as refusal:
        EstablishFeit(door=cast.farida, gemeente=cast.gemeente, feit=one, reden="  ").run()
    assert refusal.value.sleutel == "feit.reden_nodig"
    EstablishFeit(door=cast.farida, gemeente=cast.gemeente, feit=one, reden="van de loonstrook").run()
    other.refresh_from_db()
    assert other.vervangen_door == one


def test_two_tabs_correct_one_fact_once(cast: Cast) -> None:
    row = fact(cast, cast.dossier())
    stale = Feit.objects.get(pk=row.pk)
    CorrectFeit(door=cast.danielle.account, gemeente=cast.gemeente, feit=row, waarde="90.00").run()
    with pytest.raises(NietMogelijk):
        CorrectFeit(door=cast.danielle.account, gemeente=cast.gemeente, feit=stale, waarde="80.00").run()
    assert Feit.objects.count() == 2


def test_a_silent_register_takes_nothing_away(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = cast.dossier()
    LookupRegisters(door=None, gemeente=cast.gemeente, dossier=dossier).run()
    before = known(dossier)
    monkeypatch.setenv("OPSTAP_REGISTERS_WEG", "1")
    LookupRegisters(door=None, gemeente=cast.gemeente, dossier=dossier).run()
    assert known(dossier) == before
    assert "geboortedatum" in before


def test_of_a_partner_in_the_same_home_the_registers_are_asked_too(cast: Cast) -> None:
    sjoerd = RegisterInwoner(
        door=None, gemeente=cast.gemeente, bsn="999990068", voornaam="Sjoerd", achternaam="Dijkstra",
        geboortedatum=date(1968, 5, 11), adres="Molenweg 3, Voorbeeld",
    ).run()  # fmt: skip
    dossier = OpenDossier(door=None, gemeente=cast.gemeente, inwoner=sjoerd).run()
    for _ in range(2):
        LookupRegisters(door=None, gemeente=cast.gemeente, dossier=dossier).run()
    found = known(dossier)
    assert found["partner.geboortedatum"] == "1970-10-02"
    assert found["partner.inkomen_loon"] == "318.40"
    assert "werk" not in found
    assert dossier.partner is None  # to look up is not to let in
    assert "999990081" not in repr(list(dossier.feiten.values()))
    assert len({(row.soort, row.persoon) for row in current(dossier)}) == len(current(dossier))


def test_looking_up_twice_keeps_one_of_each(cast: Cast) -> None:
    dossier = cast.dossier()
    for _ in range(2):
        LookupRegisters(door=None, gemeente=cast.gemeente, dossier=dossier).run()
    kinds = [(row.soort, row.betreft) for row in current(dossier)]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("known_as", "name", "same"),
    [("Van Mare BV", "VAN MARE", True), ("Bakkerij De Korenaar", "BAKKERIJ KORENAAR HENGELO", True),
     ("Bakkerij Korenaar", "Bakkerij Jansen", False)],
)  # fmt: skip
def test_one_employer_under_two_names_is_one(cast: Cast, known_as: str, name: str, same: bool) -> None:
    dossier = cast.dossier()
    fact(cast, dossier, betreft=same_thing(known_as), periode_van=date(2026, 8, 1))
    assert (known_thing(dossier, "inkomen_loon", same_thing(name)) == same_thing(known_as)) is same


def test_a_field_says_only_what_it_can_say() -> None:
    kinds = feitenlijst()
    assert _shown(kinds["in_inrichting"], "2026-01-01") is None
    assert _shown(kinds["identiteit"], "SPEC12345") is True
    assert _shown(kinds["huur"], "geen bedrag") is None
    assert _shown(kinds["huur"], "650.00") == "650.00"


def test_her_own_rent_is_no_income_and_an_allowance_is_none_either() -> None:
    income = [kind for kind in feitenlijst().soorten.values() if kind.reken and kind.reken.startswith("inkomsten")]
    papers = {source.soort for kind in income for source in kind.uit_papier}
    assert not papers & {"huurcontract", "huurspecificatie", "toeslag_beschikking"}


def test_an_answer_that_does_not_exist_is_refused(cast: Cast) -> None:
    with pytest.raises(NietMogelijk):
        AnswerVereiste(
            door=cast.danielle.account, gemeente=cast.gemeente, dossier=cast.dossier(), vereiste="huur", antwoord="x"
        ).run()


def test_a_mandate_that_ended_opens_nothing(cast: Cast) -> None:
    dossier, mandate = cast.dossier(), cast.danielle.machtigingen.get()
    mandate.geldig_tot = clock.today()
    mandate.save()
    AnswerVragen(door=cast.helper, gemeente=cast.gemeente, dossier=dossier, antwoorden={"werk": "niet"}).run()
    with clock.at(date(2026, 9, 19)), pytest.raises(NietBevoegd):
        AnswerVragen(door=cast.helper, gemeente=cast.gemeente, dossier=dossier, antwoorden={"werk": "werkt"}).run()


def test_next_door_may_nothing(cast: Cast) -> None:
    row = fact(cast, cast.dossier())
    for gemeente in (cast.gemeente, cast.buurgemeente):
        with pytest.raises(NietBevoegd):
            EstablishFeit(door=cast.buurconsulent, gemeente=gemeente, feit=row).run()


def test_special_costs_are_what_a_bill_leaves_to_the_person() -> None:
    """Of a bill of which the insurer pays half, the half: the reader gives that as `bedrag`, beside its `totaal`."""
    assert [kind.code for kind in load_feiten().from_paper("nota", veld="bedrag")] == ["bijzondere_kosten"]
    assert load_feiten().from_paper("nota", veld="totaal") == []
    assert "bedrag" in {rule.naam for rule in schema()["nota"]}
