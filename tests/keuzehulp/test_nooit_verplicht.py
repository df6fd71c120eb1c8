"""Nothing of the keuzehulp is an obligation: not in a text, not in a notice, not in a letter, in no language."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from opstap.contact.models import Bericht, Kennisgeving
from opstap.kern import clock
from opstap.kern.content import INHOUD
from opstap.keuzehulp.actions.add_stap import AddStap
from opstap.keuzehulp.actions.ask_terugblik import AskTerugblik
from opstap.keuzehulp.actions.finish_stap import FinishStap
from opstap.keuzehulp.actions.record_voortgang import RecordVoortgang
from opstap.taal.regels import guard_page
from tests.keuzehulp.hulp import make_plan
from tests.spelers import Cast

BLADEN = ("keuzehulp", "portaal/gesprek", "portaal/plan", "portaal/terugkijken", "portaal/hoe_ging_het",
          "werkplek/gesprek")  # fmt: skip
PLICHT = {
    "nl": r"\bverplicht|\bplicht(en)?\b|\bu (moet|dient)\b|\bmoet u\b|\bdwing|\bmaatregel|\bsanctie"
          r"|\bstraf|\bboete|\bkort(en|ing)\b|\bgevolg(en)? voor uw uitkering|\bmeewerk|\buiterlijk reageren",
    "en": r"\bobliged?\b|\bobligation|\byou must\b|\bmust you\b|\brequired to\b|\bduty\b|\bduties\b|\bsanction|\bpenalt"
          r"|\bfine[sd]\b|\bcut your",
}  # fmt: skip
# "Niet verplicht" and its like say the opposite; what must be arranged first is asked of nobody.
ONTKEND = re.compile(r"\bniet verplicht\b|\bnot required\b|\bnever (an )?obligation", re.I)


def texts(taal: str) -> dict[str, str]:
    """Every text of the talk, its events and its notices."""
    found = {}
    for name in BLADEN:
        document = yaml.safe_load((INHOUD / "teksten" / taal / f"{name}.yaml").read_text(encoding="utf-8"))
        found |= {f"{name}.{key}": str(text) for key, text in document["teksten"].items()}
    for name, start in (("gebeurtenis", "gesprek_"), ("kennisgeving", "terugblik")):
        document = yaml.safe_load((INHOUD / "teksten" / taal / f"{name}.yaml").read_text(encoding="utf-8"))
        found |= {f"{name}.{key}": str(text) for key, text in document["teksten"].items() if key.startswith(start)}
    return found


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_no_text_of_the_talk_obliges_or_threatens(taal: str) -> None:
    rows = texts(taal)
    assert len(rows) > 150
    wrong = {key: text for key, text in rows.items() if re.search(PLICHT[taal], ONTKEND.sub("", text), re.I)}
    assert wrong == {}
    assert {key: guard_page(text) for key, text in rows.items() if taal == "nl" and guard_page(text)} == {}


def test_no_kind_of_help_and_no_sentence_of_the_method_obliges() -> None:
    """What the law says of a gate may name a duty; what is told as an option, an argument or a rule never does."""
    wrong = []
    for path in [*Path(INHOUD / "instrumenten").glob("*.yaml"), INHOUD / "keuzehulp" / "zinnen.yaml",
                 INHOUD / "keuzehulp" / "vragen.yaml", *Path(INHOUD / "vakkennis").glob("*.yaml")]:  # fmt: skip
        for where, text in words_of(yaml.safe_load(path.read_text(encoding="utf-8"))):
            asks = r"|\bu moet\b" if path.parent.name != "vakkennis" else ""  # craft says what a thing takes of you
            if re.search(rf"\bu bent verplicht\b|\bsanctie|\bkorting op uw|\bstraf|\bboete{asks}", text, re.I):
                wrong.append((path.name, where, text))
    assert wrong == []


def words_of(value: Any, where: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in words_of(item, f"{where}.{key}")]
    if isinstance(value, list):
        return [found for item in value for found in words_of(item, where)]
    return [(where, value)] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("taal", "text"),
    [
        ("nl", "U bent verplicht deze stap te doen."), ("nl", "U moet meedoen."), ("nl", "Anders volgt een sanctie."),
        ("nl", "Dit kan gevolgen voor uw uitkering hebben."), ("en", "You must take part."), ("en", "It is your duty."),
    ],
)  # fmt: skip
def test_the_guard_sees_an_obligation(taal: str, text: str) -> None:
    assert re.search(PLICHT[taal], ONTKEND.sub("", text), re.I)


@pytest.mark.django_db
def test_choosing_and_the_plan_send_nothing_and_the_question_later_is_the_only_notice(cast: Cast) -> None:
    for person in (cast.karim, cast.danielle):
        person.email = "iemand@example.org"
        person.save(update_fields=["email"])
    plan = make_plan(cast)
    same = {"door": cast.farida, "gemeente": cast.gemeente}
    step = AddStap(**same, plan=plan, wat="Cv zoeken", wie="Karim").run()
    FinishStap(**same, stap=step).run()
    RecordVoortgang(**same, plan=plan, koers="door", weer_op=clock.today() + timedelta(days=9)).run()
    make_plan(cast, cast.danielle, wie="nog_niet", optie="", eerste_stap="")
    assert not Kennisgeving.objects.exists()
    assert not Bericht.objects.exists()
    AskTerugblik(door=None, gemeente=cast.gemeente, plan=plan, maanden=3).run()
    assert [row.tekst_sleutel for row in Kennisgeving.objects.all()] == ["kennisgeving.terugblik"]
    for taal in ("nl", "en"):
        for key, text in texts(taal).items():
            if key.startswith("kennisgeving.terugblik") and not key.endswith("onderwerp"):
                assert re.search(r"hoeft niet|do not have to", text), (taal, key)


@pytest.mark.django_db
def test_a_step_that_was_not_done_has_no_follow_up(cast: Cast) -> None:
    """A day that passed changes nothing: no notice, no event, no mark but what people write themselves."""
    from opstap.kern.models import Gebeurtenis
    from opstap.project import dagwerk

    plan = make_plan(cast, stap_op=clock.today() + timedelta(days=5))
    before = Gebeurtenis.objects.count()
    with clock.at(clock.today() + timedelta(days=45)):
        dagwerk.every_day(None)
        dagwerk.every_minute()
        assert Gebeurtenis.objects.count() == before
        assert plan.stappen.get().klaar_op is None
        assert not Kennisgeving.objects.exists()
