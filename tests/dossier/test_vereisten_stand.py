"""Where a paper stands: months, accounts, persons, unreadable papers and answers."""

from datetime import date

import pytest

from opstap.dossier.stand import Bewijs, maanden, stand
from opstap.dossier.vereisten import Gevraagd, nodig

PEILDATUM = date(2026, 9, 1)
FEITEN = {
    "woont_met": [],
    "met_digid_ingelogd": True,
    "rechtmatig_verblijf": True,
    "woonvorm": "huurt",
    "werk": "werkt",
}
JUNI, JULI, AUGUSTUS = ((date(2026, m, 1), date(2026, m, d)) for m, d in ((6, 30), (7, 31), (8, 31)))


def get(name: str, **feiten: object) -> Gevraagd:
    return next(item for item in nodig({**FEITEN, **feiten}, PEILDATUM) if item.id == name)


def statement(dagen: tuple[date, date] | None, rekening: str = "NL1", **kwargs: object) -> Bewijs:
    return Bewijs("bankafschrift", dagen=dagen, rekening=rekening, **kwargs)


def test_nothing_came_in() -> None:
    assert stand(get("bank"), []) == "ontbreekt"
    assert stand(get("bank"), [Bewijs("loonstrook")]) == "ontbreekt"


def test_all_months_of_all_accounts_are_in() -> None:
    papers = [statement(JUNI), statement(JULI), statement(AUGUSTUS)]
    assert stand(get("bank"), papers) == "binnen"
    assert stand(get("bank"), [*papers, statement(JULI, "NL2")]) == "deels"
    assert stand(get("bank"), [statement((JUNI[0], AUGUSTUS[1]))]) == "binnen"


def test_a_gap_of_one_day_shows_as_a_part() -> None:
    papers = [statement(JUNI), statement((JULI[0], date(2026, 7, 19))), statement((date(2026, 7, 21), AUGUSTUS[1]))]
    assert stand(get("bank"), papers) == "deels"
    tiles = maanden(get("bank"), papers)
    assert [tile.staat for tile in tiles] == ["binnen", "deels", "binnen"]
    assert tiles[1].gaten == ((date(2026, 7, 20), date(2026, 7, 20)),)


def test_a_missing_and_an_unreadable_month_have_their_own_tile() -> None:
    tiles = maanden(get("bank"), [statement(JUNI), statement(JULI, leesbaar=False)])
    assert [tile.staat for tile in tiles] == ["binnen", "niet_leesbaar", "ontbreekt"]
    assert [tile.staat for tile in maanden(get("bank"), [])] == ["ontbreekt"] * 3


def test_only_unreadable_papers() -> None:
    assert stand(get("bank"), [statement(None, leesbaar=False)]) == "niet_leesbaar"
    assert stand(get("huur"), [Bewijs("huurcontract", leesbaar=False)]) == "niet_leesbaar"


def test_a_savings_overview_covers_its_own_account_and_never_stands_alone() -> None:
    savings = Bewijs("spaarsaldo_overzicht", rekening="NL9")
    assert stand(get("bank"), [savings]) == "deels"
    assert stand(get("bank"), [savings, statement((JUNI[0], AUGUSTUS[1]))]) == "binnen"


def test_one_payslip_a_month_is_enough() -> None:
    slips = [Bewijs("loonstrook", dagen=(date(2026, m, 20), date(2026, m, 20))) for m in (6, 7, 8)]
    assert stand(get("loon"), slips) == "binnen"
    assert stand(get("loon"), slips[1:]) == "deels"


def test_a_partner_needs_an_own_paper() -> None:
    both = get("loon", woont_met=["partner"])
    own = [Bewijs("loonstrook", "aanvrager", (JUNI[0], AUGUSTUS[1]))]
    assert stand(both, own) == "deels"
    assert stand(both, [*own, Bewijs("loonstrook", "partner", (JUNI[0], AUGUSTUS[1]))]) == "binnen"
    assert stand(both, [Bewijs("loonstrook", None, (JUNI[0], AUGUSTUS[1]))]) == "binnen"


def test_a_childs_account_is_welcome_and_never_required() -> None:
    item = get("bank", kinderen=[{"naam": "Sem"}])
    assert stand(item, [statement((JUNI[0], AUGUSTUS[1]), rol="aanvrager")]) == "binnen"


def test_an_answer_counts_until_the_papers_prove_it() -> None:
    assert stand(get("huur"), [], "breng_ik_mee") == "beantwoord"
    assert stand(get("bank"), [statement(JUNI)], "kan_ik_niet_vinden") == "beantwoord"
    assert stand(get("huur"), [Bewijs("huurcontract")], "breng_ik_mee") == "binnen"
    with pytest.raises(ValueError, match="geen_zin"):
        stand(get("huur"), [], "geen_zin")


def test_a_document_that_is_no_longer_valid_is_a_part() -> None:
    item = get("id", met_digid_ingelogd=False)
    valid = Bewijs("identiteitsbewijs", dagen=(date(2020, 1, 1), date(2030, 1, 1)))
    old = Bewijs("identiteitsbewijs", dagen=(date(2010, 1, 1), date(2020, 1, 1)))
    assert stand(item, [valid]) == "binnen"
    assert stand(item, [old]) == "deels"
    assert stand(item, [Bewijs("identiteitsbewijs")]) == "binnen"
