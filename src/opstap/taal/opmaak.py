"""The small notation inside a text: values, plurals, bold, a link and paragraphs.

{naam}                     a value; money, days and lists are written in words
{aantal|papier|papieren}   the first word for 1 (or a list of one), else the second; no number is shown
**vet**                    bold
[woorden]({adres})         a link; the address is always a value, never written in the text
an empty line              a new paragraph
{{ and }}                  a real brace
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sized
from dataclasses import dataclass
from html import escape
from typing import Any

from opstap.kern.geld import Geld
from opstap.taal.weergave import toon

_TOKEN = re.compile(
    r"(?P<brace>\{\{|\}\})"
    r"|\{(?P<name>[a-z][a-z0-9_]*)(?:\|(?P<one>[^|{}]*)\|(?P<many>[^|{}]*))?\}"
    r"|(?P<bold>\*\*)"
    r"|(?P<open>\[)(?=[^\[\]\n]+\]\(\{)"
    r"|\]\(\{(?P<link>[a-z][a-z0-9_]*)\}\)"
    r"|(?P<break>[ \t]*\n[ \t]*\n\s*)"
    r"|(?P<stray>[{}])"
)
_SAFE = re.compile(r"(?:/(?!/)|#|https?://|tel:|mailto:|\?)")


class OpmaakFout(ValueError):
    """The notation of a text is wrong; the message is one Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One piece of a text. `soort`: tekst, waarde, meervoud, vet, open, link or alinea."""

    soort: str
    tekst: str = ""
    een: str = ""
    meer: str = ""


def parse(text: str) -> tuple[Deel, ...]:
    """Cut a text into its pieces. Raises OpmaakFout on a stray brace, a half bold or a half link."""
    parts: list[Deel] = []
    position, bold, link = 0, False, False
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            parts.append(Deel("tekst", text[position : match.start()]))
        position = match.end()
        part = _part(match)
        if part.soort == "alinea" and (bold or link):
            raise OpmaakFout("** of een link loopt door over een lege regel")
        if (part.soort == "open" and link) or (part.soort == "link" and not link):
            raise OpmaakFout("een link is niet goed geopend of gesloten: schrijf [woorden]({adres})")
        bold ^= part.soort == "vet"
        link = part.soort == "open" or (link and part.soort != "link")
        parts.append(part)
    if position < len(text):
        parts.append(Deel("tekst", text[position:]))
    if bold:
        raise OpmaakFout("** staat er een oneven aantal keer")
    return tuple(parts)


def names(parts: tuple[Deel, ...]) -> frozenset[str]:
    """The values a text asks for."""
    return frozenset(part.tekst for part in parts if part.soort in ("waarde", "meervoud", "link"))


def plain(parts: tuple[Deel, ...], values: Mapping[str, Any], taal: str) -> str:
    """The text without markup; the address of a link follows its words between brackets. KeyError: a missing value."""
    return "".join(_plain_part(part, values, taal) for part in parts)


def markup(parts: tuple[Deel, ...], values: Mapping[str, Any], taal: str) -> str:
    """HTML with every value escaped; paragraphs only when the text has an empty line. KeyError: a missing value."""
    out: list[str] = []
    bold, address = False, _addresses(parts)
    for part in parts:
        if part.soort == "vet":
            bold = not bold
            out.append("<strong>" if bold else "</strong>")
        elif part.soort == "alinea":
            out.append("</p>\n<p>")
        elif part.soort == "open":
            out.append(f'<a href="{escape(_safe_address(_given(values, next(address))))}">')
        elif part.soort == "link":
            out.append("</a>")
        elif part.soort == "waarde" and isinstance(values[part.tekst], Geld):
            out.append(f'<span class="amount">{escape(toon(values[part.tekst], taal))}</span>')
        else:
            out.append(escape(_plain_part(part, values, taal)))
    text = "".join(out)
    return f"<p>{text}</p>" if any(part.soort == "alinea" for part in parts) else text


def _part(match: re.Match[str]) -> Deel:
    if match["stray"]:
        raise OpmaakFout("een losse accolade: schrijf {naam}, {aantal|een|meer}, of {{ voor een echte accolade")
    if match["brace"]:
        return Deel("tekst", match["brace"][0])
    if match["name"]:
        if match["one"] is None:
            return Deel("waarde", match["name"])
        return Deel("meervoud", match["name"], match["one"], match["many"])
    if match["link"]:
        return Deel("link", match["link"])
    return Deel({"bold": "vet", "open": "open", "break": "alinea"}[match.lastgroup or ""])


def _plain_part(part: Deel, values: Mapping[str, Any], taal: str) -> str:
    if part.soort == "tekst":
        return part.tekst
    if part.soort == "alinea":
        return "\n\n"
    if part.soort == "waarde":
        return toon(_given(values, part.tekst), taal)
    if part.soort == "meervoud":
        return part.een if _count(_given(values, part.tekst)) == 1 else part.meer
    if part.soort == "link":
        return f" ({_safe_address(_given(values, part.tekst))})"
    return ""


def _given(values: Mapping[str, Any], name: str) -> Any:
    value = values[name]
    if value is None:
        raise KeyError(name)
    return value


def _count(value: Any) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, str) else int(value)


def _addresses(parts: tuple[Deel, ...]) -> Any:
    return iter([part.tekst for part in parts if part.soort == "link"])


def _safe_address(value: Any) -> str:
    """An address that a page may link to; raises OpmaakFout for anything that could run or leave unseen."""
    address = str(value).strip()
    if not _SAFE.match(address):
        raise OpmaakFout(f"dit adres mag niet in een link: {address[:60]!r}")
    return address
