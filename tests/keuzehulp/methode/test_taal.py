"""Every text a person can read passes the language guard: B1, no words to avoid, no threats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from opstap.dossier.vereisten import load_vereisten
from opstap.keuzehulp.methode.laden import catalogus as load
from opstap.keuzehulp.methode.model import Catalogus, Instrument, Studie
from opstap.taal.leestekst import parse
from opstap.taal.niveau import niveau
from opstap.taal.regels import find
from opstap.taal.zinnen import split

NAMEN = {"IPS"}
"""Names that look like abbreviations and are explained where they stand."""
GEWOON = {"behandelaar", "certificaat"}
"""Words the guard finds hard, but that stand in the questions themselves or on the paper one gets."""
B1 = ("A1", "A2", "B1")
TELT_ZWAAR = {"vermijd_woord", "lange_zin", "dreigend", "dubbele_ontkenning", "naamwoordstijl", "afkorting"}


def of_instrument(one: Instrument) -> Iterator[str]:
    yield from (one.naam, one.wie_levert, *one.rijen.values(), *one.voorwaarden, *one.liever_niet)
    yield from (thing.tekst for thing in one.eerst_regelen)
    yield from (words for link in one.koppelingen for words in (link.voor, link.tegen) if words)
    if one.poort:
        yield from (one.poort.wettelijk, one.poort.eerst_nagaan)


def of_studie(one: Studie) -> Iterator[str]:
    yield from (one.kort, one.gewone_woorden, one.zekerheid_omdat, one.betaald_door, one.opzet)
    yield from (one.mensen, one.land, one.uitkomst, one.termijn, *one.beter_voor, *one.minder_voor)
    if one.van_de_100:
        yield from (one.van_de_100.groep_met, one.van_de_100.groep_zonder, one.van_de_100.uitkomst)
        yield from (one.van_de_100.termijn, one.van_de_100.marge)


def all_texts(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    for one in catalogus.instrumenten.values():
        yield from ((one.id, words) for words in of_instrument(one))
    for studie in catalogus.studies.values():
        yield from ((studie.id, words) for words in of_studie(studie))
    for lines in catalogus.vakkennis.values():
        yield from ((line.id, line.tekst) for line in lines)
    yield from (("tegenspraak", entry.vraag) for entry in catalogus.tegenspraak)
    yield from (("niet-gebruiken", entry.tekst) for entry in catalogus.niet_gebruiken)
    yield from (catalogus.zinnen.items())
    for vraag in catalogus.vragen.values():
        yield from ((vraag.code, words) for words in (vraag.vraag, *vraag.antwoorden, *vraag.antwoorden.values()))
    yield from ((fase.code, f"{fase.naam}. {fase.uitleg}") for fase in catalogus.fasen.values())


def test_no_text_holds_a_word_to_avoid_a_threat_or_a_long_sentence(catalogus: Catalogus) -> None:
    faults = [
        (where, row.regel, row.tekst)
        for where, words in all_texts(catalogus)
        for row in find(parse(words, None))
        if row.regel in TELT_ZWAAR and row.tekst not in NAMEN
    ]
    assert faults == []


def test_hard_words_stay_rare(catalogus: Catalogus) -> None:
    texts = list(all_texts(catalogus))
    hard = [
        row.tekst.lower()
        for _, words in texts
        for row in find(parse(words, None))
        if row.regel == "moeilijk_woord" and row.tekst.lower() not in GEWOON
    ]
    assert len(hard) < len(texts) / 50, hard


def level(texts: Iterable[str]) -> str:
    whole = " ".join(words if words.endswith((".", "?", "!")) else f"{words}." for words in texts)
    return str(niveau(split(parse(whole, None).tekst)).as_json()["label"])


def test_the_catalogue_as_a_whole_reads_at_b1(catalogus: Catalogus) -> None:
    assert level(words for _, words in all_texts(catalogus)) in B1


def test_every_kind_of_help_and_every_study_reads_at_b1_by_itself(catalogus: Catalogus) -> None:
    hard = [one.id for one in catalogus.instrumenten.values() if level(of_instrument(one)) not in B1]
    hard += [one.id for one in catalogus.studies.values() if level([one.gewone_woorden]) not in B1]
    assert hard == []


def test_what_is_said_about_each_paper_reads_at_b1_and_holds_nothing_to_avoid() -> None:
    for one in load_vereisten().vereisten.values():
        words = [one.label["nl"], one.waarom["nl"], one.waar["nl"], one.omdat["nl"]]
        assert level(words) in B1, one.id
        found = [row.tekst for text in words for row in find(parse(text, None)) if row.regel in TELT_ZWAAR]
        assert found == [], one.id


DEEL = {
    "nl": r"de helft van|een (?:kwart|derde|vierde|vijfde)\b|(?:op|van) de (?:drie|vier|vijf|tien)\b|"
    r"(?:twee|drie) ?(?:derde|kwart)|verdubbel|procent",
    "en": r"\bhalf of the|\ba (?:half|quarter|third|fourth|fifth)\b|(?:two|three) (?:thirds|quarters)|twice|double|"
    r"\b(?:out of|one in|two in) (?:three|four|five|ten)\b|(?:two|three|four) of the (?:three|four|five)|per ?cent",
}
"""Ways to tell a rate in words. Of one group alone it tells nothing: not how it went without the help."""


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_no_text_about_help_tells_the_rate_of_one_group_in_words(taal: str) -> None:
    known = load(taal)
    told = [(one.id, words) for one in known.studies.values() for words in (one.kort, one.gewone_woorden)]
    told += [
        (one.id, words)
        for one in known.instrumenten.values()
        for link in one.koppelingen
        for words in (link.voor, link.tegen)
        if words
    ]
    told += [(line.id, line.tekst) for lines in known.vakkennis.values() for line in lines]
    assert [(where, words) for where, words in told if re.search(DEEL[taal], words, re.I)] == []


def test_no_option_text_gives_a_relative_risk_alone(catalogus: Catalogus) -> None:
    for where, words in all_texts(catalogus):
        assert "keer zo" not in words, where
        assert "%" not in words, where
