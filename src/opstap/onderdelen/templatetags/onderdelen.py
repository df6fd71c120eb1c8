"""Template tags and filters, built in: no `{% load %}`. Each with its parameters in docs/onderdelen.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opstap.kern import clock
from opstap.kern.ids import new_id
from opstap.onderdelen import argumenten as redenen
from opstap.onderdelen import balk as balken
from opstap.onderdelen import delen, keuzewoorden, menu, rekenblad
from opstap.onderdelen.eenmalig import NAAM, posted
from opstap.onderdelen.plekken import Knipsel, cut_out, spot
from opstap.onderdelen.teksten import t, taal
from opstap.taal import weergave

if TYPE_CHECKING:  # the stand-in for DigiD draws its pages with these tags and has no models
    from opstap.kern.models import Gemeente

register = template.Library()

# state -> shape of the mark, key of the word
STATUS = {
    "ontbreekt": ("out", "algemeen.status_ontbreekt"),
    "deels": ("part", "algemeen.status_deels"),
    "binnen": ("in", "algemeen.status_binnen"),
    "niet_leesbaar": ("bad", "algemeen.status_niet_leesbaar"),
    "beantwoord": ("in", "algemeen.status_beantwoord"),
    "zoeken_wij_op": ("wait", "algemeen.status_zoeken_wij_op"),
    "gezegd": ("said", "algemeen.feit_gezegd"),
    "gelezen": ("read", "algemeen.feit_gelezen"),
    "bevestigd": ("in", "algemeen.feit_bevestigd"),
    "vastgesteld": ("set", "algemeen.feit_vastgesteld"),
    "verworpen": ("bad", "algemeen.feit_verworpen"),
    "wacht": ("wait", "algemeen.wacht"),
    "staat_open": ("part", "algemeen.staat_open"),
}
TEGELS = {"binnen": "in", "deels": "part", "ontbreekt": "out", "niet_leesbaar": "bad"}
CELLEN = ("wat", "tijd", "waar", "wie", "geld", "wanneer")
EXTRA_CELLEN = ("eerst", "zeker")


@register.simple_tag(name="t")
def text(sleutel: str, **waarden: Any) -> SafeString:
    """The text of a key, in the language of the reader."""
    return t(sleutel, **waarden)


@register.filter
def datum(dag: date | None, vorm: str = "lang") -> str:
    """A day in words; `vorm`: lang, dag, datum, kort or tabel. Nothing for None."""
    return weergave.datum(dag, taal(), vorm) if dag else ""


@register.filter
def tijd(moment: datetime | None) -> str:
    """8.05 uur."""
    return weergave.tijd(moment, taal()) if moment else ""


@register.filter
def maand(dag: date | None, vorm: str = "") -> str:
    """juli 2026; with "kort" the year is left out."""
    return weergave.maand(dag, taal(), jaar=vorm != "kort") if dag else ""


@register.filter
def periode(van: date, tot: date) -> str:
    """1 t/m 19 juli 2026."""
    return weergave.periode(van, tot, taal())


@register.filter
def bedrag(waarde: Any) -> SafeString | str:
    """An amount, kept on one line and left to right. Nothing for None."""
    if waarde in (None, ""):
        return ""
    return format_html('<span class="amount">{}</span>', weergave.bedrag(waarde, taal()))


@register.filter
def opsomming(waarden: Iterable[Any], woord: str = "en") -> str:
    """juni, juli en augustus."""
    return weergave.opsomming((weergave.toon(waarde, taal()) for waarde in waarden), taal(), woord)


@register.filter
def toon(waarde: Any) -> Any:
    """Any value as a reader writes it: Geld, days and lists in words, the rest as it is."""
    if isinstance(waarde, weergave.Geld):
        return bedrag(waarde)
    return weergave.toon(waarde, taal()) if isinstance(waarde, date | list | tuple) else waarde


@register.filter
def keuze(rij: Any, veld: str) -> str:
    """What was chosen in this field of a row, as a word: `{{ inwoner|keuze:"voorkeur" }}`."""
    return keuzewoorden.keuze(veld, rij[veld] if isinstance(rij, Mapping) else getattr(rij, veld))


@register.filter
def onderwerp(brief: Any) -> str:
    """What a letter is about, in the language of the page."""
    return keuzewoorden.onderwerp(brief)


@register.filter
def cel(cellen: Mapping[str, Any], naam: str) -> Any:
    """One cell of an option, by name."""
    return cellen.get(naam, "")


@register.filter
def onderveld(form: Any, naam: str) -> Any:
    """A field of a form by name, for the questions under an answer."""
    return form[naam]


@register.filter
def uren(gemeente: Gemeente, veld: str) -> str:
    """`bereikbaar` or `bezoektijden` of a municipality, in the language of the reader, as a sentence."""
    return zin(gemeente.uren(veld, taal()))


@register.filter
def zin(woorden: str) -> str:
    """With a full stop at the end: what a municipality filled in becomes a sentence."""
    words = woorden.strip()
    return words if not words or words[-1] in ".!?" else f"{words}."


@register.filter
def belnummer(nummer: str) -> str:
    """A telephone number as a phone dials it: 088 000 12 34 becomes +31880001234; 14 074 stays 14074."""
    digits = "".join(sign for sign in nummer if sign.isdigit() or sign == "+")
    return f"+31{digits[1:]}" if digits.startswith("0") and not digits.startswith("00") else digits


@register.simple_tag
def vakje(keuze: Any) -> SafeString:
    """The box or the dot of one answer, as Django draws it but without three templates: a sheet has over a hundred."""
    data = keuze.data
    shown = format_html('<input type="{}" name="{}" value="{}"', data["type"], data["name"], data["value"])
    return format_html("{}{}>", shown, flatatt(data["attrs"]))


@register.simple_tag(name="taal")
def language() -> str:
    """The language of this page, for `lang`."""
    return taal()


@register.simple_tag
def status(staat: str, woord: Any = "") -> SafeString:
    """A shape and a word. `staat` is one of STATUS; `woord` replaces its word."""
    shape, sleutel = STATUS[staat]
    return format_html('<span class="status status-{}">{}</span>', shape, woord or t(sleutel))


@register.simple_block_tag
def zet(content: str, wie: str = "inwoner", kop: Any = "", niveau: int = 2, id: str = "") -> SafeString:  # noqa: A002
    """Whose turn it is: `wie` is inwoner or gemeente."""
    us = wie != "inwoner"
    id = id or ("zet-wij" if us else "zet")  # noqa: A001
    title = kop or t("algemeen.wij_zijn_aan_zet" if us else "algemeen.u_bent_aan_zet")
    return format_html(
        '<section class="zet{} stack" aria-labelledby="{}"><h{} class="zet-wie" id="{}">{}</h{}>{}</section>',
        " zet-wij" if us else "", id, niveau, id, title, niveau, content,
    )  # fmt: skip


@register.simple_block_tag
def melding(content: str, soort: str = "", kop: Any = "", niveau: int = 2) -> SafeString:
    """Something that just happened: `soort` is goed, fout or nothing (good to know)."""
    tint = {"goed": " note-good", "fout": " note-bad"}.get(soort, "")
    role = format_html(' role="{}"', "alert" if soort == "fout" else "status") if soort else ""
    title = format_html("<h{}>{}</h{}>", niveau, kop, niveau) if kop else ""
    return format_html('<div class="note{} stack stack-s"{}>{}{}</div>', tint, role, title, content)


@register.simple_block_tag
def leeg(content: str, kop: Any = "", niveau: int = 2) -> SafeString:
    """An empty place: what will come here, and what one can do."""
    return format_html('<div class="empty stack stack-s"><h{}>{}</h{}>{}</div>', niveau, kop, niveau, content)


@register.simple_block_tag
def uitleg(content: str, kop: Any = "", open: bool = False) -> SafeString:  # noqa: A002
    """A disclosure; without `kop`: why do we ask this?"""
    title = kop or t("algemeen.waarom_vragen_wij_dit")
    return format_html(
        "<details{}><summary>{}</summary>{}</details>", SafeString(" open" if open else ""), title, content
    )


@register.simple_block_tag
def tabel(content: str, naam: Any) -> SafeString:
    """Around a `<table class="table">`: on a narrow screen it scrolls by itself, also with the keyboard. Its name is
    the caption of the table; `naam` where there is none.
    """
    caption = delen.caption(content)
    naam = t("onderdelen.tabel_van", wat=caption) if caption else naam
    return format_html('<div class="table-scroll" tabindex="0" role="region" aria-label="{}">{}</div>', naam, content)


@register.inclusion_tag("onderdelen/balk.html")
def balk(
    van: date, tot: date, stil: Iterable[balken.Stilte] = (), vandaag: date | None = None, mini: bool = False,
    begin: Any = "", eind: Any = "", naam: Any = "",
) -> dict[str, Any]:  # fmt: skip
    """One legal term as a bar, with its sentence. `mini`: the thin bar in a table."""
    found = balken.layout(van, tot, vandaag or clock.today(), stil or ())
    zin = t(
        "onderdelen.balk_zin", van=datum(van, "datum"), tot=datum(tot, "datum"),
        voorbij=found.voorbij, stil=found.stil, over=found.over,
    )  # fmt: skip
    return {"balk": found, "mini": mini, "begin": begin, "eind": eind, "naam": naam, "zin": zin}


@register.inclusion_tag("onderdelen/tijdlijn.html")
def tijdlijn(punten: Sequence[delen.Punt]) -> dict[str, Any]:
    """What happened and what is still to come."""
    rows = [(punt, isinstance(punt.wanneer, datetime), isinstance(punt.wanneer, date)) for punt in punten]
    return {"rijen": rows}


@register.inclusion_tag("onderdelen/stappen.html")
def stappen(stappen: Sequence[delen.Stap], niveau: int = 2) -> dict[str, Any]:
    """A calculation, step by step, with article and outcome."""
    return {"stappen": stappen, "niveau": niveau}


@register.inclusion_tag("onderdelen/rekensom.html")
def rekensom(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """The calculation at a glance: norm, income, benefit, and capital beside its limit. `outcome`: see contract 2."""
    return rekenblad.amounts(outcome)


@register.inclusion_tag("onderdelen/papier.html")
def papier(
    beeld: str, breedte: int, hoogte: int, plekken: Sequence[delen.Plek] = (), naam: Any = "", bladzijde: int = 1,
    id: str = "papier",  # noqa: A002
) -> dict[str, Any]:  # fmt: skip
    """A page of a paper with its spots lit. The numbers are those of the list `gelezen` with the same `plekken`."""
    spots = [
        spot(nummer, plek.vak, breedte, hoogte, aan=plek.aan)
        for nummer, plek in enumerate(plekken, 1)
        if plek.vak and plek.bladzijde == bladzijde
    ]
    return {"beeld": beeld, "breedte": breedte, "hoogte": hoogte, "plekken": spots, "naam": naam, "id": id}


@register.inclusion_tag("onderdelen/gelezen.html")
def gelezen(plekken: Sequence[delen.Plek], bladzijden: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """What was read, numbered as on the page. With `bladzijden` (nummer, beeld, breedte, hoogte): each spot cut out."""
    pages = {page["nummer"]: page for page in bladzijden}
    return {"rijen": [(plek, _cut_out(plek, pages.get(plek.bladzijde))) for plek in plekken]}


def _cut_out(plek: delen.Plek, page: Mapping[str, Any] | None) -> Knipsel | None:
    if page is None or plek.vak is None:
        return None
    wide, high = page["breedte"], page["hoogte"]
    return cut_out(spot(0, plek.vak, wide, high), page["beeld"], wide, high)


@register.inclusion_tag("onderdelen/maanden.html")
def maanden(tegels: Sequence[delen.Tegel], naam: Any = "") -> dict[str, Any]:
    """A tile for each month; the year is written when the tiles span more than one."""
    years = len({tegel.maand.year for tegel in tegels}) > 1
    return {"tegels": [(tegel, TEGELS[tegel.staat]) for tegel in tegels], "naam": naam, "met_jaar": years}


@register.inclusion_tag("onderdelen/feiten.html")
def feiten(rijen: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    """A few values: pairs of a word and a value."""
    return {"rijen": [(woord, toon(waarde)) for woord, waarde in rijen]}


@register.inclusion_tag("onderdelen/opties.html")
def opties(opties: Sequence[delen.Optie], eigen: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The options of the talk in equal columns, with an own idea as the last. Nothing is chosen beforehand."""
    cells, extra = ([(name, t(f"onderdelen.optie_{name}")) for name in names] for names in (CELLEN, EXTRA_CELLEN))
    heads = {f"{name}_kop": t(f"onderdelen.optie_{name}") for name in ("voor", "tegen", "waarom", "kies")}
    return {"opties": opties, "eigen": eigen or {}, "cellen": cells, "extra": extra, **heads}


@register.simple_tag(name="argumenten")
def reasons(argumenten: Iterable[delen.Argument]) -> SafeString:
    """The reasons for or against, as a list."""
    return redenen.draw(argumenten)


@register.inclusion_tag("onderdelen/toetsen.html")
def toetsen(toetsen: Sequence[delen.Toets]) -> dict[str, Any]:
    """The keys of this page, in words."""
    return {"toetsen": toetsen}


@register.inclusion_tag("onderdelen/deuren.html", takes_context=True)
def deuren(context: template.Context, kop: Any = "", bericht: Any = "", niveau: int = 2) -> dict[str, Any]:
    """Klik, bel, kom: the three doors of the municipality, on every page of the portaal."""
    request = context.get("request")
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "gemeente": context.get("gemeente"),
        "kop": kop,
        "bericht": bericht,
        "niveau": niveau,
        "bericht_adres": menu.adres("portaal:berichten") if menu.mag("portaal:berichten", request) else "",
        "inloggen_adres": "" if signed_in else menu.adres("aanmelden"),
        "terugbellen_adres": menu.adres("portaal:bel_of_kom") if menu.mag("portaal:bel_of_kom", request) else "",
    }


@register.inclusion_tag("onderdelen/menu.html", takes_context=True)
def hoofdmenu(context: template.Context, naam: str) -> dict[str, Any]:
    """The menu of a face (`portaal`, `werkplek`) with the page that is open and the counts from the context."""
    entries = menu.ingangen(naam, context.get("request"), context.get("hier") or "")
    rows = [(ingang, context.get(ingang.telling) if ingang.telling else None) for ingang in entries]
    return {"rijen": rows, "naam": t(f"onderdelen.menunaam_{naam}")}


@register.inclusion_tag("onderdelen/uitloggen.html", takes_context=True)
def uitloggen(context: template.Context) -> dict[str, Any]:
    """Log out: a form, because a link must never change anything."""
    return {"adres": menu.adres("uitloggen"), "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("onderdelen/zoekveld.html", takes_context=True)
def zoekveld(context: template.Context) -> dict[str, Any]:
    """Search a name, from every page of the werkplek."""
    request = context.get("request")
    asked = request.GET.get("naam", "") if request is not None else ""
    where = menu.adres("werkplek:zoek") if menu.mag("werkplek:zoek", request) else ""
    return {"adres": where, "gezocht": asked[:100]}


@register.inclusion_tag("onderdelen/voet.html", takes_context=True)
def voet(context: template.Context) -> dict[str, Any]:
    """The foot of a page: who looked, my data, privacy, accessibility, the other language."""
    request = context.get("request")
    return {
        "ingangen": menu.ingangen("voet", request),
        "taal_adres": menu.adres("taal"),
        "andere": "nl" if taal() == "en" else "en",
        "hier": request.get_full_path() if request is not None and request.method == "GET" else "",
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("onderdelen/fouten.html", takes_context=True)
def fouten(context: template.Context, form: Any = None, niveau: int = 2) -> dict[str, Any]:
    """Above a form: what still needs an answer, with links; or that typed text was kept while someone was away."""
    form = form if form is not None else context.get("form")
    return {"form": form, "fouten": form.foutenlijst() if form is not None else [], "niveau": niveau}


@register.simple_tag(takes_context=True)
def eenmalig(context: template.Context) -> SafeString:
    """The hidden key that lets a form count once; after an error the same key again."""
    form = context.get("form")
    key = getattr(form, "eenmalig", None) or posted(context.get("request")) or new_id()
    return format_html('<input type="hidden" name="{}" value="{}">', NAAM, key)
