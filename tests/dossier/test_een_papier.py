"""One paper that serves several requirements: in once, shown at each, gone from each; read again, at the right ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.actions.answer_vragen import AnswerVragen
from opstap.dossier.actions.confirm_bewijsstuk import ConfirmBewijsstuk
from opstap.dossier.actions.judge_bewijsstuk import JudgeBewijsstuk
from opstap.dossier.actions.reread_bestand import RereadBestand
from opstap.dossier.models import Bestand, Bewijsstuk
from opstap.lezen.model import Document, Veld
from opstap.lezen.stapel import pijplijn
from tests.reis import MT940, signed_in
from tests.spelers import Cast, hand_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
IBAN = {"iban": Veld("NL91ABNA0417164300", 1, None, 1.0)}
ZOMER = (date(2026, 6, 1), date(2026, 8, 31))
AFSCHRIFT = Document("a.txt", [1], "bankafschrift", 1.0, ZOMER[1], ZOMER, velden=IBAN)
AANSLAG = Document("a.txt", [1], "belastingaanslag", 1.0, date(2026, 2, 3))
# what she said, the paper, the requirements that it serves
GEVALLEN = {
    "lodger": ({"woonvorm": "bij_iemand"}, AFSCHRIFT, {"bank", "huurbetaling"}),
    "own firm": (
        {"woonvorm": "bij_iemand", "eigen_bedrijf": "gehad"}, AFSCHRIFT, {"bank", "bank_zakelijk", "huurbetaling"}),
    "home owner": (
        {"woonvorm": "eigen_woning", "soort_bijstand": "bijzonder", "ander_inkomen": ["belasting"]},
        AANSLAG, {"lasten_eigenwoning", "voorl_teruggaaf"}),
}  # fmt: skip


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the reader makes of every file from now on."""
    return lambda document: monkeypatch.setattr(pijplijn, "lees_bestand", lambda naam, _: ([document], []))


def begin(cast: Cast, said: dict[str, Any]) -> Aanvraag:
    aanvraag = cast.aanvraag()
    AnswerVragen(door=cast.danielle.account, gemeente=cast.gemeente, dossier=aanvraag.dossier, antwoorden=said).run()
    return aanvraag


def at_hers(cast: Cast) -> tuple[dict[str, list[Bewijsstuk]], dict[str, list[Bewijsstuk]]]:
    """Her page: requirement → its papers, of what is done and of what is still open."""
    shown = signed_in(cast.danielle.account).get("/papieren/")
    html = shown.content.decode()
    lists = []
    for name in ("klaar", "open"):
        rows = {row["id"]: [stuk["stuk"] for stuk in row["stukken"]] for row in shown.context[name]}
        lists.append(rows)
        for paper in (paper for papers in rows.values() for paper in papers):
            served = sum(paper in papers for papers in rows.values())
            assert html.count(f'href="/papieren/{paper.pk}/"') >= served, "a paper is shown at each that it serves"
    return lists[0], lists[1]


def open_at_work(cast: Cast, aanvraag: Aanvraag) -> set[str]:
    """The requirements that the worker's page calls missing."""
    page = signed_in(cast.farida).get(f"/werkplek/dossier/{aanvraag.pk}/")
    return {row["id"] for row in page.context["ontbreekt"]}


def again(cast: Cast) -> None:
    RereadBestand(door=cast.farida, gemeente=cast.gemeente, bestand=Bestand.objects.get()).run()


@pytest.mark.parametrize("geval", GEVALLEN)
def test_it_counts_at_each_and_when_it_no_longer_counts_each_is_open_again(cast: Cast, reads: Any, geval: str) -> None:
    said, document, serves = GEVALLEN[geval]
    aanvraag = begin(cast, said)
    assert serves <= set(at_hers(cast)[1])
    assert serves <= open_at_work(cast, aanvraag)
    reads(document)
    hand_in(cast, aanvraag.dossier, b"een papier", "a.txt")
    paper = Bewijsstuk.objects.get()
    done, still_open = at_hers(cast)
    assert {name for name, papers in done.items() if papers == [paper]} == serves
    assert not serves & (set(still_open) | open_at_work(cast, aanvraag))
    JudgeBewijsstuk(door=cast.farida, gemeente=cast.gemeente, bewijsstuk=paper, telt_mee=False, reden="oud").run()
    done, still_open = at_hers(cast)
    assert not serves & set(done)
    assert {name: still_open[name] for name in serves} == {name: [] for name in serves}
    assert serves <= open_at_work(cast, aanvraag)


def test_a_statement_of_one_month_is_all_for_one_and_a_part_for_the_other(cast: Cast) -> None:
    """Of real bytes: August proves that she paid rent, and is one of the three months of her account."""
    aanvraag = begin(cast, {"woonvorm": "bij_iemand"})
    hand_in(cast, aanvraag.dossier, MT940, "afschrift.940")
    paper = Bewijsstuk.objects.get()
    done, still_open = at_hers(cast)
    assert (done["huurbetaling"], still_open["bank"]) == ([paper], [paper])
    assert "bank" in open_at_work(cast, aanvraag)
    assert "huurbetaling" not in open_at_work(cast, aanvraag)
    shown = {feit.soort for feit in paper.feiten.all()}
    assert {"inkomen_loon", "rekeningen", "vermogen_banktegoed"} <= shown


def test_what_it_showed_goes_from_every_list_when_it_does_not_count(cast: Cast) -> None:
    aanvraag = begin(cast, {"woonvorm": "bij_iemand"})
    hand_in(cast, aanvraag.dossier, MT940, "afschrift.940")
    paper = Bewijsstuk.objects.get()
    home = signed_in(cast.farida).get(f"/werkplek/dossier/{aanvraag.pk}/")
    assert {"inkomen_loon", "vermogen_banktegoed"} <= {row["feit"].soort for row in home.context["feiten"]}
    JudgeBewijsstuk(door=cast.farida, gemeente=cast.gemeente, bewijsstuk=paper, telt_mee=False, reden="andermans").run()
    home = signed_in(cast.farida).get(f"/werkplek/dossier/{aanvraag.pk}/")
    assert not {row["feit"].soort for row in home.context["feiten"]} & {"inkomen_loon", "vermogen_banktegoed"}


def test_a_paper_that_nobody_can_read_is_in_at_neither(cast: Cast, reads: Any) -> None:
    said, document, serves = GEVALLEN["lodger"]
    aanvraag = begin(cast, said)
    reads(replace(document, leesbaar=False))
    hand_in(cast, aanvraag.dossier, b"een papier", "a.txt")
    shown = {row["id"]: row["stand"] for row in signed_in(cast.danielle.account).get("/papieren/").context["open"]}
    assert {name: shown.get(name) for name in serves} == dict.fromkeys(serves, "niet_leesbaar")
    assert serves <= open_at_work(cast, aanvraag)


# read again: another kind, other months, another kind that serves none; what is done then
OPNIEUW = [
    (replace(AFSCHRIFT, soort="huurspecificatie", velden={}), {"huurbetaling"}),
    (replace(AFSCHRIFT, periode=(date(2026, 6, 1), date(2026, 7, 31))), set()),
    (replace(AFSCHRIFT, periode=(date(2026, 8, 1), date(2026, 8, 31))), {"huurbetaling"}),
    (replace(AFSCHRIFT, soort="polis", velden={}), set()),
    (AFSCHRIFT, {"bank", "huurbetaling"}),
]


@pytest.mark.parametrize(("document", "keeps"), OPNIEUW)
def test_read_again_it_keeps_the_one_it_still_serves_and_loses_the_other(
    cast: Cast, reads: Any, document: Document, keeps: set[str]
) -> None:
    said, first, serves = GEVALLEN["lodger"]
    aanvraag = begin(cast, said)
    reads(first)
    hand_in(cast, aanvraag.dossier, b"een papier", "a.txt")
    reads(document)
    again(cast)
    paper = Bewijsstuk.objects.exclude(staat="verworpen").get()
    done, still_open = at_hers(cast)
    assert {name for name in serves if done.get(name) == [paper]} == keeps
    assert {name for name in serves if name in still_open} == serves - keeps
    assert open_at_work(cast, aanvraag) & serves == serves - keeps


def test_what_she_confirmed_keeps_serving_both_when_it_is_read_otherwise(cast: Cast, reads: Any) -> None:
    said, first, serves = GEVALLEN["lodger"]
    aanvraag = begin(cast, said)
    reads(first)
    hand_in(cast, aanvraag.dossier, b"een papier", "a.txt")
    paper = Bewijsstuk.objects.get()
    ConfirmBewijsstuk(door=cast.danielle.account, gemeente=cast.gemeente, bewijsstuk=paper).run()
    reads(OPNIEUW[0][0])
    again(cast)
    assert {name for name, papers in at_hers(cast)[0].items() if papers == [paper]} == serves
    assert not open_at_work(cast, aanvraag) & serves


def test_a_double_serves_nothing_beside_the_first(cast: Cast, reads: Any) -> None:
    said, document, serves = GEVALLEN["lodger"]
    aanvraag = begin(cast, said)
    reads(document)
    hand_in(cast, aanvraag.dossier, b"een papier", "a.txt")
    hand_in(cast, aanvraag.dossier, b"een papier", "nog-eens.txt")
    first = Bewijsstuk.objects.get(dubbel_van=None)
    done, _ = at_hers(cast)
    assert {name for name in serves if done[name] == [first]} == serves
