"""How dates, amounts, periods and lists read in each language. One way for screens, letters and messages."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime

from opstap.kern.clock import AMSTERDAM
from opstap.kern.geld import Geld

_DAGEN = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MAANDEN = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_KORT = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_TOT_EN_MET = {"nl": "t/m", "en": "to"}
_VOEGWOORD = {"nl": {"en": "en", "of": "of"}, "en": {"en": "and", "of": "or"}}
VORMEN = ("lang", "dag", "datum", "kort", "tabel")


def datum(dag: date, taal: str = "nl", vorm: str = "lang") -> str:
    """A day in words. A moment is first taken to the Netherlands.

    `lang` donderdag 24 september 2026, `dag` donderdag 24 september, `datum` 24 september 2026, `kort` 24 sep 2026,
    `tabel` do 24 sep. Raises ValueError for another form.
    """
    local = _local(dag)
    weekday, month = _DAGEN[_words(taal)][local.weekday()], _MAANDEN[_words(taal)][local.month - 1]
    short = _KORT[_words(taal)][local.month - 1]
    if vorm == "lang":
        return f"{weekday} {local.day} {month} {local.year}"
    if vorm == "dag":
        return f"{weekday} {local.day} {month}"
    if vorm == "datum":
        return f"{local.day} {month} {local.year}"
    if vorm == "kort":
        return f"{local.day} {short} {local.year}"
    if vorm == "tabel":
        return f"{weekday[: 2 if _words(taal) == 'nl' else 3]} {local.day} {short}"
    raise ValueError(f"onbekende vorm van een datum: {vorm}")


def procent(text: str, taal: str = "nl") -> str:
    """A share as it stands in a trace ("34.40%"): 34,4 % (nl) or 34.4% (en)."""
    number = text.removesuffix("%")
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number}%" if _words(taal) == "en" else number.replace(".", ",") + "\u00a0%"


def tijd(moment: datetime, taal: str = "nl") -> str:
    """The time of day in the Netherlands: 8.05 uur (nl) or 8:05 (en)."""
    local = moment.astimezone(AMSTERDAM) if moment.tzinfo else moment
    return f"{local.hour}:{local.minute:02d}" if _words(taal) == "en" else f"{local.hour}.{local.minute:02d} uur"


def moment(wanneer: datetime, taal: str = "nl") -> str:
    """Day and time together: donderdag 24 september 2026, 8.05 uur."""
    return f"{datum(wanneer, taal)}, {tijd(wanneer, taal)}"


def maand(dag: date, taal: str = "nl", *, jaar: bool = True) -> str:
    """The month of a day: juli 2026, or juli without the year."""
    month = _MAANDEN[_words(taal)][dag.month - 1]
    return f"{month} {dag.year}" if jaar else month


def periode(van: date, tot: date, taal: str = "nl") -> str:
    """Both days included: juli 2026, 1 t/m 19 juli 2026, 20 juli t/m 3 augustus 2026. ValueError when turned."""
    if tot < van:
        raise ValueError("een periode eindigt niet voor zij begint")
    until, months, end = _TOT_EN_MET[_words(taal)], _MAANDEN[_words(taal)], datum(tot, taal, "datum")
    if van == tot:
        return end
    if (van.year, van.month) == (tot.year, tot.month):
        whole = van.day == 1 and tot.day == monthrange(tot.year, tot.month)[1]
        return maand(van, taal) if whole else f"{van.day} {until} {end}"
    year = "" if van.year == tot.year else f" {van.year}"
    return f"{van.day} {months[van.month - 1]}{year} {until} {end}"


def bedrag(waarde: Geld | str | int, taal: str = "nl") -> str:
    """An amount as its reader writes it: € 1.280,31 (nl) or €1,280.31 (en). Raises GeenBedrag."""
    geld = Geld.parse(waarde)
    if _words(taal) == "nl":
        return geld.nl
    sign = "−" if geld.cents < 0 else ""
    return f"{sign}€{abs(geld.cents) // 100:,}.{abs(geld.cents) % 100:02d}"


def opsomming(delen: Iterable[str], taal: str = "nl", woord: str = "en") -> str:
    """juni, juli en augustus; `woord` is en or of."""
    words = [str(deel) for deel in delen]
    joiner = _VOEGWOORD[_words(taal)][woord]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joiner} {words[-1]}" if words else ""


def toon(waarde: object, taal: str = "nl") -> str:
    """Any value as it stands in a text: money, moments, days and lists in words, the rest as it is."""
    if isinstance(waarde, Geld):
        return bedrag(waarde, taal)
    if isinstance(waarde, datetime):
        return moment(waarde, taal)
    if isinstance(waarde, date):
        return datum(waarde, taal)
    if isinstance(waarde, list | tuple):
        return opsomming((toon(deel, taal) for deel in waarde), taal)
    return str(waarde)


def _words(taal: str) -> str:
    """Dates and amounts have Dutch and English words; another language reads the English ones until it has its own."""
    return taal if taal in _DAGEN else "en"


def _local(dag: date) -> date:
    return dag.astimezone(AMSTERDAM).date() if isinstance(dag, datetime) and dag.tzinfo else dag
