"""The menus of the faces by the name of their address. What has no page yet is left out: no link leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

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


@dataclass(frozen=True, slots=True)
class Ingang:
    """One entry of a menu. `hier`: page (this very page), true (a page below it) or empty."""

    adres: str
    sleutel: str
    telling: str
    telling_sleutel: str
    hier: str


def adres(naam: str, *args: object) -> str:
    """The address under a name, or an empty text when there is no such page."""
    try:
        return reverse(naam, args=args)
    except NoReverseMatch:
        return ""


def ingangen(menu: str, request: HttpRequest | None, hier: str = "") -> list[Ingang]:
    """The entries of a menu that lead somewhere. `hier` is the name of the entry that a deeper page belongs to."""
    found = []
    for naam, sleutel, telling, telling_sleutel in MENUS[menu]:
        where = adres(naam)
        if where:
            here = "page" if request is not None and request.path == where else "true" if naam == hier else ""
            found.append(Ingang(where, sleutel, telling, telling_sleutel, here))
    return found
