"""A choice has its word in every language, and in Dutch the one the model has."""

from __future__ import annotations

import pytest
from django.db.models import TextChoices
from django.utils import translation

from opstap.aanvraag.models import Aanvraag
from opstap.contact.models import Terugbelverzoek
from opstap.dossier.models import Bestand
from opstap.inwoner.models import Inwoner
from opstap.kern.models import Rol
from opstap.onderdelen.keuzewoorden import keuze, said
from opstap.onderdelen.rekenblad import told
from opstap.recht.regels.reken import reken
from opstap.taal.teksten import sleutels, talen
from tests.recht.regels.huishoudens import gezin

VELDEN: list[tuple[str, type[TextChoices]]] = [
    ("voorkeur", Inwoner.Voorkeur), ("dagdeel", Terugbelverzoek.Dagdeel), ("scan", Bestand.Scan),
    ("lezen", Bestand.Lezen), ("staat", Aanvraag.Staat), ("rol", Rol),
]  # fmt: skip


@pytest.mark.parametrize(("veld", "keuzes"), VELDEN, ids=[row[0] for row in VELDEN])
def test_every_choice_has_its_word_in_every_language(veld: str, keuzes: type[TextChoices]) -> None:
    assert [keuze(veld, each.value) for each in keuzes] == [each.label for each in keuzes]
    for taal in talen():
        with translation.override(taal):
            assert all(keuze(veld, each.value) for each in keuzes)


def test_no_word_stands_there_that_no_choice_has() -> None:
    known = {f"keuze.{veld}_{each.value}" for veld, keuzes in VELDEN for each in keuzes}
    assert set(sleutels("keuze.")) == known


@pytest.mark.parametrize(("value", "label"), [(each.value, each.label) for each in Terugbelverzoek.Dagdeel])
def test_the_part_of_a_day_reads_the_same_from_old_events_and_new(value: str, label: str) -> None:
    with translation.override("en"):
        assert said({"dagdeel": label, "x": 1}) == said({"dagdeel": value, "x": 1})
        assert said({"dagdeel": value})["dagdeel"] != label


def test_what_the_questions_left_open_is_asked_in_the_language_of_the_reader() -> None:
    answer = reken(gezin("2026-07-01"))
    rows = [{"gegeven": "woont_met", "vraag": "Met wie woont u?"},
            {"gegeven": "invoer", "vraag": "personen.k1.geboortedatum: dit is na de peildatum."}]  # fmt: skip
    outcome = {**answer, "ontbreekt": rows}
    assert told(outcome) is outcome
    with translation.override("en"):
        asked = [row["vraag"] for row in told(outcome)["ontbreekt"]]
    assert asked[0] == "Who lives in your home?"
    assert asked[1].startswith("Something in the details cannot be right: personen.k1.geboortedatum.")
