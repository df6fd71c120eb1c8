"""Content is checked at load: an error names the file, the line and what to mend. Nothing wrong reaches a talk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from opstap.kern.content import INHOUD, InhoudFout
from opstap.keuzehulp.methode.laden import load_catalogus
from opstap.keuzehulp.methode.model import RIJEN, Catalogus

MAPPEN = ("instrumenten", "onderzoek", "vakkennis", "keuzehulp")
Wijzig = Callable[[str, str, str], None]


@pytest.fixture
def inhoud(tmp_path: Path) -> Path:
    for name in MAPPEN:
        shutil.copytree(INHOUD / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def wijzig(inhoud: Path) -> Wijzig:
    def change(file: str, old: str, new: str) -> None:
        path = inhoud / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def refused(inhoud: Path) -> str:
    with pytest.raises(InhoudFout) as caught:
        load_catalogus(inhoud)
    return str(caught.value)


def test_the_catalogue_holds_all_kinds_studies_questions_and_phases(catalogus: Catalogus) -> None:
    assert len(catalogus.instrumenten) == 40
    assert len(catalogus.studies) == 113
    assert sum(studie.nagekeken for studie in catalogus.studies.values()) == 97
    assert len(catalogus.vragen) == 15
    assert len(catalogus.fasen) == 7
    assert {link.studie for one in catalogus.instrumenten.values() for link in one.koppelingen} <= set(
        catalogus.studies
    )


def test_every_piece_has_an_owner_a_date_and_a_review_day(catalogus: Catalogus) -> None:
    for piece in (*catalogus.instrumenten.values(), *catalogus.studies.values()):
        assert piece.herkomst.eigenaar
        assert piece.herkomst.bijgewerkt_op < piece.herkomst.herzien_voor
    assert all(studie.titel and studie.vindplaats and studie.gelezen_in for studie in catalogus.studies.values())
    assert all(studie.betaald_door for studie in catalogus.studies.values())


def test_an_unchecked_study_keeps_its_number_off_every_screen(catalogus: Catalogus) -> None:
    for studie in catalogus.studies.values():
        if not studie.nagekeken:
            assert studie.cijfer is None
            assert studie.van_de_100 is None
            assert not any(letter.isdigit() for letter in studie.kort + studie.gewone_woorden)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("onderzoek/Liu2014.yaml", "  vindplaats: 10.1037", "  vindplaats: ''\n  oud: 10.1037", "ken ik niet"),
        ("onderzoek/Liu2014.yaml", "  gelezen_in: SSRN 2632318 abstract", "  gelezen_in: ''", "onderzoek zonder bron"),
        ("onderzoek/Liu2014.yaml", "bron:\n", "bronnen:\n", "sleutel bron ontbreekt"),
        ("onderzoek/Liu2014.yaml", "zekerheid: matig", "zekerheid: best", "kies uit: hoog"),
        ("onderzoek/Liu2014.yaml", "id: Liu2014", "id: Liu", "niet de naam van het bestand"),
        ("onderzoek/Liu2014.yaml", "nagekeken: true", "nagekeken: misschien", "nagekeken"),
        ("onderzoek/SCION2014.yaml", "cijfer_ongelezen:", "cijfer:", "nagekeken: false"),
        ("onderzoek/SCION2014.yaml", "kort: In Nederland", "kort: Van 100 in Nederland", "noemt een getal"),
        ("onderzoek/Smedslund2006.yaml", "  met: 61", "  met: 161", "161"),
        ("onderzoek/Smedslund2006.yaml", "  zonder: 58\n", "", "zonder"),
        ("instrumenten/ips.yaml", "studie: Fadyl2020", "studie: Fadyl1920", "bestaat niet in inhoud/onderzoek"),
        ("instrumenten/ips.yaml", "studie: Fadyl2020", "studie: Frederick2019", "twee keer gekoppeld"),
        ("instrumenten/ips.yaml", "  - ja en graag", "  - ja hoor", "bestaat niet bij hulp_ggz"),
        ("instrumenten/ips.yaml", "past_bij:\n", "past_bij:\n  diagnose: [x]\n", "de vraag diagnose bestaat niet"),
        ("instrumenten/ips.yaml", "  duur: Tot 3 jaar\n", "", "duur"),
        ("instrumenten/ips.yaml", "  duur: Tot 3 jaar", "  duur: ''", "duur is leeg"),
        ("instrumenten/ips.yaml", "rol: hoofdstap", "rol: eerste", "kies uit: hoofdstap"),
        ("instrumenten/ips.yaml", "herzien_voor: 2027-11-22", "herzien_voor: 2026-11-22", "herzien_voor"),
        ("instrumenten/ips.yaml", "herzien_voor: 2027-11-22", "herzien_voor: later", "herzien_voor"),
        ("instrumenten/ips.yaml", "eigenaar: Redactie Opstap", "eigenaar: ''", "eigenaar"),
        ("instrumenten/ips.yaml", "id: ips", "id: ips\nprijs: 3", "prijs ken ik niet"),
        ("instrumenten/opening.yaml", "", "", "opening"),
        ("instrumenten/bijverdienen.yaml", "- rekenen", "- tekenen", "tekenen bestaat niet"),
        ("instrumenten/bijverdienen.yaml", "strekking: gemengd", "strekking: beetje", "strekking"),
        ("instrumenten/jobcoach.yaml", "  eerst_nagaan:", "  nagaan:", "eerst_nagaan"),
        ("vakkennis/redactie-opstap.yaml", "instrument: ips", "instrument: ipx", "ipx bestaat niet"),
        ("vakkennis/redactie-opstap.yaml", "id: ips-voor-1", "id: praktisch-voor-1", "twee keer"),
        ("vakkennis/redactie-opstap.yaml", "kant: voor", "kant: tegen", "geen vakkennis voor"),
        ("keuzehulp/tegenspraak.yaml", "[belangrijk, \"zelf doen\"]", "[belangrijk, \"zelf\"]", "die bestaan"),
        ("keuzehulp/eerst-regelen.yaml", "als: {opvang:", "als: {oppas:", "oppas bestaat niet"),
        ("keuzehulp/vragen.yaml", "soort: open", "soort: dicht", "kies uit: open"),
    ],
)  # fmt: skip
def test_wrong_content_is_refused_with_file_line_and_what(
    inhoud: Path, wijzig: Wijzig, file: str, old: str, new: str, words: str
) -> None:
    if not old:
        (inhoud / file).write_text("- geen blok\n", encoding="utf-8")
        words = "blok"
    else:
        wijzig(file, old, new)
    said = refused(inhoud)
    assert words in said
    assert Path(file).name in said or "vakkennis" in said


def test_the_error_names_the_line(inhoud: Path, wijzig: Wijzig) -> None:
    wijzig("instrumenten/ips.yaml", "studie: Fadyl2020", "studie: Fadyl1920")
    lines = (inhoud / "instrumenten" / "ips.yaml").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if "Fadyl1920" in line)
    assert f"ips.yaml:{at}:" in refused(inhoud)


def test_an_answer_cannot_argue_for_and_against(inhoud: Path, wijzig: Wijzig) -> None:
    wijzig("instrumenten/ips.yaml", "botst_met:\n  hulp_ggz:\n", "botst_met:\n  hulp_ggz:\n  - ja en graag\n")
    assert "past_bij en bij botst_met" in refused(inhoud)


def test_a_practical_answer_never_speaks_against(inhoud: Path, wijzig: Wijzig) -> None:
    wijzig("instrumenten/ips.yaml", "botst_met:\n", "botst_met:\n  reizen: [beperkt]\n")
    assert "sluit nooit iets uit" in refused(inhoud)


def test_mixed_research_needs_words(inhoud: Path, wijzig: Wijzig) -> None:
    wijzig(
        "instrumenten/ips.yaml",
        "studie: Brinchmann2020\n  strekking: voor\n  voor:",
        "studie: Brinchmann2020\n  strekking: gemengd\n  anders:",
    )
    assert "anders" in refused(inhoud)
    wijzig(
        "instrumenten/ips.yaml",
        "  anders: Met IPS vonden mensen duidelijk vaker gewoon werk. Ook in landen met een hoge uitkering.\n",
        "",
    )
    assert "gemengd onderzoek vraagt" in refused(inhoud)


def test_an_empty_folder_is_said(inhoud: Path) -> None:
    shutil.rmtree(inhoud / "onderzoek")
    assert "hier staan geen bestanden" in refused(inhoud)


def test_yaml_that_is_no_yaml_is_said(inhoud: Path) -> None:
    (inhoud / "onderzoek" / "Liu2014.yaml").write_text("id: [", encoding="utf-8")
    assert "geen goede YAML" in refused(inhoud)


def test_a_team_of_a_municipality_adds_its_own_file(inhoud: Path) -> None:
    (inhoud / "vakkennis" / "team-werk.yaml").write_text(
        "eigenaar: Team Werk\nbijgewerkt_op: 2026-11-01\nherzien_voor: 2027-11-01\nteam: Team Werk\nstatus: getekend\n"
        "regels:\n- {id: tw-1, instrument: leerwerk, kant: voor, tekst: De eerste dag gaat iemand mee.}\n",
        encoding="utf-8",
    )
    lines = load_catalogus(inhoud).vakkennis["leerwerk"]
    assert [line.team for line in lines if line.id == "tw-1"] == ["Team Werk"]


def test_the_rows_are_the_rows_of_the_method() -> None:
    assert RIJEN == ("wat_is_het", "dagen", "uren", "duur", "plaats", "samen_of_alleen", "geld", "reizen", "wachttijd",
                     "wat_vraagt_het")  # fmt: skip
