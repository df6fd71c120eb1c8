"""The menus of the faces by the name of their address. What has no page yet is left out: no link leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, resolve, reverse

# name of the address, key of the word, name of the count in the context, key of the words beside the count
MENUS: dict[str, list[tuple[str, str, str, str]]] = {
    "portaal": [
        ("portaal:waar_sta_ik", "onderdelen.menu_waar_sta_ik", "", ""),
        ("portaal:papieren", "onderdelen.menu_papieren", "aantal_papieren", "onderdelen.nog_nodig"),
        ("portaal:berichten", "onderdelen.menu_berichten", "aantal_berichten", "onderdelen.nieuw"),
        ("portaal:meer", "algemeen.meer", "", ""),
    ],
    "werkplek": [
        ("werkplek:werkvoorraad", "onderdelen.menu_werkvoorraad", "", ""),
        ("werkplek:agenda", "onderdelen.menu_agenda", "", ""),
        ("werkplek:gesprekken", "onderdelen.menu_gesprekken", "", ""),
        ("beheer:aanbod", "aanbod.titel_kort", "", ""),
        ("werkplek:herziening", "onderdelen.menu_normen", "", ""),
        ("werkplek:loket", "onderdelen.menu_loket", "", ""),
        ("werkplek:inzicht", "onderdelen.menu_inzicht", "", ""),
        ("werkplek:handboek", "onderdelen.menu_handboek", "", ""),
        ("beheer:begin", "onderdelen.menu_beheer", "", ""),
    ],
    "voet": [
        ("portaal:wie_keek", "algemeen.wie_keek", "", ""),
        ("portaal:mijn_gegevens", "algemeen.mijn_gegevens", "", ""),
        ("privacy", "algemeen.privacy", "", ""),
        ("toegankelijkheid", "algemeen.toegankelijkheid", "", ""),
    ],
}

# to which entry a page belongs that names none
HUIS = {"beheer": "beheer:begin"}


@dataclass(frozen=True, slots=True)
class Ingang:
    """One entry of a menu. `hier`: page (this very page), true (a page below it) or empty."""

    adres: str
    sleutel: str
    telling: str
    telling_sleutel: str
    hier: str


def adres(naam: str) -> str:
    """The address under a name, or an empty text when there is no such page."""
    return _found(naam, get_urlconf() or settings.ROOT_URLCONF)[0]


def mag(naam: str, request: HttpRequest | None) -> bool:
    """Whether there is such a page, and it is meant for who asks: a link must not lead to "not found"."""
    address, publiek = _found(naam, get_urlconf() or settings.ROOT_URLCONF)
    user = getattr(request, "user", None)
    return bool(address) and ("iedereen" in publiek or getattr(user, "rol", None) in publiek)


def ingangen(menu: str, request: HttpRequest | None, hier: str = "") -> list[Ingang]:
    """The entries of a menu that lead somewhere. `hier` is the name of the entry that a deeper page belongs to."""
    hier = hier or HUIS.get(getattr(getattr(request, "resolver_match", None), "namespace", ""), "")
    found = []
    for naam, sleutel, telling, telling_sleutel in MENUS[menu]:
        if mag(naam, request):
            where = adres(naam)
            here = "page" if request is not None and request.path == where else "true" if naam == hier else ""
            found.append(Ingang(where, sleutel, telling, telling_sleutel, here))
    return found


@cache
def _found(naam: str, urlconf: Any) -> tuple[str, frozenset[str]]:
    """Address and audience of a name; addresses do not change while the program runs."""
    try:
        where = reverse(naam, urlconf=urlconf)
        return where, frozenset(getattr(resolve(where, urlconf=urlconf).func, "publiek", ()))
    except NoReverseMatch:
        return "", frozenset()
