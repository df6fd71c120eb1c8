"""What must never be built (ontwerp.md section 8), each held by a test."""

from __future__ import annotations

import ast
import json
import logging
import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models

from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.vragen import load_vragen
from opstap.besluit.actions.approve_besluit import ApproveBesluit
from opstap.besluit.actions.draft_besluit import DraftBesluit
from opstap.besluit.actions.return_besluit import ReturnBesluit
from opstap.besluit.actions.submit_besluit import SubmitBesluit
from opstap.besluit.models import Besluit
from opstap.dossier.feiten import known
from opstap.dossier.feitsoorten import load_feiten
from opstap.dossier.models import Dossier
from opstap.kern import clock, log
from opstap.kern.models import Gebeurtenis, Gemeente
from opstap.kern.opslag import Opslag
from opstap.kern.weigering import NietBevoegd
from opstap.lezen.stapel.pijplijn import lees_bestand
from opstap.recht.regels.invoer import PERSOON_SLEUTELS
from opstap.recht.regels.reken import reken
from opstap.recht.regels.velden import FEITEN
from opstap.taal.regels import guard_page
from opstap.termijn import bereken
from tests.reis import MT940, answer_all, hand_in, plain, signed_in
from tests.spelers import Cast
from tests.wereld import doors, make_wereld

SRC = Path(__file__).resolve().parents[2] / "src" / "opstap"
ROOMS = ("kern", "inwoner", "contact", "dossier", "aanvraag", "recht", "besluit", "keuzehulp")
OORDEEL = re.compile(
    r"(^|_)(score|rank|rang|rangorde|risico|risk|kans|kansrijk|prioriteit|motivatie|houding|verzorgd|gedrag|afstand)(_|$)"
)
AFKOMST = re.compile(
    r"(^|_)(nationaliteit|afkomst|herkomstland|geboorteland|postcode|geslacht|sekse|gender|etniciteit|religie|taalniveau|huidskleur)(_|$)"
)
UITGEGEVEN = ("slijterij", "vaatje", "borrel")


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def keys_of(document: object) -> set[str]:
    if isinstance(document, dict):
        return {str(key) for key in document} | {key for value in document.values() for key in keys_of(value)}
    return {key for value in document for key in keys_of(value)} if isinstance(document, list) else set()


def answers() -> list[object]:
    """What the commands give, as JSON."""
    household = {
        "peildatum": "2026-09-01",
        "personen": [{"id": "a", "rol": "aanvrager", "geboortedatum": "1985-03-14"}],
    }
    documents, _ = lees_bestand("afschrift.940", MT940)
    day = clock.today().isoformat()
    course = {"peildatum": day, "gebeurtenissen": [{"soort": "aanvraag", "datum": day}]}
    return [reken(household), [each.as_json() for each in documents], bereken(course)]


def test_no_row_and_no_answer_holds_a_score_of_a_person() -> None:
    fields = {f"{model.__name__}.{field.name}" for model in own_models() for field in model._meta.fields}
    assert len(fields) > 150
    assert {name for name in fields if OORDEEL.search(name.lower().partition(".")[2])} == set()
    assert {name for document in answers() for name in keys_of(document) if OORDEEL.search(name.lower())} == set()


def test_what_must_not_count_is_no_field_no_fact_and_no_input_of_a_rule() -> None:
    names = {field.name for model in own_models() for field in model._meta.fields}
    names |= set(load_feiten().soorten) | set(FEITEN) | set(PERSOON_SLEUTELS)
    assert len(names) > 200
    assert {name for name in names if AFKOMST.search(name)} == set()


def test_a_rule_refuses_what_the_law_does_not_ask() -> None:
    from opstap.kern.commands import InvoerFout

    person = {"id": "a", "rol": "aanvrager", "geboortedatum": "1985-03-14", "nationaliteit": "x"}
    try:
        told = reken({"peildatum": "2026-09-01", "personen": [person]})
    except InvoerFout:
        return
    plain_one = reken(
        {"peildatum": "2026-09-01", "personen": [{k: v for k, v in person.items() if k != "nationaliteit"}]}
    )
    assert (told["uitkomst"], told.get("stappen")) == (plain_one["uitkomst"], plain_one.get("stappen"))


@pytest.mark.django_db
def test_nothing_is_decided_without_a_named_person(cast: Cast) -> None:
    aanvraag = cast.aanvraag()
    Aanvraag.objects.update(staat="te_beslissen")
    made = Besluit.objects.create(
        gemeente=cast.gemeente, aanvraag=aanvraag, uitkomst="afgewezen", motivering="x", staat="ter_controle",
        opgesteld_door=cast.farida, opgesteld_op=clock.now(),
    )  # fmt: skip
    on = {"door": None, "gemeente": cast.gemeente, "aanvraag": aanvraag}
    tries = [
        DraftBesluit(**on, berekening=None, uitkomst="afgewezen", motivering="x"), SubmitBesluit(**on, besluit=made),
        ApproveBesluit(**on, besluit=made), ReturnBesluit(**on, besluit=made, opmerking="x"),
    ]  # fmt: skip
    for action in tries:
        with pytest.raises(NietBevoegd):
            action.run()
    aanvraag.refresh_from_db()
    assert (aanvraag.staat, aanvraag.uitkomst) == ("te_beslissen", "")


def test_only_a_decision_ends_suspends_or_refuses() -> None:
    """The states that take something away are written at one place, in the action of a named second person."""
    words = ("Staat.OPGESCHORT", "Staat.BEEINDIGD", "Staat.BESLOTEN")
    writing = re.compile(
        r"(?:staat=|\.staat = |\.staat, )[^=\n]*(?:" + "|".join(re.escape(word) for word in words) + ")"
    )
    found = {
        path.name
        for path in SRC.rglob("*.py")
        if "migrations" not in path.parts and writing.search(path.read_text(encoding="utf-8"))
    }
    assert found == set()
    for name in ("dagwerk.py", "werker.py", "overdrachten.py"):
        text = (SRC / "project" / name).read_text(encoding="utf-8")
        assert "besluit.actions" not in text
        assert "withdraw" not in text


@pytest.mark.django_db(transaction=True)
def test_filing_is_never_blocked_by_missing_papers_or_answers(cast: Cast, opslag: Opslag) -> None:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    assert client.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())}).status_code == 302
    assert Aanvraag.objects.get().staat == "ingediend"


@pytest.mark.django_db(transaction=True)
def test_nothing_is_asked_that_a_register_answered(cast: Cast, opslag: Opslag) -> None:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    dossier = Dossier.objects.get()
    found = {row.soort for row in dossier.feiten.filter(bron="register")}
    asked = {vraag.code for vraag in load_vragen().open(known(dossier), clock.today())}
    assert {"geboortedatum", "woont_met"} <= found
    assert not found & asked


def whole_database() -> str:
    """Every row of every table as text, with the words of the events and the sessions opened."""
    parts = []
    for model in apps.get_models(include_auto_created=True):
        parts += [repr(row) for row in model._default_manager.values_list()]
    for gemeente in Gemeente.objects.all():
        subjects = set(Gebeurtenis.objects.filter(gemeente=gemeente).values_list("onderwerp", flat=True))
        parts += [json.dumps(dict(row.gegevens), default=str) for row in log.read(gemeente, subjects)]
    return "\n".join([*parts, *(repr(row.get_decoded()) for row in Session.objects.all())]).lower()


@pytest.mark.django_db(transaction=True)
def test_what_she_bought_is_nowhere(cast: Cast, opslag: Opslag, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    world = make_wereld(cast)
    pages = []
    for deur in doors(world):
        for wie in ("aanvrager", "eigen consulent", "kwaliteitsmedewerker"):
            answer = signed_in(cast.everyone()[wie]).get(deur.pad)
            if not answer.streaming:
                pages.append(answer.content.decode(errors="replace").lower())
    everything = "\n".join([whole_database(), *pages, caplog.text.lower()])
    assert "2006.40" in everything  # the balance is read, so the file was
    assert [word for word in UITGEGEVEN if word in everything] == []


def test_entitlement_cannot_read_the_keuzehulp_and_not_the_other_way_round() -> None:
    sides = {"keuzehulp": ("aanvraag", "dossier", "recht", "besluit")}
    sides |= dict.fromkeys(("aanvraag", "dossier", "recht", "besluit", "termijn", "lezen"), ("keuzehulp",))
    for room, closed in sides.items():
        for path in (SRC / room).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
            names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
            assert not [name for name in names if name.startswith(tuple(f"opstap.{other}" for other in closed))], path
    rows = [model for model in own_models() if model._meta.app_label == "keuzehulp"]
    links = {f.related_model._meta.app_label for model in rows for f in model._meta.fields if f.related_model}
    assert rows
    assert links <= {"kern", "inwoner", "keuzehulp"}


def test_only_drafts_of_a_decision_are_kept_from_the_persons_timeline() -> None:
    hidden = set()
    for path in SRC.rglob("actions/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Melding":
                closed = any(
                    word.arg == "voor_inwoner" and getattr(word.value, "value", True) is False for word in node.keywords
                )
                if closed and isinstance(node.args[0], ast.Constant):
                    hidden.add(node.args[0].value)
    assert hidden == {"besluit.geschreven", "besluit.terug"}


@pytest.mark.django_db(transaction=True)
def test_she_sees_whose_turn_and_until_when_as_the_staff_do(cast: Cast, opslag: Opslag) -> None:
    her = signed_in(cast.danielle.account)
    her.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    answer_all(her)
    hand_in(her, ("afschrift.940", MT940))
    her.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())})
    aanvraag = Aanvraag.objects.get()
    work = signed_in(cast.farida).get(f"/werkplek/dossier/{aanvraag.pk}/")
    assert aanvraag.aan_zet == "gemeente"
    assert "13 november" in plain(work.content)
    page = plain(her.get("/").content)
    assert "13 november" in page
    assert "Wij zijn" in page


def without_file_names(page: str) -> str:
    """The beheerder sees the names of content files, one of which is a study about sanctions."""
    for path in (SRC / "inhoud" / "onderzoek").rglob("*.yaml"):
        page = page.replace(path.relative_to(SRC / "inhoud").as_posix(), "")
    return page


@pytest.mark.django_db(transaction=True)
def test_no_page_threatens_or_blames(cast: Cast, opslag: Opslag) -> None:
    world, seen, found = make_wereld(cast), 0, []
    for deur in doors(world):
        for wie in ("niemand", "aanvrager", "eigen consulent", "kwaliteitsmedewerker", "teammanager", "beheerder"):
            answer = signed_in(cast.everyone()[wie]).get(deur.pad)
            if (
                answer.status_code == 200
                and answer["Content-Type"].startswith("text/html")
                and deur.naam != "onderdelen"
            ):
                seen += 1
                found += [f"{deur.naam}: {fault}" for fault in guard_page(without_file_names(answer.content.decode()))]
    assert seen > 20
    assert found == []
