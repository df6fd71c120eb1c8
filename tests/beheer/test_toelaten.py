"""A beheerder lets workers in and blocks them; nobody does that for themselves."""

from __future__ import annotations

import pytest

from opstap.kern.models import Gebruiker, Rol
from opstap.kern.toelaten import AdmitMedewerker
from opstap.kern.weigering import NietBevoegd, NietMogelijk
from tests.reis import signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def admit(cast: Cast, naam: str, rol: str = Rol.CONSULENT, door: Gebruiker | None = None, **other: object) -> Gebruiker:
    door = door or cast.bea
    return AdmitMedewerker(door=door, gemeente=cast.gemeente, aanmeldnaam=naam, naam="Nieuw", rol=rol, **other).run()


def test_who_is_blocked_is_out_at_once(cast: Cast) -> None:
    client = signed_in(cast.noor)
    assert client.get("/werkplek/").status_code == 200
    admit(cast, "noor", toegelaten=False)
    assert client.get("/werkplek/").status_code == 302


def test_a_new_role_counts_from_the_next_click(cast: Cast) -> None:
    client = signed_in(cast.noor)
    admit(cast, "noor", rol=Rol.TEAMMANAGER)
    assert client.get("/werkplek/").status_code == 404


@pytest.mark.parametrize("who", ["farida", "koen", "tessa"])
def test_nobody_else_lets_in(cast: Cast, who: str) -> None:
    with pytest.raises(NietBevoegd):
        admit(cast, "nieuw", door=getattr(cast, who))


@pytest.mark.parametrize(("name", "rol"), [("bea", Rol.CONSULENT), ("x", Rol.INWONER), ("  ", Rol.CONSULENT), ("x",
    "baas")])
def test_not_oneself_not_an_inwoner_and_not_nobody(cast: Cast, name: str, rol: str) -> None:
    with pytest.raises(NietMogelijk):
        admit(cast, name, rol)


@pytest.mark.parametrize("name", ["helper:anja", "n" * 201])
def test_a_name_that_cannot_be_gets_a_sentence(cast: Cast, name: str) -> None:
    with pytest.raises(NietMogelijk) as refusal:
        admit(cast, name)
    assert refusal.value.sleutel == "beheer.andere_naam"


def test_the_same_name_next_door_is_someone_else(cast: Cast) -> None:
    admit(cast, "farida", toegelaten=False)
    cast.buurconsulent.refresh_from_db()
    assert cast.buurconsulent.is_active
