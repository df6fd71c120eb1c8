"""The texts: keys from paths, values escaped, languages complete, faults that name file and line."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from opstap.kern.clock import AMSTERDAM
from opstap.kern.content import InhoudFout
from opstap.kern.geld import Geld
from opstap.taal import teksten
from opstap.taal.opmaak import OpmaakFout, markup, names, parse, plain

KOP = "eigenaar: Test\ngeldig_vanaf: 2026-01-01\nherzien_voor: 2027-01-01\nteksten:\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for taal in ("nl", "en"):
        (tmp_path / taal / "portaal").mkdir(parents=True)
    return tmp_path


def write(root: Path, name: str, body: str, kop: str = KOP) -> None:
    (root / name).write_text(kop + body, encoding="utf-8")


@pytest.fixture
def use(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(teksten, "MAP", root)
    teksten.reload()
    yield lambda **streng: teksten.instellen(**streng)
    teksten.instellen(streng=True)
    teksten.reload()


def shown(text: str, **waarden: object) -> str:
    return plain(parse(text), waarden, "nl")


def test_the_key_is_the_path_and_the_short_key(root: Path, use) -> None:
    write(root, "nl/portaal/papieren.yaml", "  titel: Mijn papieren\n")
    assert teksten.tekst("portaal.papieren.titel") == "Mijn papieren"
    assert teksten.bestaat("portaal.papieren.titel")
    assert not teksten.bestaat("portaal.papieren.titel", "en")


def test_an_unknown_key_raises_when_strict_and_shows_itself_when_not(root: Path, use) -> None:
    write(root, "nl/a.yaml", "  b: Hallo {naam}\n")
    with pytest.raises(teksten.OnbekendeTekst, match=r"a\.c"):
        teksten.tekst("a.c")
    with pytest.raises(teksten.OnbekendeTekst, match="naam"):
        teksten.tekst("a.b")
    use(streng=False)
    assert teksten.tekst("a.c") == "[a.c]"
    assert teksten.tekst("a.b", "en", naam="Sem") == "Hallo Sem"


def test_a_change_shows_after_reload(root: Path, use) -> None:
    write(root, "nl/a.yaml", "  b: oud\n")
    assert teksten.tekst("a.b") == "oud"
    write(root, "nl/a.yaml", "  b: nieuw\n")
    assert teksten.tekst("a.b") == "oud"
    teksten.reload()
    assert teksten.tekst("a.b") == "nieuw"


def test_values_are_escaped_and_cannot_make_markup() -> None:
    parts = parse("**Dag** {naam} & Co")
    assert markup(parts, {"naam": "<b>**x**</b> {y}"}, "nl") == (
        "<strong>Dag</strong> &lt;b&gt;**x**&lt;/b&gt; {y} &amp; Co"
    )


def test_an_empty_line_makes_paragraphs_and_only_then() -> None:
    assert markup(parse("een\n\ntwee"), {}, "nl") == "<p>een</p>\n<p>twee</p>"
    assert markup(parse("een"), {}, "nl") == "een"


def test_a_link_takes_its_address_from_a_value_and_refuses_what_could_run() -> None:
    parts = parse("Lukt het niet? [Zeg het **ons**]({adres}).")
    assert markup(parts, {"adres": "/bericht/?a=1&b=2"}, "nl") == (
        'Lukt het niet? <a href="/bericht/?a=1&amp;b=2">Zeg het <strong>ons</strong></a>.'
    )
    assert plain(parts, {"adres": "/bericht/"}, "nl") == "Lukt het niet? Zeg het ons (/bericht/)."
    for wrong in ("javascript:alert(1)", "//elders.example", "data:text/html,x", ""):
        with pytest.raises(OpmaakFout):
            markup(parts, {"adres": wrong}, "nl")


@pytest.mark.parametrize(
    ("aantal", "woord"),
    [(0, "papieren"), (1, "papier"), ("1", "papier"), (2, "papieren"), (["a"], "papier"), ([], "papieren")],
)
def test_a_plural_follows_its_number(aantal: object, woord: str) -> None:
    assert shown("{aantal|papier|papieren}", aantal=aantal) == woord


def test_money_days_and_lists_are_written_in_words() -> None:
    assert shown("{a}, {b}, {c}", a=Geld(128031), b=date(2026, 9, 24), c=["juni", "juli"]) == (
        "€\u00a01.280,31, donderdag 24 september 2026, juni en juli"
    )
    assert shown("{m}", m=datetime(2026, 9, 24, 8, 5, tzinfo=AMSTERDAM)) == "donderdag 24 september 2026, 8.05 uur"
    assert markup(parse("{a}"), {"a": Geld(100)}, "en") == '<span class="amount">€1.00</span>'


def test_braces_can_be_written() -> None:
    assert shown("{{naam}}") == "{naam}"


@pytest.mark.parametrize("text", ["los {", "los }", "{Naam}", "{a|b}", "**half", "**a\n\nb**", "woorden]({adres})"])
def test_wrong_notation_is_refused(text: str) -> None:
    with pytest.raises(OpmaakFout):
        parse(text)


def test_the_values_of_a_text_are_known() -> None:
    assert names(parse("{a} {b|x|y} [z]({c})")) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("  a: goed\n  b: {x\n", r"nl/a\.yaml:\d+: geen goede YAML"),
        ("  a: goed\n  b: 'los {'\n", r"nl/a\.yaml:6: b: een losse accolade"),
        ("  a: goed\n  b: No\n", r"nl/a\.yaml:6: 'b': zet"),
        ("  a: goed\n  yes: ja\n", r"nl/a\.yaml:6: True: zet"),
        ("  a: goed\n  a: weer\n", r"nl/a\.yaml:6: geen goede YAML: sleutel 'a' staat er twee keer"),
    ],
)
def test_a_fault_names_file_and_line(root: Path, use, body: str, message: str) -> None:
    write(root, "nl/a.yaml", body)
    with pytest.raises(InhoudFout, match=message):
        teksten.tekst("a.a")
    assert re.search(message, "\n".join(map(str, teksten.check(root, date(2026, 6, 1)))))


def test_check_names_what_is_missing_differs_is_to_avoid_or_outdated(root: Path) -> None:
    write(root, "nl/a.yaml", "  alleen: x\n  anders: Dag {naam}\n  klant: Beste klant\n")
    write(root, "en/a.yaml", "  anders: Hello {name}\n  klant: Dear customer\n  te_veel: y\n")
    fouten = [str(fout) for fout in teksten.check(root, date(2027, 1, 2))]
    for part in (
        "a.alleen ontbreekt in en", "a.te_veel ontbreekt in nl", "andere waarden dan in nl: naam, name",
        "vermijd 'klant'", "vermijd 'customer'", "had herzien moeten zijn voor 2027-01-01",
    ):  # fmt: skip
        assert any(part in fout for fout in fouten), part
    assert "nl/a.yaml:7" in next(fout for fout in fouten if "'klant'" in fout)
    assert not [fout for fout in teksten.check(root, date(2026, 12, 31)) if "herzien" in str(fout)]


def test_the_texts_of_opstap_are_whole() -> None:
    assert [str(fout) for fout in teksten.check(op=date(2026, 11, 22))] == []


def test_dutch_comes_first() -> None:
    assert teksten.talen()[:2] == ["nl", "en"]
    assert "algemeen.verder" in teksten.sleutels("algemeen.")
