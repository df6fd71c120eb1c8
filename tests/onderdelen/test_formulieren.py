"""Forms: forgiving, once only, and every error says how to go on."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict
from django.test.html import parse_html
from django.utils import translation

from opstap.kern import clock
from opstap.kern.geld import Geld
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import later
from opstap.onderdelen.velden import (
    BedragVeld,
    BestandenVeld,
    DatumVeld,
    GetalVeld,
    JaNeeWeetNietVeld,
    KeuzeVeld,
    LijstVeld,
    MailVeld,
    MeerkeuzeVeld,
    TekstVeld,
)

SLEUTEL = "0192aaaa-0000-7000-8000-000000000001"


class Alles(Formulier):
    naam = TekstVeld(label="Naam", autocomplete="name", max_length=20)
    verhaal = TekstVeld(label="Verhaal", regels=4, required=False, help_text="In uw eigen woorden")
    mail = MailVeld(label="Mail", required=False)
    telefoon = TekstVeld(label="Telefoon", soort="tel", required=False)
    gift = JaNeeWeetNietVeld(label="Kreeg u geld?", onder={"ja": ["bedrag", "sinds"]})
    bedrag = BedragVeld(label="Hoeveel?")
    sinds = DatumVeld(label="Sinds wanneer?", niet_na=clock.today, niet_voor=date(1900, 1, 1))
    huis = GetalVeld(label="Hoeveel mensen?", maximum=12, required=False)
    brengt = MeerkeuzeVeld(label="Wat brengt u?", keuzes=[("a", "A", "hint"), ("b", "B"), ("c", "C")], hoogstens=2)
    soort = LijstVeld(label="Soort", keuzes=[("x", "X")], required=False)
    papier = BestandenVeld(label="Papier", required=False)


GOED = {"naam": "Danielle", "gift": "ja", "bedrag": "€ 300", "sinds": "1 mei 2026"}


def fill(**values: Any) -> Alles:
    data = QueryDict(mutable=True)
    for name, value in {**GOED, **values}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return Alles(data)


def error(name: str, **values: Any) -> str:
    form = fill(**values)
    assert not form.is_valid()
    return str(form[name].errors[0])


def test_a_good_form_gives_money_days_and_words() -> None:
    form = fill(verhaal="een\r\ntwee\x00", telefoon=" 06\u00a012 34 ", huis="٢", brengt=["a", "b"], mail="d@v.nl")
    assert form.is_valid(), form.errors
    said = form.cleaned_data
    assert said["bedrag"] == Geld(300_00)
    assert said["sinds"] == date(2026, 5, 1)
    assert said["verhaal"] == "een\ntwee"
    assert said["telefoon"] == "06 12 34"
    assert said["huis"] == 2
    assert said["brengt"] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("naam", {"naam": ""}, "Vul hier een antwoord in."),
        ("naam", {"naam": " \t "}, "Vul hier een antwoord in."),
        ("naam", {"naam": "a" * 21}, "Maak de tekst korter: hoogstens 20 tekens. Nu zijn het er 21."),
        ("gift", {"gift": ""}, "Kies een antwoord."),
        ("gift", {"gift": "misschien"}, "Kies een van de antwoorden."),
        ("bedrag", {"bedrag": ""}, "Vul hier een antwoord in."),
        ("bedrag", {"bedrag": "drie hondert"}, "Schrijf het bedrag met cijfers, bijvoorbeeld 300 of 300,50"),
        ("bedrag", {"bedrag": "-5"}, "Vul een bedrag in van"),
        ("bedrag", {"bedrag": "99.999.999"}, "Kijk of er een cijfer te veel staat."),
        ("sinds", {"sinds": "31 augstus"}, "Schrijf de datum zo: 31-08-2026"),
        ("sinds", {"sinds": "31-2-2026"}, "Deze dag staat niet in de kalender."),
        ("sinds", {"sinds": "19-9-2026"}, "Vul een datum in tot en met 18 september 2026."),
        ("sinds", {"sinds": "31-12-1899"}, "Vul een datum in vanaf 1 januari 1900."),
        ("huis", {"huis": "twee"}, "Schrijf een getal, bijvoorbeeld 2"),
        ("huis", {"huis": "13"}, "Vul een getal in van 0 tot en met 12."),
        ("huis", {"huis": "9" * 5000}, "Schrijf een getal, bijvoorbeeld 2"),
        ("mail", {"mail": "danielle@"}, "Schrijf het e-mailadres zo: naam@voorbeeld.nl"),
        ("brengt", {"brengt": ["a", "b", "c"]}, "Kies er hoogstens 2. Nu zijn het er 3."),
        ("brengt", {"brengt": ["z"]}, "Kies een van de antwoorden."),
        ("soort", {"soort": "y"}, "Kies een van de antwoorden."),
    ],
)
def test_an_error_is_one_sentence_that_says_how_to_go_on(name: str, values: dict[str, Any], words: str) -> None:
    assert words in error(name, **values)


def test_an_error_is_in_the_language_of_the_reader() -> None:
    with translation.override("en"):
        assert error("bedrag", bedrag="-5") == 'Fill in an amount of <span class="amount">€0.00</span> or more.'


def test_what_was_typed_is_kept_and_cannot_run() -> None:
    form = fill(bedrag="drie <script>", sinds="31 augstus")
    assert 'value="drie &lt;script&gt;"' in str(form["bedrag"])
    assert 'value="31 augstus"' in str(form["sinds"])


def test_a_question_under_an_answer_that_was_not_chosen_does_not_count() -> None:
    form = fill(gift="nee", bedrag="drie hondert", sinds="")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["bedrag"] is None
    assert form.cleaned_data["sinds"] is None


def test_the_key_of_a_form_stays_the_same_until_it_counts() -> None:
    assert fill(eenmalig=SLEUTEL).eenmalig == UUID(SLEUTEL)
    assert fill(eenmalig="geen sleutel").eenmalig.version == 7
    assert Alles().eenmalig != Alles().eenmalig


def test_a_field_says_its_hint_and_its_error_to_a_screen_reader() -> None:
    shown = fill(sinds="31 augstus")["sinds"].as_field_group()
    assert 'for="id_sinds"' in shown
    assert 'aria-describedby="id_sinds_helptext id_sinds_error"' in shown
    assert 'id="id_sinds_helptext"' in shown
    assert 'id="id_sinds_error"' in shown
    assert 'aria-invalid="true"' in shown


def test_a_group_of_answers_is_one_question_with_its_own_legend() -> None:
    shown = Alles()["gift"].as_field_group()
    assert "<fieldset" in shown
    assert '<legend class="label">Kreeg u geld?</legend>' in shown
    assert shown.count('class="choice"') == 3
    assert 'name="bedrag"' in shown, "the questions under an answer stand with that answer"
    assert "checked" not in shown, "nothing is chosen beforehand"


def test_a_question_can_be_the_heading_of_its_page() -> None:
    class Een(Formulier):
        gift = JaNeeWeetNietVeld(label="Kreeg u geld?", kop=True, boven="Vraag 7 van 9", weet_niet=False)
        naam = TekstVeld(label="Naam?", kop=True)

    assert "<h1>Kreeg u geld?</h1>" in Een()["gift"].as_field_group()
    assert "Vraag 7 van 9" in Een()["gift"].as_field_group()
    assert "weet_niet" not in Een()["gift"].as_field_group()
    assert '<label for="id_naam">Naam?</label></h1>' in Een()["naam"].as_field_group()


def test_a_phone_gets_the_right_keys_and_a_browser_may_fill_in() -> None:
    assert 'inputmode="decimal"' in str(Alles()["bedrag"])
    assert 'type="tel"' in str(Alles()["telefoon"])
    assert 'autocomplete="name"' in str(Alles()["naam"])
    assert "required" not in str(Alles()["naam"]), "our own words, not the browser's"


def test_the_list_of_errors_follows_the_page_and_leads_to_the_first_control() -> None:
    form = fill(naam="", gift="", brengt=["z"])
    form.add_error(None, "Deze aanvraag is al verstuurd.")
    assert [fout.naar for fout in form.foutenlijst()] == ["", "id_naam", "id_gift_0", "id_brengt_0"]


def test_a_form_that_was_not_sent_has_no_errors() -> None:
    assert Alles().foutenlijst() == []


def test_money_and_days_stand_in_the_box_as_they_are_typed() -> None:
    form = Alles(initial={"bedrag": Geld(1280_31), "sinds": date(2026, 8, 31)})
    assert 'value="1280,31"' in str(form["bedrag"])
    assert 'value="31-8-2026"' in str(form["sinds"])


def test_a_minimum_can_be_left_out_for_debts() -> None:
    assert BedragVeld(minimum=None).clean("-20") == Geld(-20_00)


def test_more_files_at_once_come_as_a_list_and_an_empty_one_stops_no_other() -> None:
    two = _files(SimpleUploadedFile("a.pdf", b""), SimpleUploadedFile("b.pdf", b"y"))
    form = Alles(QueryDict("naam=D&gift=nee"), two)
    assert form.is_valid(), form.errors
    assert [file.name for file in form.cleaned_data["papier"]] == ["a.pdf", "b.pdf"]
    required = BestandenVeld(label="Papier")
    with pytest.raises(ValidationError, match="Kies een foto of een bestand"):
        required.clean([])


def test_a_label_is_looked_up_when_it_is_shown() -> None:
    class Een(Formulier):
        keuze = KeuzeVeld(label=later("algemeen.ja"), keuzes=[("ja", later("algemeen.ja"))])

    with translation.override("en"):
        assert ">Yes<" in Een()["keuze"].as_field_group()
    with translation.override("nl"):
        assert ">Ja<" in Een()["keuze"].as_field_group()


def test_kept_words_go_before_what_the_page_knew_also_in_a_field_that_was_added_later() -> None:
    kept = {"bedrag": ["drie hondert"], "extra": ["later"], "brengt": ["a", "b"], "eenmalig": [SLEUTEL]}
    form = Alles(bewaard=kept, initial={"bedrag": Geld(5)})
    form.fields["extra"] = TekstVeld(label="Extra")
    form.initial["extra"] = "vroeger"
    assert 'value="drie hondert"' in str(form["bedrag"])
    assert 'value="later"' in str(form["extra"])
    assert str(form["brengt"]).count("checked") == 2
    assert form.eenmalig == UUID(SLEUTEL)
    assert form.foutenlijst() == []


def test_kept_words_never_overrule_what_is_sent_now() -> None:
    form = Alles(QueryDict("naam=Nu&gift=nee"), bewaard={"naam": ["Toen"]})
    assert form.is_valid()
    assert form.cleaned_data["naam"] == "Nu"
    assert form.bewaard is None


def _files(*files: SimpleUploadedFile) -> Any:
    from django.utils.datastructures import MultiValueDict

    return MultiValueDict({"papier": list(files)})


@pytest.mark.parametrize("value", [None, "", "Jan", "\neerst een regel", '"><script>', "€ & <b>", 3])
@pytest.mark.parametrize("name", ["naam", "verhaal"])
def test_a_box_for_words_is_drawn_as_django_draws_it(name: str, value: Any) -> None:
    box = Alles(initial={name: value})[name]
    django_own = box.field.widget.render(
        box.html_name, box.value(), box.build_widget_attrs({"id": box.auto_id}), DjangoTemplates()
    )
    assert _parsed(str(box)) == _parsed(str(django_own))


def _parsed(drawn: str) -> tuple[object, str]:
    """The element as a browser reads it, and the letters between its tags."""
    return parse_html(drawn), drawn.partition(">")[2]
