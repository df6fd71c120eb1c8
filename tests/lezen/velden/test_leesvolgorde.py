"""Text in two columns is read one column after the other; a table, a side note and a letterhead stay as they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from opstap.lezen.model import Woord
from opstap.lezen.velden import begrijp
from opstap.lezen.velden.leesvolgorde import leesvolgorde
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import pdf

LINKS = [
    "1. De oproepkracht treedt met ingang van 16 februari", "2026 voor de duur van 12 maanden in dienst als",
    "bezorger. De overeenkomst eindigt zonder dat", "opzegging nodig is op 15 februari 2027. Partijen",
    "kunnen niet eerder opzeggen dan zes weken na", "het begin van deze overeenkomst in dienst.",
]  # fmt: skip
RECHTS = [
    "3. Het brutoloon is € 15,05 per gewerkt uur, te", "verhogen met 8% vakantietoeslag die elke maand",
    "wordt uitbetaald door de werkgever aan hem.", "4. Bij ziekte meldt de oproepkracht zich voor 08.00",
    "uur bij de planner van deze dag en week.", "5. Een geschil gaat naar de kantonrechter daar.",
]  # fmt: skip


def test_a_contract_in_two_columns_is_read_column_by_column() -> None:
    placed = [(50.0, 60.0, "OPROEPOVEREENKOMST"), (50.0, 80.0, "Werkgever: Snelkoerier B.V.")]
    for number, (left, right) in enumerate(zip(LINKS, RECHTS, strict=True)):
        placed += [(50, 120 + 14 * number, left), (320, 120 + 14 * number, right)]
    (document,) = begrijp(lees_hier(pdf(placed, corps=10), "pdf"), "contract.pdf")
    found = {name: field.waarde for name, field in document.velden.items()}
    assert found["ingangsdatum"] == "2026-02-16"
    assert found["einddatum"] == "2027-02-15"


def _lijnen(rows: list[tuple[str, str]]) -> list[list[Woord]]:
    lines = []
    for number, (left, right) in enumerate(rows):
        words = []
        for start, text in ((0.08, left), (0.55, right)):
            words += [
                Woord(
                    part,
                    (start + 0.06 * at, 0.02 * number, start + 0.06 * at + 0.05, 0.02 * number + 0.01),
                    0.9,
                    number,
                )
                for at, part in enumerate(text.split())
            ]
        lines.append(words)
    return lines


def test_a_table_of_labels_and_values_keeps_its_rows() -> None:
    lines = _lijnen([("Kale huur per maand", "€ 607,34"), ("Service kosten", "€ 9,50")] * 5)
    assert leesvolgorde(lines) == lines


def test_a_note_beside_the_text_keeps_its_place() -> None:
    lines = _lijnen([("U krijgt vanaf september een andere uitkering", "Datum 7")] * 6)
    assert leesvolgorde(lines) == lines


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["een twee drie vier vijf", "kort", ""]),
            st.sampled_from(["zes zeven acht negen tien", "5,00", ""]),
        ),
        max_size=14,
    )
)
def test_no_word_is_lost_or_doubled(rows: list[tuple[str, str]]) -> None:
    lines = _lijnen(rows)
    words = sorted(id(word) for line in lines for word in line)
    assert sorted(id(word) for line in leesvolgorde(lines) for word in line) == words
