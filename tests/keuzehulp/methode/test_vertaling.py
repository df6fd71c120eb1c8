"""Another language changes the words and nothing else; it is complete, or it is refused with file, line and what."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from opstap.kern.content import INHOUD, InhoudFout
from opstap.keuzehulp.methode.laden import catalogus as load
from opstap.keuzehulp.methode.laden import load_catalogus
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.woorden import amount, listing
from opstap.taal import teksten
from opstap.taal.woorden import vermijd_woorden
from tests.keuzehulp.methode.conftest import choose, profiles

MAPPEN = ("instrumenten", "onderzoek", "vakkennis", "keuzehulp")
OVERIG = {"herkomst", "titel", "vindplaats", "gelezen_in", "niet_nagekeken", "cijfer", "artikel", "waar", "bron"}
"""What only editors read, and sources: it stays as it is."""
LANGSTE_ZIN = 24
"""Words. A sentence that somebody with school English reads in one go; the longest is checked, not the average."""
Wijzig = Callable[[str, str, str], None]
NEDERLANDS = re.compile(
    r"\b(?:het|een|niet|voor|werkt?|mensen|uw|wij|zij|naar|hulp|geen|ook|meer|bijstand|uitkering|onderzoek)\b", re.I
)


def words_of(piece: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text a person reads in a piece of the catalogue, with where it stands. Codes and answers are no texts."""
    if is_dataclass(piece):
        for field in fields(piece):
            if field.name not in OVERIG | CODES:
                yield from words_of(getattr(piece, field.name), f"{path}.{field.name}")
    elif isinstance(piece, str):
        yield path, piece
    elif isinstance(piece, dict):
        for key, value in piece.items():
            yield from words_of(value, f"{path}.{key}")
    elif isinstance(piece, tuple):
        for number, value in enumerate(piece):
            yield from words_of(value, f"{path}.{number}")


CODES = {
    "id", "code", "rol", "categorie", "soort", "fasen", "past_bij", "botst_met", "alleen_op_eigen_wens", "als",
    "reden_telt_niet", "studie", "strekking", "kant", "team", "instrument", "richting", "zekerheid", "directheid",
    "taal", "jaar", "woorden",
}  # fmt: skip


def texts(catalogus: Catalogus) -> dict[str, str]:
    found = dict(words_of(catalogus))
    for code, vraag in catalogus.vragen.items():
        found |= {f"{code}.{answer}": vraag.in_words(answer) for answer in vraag.antwoorden}
    pairs = {f".tegenspraak.{number}.antwoorden" for number in range(len(catalogus.tegenspraak))}
    return {key: words for key, words in found.items() if not any(key.startswith(pair) for pair in pairs)}


@pytest.fixture(scope="module")
def english() -> Catalogus:
    return load("en")


def test_every_language_of_the_screens_has_the_whole_keuzehulp(catalogus: Catalogus) -> None:
    for taal in teksten.talen():
        other = load(taal)
        assert other.taal == taal
        assert texts(other).keys() == texts(catalogus).keys()
        assert all(texts(other).values())


def test_a_language_is_read_once_and_one_that_is_not_there_is_refused() -> None:
    assert load("en") is load("en")
    assert load() is load("nl")
    with pytest.raises(InhoudFout, match="een taal is compleet of er niet"):
        load("xx")


def test_no_text_was_left_in_dutch(catalogus: Catalogus, english: Catalogus) -> None:
    dutch = texts(catalogus)
    left = {key: words for key, words in texts(english).items() if NEDERLANDS.search(re.sub(r"\{\w+\}", "", words))}
    same = {key: words for key, words in texts(english).items() if words == dutch[key] and re.search(r"[a-z]", words)}
    names = {key for key in same if key.endswith((".bron_kort", "bron_vakkennis", ".land"))}
    assert left == {}
    assert {key: same[key] for key in same.keys() - names} == {}


def test_no_number_was_added_or_lost(catalogus: Catalogus, english: Catalogus) -> None:
    def numbers(words: str) -> Counter[str]:
        return Counter(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", words)))

    dutch = texts(catalogus)
    wrong = {key: words for key, words in texts(english).items() if numbers(words) != numbers(dutch[key])}
    assert wrong == {}


def test_links_figures_gates_and_days_are_those_of_the_dutch_files(catalogus: Catalogus, english: Catalogus) -> None:
    for key, one in catalogus.instrumenten.items():
        other = english.instrumenten[key]
        assert [(link.studie, link.strekking) for link in one.koppelingen] == [
            (link.studie, link.strekking) for link in other.koppelingen
        ]
        for name in ("rol", "categorie", "fasen", "past_bij", "botst_met", "alleen_op_eigen_wens", "herkomst"):
            assert getattr(one, name) == getattr(other, name)
        assert (one.poort is None) == (other.poort is None)
    for key, studie in catalogus.studies.items():
        other_studie = english.studies[key]
        names = ("titel", "vindplaats", "jaar", "zekerheid", "directheid", "nagekeken", "cijfer", "soort", "herkomst")
        assert all(getattr(studie, name) == getattr(other_studie, name) for name in names)
        rates, other_rates = studie.van_de_100, other_studie.van_de_100
        assert (rates and (rates.met, rates.zonder)) == (other_rates and (other_rates.met, other_rates.zonder))


def test_a_language_changes_no_option_no_order_and_no_class() -> None:
    for given, heavy in profiles(20261126, 60):
        here, there = (choose(given, weegt=heavy, taal=taal) for taal in ("nl", "en"))
        assert here.spoor == there.spoor
        for mine, other in zip((*here.opties, *here.ernaast), (*there.opties, *there.ernaast), strict=True):
            assert (mine.instrument, mine.zekerheid, mine.bijgewerkt_op) == (
                other.instrument, other.zekerheid, other.bijgewerkt_op
            )  # fmt: skip
            assert [(row.soort, row.bron) for row in (*mine.voor, *mine.tegen)] == [
                (row.soort, row.bron) for row in (*other.voor, *other.tegen)
            ]
        assert len(here.vragen) == len(there.vragen)


def test_the_outcome_in_english_holds_no_dutch_sentence() -> None:
    for given, heavy in profiles(7, 25):
        made = choose(given, weegt=heavy, taal="en")
        said = [made.uitleg, *made.vragen, *(row.anders_dan for row in made.wat_verandert_dit)]
        said += [row.reden for row in made.meer]
        for optie in (*made.opties, *made.ernaast, made.niets_extra):
            said += [optie.waarom_hier, optie.zekerheid_tekst, *optie.eerst_regelen, *optie.rijen.values()]
            said += [f"{row.tekst} {row.zekerheid_tekst}" for row in (*optie.voor, *optie.tegen)]
        assert [words for words in said if NEDERLANDS.search(words)] == []


def test_dates_lists_and_numbers_are_said_in_the_language() -> None:
    made = choose({"doel": "een beroep of diploma"}, taal="en", peildatum=date(2028, 1, 3))
    assert "November 2027" in " ".join(made.waarschuwingen)
    assert listing(["a", "b", "c"], "en") == "a, b and c"
    assert [amount(3), amount(3, "en"), amount(40, "en"), amount(3, "ti")] == ["drie", "three", "40", "3"]


def test_english_is_short_and_holds_no_word_to_avoid(english: Catalogus) -> None:
    for where, words in texts(english).items():
        assert vermijd_woorden(words, "en") == [], where
        assert not re.search(r"\b(?:client|customer|must not|failure|sanction|fraud)\w*", words, re.I), where
        assert "%" not in words, where
        for sentence in re.split(r"(?<=[.?!:]) ", words):
            assert len(sentence.split()) <= LANGSTE_ZIN, f"{where}: {sentence}"


def test_the_answers_are_read_in_english_and_kept_in_dutch(english: Catalogus) -> None:
    vraag = english.vragen["opvang"]
    assert list(vraag.antwoorden) == ["niet nodig", "geregeld", "nog regelen"]
    assert vraag.in_words("nog regelen") == "still to arrange"
    made = choose({"opvang": "nog regelen", "doel": "een beroep of diploma"}, taal="en")
    assert "Arrange childcare or other care for the hours that you are away" in made.opties[0].eerst_regelen


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("inhoud")
    for name in MAPPEN:
        shutil.copytree(INHOUD / name, root / name)
    return root


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("instrumenten/en/ips.yaml", "naam: Looking", "name: Looking", "sleutel naam ontbreekt"),
        ("instrumenten/en/ips.yaml", "naam: Looking", "prijs: '3'\nnaam: Looking", "sleutel prijs ken ik niet"),
        ("instrumenten/en/ips.yaml", "  duur: Up to 3 years\n", "", "sleutel duur ontbreekt"),
        ("instrumenten/en/ips.yaml", "  duur: Up to 3 years", "  duur: ''", "duur is leeg"),
        ("instrumenten/en/ips.yaml", "- You want to work.\n", "", "in het Nederlands 3"),
        ("instrumenten/en/ips.yaml", "  Frederick2019:", "  Fadyl2020:", "Frederick2019 ontbreekt"),
        ("instrumenten/en/ips.yaml", "    voor: With IPS people", "    anders: With IPS people", "voor ontbreekt"),
        ("instrumenten/en/jobcoach.yaml", "  eerst_nagaan:", "  nagaan:", "eerst_nagaan ontbreekt"),
        ("instrumenten/en/duaal.yaml", "onderzoek:", "poort: {}\nonderzoek:", "sleutel poort ken ik niet"),
        ("instrumenten/en/ips.yaml", "vertaald_van: 2026-11-26", "vertaald_van: 2026-11-01", "werk de vertaling bij"),
        ("instrumenten/ips.yaml", "bijgewerkt_op: 2026-11-26", "bijgewerkt_op: 2026-12-01", "werk de vertaling bij"),
        ("instrumenten/en/ips.yaml", "eigenaar: Redactie Opstap", "eigenaar: ''", "eigenaar is leeg"),
        ("instrumenten/en/ips.yaml", "herzien_voor: 2027-11-22", "herzien_voor: 2026-11-01", "herzien_voor"),
        ("onderzoek/en/Liu2014.yaml", "land:", "plaats:", "sleutel land ontbreekt"),
        ("onderzoek/en/SCION2014.yaml", "kort: In the", "kort: Of 100 in the", "noemt een getal"),
        ("onderzoek/en/SCION2014.yaml", "termijn: not", "termijn: after 30 months, not", "noemt een getal"),
        ("onderzoek/en/Smedslund2006.yaml", "  groep_met: with help\n", "", "groep_met ontbreekt"),
        ("onderzoek/en/Smedslund2006.yaml", "  groep_met:", "  met: 99\n  groep_met:", "sleutel met ken ik niet"),
        ("vakkennis/en/redactie-opstap.yaml", "  ips-voor-1:", "  ips-voor-9:", "ips-voor-1 ontbreekt"),
        ("keuzehulp/en/zinnen.yaml", "“{zin}”", "“…”", "vult andere plekken in dan het Nederlands: zin"),
        ("keuzehulp/en/zinnen.yaml", "  aanbod_vol: Full now.\n", "", "aanbod_vol ontbreekt"),
        ("keuzehulp/en/vragen.yaml", '"nog regelen": {', '"regelen": {', "nog regelen ontbreekt"),
        ("keuzehulp/en/vragen.yaml", 'antwoord: "still to arrange", ', "", "antwoord ontbreekt"),
        ("keuzehulp/en/tegenspraak.yaml", "  - You said that there are no worries, and you named something else. "
         "How is it?\n", "", "in het Nederlands 15"),
        ("keuzehulp/en/fasen.yaml", "  rust:", "  kalm:", "rust ontbreekt"),
        ("keuzehulp/en/eerst-regelen.yaml", "  reizen:", "  reis:", "reizen ontbreekt"),
    ],
)  # fmt: skip
def test_a_translation_that_is_not_whole_is_refused(whole: Path, file: str, old: str, new: str, words: str) -> None:
    path = whole / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    try:
        with pytest.raises(InhoudFout) as caught:
            load_catalogus(whole, "en")
    finally:
        path.write_text(before, encoding="utf-8")
    assert words in str(caught.value)
    assert re.search(rf"{path.name}:\d+:", str(caught.value))


def test_a_file_too_many_or_too_few_is_named(whole: Path) -> None:
    place = whole / "onderzoek" / "en"
    (place / "Liu2014.yaml").rename(place / "Liu2013.yaml")
    try:
        with pytest.raises(InhoudFout, match=r"Liu2014\.yaml.*deze vertaling ontbreekt"):
            load_catalogus(whole, "en")
        shutil.copy(place / "Liu2013.yaml", place / "Liu2014.yaml")
        with pytest.raises(InhoudFout, match=r"Liu2013\.yaml.*er in het Nederlands niet is"):
            load_catalogus(whole, "en")
    finally:
        (place / "Liu2013.yaml").unlink(missing_ok=True)
        shutil.copy(INHOUD / "onderzoek" / "en" / "Liu2014.yaml", place / "Liu2014.yaml")


def test_dutch_loads_without_any_other_language(whole: Path, tmp_path: Path) -> None:
    for name in MAPPEN:
        shutil.copytree(whole / name, tmp_path / name, ignore=shutil.ignore_patterns("en"))
    assert len(load_catalogus(tmp_path).instrumenten) == 40
