"""The texts of the screen in the language of the reader, for templates, forms and views."""

from __future__ import annotations

from typing import Any

from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from opstap.taal import teksten


def taal() -> str:
    """The language this request is answered in: one that has texts, else Dutch."""
    chosen = (get_language() or teksten.HOOFDTAAL).partition("-")[0]
    return chosen if teksten.kent(chosen) else teksten.HOOFDTAAL


def t(sleutel: str, /, **waarden: Any) -> SafeString:
    """The text of a key as safe HTML. Raises OnbekendeTekst when there is none (see `taal.teksten`)."""
    return SafeString(teksten.html(sleutel, taal(), **waarden))  # the values are escaped there


def plat(sleutel: str, /, **waarden: Any) -> str:
    """The text of a key without markup, for a mail, a title or an attribute."""
    return teksten.tekst(sleutel, taal(), **waarden)


# `later("key", a=b)`: the text is looked up when it is shown, in the language of that reader (labels of a form).
later = lazy(t, SafeString)
