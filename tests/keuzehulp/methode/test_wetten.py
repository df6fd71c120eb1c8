"""Laws of the method, over random answers: what may never change, and what a trace must be able to do."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from typing import Any

import pytest

from opstap.kern.commands import InvoerFout
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.spoor import Spoor
from opstap.keuzehulp.methode.uitkomst import Uitkomst
from opstap.keuzehulp.methode.volgorde import ERNAAST, HOOFDSTAPPEN
from tests.keuzehulp.methode.conftest import beside, choose, places, profiles

ZAAD = 20261122
GENOEG = 150


def everything(uitkomst: Uitkomst) -> set[str]:
    return {*places(uitkomst), *beside(uitkomst), *(row.instrument for row in uitkomst.meer), "nog-niets"}


def test_no_kind_of_help_ever_disappears(catalogus: Catalogus) -> None:
    for number, (given, heavy) in enumerate(profiles(ZAAD, GENOEG)):
        found = choose(given, f"zaak-{number}", weegt=heavy)
        rows = [*places(found), *beside(found), *(row.instrument for row in found.meer)]
        assert sorted([*rows, "nog-niets"]) == sorted(catalogus.instrumenten)
        assert all(row.reden for row in found.meer)


def test_three_or_four_steps_and_at_most_three_beside_one_of_each_category() -> None:
    for number, (given, heavy) in enumerate(profiles(ZAAD + 1, GENOEG)):
        found = choose(given, f"zaak-{number}", weegt=heavy)
        for row, most in ((found.opties, HOOFDSTAPPEN), (found.ernaast, ERNAAST)):
            categories = [optie.categorie for optie in row]
            assert len(categories) == len(set(categories)) <= most
        assert len(found.opties) >= 3


def test_every_column_has_both_sides_and_the_same_rows(catalogus: Catalogus) -> None:
    for number, (given, heavy) in enumerate(profiles(ZAAD + 2, GENOEG)):
        found = choose(given, f"zaak-{number}", weegt=heavy)
        columns = [*found.opties, *found.ernaast, found.niets_extra]
        assert len({tuple(optie.rijen) for optie in columns}) == 1
        for optie in columns:
            assert optie.voor
            assert optie.tegen
            assert all(argument.bron and argument.tekst for argument in (*optie.voor, *optie.tegen))


def test_a_practical_fact_never_removes_anything_and_only_adds_things_to_arrange(catalogus: Catalogus) -> None:
    practical = [vraag for vraag in catalogus.vragen.values() if vraag.soort == "praktisch"]
    draw = random.Random(ZAAD + 3)
    for number, (given, heavy) in enumerate(profiles(ZAAD + 3, GENOEG)):
        vraag = draw.choice(practical)
        without = {code: answer for code, answer in given.items() if code != vraag.code}
        before = choose(without, f"zaak-{number}", weegt=heavy)
        after = choose({**without, vraag.code: draw.choice(list(vraag.antwoorden))}, f"zaak-{number}", weegt=heavy)
        assert everything(after) == everything(before)
        for key, spoor in after.spoor.items():
            assert set(before.spoor[key].eerst) <= set(spoor.eerst)
            assert before.spoor[key].botst == spoor.botst
            assert before.spoor[key].aantal_redenen <= spoor.aantal_redenen


def test_a_practical_fact_that_argues_for_nothing_leaves_the_reasons_of_everyone_alone() -> None:
    base = {"doel": "zo snel mogelijk betaald werk", "werktempo": "ja"}
    plain, hard = choose(base), choose({**base, "opvang": "geregeld"})
    assert places(plain) == places(hard)


@pytest.mark.parametrize("share", [0.9, 0.6, 0.2])
def test_an_answer_that_argues_for_an_option_never_lowers_it(catalogus: Catalogus, share: float) -> None:
    tried = 0
    for number, (given, heavy) in enumerate(profiles(ZAAD + 4, 60, share)):
        before = choose(given, f"zaak-{number}", weegt=heavy)
        for row in (places, beside):
            for place, key in enumerate(row(before)):
                for code, answer in arguing(catalogus, key, given):
                    tried += 1
                    now = row(choose({**given, code: answer}, f"zaak-{number}", weegt=heavy))
                    assert key in now, (given, code, answer)
                    assert now.index(key) <= place, (given, code, answer)
    assert tried > 100


def arguing(catalogus: Catalogus, key: str, given: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Answers to open questions, or one more answer where more are allowed, that argue for this kind of help."""
    found: list[tuple[str, Any]] = []
    for code, answers in catalogus.instrumenten[key].past_bij.items():
        for answer in answers:
            if code not in given:
                found.append((code, answer))
            elif catalogus.vragen[code].meer_antwoorden and answer not in given[code]:
                found.append((code, [*given[code], answer]))
    return found


def test_what_weighs_most_never_lowers_what_it_argues_for(catalogus: Catalogus) -> None:
    for number, (given, _) in enumerate(profiles(ZAAD + 5, 120)):
        for heavy in given.get("belangrijk", []):
            before = choose(given, f"zaak-{number}")
            after = choose(given, f"zaak-{number}", weegt=[heavy])
            for row in (places, beside):
                for place, key in enumerate(row(before)):
                    if heavy in catalogus.instrumenten[key].past_bij.get("belangrijk", ()):
                        assert row(after).index(key) <= place


def test_what_weighs_most_changes_the_order() -> None:
    base = {"doel": "een beroep of diploma", "belangrijk": ["rustig opbouwen", "snel loon"]}
    assert places(choose(base, weegt=["rustig opbouwen"])) != places(choose(base, weegt=["snel loon"]))


def test_an_option_that_fits_stands_before_one_that_does_not() -> None:
    for number, (given, heavy) in enumerate(profiles(ZAAD + 6, GENOEG)):
        counts = [optie.spoor.aantal_redenen for optie in choose(given, f"zaak-{number}", weegt=heavy).opties]
        assert counts == sorted(counts, reverse=True)


def test_the_trace_recomputes_the_order() -> None:
    for number, (given, heavy) in enumerate(profiles(ZAAD + 7, GENOEG)):
        found = choose(given, f"zaak-{number}", weegt=heavy).as_json()
        traces = json.loads(json.dumps(found["spoor"]))
        for name, rol, most in (("opties", "hoofdstap", 4), ("ernaast", "ernaast", 3)):
            assert recomputed(traces, rol, most) == [optie["instrument"] for optie in found[name]]


def recomputed(traces: list[dict[str, Any]], rol: str, most: int) -> list[str]:
    """The order, worked out again from nothing but the printed trace."""

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        reasons = sum({"dubbel": 2, "gewoon": 1}[reason["telt"]] for reason in row["redenen"])
        reserve = row["achter_poort"] or bool(row["botst"])
        return (-reasons, reserve, row["zekerheid"], len(row["eerst_regelen"]), row["lot"])

    shown: list[str] = []
    taken: set[str] = set()
    for row in sorted((row for row in traces if row["rol"] == rol), key=key):
        if row["mag_hier_staan"] and row["categorie"] not in taken and len(shown) < most:
            taken.add(row["categorie"])
            shown.append(row["instrument"])
    return shown


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("geslacht", "vrouw"),
        ("leeftijd", 61),
        ("geboortedatum", "1970-01-01"),
        ("herkomst", "Syrië"),
        ("nationaliteit", "NL"),
        ("postcode", "1234AB"),
        ("godsdienst", "geen"),
        ("gezinssamenstelling", "alleen"),
        ("diagnose", "x"),
        ("motivatiescore", 7),
        ("fraude", True),
        ("taalniveau", "A1"),
        ("lievelingskleur", "groen"),
    ],
)
def test_nothing_outside_the_questions_gets_in(key: str, value: object) -> None:
    with pytest.raises(InvoerFout, match="neemt dat niet mee"):
        choose({"doel": "een beroep of diploma", key: value})


def test_the_name_of_the_conversation_only_draws_the_lot() -> None:
    for given, heavy in profiles(ZAAD + 8, 60):
        first, second = choose(given, "a", weegt=heavy), choose(given, "b", weegt=heavy)
        for key, spoor in first.spoor.items():
            other = second.spoor[key]
            assert (spoor.redenen, spoor.klasse, spoor.eerst, spoor.is_open) == (
                other.redenen,
                other.klasse,
                other.eerst,
                other.is_open,
            )


def test_the_same_conversation_gives_the_same_options_whatever_the_order_of_the_keys() -> None:
    for given, heavy in profiles(ZAAD + 9, 60):
        turned = dict(reversed(list(given.items())))
        assert choose(given, weegt=heavy).as_json() == choose(turned, weegt=list(reversed(heavy))).as_json()


def test_the_lot_spreads_equals_over_conversations() -> None:
    firsts = {places(choose({}, f"zaak-{number}"))[0] for number in range(40)}
    assert len(firsts) > 1


def test_gated_help_needs_its_gate_and_an_own_reason(catalogus: Catalogus) -> None:
    seen = set()
    for number, (given, heavy) in enumerate(profiles(ZAAD + 10, 400)):
        found = choose(given, f"zaak-{number}", weegt=heavy)
        for optie in (*found.opties, *found.ernaast):
            poort = catalogus.instrumenten[optie.instrument].poort
            if poort is None:
                continue
            seen.add(optie.instrument)
            assert any(poort.eerst_nagaan in thing for thing in optie.eerst_regelen)
            questions = {code for code, _ in optie.spoor.redenen}
            assert questions
            if poort.eigen_reden_naast_doel:
                assert questions - set(poort.reden_telt_niet)
    assert seen == {"proefplaatsing", "loonkostensubsidie", "jobcoach", "beschut", "eigen-regie", "ondernemen"}


def test_nothing_extra_stands_alone_and_the_route_of_the_law_is_only_named() -> None:
    for given, heavy in profiles(ZAAD + 11, 60):
        found = choose(given, weegt=heavy)
        assert found.niets_extra.instrument == "nog-niets"
        assert "nog-niets" not in {*places(found), *beside(found), *(row.instrument for row in found.meer)}
        assert [row.waarom for row in found.meer if row.instrument == "jongeren-pakket"] == ["route"]


def test_what_would_this_change_tells_the_truth() -> None:
    for number, (given, heavy) in enumerate(profiles(ZAAD + 12, 40)):
        found = choose(given, f"zaak-{number}", weegt=heavy)
        for row in found.wat_verandert_dit:
            left = {code: answer for code, answer in given.items() if code != row.vraag}
            more = [answer for answer in _many(given[row.vraag]) if answer != row.antwoord]
            other = choose({**left, row.vraag: more or None} if more else left, f"zaak-{number}",
                           weegt=[answer for answer in heavy if answer != row.antwoord])  # fmt: skip
            shown, now = {*places(other), *beside(other)}, {*places(found), *beside(found)}
            assert set(row.eraf) == now - shown
            assert set(row.erbij) == shown - now
            if row.erbij or row.eraf:
                continue
            steps, support = places(other) != places(found), beside(other) != beside(found)
            words = {
                (False, False): "bleven de keuzes dezelfde.",
                (True, False): "stonden dezelfde keuzes er in een andere volgorde.",
                (False, True): "De hulp ernaast stond in een andere volgorde.",
                (True, True): "in een andere volgorde. De hulp ernaast ook.",
            }
            assert row.anders_dan.endswith(words[(steps, support)])
            assert row.verandert == (steps or support)


def _many(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def test_the_outcome_holds_no_number_about_a_person() -> None:
    def numbers(value: Any) -> list[object]:
        if isinstance(value, dict):
            return [found for item in value.values() for found in numbers(item)]
        if isinstance(value, list):
            return [found for item in value for found in numbers(item)]
        return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []

    for given, heavy in profiles(ZAAD + 13, 40):
        assert numbers(choose(given, weegt=heavy).as_json()) == []


def test_the_key_of_a_trace_is_the_rule_that_is_told(catalogus: Catalogus) -> None:
    spoor: Spoor = choose({"doel": "een beroep of diploma", "belangrijk": ["leren"]}).spoor["leerwerk"]
    assert spoor.key == (-3, False, "A", 0, spoor.lot)
