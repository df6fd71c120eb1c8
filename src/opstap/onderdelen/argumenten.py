"""The reasons for and against as a list; drawn here and not by a template, for a talk has some sixty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from opstap.onderdelen.delen import Argument
from opstap.onderdelen.teksten import t


def draw(argumenten: Iterable[Argument]) -> SafeString:
    """One item for each reason: its kind, what it says and where that comes from; further reasons fold away."""
    items = format_html_join("", "{}", ((_item(one),) for one in argumenten))
    return format_html('<ul class="argumenten">{}</ul>', items)


def _item(argument: Argument) -> SafeString:
    if argument.meer:
        more = t("onderdelen.argument_meer", aantal=len(argument.meer))
        return format_html(
            '<li><details><summary class="small">{}</summary>{}</details></li>', more, draw(argument.meer)
        )
    kind = argument.kop, argument.tekst, argument.bron, argument.adres
    return _own_words(*kind) if argument.soort == "uw_woorden" else _drawn(*kind)


def _own_words(kop: Any, tekst: Any, bron: str, adres: str) -> SafeString:
    """Never kept: it is what somebody said."""
    return format_html('<li class="uw"><b>{}</b> {}{}</li>', kop, tekst, _source(bron, adres))


@lru_cache(maxsize=2048, typed=True)  # typed: a safe text and a plain one with the same letters are drawn differently
def _drawn(kop: Any, tekst: Any, bron: str, adres: str) -> SafeString:
    """What the content says is the same for everybody, so it is drawn once."""
    return format_html("<li><b>{}</b> {}{}</li>", kop, tekst, _source(bron, adres))


def _source(bron: str, adres: str) -> SafeString:
    if not bron:
        return SafeString("")
    if not adres:
        return format_html(" <cite>{}</cite>", bron)
    return format_html(' <cite><a href="{}">{}</a></cite>', adres, bron)
