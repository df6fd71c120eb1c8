"""The template parts, rendered: each says in words what it shows, and nothing a person typed can run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, TemplateSyntaxError, engines
from django.test import RequestFactory
from django.test.utils import override_settings
from django.utils import translation
from django.utils.safestring import SafeString

from opstap.kern.clock import AMSTERDAM
from opstap.kern.geld import Geld
from opstap.kern.models import Gemeente, Rol
from opstap.onderdelen import menu
from opstap.onderdelen.delen import Argument, Link, Optie, Plek, Punt, Stap, Tegel, Toets
from opstap.onderdelen.templatetags.onderdelen import STATUS, TEGELS, belnummer, uren, zin
from opstap.taal.teksten import OnbekendeTekst

KWAAD = "<script>alert(1)</script>"
DAG = date(2026, 9, 24)


def show(template: str, **values: Any) -> str:
    return engines["django"].engine.from_string(template).render(Context(values))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('{{ dag|datum }}', "donderdag 24 september 2026"),
        ('{{ dag|datum:"dag" }}', "donderdag 24 september"),
        ('{{ dag|datum:"tabel" }}', "do 24 sep"),
        ('{{ niets|datum }}{{ niets|tijd }}{{ niets|maand }}{{ niets|bedrag }}', ""),
        ('{{ moment|tijd }}', "8.05 uur"),
        ('{{ dag|maand }} {{ dag|maand:"kort" }}', "september 2026 september"),
        ('{{ eerste|periode:dag }}', "1 t/m 24 september 2026"),
        ('{{ geld|bedrag }}', '<span class="amount">€\u00a01.280,31</span>'),
        ('{{ lijst|opsomming }} {{ lijst|opsomming:"of" }}', "juni en juli juni of juli"),
        ('{{ geld|toon }} {{ dag|toon }} {{ woord|toon }}',
         '<span class="amount">€\u00a01.280,31</span> donderdag 24 september 2026 a&lt;b'),
        ('{% t "algemeen.nog_dagen" aantal=1 %}', "nog 1 dag"),
        ('{% t "algemeen.ja" as x %}{{ x }}!', "Ja!"),
    ],
)  # fmt: skip
def test_dates_amounts_and_texts_are_written_one_way(template: str, words: str) -> None:
    moment = datetime(2026, 9, 18, 8, 5, tzinfo=AMSTERDAM)
    values = {"dag": DAG, "eerste": date(2026, 9, 1), "moment": moment, "geld": Geld(128031), "niets": None}
    assert show(template, **values, lijst=["juni", "juli"], woord="a<b") == words


def test_another_language_has_its_own_words_and_amounts() -> None:
    with translation.override("en"):
        assert show('{% t "algemeen.ja" %} {{ g|bedrag }} {% taal %}', g=Geld(128031)) == (
            'Yes <span class="amount">€1,280.31</span> en'
        )


def test_a_language_without_texts_falls_back_to_dutch() -> None:
    with translation.override("ar"):
        assert show('{% t "algemeen.ja" %} {% taal %}') == "Ja nl"


def test_an_unknown_key_is_a_fault_in_development() -> None:
    with pytest.raises(OnbekendeTekst):
        show('{% t "algemeen.bestaat_niet" %}')


def test_a_value_in_a_text_cannot_run() -> None:
    assert "<script>" not in show('{% t "algemeen.bijvoorbeeld" voorbeeld=v %}', v=KWAAD)


@pytest.mark.parametrize("staat", STATUS)
def test_a_status_is_a_shape_and_a_word(staat: str) -> None:
    shown = show("{% status s %}", s=staat)
    word = shown.removesuffix("</span>").rpartition(">")[2]
    assert len(word) > 3
    assert f"status-{STATUS[staat][0]}" in shown


def test_red_is_for_faults_only() -> None:
    red = {staat for staat, (shape, _) in STATUS.items() if shape == "bad"}
    assert red == {"niet_leesbaar", "verworpen"}
    assert set(TEGELS) == {"binnen", "deels", "ontbreekt", "niet_leesbaar"}, "the states of contracten.md"


def test_whose_turn_it_is_stands_in_a_heading_with_its_own_name() -> None:
    us = show('{% zet "gemeente" %}<p>x</p>{% endzet %}')
    assert 'class="zet zet-wij stack" aria-labelledby="zet-wij"' in us
    assert '<h2 class="zet-wie" id="zet-wij">Wij zijn aan zet</h2><p>x</p>' in us
    you = show('{% zet "inwoner" kop=k niveau=3 id="a" %}{% endzet %}', k=KWAAD)
    assert 'id="a">&lt;script&gt;' in you


def test_a_fault_is_told_at_once_and_good_news_politely() -> None:
    assert 'role="alert"' in show('{% melding "fout" kop="Mis" %}x{% endmelding %}')
    assert 'role="status"' in show('{% melding "goed" %}x{% endmelding %}')
    assert "role" not in show("{% melding %}x{% endmelding %}")


def test_an_explanation_is_closed_unless_asked() -> None:
    assert show("{% uitleg %}x{% enduitleg %}") == "<details><summary>Waarom vragen wij dit?</summary>x</details>"
    assert show('{% uitleg kop="Hoe?" open=True %}x{% enduitleg %}').startswith("<details open>")


def test_the_bar_says_in_words_what_it_draws() -> None:
    values = {"van": date(2026, 9, 1), "tot": date(2026, 11, 3), "stil": [(date(2026, 9, 11), None)]}
    shown = show('{% balk van tot stil begin="aangevraagd" eind="besluit" %}', **values)
    sentence = "Van 1 september 2026 tot en met 3 november 2026: 10 dagen voorbij, 7 dagen stil, 46 dagen over."
    assert f'aria-label="{sentence}"' in shown
    assert "vandaag, nog 46 dagen" in shown
    assert "7 dagen stil: wij wachten op papieren" in shown
    assert ",87%" not in shown, "a comma would break the drawing"
    assert "figure" not in show("{% balk van tot stil mini=True %}", **values)
    late = show("{% balk van tot vandaag=dag %}", van=date(2026, 9, 1), tot=date(2026, 9, 2), dag=date(2026, 9, 3))
    assert "vandaag, 1 dag te laat" in late


def test_a_timeline_says_which_point_is_now() -> None:
    punten = [
        Punt(date(2026, 9, 1), "Aangevraagd", door="Farida"),
        Punt(datetime(2026, 9, 18, 8, 5, tzinfo=AMSTERDAM), KWAAD, "nu", "U bent aan zet."),
        Punt(date(2026, 11, 3), "Besluit", "later", uiterlijk=True, links=(Link("Waarom?", "/waarom/"),)),
        Punt("ooit", "Klaar", "later"),
    ]
    shown = show("{% tijdlijn p %}", p=punten)
    assert shown.count("<li") == 4
    assert shown.count('aria-current="step"') == 1
    assert "nu, vrijdag 18 september, 8.05 uur" in shown
    assert "uiterlijk dinsdag 3 november" in shown
    assert '<a href="/waarom/">Waarom?</a>' in shown
    assert '<span class="when">ooit</span>' in shown
    assert "<script>" not in shown


def test_a_step_shows_its_article_and_its_outcome() -> None:
    artikelen = (Link("art. 21", "/wet/"), Link("art. 22"))
    stappen = [Stap("Norm", KWAAD, Geld(141946), artikelen), Stap("Som", "", "mag", som=True)]
    shown = show("{% stappen s %}", s=stappen)
    assert '<a href="/wet/">art. 21</a><br>art. 22' in shown
    assert '<p class="uit"><span class="amount">€\u00a01.419,46</span></p>' in shown
    assert 'class="stap-som"' in shown
    assert "<script>" not in shown


def test_the_numbers_on_the_page_are_those_of_the_list() -> None:
    plekken = [
        Plek("Periode", "juli", (0.1, 0.1, 0.4, 0.2)),
        Plek("Naam", KWAAD),
        Plek("Saldo", Geld(100), (0.1, 0.5, 0.4, 0.6), bladzijde=2, aan=True),
    ]
    first = show('{% papier "/b.png" 1000 1400 p naam="Afschrift" %}', p=plekken)
    assert first.count('class="spot"') == 1
    assert ">1</text>" in first
    second = show('{% papier "/b.png" 1000 1400 p naam="Afschrift" bladzijde=2 id="p2" %}', p=plekken)
    assert 'class="spot spot-on"' in second
    assert ">3</text>" in second
    assert 'aria-labelledby="p2-t p2-d"' in second
    listed = show("{% gelezen p %}", p=plekken)
    assert listed.count("<li") == 3
    assert "<script>" not in listed


def test_a_tile_names_the_year_when_the_months_span_two() -> None:
    one = show('{% maanden t naam="Maanden" %}', t=[Tegel(date(2026, 8, 1), "deels", "1 t/m 19")])
    assert "<b>augustus</b>" in one
    assert "<small>1 t/m 19</small>" in one
    two = show("{% maanden t %}", t=[Tegel(date(2025, 12, 1), "binnen"), Tegel(date(2026, 1, 1), "ontbreekt")])
    assert "<b>december 2025</b>" in two


def test_options_are_equal_and_none_is_chosen() -> None:
    optie = Optie(
        "a", KWAAD, (Argument("uw_woorden", "“Rustig aan.”"),), (Argument("onderzoek", "Niet", "CPB", "#b"),),
        {"wat": "iets"}, "daarom", DAG,
    )  # fmt: skip
    shown = show("{% opties o %}", o=[optie])
    assert shown.count('type="radio"') == 2, "the option, and an own idea"
    assert "checked" not in shown
    assert "<script>" not in shown
    assert "bijgewerkt donderdag 24 september 2026" in shown
    again = show("{% opties o eigen %}", o=[optie], eigen={"idee": "Een eigen <winkel>", "gekozen": True})
    assert "Een eigen &lt;winkel&gt;</textarea>" in again
    assert 'value="eigen" checked' in again


def test_keys_and_values_are_words() -> None:
    toetsen = show("{% toetsen t %}", t=[Toets(("Ctrl", "Enter"), "leg vast")])
    assert "<kbd>Ctrl</kbd> <kbd>Enter</kbd> leg vast" in toetsen
    assert "<dt>Som</dt><dd><span" in show("{% feiten f %}", f=[("Som", Geld(1))])


@pytest.mark.parametrize(
    ("nummer", "gebeld"),
    [("088 000 12 34", "+31880001234"), ("14 074", "14074"), ("+31 88 000", "+3188000"), ("0031 88", "003188")],
)
def test_a_number_is_dialled_as_a_phone_does(nummer: str, gebeld: str) -> None:
    assert belnummer(nummer) == gebeld


def test_words_of_a_municipality_become_a_sentence() -> None:
    assert zin("9.00 tot 12.00 uur") == "9.00 tot 12.00 uur."
    assert zin("Altijd!") == "Altijd!"
    assert zin("") == ""


def test_every_page_offers_to_call_and_to_come() -> None:
    gemeente = Gemeente(
        naam="G", telefoon="088 000 12 34", bereikbaar="altijd", bezoekadres=KWAAD, bezoektijden="maandag"
    )
    shown = show("{% deuren %}", gemeente=gemeente)
    assert 'href="tel:+31880001234"' in shown
    assert "altijd." in shown
    assert "<script>" not in shown
    assert "<h3>Kom</h3>" in shown


def test_opening_hours_come_in_the_language_of_the_reader_where_the_municipality_wrote_them() -> None:
    said = {"uren": {"en": {"bereikbaar": "Monday"}}}
    gemeente = Gemeente(bereikbaar="maandag", bezoektijden="dinsdag", instellingen=said)
    with translation.override("en"):
        assert (uren(gemeente, "bereikbaar"), uren(gemeente, "bezoektijden")) == ("Monday.", "dinsdag.")
    with translation.override("nl"):
        assert uren(gemeente, "bereikbaar") == "maandag."


def test_a_menu_leaves_out_what_has_no_page() -> None:
    request = RequestFactory().get("/privacy/")
    entries = menu.ingangen("voet", request)
    assert [entry.hier for entry in entries if entry.sleutel == "algemeen.privacy"] == ["page"]
    assert all(entry.adres.startswith("/") for entry in entries)
    assert menu.adres("portaal:bestaat_niet") == ""


def test_a_menu_marks_the_entry_that_a_deeper_page_belongs_to() -> None:
    marks = {entry.sleutel: entry.hier for entry in menu.ingangen("voet", RequestFactory().get("/x/"), "privacy")}
    assert marks["algemeen.privacy"] == "true"


def test_a_part_without_its_name_is_a_fault_of_who_builds() -> None:
    with pytest.raises(TemplateSyntaxError):
        show("{% tabel %}x{% endtabel %}")


def test_a_menu_shows_a_page_only_to_those_it_is_meant_for() -> None:
    request = RequestFactory().get("/")
    with override_settings(ROOT_URLCONF="tests.onderdelen.adressen"):
        for rol, may in ((Rol.INWONER, True), (Rol.CONSULENT, False), (None, False)):
            request.user = SimpleNamespace(rol=rol)
            assert menu.mag("proef:vraag", request) is may
            assert menu.mag("privacy", request), "for everybody"


def test_reasons_show_what_was_typed_as_words_also_after_the_same_letters_were_safe() -> None:
    safe = Argument("vakkennis", SafeString("<i>ja</i>"), "Team Werk")
    typed = Argument("vakkennis", "<i>ja</i>", "Team Werk")
    assert "<i>ja</i>" in show("{% argumenten rijen %}", rijen=[safe])
    for soort in ("vakkennis", "uw_woorden"):
        assert "&lt;i&gt;ja&lt;/i&gt;" in show("{% argumenten rijen %}", rijen=[replace(typed, soort=soort)])


def test_further_reasons_fold_away_with_their_number_and_their_source() -> None:
    more = tuple(Argument("onderzoek", f"Zin {number}", "Bron", f"/bron/{number}/") for number in (1, 2))
    shown = show("{% argumenten rijen %}", rijen=[Argument("uw_woorden", "“Rustig”"), Argument("", "", meer=more)])
    assert '<li class="uw"><b>' in shown
    assert shown.index("“Rustig”") < shown.index("<details>") < shown.index("Zin 1") < shown.index("</details>")
    assert '<cite><a href="/bron/2/">Bron</a></cite>' in shown
