"""Each calculation is kept so that it can be worked out again years later, and a change of norms is looked at first."""

from __future__ import annotations

from datetime import date

import pytest

from opstap.dossier.actions.answer_vragen import AnswerVragen
from opstap.kern import clock
from opstap.recht.actions.calculate import Calculate
from opstap.recht.herziening import preview
from opstap.recht.models import Berekening, Recht
from opstap.recht.regels.herreken import verschillen
from opstap.recht.regels.reken import reken
from opstap.recht.watals import with_pay, with_work
from tests.reis import signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]
BEKEND = {
    "woont_met": [], "woonvorm": "huurt", "rechtmatig_verblijf": True, "werk": "niet", "uitkering": "niet",
    "ander_inkomen": [], "heeft_bezit": False, "heeft_schulden": False, "vermogen_banktegoed": "1200.00",
    "kreeg_giften": False, "giften_dit_jaar": "0.00", "lang_buitenland": False,
}  # fmt: skip


def kept(cast: Cast) -> Berekening:
    aanvraag = cast.aanvraag()
    AnswerVragen(door=cast.danielle.account, gemeente=cast.gemeente, dossier=aanvraag.dossier, antwoorden=BEKEND).run()
    return Calculate(door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag).run()


def test_it_keeps_inputs_versions_and_every_step(cast: Cast) -> None:
    made = kept(cast)
    assert made.uitkomst["uitkomst"] == "recht"
    assert made.uitkomst["norm"]["incl_vakantietoeslag"] == "1419.46"
    assert (made.bedragen_versie, made.invoer["peildatum"]) == ("2026-07-01", "2026-09-18")
    assert made.herkomst["vermogen"]
    assert verschillen(made.uitkomst) == []


def test_an_old_calculation_works_out_the_same_years_later(cast: Cast) -> None:
    made = kept(cast)
    with clock.at(date(2031, 3, 1)):
        again = reken(Berekening.objects.get(pk=made.pk).invoer, made.schakelaars)
    assert again == made.uitkomst


def test_what_is_not_known_is_asked_never_guessed(cast: Cast) -> None:
    made = Calculate(door=cast.farida, gemeente=cast.gemeente, aanvraag=cast.aanvraag()).run()
    assert made.uitkomst["uitkomst"] == "nog_niet_te_bepalen"
    assert "Met wie woont u in huis?" in [row["vraag"] for row in made.uitkomst["ontbreekt"]]


def test_what_if_changes_nothing(cast: Cast) -> None:
    made = kept(cast)
    paid = with_pay(made.aanvraag, "620.00")
    assert paid["na"]["inkomen_in_aanmerking"] == "620.00"
    assert paid["in_de_maand"]["voor"] == "1419.46"
    worked = with_work(made.aanvraag, "16", "15.50")
    assert worked["veranderd"]
    assert "Schatting" in worked["toelichting"]
    assert Berekening.objects.count() == 1


def test_a_change_of_norms_lists_who_changes_before_anyone_approves(cast: Cast) -> None:
    made = kept(cast)
    recht = Recht.objects.create(
        gemeente=cast.gemeente, dossier=made.aanvraag.dossier, aanvraag=made.aanvraag, berekening=made,
        ingangsdatum=date(2026, 9, 18),
    )  # fmt: skip
    found = preview(cast.gemeente, date(2026, 1, 1), date(2026, 7, 1))
    (row,) = found.geraakt
    assert row.rij == str(recht.pk)
    assert (row.uitkering_voor, row.uitkering_na) == (140150, 141946)
    assert preview(cast.buurgemeente, date(2026, 1, 1), date(2026, 7, 1)).wijzigingen == ()
    page = signed_in(cast.koen).get("/werkplek/herziening/?voor=2026-01-01&na=2026-07-01").content.decode()
    assert "Danielle Verkerk" in page
    assert signed_in(cast.tessa).get("/werkplek/herziening/").status_code == 404
