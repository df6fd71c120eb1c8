"""More than one municipality in one installation: every row and every unique key says which."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from opstap.aanvraag.models import Aanvraagnummer
from opstap.kern.models import Gemeente, Ketenkop

ROOMS = {"kern", "inwoner", "contact", "dossier", "aanvraag", "recht", "besluit", "keuzehulp"}
ZELF = {Gemeente: "is the municipality itself"}
EIGEN_SLEUTEL = {
    Ketenkop: "its key is the municipality",
    Aanvraagnummer: "a counter, unique per municipality and year",
}
PER_RIJ = {
    ("Inwoner", "account"): "an account is a row of one municipality and of one person",
    ("Recht", "aanvraag"): "an application is a row of one municipality; one right follows from it",
    ("Plan", "keuze"): "a choice is a row of one municipality; one plan follows from it",
    ("Jongerenplan", "plan"): "a plan is a row of one municipality; one plan of art. 44a belongs to it",
    ("Brief", "besluit"): "a decision is a row of one municipality; one letter tells it",
}


def own() -> list[type[models.Model]]:
    found = [model for model in apps.get_models() if model._meta.app_label in ROOMS]
    assert len(found) > 20
    return found


def test_every_row_is_of_one_municipality() -> None:
    without = {model.__name__ for model in own() if not any(field.name == "gemeente" for field in model._meta.fields)}
    assert without == {model.__name__ for model in ZELF}


def test_every_unique_key_holds_the_municipality() -> None:
    bare = {
        f"{model.__name__}.{constraint.name}"
        for model in own()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and "gemeente" not in constraint.fields
    }
    assert bare == set()
    assert not any(model._meta.unique_together for model in own())


def test_a_field_that_is_unique_by_itself_is_on_the_short_list() -> None:
    alone = {
        (model.__name__, field.name)
        for model in own()
        for field in model._meta.fields
        if field.unique and not field.primary_key and model not in ZELF and model not in EIGEN_SLEUTEL
    }
    assert alone <= set(PER_RIJ), alone - set(PER_RIJ)
