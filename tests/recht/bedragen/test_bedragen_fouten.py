"""A slip in a file of amounts is one clear error with file, line and what was expected."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from opstap.kern.content import InhoudFout
from opstap.recht.regels import aow, bedragen, verbanden

NIEUW = date(2027, 1, 1)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The amounts of 2026 with an invented file for January 2027."""
    for name in ("sleutels.yaml", "aow.yaml", "2026-01-01.yaml", "2026-07-01.yaml"):
        shutil.copy(bedragen.MAP / name, tmp_path / name)
    text = (tmp_path / "2026-01-01.yaml").read_text(encoding="utf-8")
    (tmp_path / "2027-01-01.yaml").write_text(
        text.replace("peildatum: 2026-01-01", "peildatum: 2027-01-01"), encoding="utf-8"
    )
    return tmp_path


def change(map_: Path, old: str, new: str, name: str = "2027-01-01.yaml") -> None:
    path = map_ / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_invented_date_works_when_nothing_is_wrong(map_):
    change(map_, "waarde: 8000.00", "waarde: 8100.00")
    change(map_, "waarde: 16000.00", "waarde: 16200.00")
    known = bedragen.load(date(2027, 3, 1), map_)
    assert known.peildatum == NIEUW
    assert known["vermogen.grens.alleenstaand"].cents == 810_000
    assert bedragen.load(date(2026, 12, 31), map_)["vermogen.grens.alleenstaand"].cents == 800_000
    assert bedragen.dates(map_)[-1] == NIEUW
    assert bedragen.verify(map_) > 100


SLIPS = [
    ("sleutel: norm.21.a,", "sleutel: norm.21.z,", "de sleutel norm.21.z staat niet in sleutels.yaml"),
    ("sleutel: norm.21.b,", "sleutel: norm.21.a,", "norm.21.a staat er twee keer in"),
    ("waarde: 1401.50, ", "", "sleutel waarde ontbreekt"),
    ("waarde: 1401.50", "waarde: 1401.5", "heeft niet de vorm 1401.50"),
    ("waarde: 1401.50", "waarde: 1401", "waarde heeft de verkeerde vorm"),
    ("waarde: 1401.50", "waarde: 1.4015e3", "heeft niet de vorm 1401.50"),
    ("waarde: 1401.50", 'waarde: "1401,50"', "heeft niet de vorm 1401.50"),
    ("waarde: 1401.50", "waarde: -1401.50", "heeft niet de vorm 1401.50"),
    ("waarde: 1401.50", "waarde: 0x10", "waarde heeft de verkeerde vorm"),
    ("waarde: 1401.50", "waarde: .inf", "heeft niet de vorm 1401.50"),
    ("waarde: 1401.50", "waarde: 1402.52", "verwacht 1401.49, gevonden 1402.52"),
    ("excl: 1331.43", "excl: 1331.45", "norm.21.a excl klopt niet met zonder 5 % vakantietoeslag"),
    ("excl: 1331.43", "excl: 5 %", "norm.21.a excl"),
    ("waarde: 691.98", "waarde: 691.99", "norm.20.1.b klopt niet met 2 × 20.1.a: verwacht 691.98, gevonden 691.99"),
    ("waarde: 1347.06", "waarde: 1347.07", "21.b / 2 + 20.1.a: verwacht 1347.06, gevonden 1347.07"),
    ("waarde: 1001.07", "waarde: 1001.06", "(40 % + 2 × 30 %) / 2 × 21.b"),
    ("waarde: 16000.00", "waarde: 16000.01", "2 × alleenstaande: verwacht 16000.00, gevonden 16000.01"),
    ("waarde: 53.00", "waarde: 53.01", "pensioen.33_5.gehuwd"),
    ("waarde: 95.00 %", "waarde: 95.00", "heeft niet de vorm 15.00 %"),
    ("waarde: 27 jaar", "waarde: 27", "waarde heeft de verkeerde vorm"),
    ("waarde: 27 jaar", "waarde: zevenentwintig jaar", "heeft niet de vorm 30 maanden"),
    ("staat: gelezen, ritme: januari_juli", "staat: zeker, ritme: januari_juli", "staat is een van gelezen, berekend"),
    ("ritme: januari_juli", "ritme: januari", "ritme is januari_juli (sleutels.yaml), hier staat januari"),
    ("bron: wet}", "bron: krant}", "de bron krant staat niet onder bronnen"),
    (", bron: wet}", "}", "sleutel bron ontbreekt"),
    ("artikel: art. 21 onder a Pw, ", "", "sleutel artikel ontbreekt"),
    ("staat: gelezen, ritme: januari_juli", "staat: gelezen, kleur: x, ritme: januari_juli", "kleur ken ik niet"),
    ("peildatum: 2027-01-01", "peildatum: 2027-02-01", "2027-02-01 is niet de datum in de naam"),
    ("peildatum: 2027-01-01", "peildatum: morgen", "peildatum heeft de verkeerde vorm"),
    ("excl_staat: onbevestigd", "excl_staat: misschien", "excl_staat is bevestigd of onbevestigd"),
    ("eigenaar: team recht\n", "", "sleutel eigenaar ontbreekt"),
    ("rijen:\n", "ontbreekt: [norm.99]\nrijen:\n", "norm.99 is geen bekende sleutel"),
    ("rijen:\n", "ontbreekt: [norm.21.a]\nrijen:\n", "norm.21.a is geen bekende sleutel of staat er wel in"),
    ("rijen:\n", "ontbreekt: 5\nrijen:\n", "ontbreekt hoort een lijst"),
    ("rijen:\n", "ontbreekt: [[a]]\nrijen:\n", "is geen bekende sleutel"),
    ("excl: 1331.43", "opmerking: 5, excl: 1331.43", "opmerking hoort tekst te zijn"),
    ("rijen:\n", "rijen:\n- 5\n", "blok met sleutels"),
    ("rijen:\n", "rijen:\n- {sleutel: [\n", "geen goede YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "part"), SLIPS)
def test_a_slip_names_file_line_and_fault(map_, old, new, part):
    change(map_, old, new)
    with pytest.raises(InhoudFout) as error:
        bedragen.load(NIEUW, map_)
    text = str(error.value)
    assert part in text
    assert "2027-01-01.yaml:" in text


def test_an_empty_list_of_what_is_missing_is_fine(map_):
    change(map_, "rijen:\n", "ontbreekt:\nrijen:\n")
    assert bedragen.load(NIEUW, map_).ontbreekt == frozenset()


def test_the_line_is_the_line_of_the_row(map_):
    change(map_, "waarde: 691.98", "waarde: 691.99")
    lines = (map_ / "2027-01-01.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "norm.20.1.b" in text)
    with pytest.raises(InhoudFout, match=f"2027-01-01.yaml:{line}: norm.20.1.b"):
        bedragen.load(NIEUW, map_)


def test_a_forgotten_row_is_missed(map_):
    lines = (map_ / "2027-01-01.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    (map_ / "2027-01-01.yaml").write_text("".join(line for line in lines if "norm.22.a," not in line), encoding="utf-8")
    with pytest.raises(InhoudFout, match=r"norm\.22\.a staat er niet in; voeg de rij toe"):
        bedragen.load(NIEUW, map_)


@pytest.mark.parametrize("name", ["2027-13-01.yaml", "2027-02-30.yaml", "januari.yaml", "2027-1-1.yaml"])
def test_a_wrong_date_in_a_file_name_is_said(map_, name):
    (map_ / "2027-01-01.yaml").rename(map_ / name)
    with pytest.raises(InhoudFout, match=f"{name}.*de naam hoort een datum te zijn"):
        bedragen.load(NIEUW, map_)


def test_a_january_amount_that_changes_in_july_is_refused(map_):
    path = map_ / "2026-07-01.yaml"
    row = next(
        line for line in (map_ / "2026-01-01.yaml").read_text(encoding="utf-8").splitlines() if "eigen_woning" in line
    )
    path.write_text(
        path.read_text(encoding="utf-8") + row.replace("67500.00", "67600.00").replace("wet_2", "wet") + "\n",
        encoding="utf-8",
    )
    with pytest.raises(InhoudFout, match=r"ritme januari.*verwacht 6750000 van 2026-01-01, gevonden 6760000"):
        bedragen.load(date(2026, 7, 1), map_)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("norm.21.a: {eenheid: euro", "norm.21.a: {eenheid: dollar", "norm.21.a: kies een eenheid"),
        ("norm.21.a: {eenheid: euro, ritme: januari_juli", "norm.21.a: {eenheid: euro, ritme: soms", "een ritme uit"),
        ("norm.21.a: {eenheid: euro", "norm.21.a: {kleur: x, eenheid: euro", "kleur"),
        ("norm.21.a: {", "norm.21.b: {", "twee keer"),
        ("vanaf: 2018-01-01}", "vanaf: 2028-01-01}", "geldt niet op 2027-01-01"),
    ],
)
def test_a_slip_in_the_keys_is_said(map_, old, new, part):
    change(map_, old, new, "sleutels.yaml")
    with pytest.raises(InhoudFout, match=part):
        bedragen.load(NIEUW, map_)


def test_a_key_that_ended_is_refused_after_its_end(map_):
    change(map_, "norm.21.a: {eenheid: euro,", "norm.21.a: {tot: 2027-01-01, eenheid: euro,", "sleutels.yaml")
    assert bedragen.load(date(2026, 7, 1), map_)["norm.21.a"].cents == 141_946
    with pytest.raises(InhoudFout, match=r"norm\.21\.a geldt niet op 2027-01-01"):
        bedragen.load(NIEUW, map_)


def test_an_empty_directory_is_said(tmp_path):
    with pytest.raises(InhoudFout, match="hier staan geen bedragen"):
        bedragen.load(NIEUW, tmp_path)


def test_a_missing_file_of_keys_is_said(map_):
    (map_ / "sleutels.yaml").unlink()
    with pytest.raises(InhoudFout, match="kan niet gelezen worden"):
        bedragen.load(NIEUW, map_)


@pytest.mark.parametrize(
    ("number", "expected"), [(1, 200_213), (2, 100_107), (3, 86_759), (4, 80_085), (7, 71_505), (13, 66_224)]
)
def test_the_norm_for_sharing_costs_is_rounded_once_half_a_cent_up(number, expected):
    # 2002.13 × (40 % + A × 30 %) / A
    base = 200_213
    cents = verbanden.kostendelersnorm(number, base)
    assert cents == (expected if number != 1 else (base * 70 + 50) // 100)


AOW_SLIPS = [
    ("jaar: 2031", "jaar: 2032", "na 2030 hoort 2031"),
    ("{jaar: 2031, jaren: 67, maanden: 3", "{jaar: 2031, jaren: 67, maanden: 0", "is lager dan die van 2030"),
    ("{jaar: 2031, jaren: 67, maanden: 3", "{jaar: 2031, jaren: 67, maanden: 12", "0 tot en met 11"),
    ("bron: szw", "bron: krant", "de bron krant"),
    ("maanden: 3, bron: szw", "bron: szw", "sleutel maanden ontbreekt"),
]


@pytest.mark.parametrize(("old", "new", "part"), AOW_SLIPS)
def test_a_slip_in_the_pension_ages_is_said(map_, old, new, part):
    change(map_, old, new, "aow.yaml")
    with pytest.raises(InhoudFout, match=part):
        aow.leeftijden(map_)


def test_no_pension_ages_at_all_is_said(map_):
    text = (map_ / "aow.yaml").read_text(encoding="utf-8")
    (map_ / "aow.yaml").write_text(text[: text.index("leeftijden:")] + "leeftijden: []\n", encoding="utf-8")
    with pytest.raises(InhoudFout, match="hier staan geen leeftijden"):
        aow.leeftijden(map_)
