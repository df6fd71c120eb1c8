"""Kinds: named by their words, and unknown when that is the honest answer."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from bench.stapel.huishouden import Huishouden
from bench.stapel.papier import maak
from opstap.kern.content import InhoudFout
from opstap.lezen.soort import SOORTEN, keuze, kies
from opstap.lezen.soort import model as soortmodel
from opstap.lezen.soort.regels import gewoon, lees_regels, punten
from opstap.lezen.velden.schema import schema
from opstap.lezen.woorden import lees_hier


def test_every_kind_of_the_contract_has_its_words() -> None:
    assert {rules.soort for rules in lees_regels()} == set(SOORTEN)


def test_every_kind_that_bears_fields_is_a_kind() -> None:
    assert set(schema()) <= set(SOORTEN)
    assert not {"medische_brief", "niet_relevant"} & set(schema())


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_paper_of_each_kind_is_named(soort: str) -> None:
    rng = random.Random(soort)
    paper = maak(soort, "proef", Huishouden(rng), rng)
    assert kies(lees_hier(paper.pdf, "pdf")[0].tekst).soort == soort


@pytest.mark.parametrize(
    ("soort", "text"),
    [
        ("bankafschrift", "Statement\nAccount: NL39 RABO 0300 0652 64\nOpening balance 412.77\nClosing balance 90.10"),
        ("bankafschrift", "EUR Statement\nAccount transactions from 1 September 2026\nDate Money out Money in Balance"),
        ("loonstrook", "Payslip September 2026\nEmployer Bright Logistics BV\nGross salary 1,800.00\nNet pay 1,600.00"),
        ("arbeidsovereenkomst", "EMPLOYMENT AGREEMENT\nThe undersigned: Bright BV, employer, and S. Bakker, employee"),
        ("huurcontract", "RENTAL AGREEMENT\nLessor: J. Smit\nLessee: S. Bakker\nThe rent is 700 per month. Deposit"),
    ],
)
def test_a_paper_in_english_is_named(soort: str, text: str) -> None:
    assert kies(text).soort == soort


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hallo",
        "12 34 56",
        "Beste buurman, mag ik morgen uw ladder lenen? Groet, Piet",
        "lorem ipsum dolor sit amet " * 20,
    ],
)
def test_what_is_not_clear_is_unknown(text: str) -> None:
    assert kies(text).soort == "onbekend"


def test_words_are_known_without_accents_and_across_line_ends() -> None:
    assert gewoon("Beëindiging\n dienstverbànd") == "beeindiging dienstverband"
    assert punten("Beëindiging\ndienstverband")["beeindiging_dienstverband"] >= 4


def test_without_the_learned_model_the_rules_still_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opstap.lezen.soort.keuze.kansen", lambda text: {})
    assert keuze._kies.__wrapped__("Salarisspecificatie\nLoonheffing\nNetto uit te betalen").soort == "loonstrook"


def test_the_weights_are_small_and_know_every_kind() -> None:
    assert soortmodel.BESTAND.stat().st_size < 1_000_000
    shares = soortmodel.kansen("huurovereenkomst huurder verhuurder gehuurde waarborgsom")
    assert set(shares) == set(SOORTEN)
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=lambda soort: shares[soort]) == "huurcontract"


def test_an_empty_text_has_no_features() -> None:
    assert np.all(soortmodel.kenmerken("") == 0)


def test_a_wrong_content_file_names_its_line(tmp_path: Path) -> None:
    wrong = tmp_path / "soorten.yaml"
    wrong.write_text(
        "eigenaar: x\nbijgewerkt_op: 2026-01-01\nherzien_voor: 2027-01-01\nsoorten:\n  nota:\n    titel: [factuur]\n    woorden: [3]\n"  # noqa: E501
    )
    with pytest.raises(InhoudFout, match=":6:"):
        lees_regels(wrong)
