"""Cards: the machine-readable zone proves itself."""

from __future__ import annotations

from opstap.lezen.model import Bladzijde, Woord
from opstap.lezen.velden.pasje import gedrukte_naam, los_nummer, pasvelden, rijbewijs, toets_cijfer
from opstap.lezen.velden.tekst import Tekst
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import pdf


def _tekst(*lines: str) -> Tekst:
    words = [
        Woord(word, (0.1, 0.1 * n, 0.9, 0.1 * n + 0.05), 0.9, n)
        for n, line in enumerate(lines)
        for word in line.split()
    ]
    return Tekst([Bladzijde(1, words, "tesseract")])


def _waarden(*lines: str) -> dict[str, str]:
    return {naam: veld.waarde for naam, veld in pasvelden(_tekst(*lines)).items()}


def test_the_specimen_of_icao_9303_passes() -> None:
    assert toets_cijfer("L898902C3") == 6
    assert toets_cijfer("740812") == 2


def test_a_passport_gives_what_its_check_digits_prove() -> None:
    found = _waarden(
        "de Bruijn", "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<", "SPECI20142NLD6503101F2403096999999990<<<<<84"
    )
    assert found["documentnummer"] == "SPECI2014"
    assert found["geboortedatum"] == "1965-03-10"
    assert found["geldig_tot"] == "2024-03-09"
    assert found["naam"] == "Willeke Liselotte de Bruijn"


def test_a_digit_that_fails_its_check_gives_nothing() -> None:
    found = _waarden("P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<", "SPECI20143NLD6503102F2403097999999990<<<<<84")
    assert "documentnummer" not in found
    assert "geboortedatum" not in found
    assert "geldig_tot" not in found


def test_a_card_with_three_lines_is_read() -> None:
    number, born, until = "IX1234567", "850412", "310101"
    one = f"I<NLD{number}{toets_cijfer(number)}".ljust(30, "<")
    two = f"{born}{toets_cijfer(born)}F{until}{toets_cijfer(until)}NLD".ljust(30, "<")
    found = _waarden(one, two, "JANSEN<<ANNA".ljust(30, "<"))
    assert (found["documentnummer"], found["geboortedatum"], found["geldig_tot"]) == (
        number,
        "1985-04-12",
        "2031-01-01",
    )


def test_text_without_a_zone_gives_nothing() -> None:
    assert _waarden("Identiteitskaart", "Naam Jansen") == {}


def test_a_driving_licence_is_read_by_its_numbers() -> None:
    text = _tekst(
        "NL RIJBEWIJS", "1. Ferreira da Silva", "2. Tiago Miguel", "3. 05.09.1975 Lissabon",
        "4a. 21.02.2022 4c. Gemeente Heerlen", "4b. 21.02.2032 4d. 291140762", "5. 5748120936", "9. AM/B",
    )  # fmt: skip
    assert {name: found.waarde for name, found in rijbewijs(text).items()} == {
        "naam": "Tiago Miguel Ferreira da Silva",
        "geboortedatum": "1975-09-05",
        "geldig_tot": "2032-02-21",
        "bsn": "291140762",
        "documentnummer": "5748120936",
    }


def test_numbered_lines_of_another_paper_are_no_driving_licence() -> None:
    assert rijbewijs(_tekst("1. De huur gaat in op 1 mei 2026.", "2. De huur is € 500.", "3. Borg")) == {}


def test_the_holder_of_a_vehicle_is_read_by_the_codes_of_its_card() -> None:
    found = gedrukte_naam(_tekst("C.1.1 BOUZIDI", "C.1.2 N"))
    assert found is not None
    assert found.waarde == "N BOUZIDI"


def test_a_label_in_three_languages_beside_another_has_its_value_below() -> None:
    page = pdf([
        (50, 60, "naam/surname/nom"), (50, 75, "Kuipers"), (50, 95, "voornamen/given names/prénoms"),
        (300, 95, "geslacht/sex/sexe"), (50, 110, "Sandra Maria"), (300, 110, "V/F"),
    ])  # fmt: skip
    found = gedrukte_naam(Tekst(lees_hier(page, "pdf")))
    assert found is not None
    assert found.waarde == "Sandra Maria Kuipers"


def test_a_word_of_the_form_is_nobodys_name() -> None:
    assert gedrukte_naam(_tekst("SURNAMES", "JANSEN", "GIVEN NAMES", "FORENAMES")) is None


def test_the_number_of_a_card_needs_no_label_when_it_stands_alone() -> None:
    found = los_nummer(_tekst("IDENTITEITSKAART", "IL3C9K4F2", "Nederlandse"))
    assert found is not None
    assert found.waarde == "IL3C9K4F2"
    assert los_nummer(_tekst("IL3C9K4F2", "IR5B81T92")) is None
    assert los_nummer(_tekst("KONINKRIJK DER NEDERLANDEN")) is None
