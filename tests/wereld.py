"""A whole world for the guards: Danielle's application with a paper, a letter, a talk and a plan, and the address of
every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Besluit, Brief
from opstap.contact.actions.request_call import RequestCall
from opstap.contact.actions.send_bericht import SendBericht
from opstap.dossier.actions.begin_oplading import BeginOplading
from opstap.dossier.models import Bewijsstuk
from opstap.kern import clock
from opstap.keuzehulp.actions.choose import Choose
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.models import Stap
from tests.kennis import make_kennis
from tests.reis import MT940, answer_all, hand_in, signed_in
from tests.spelers import Cast


@dataclass(frozen=True, slots=True)
class Deur:
    """One address of the product: its name, its path in this world, and who it says it is for."""

    naam: str
    pad: str
    publiek: frozenset[str]


@dataclass(slots=True)
class Wereld:
    """The rows that the addresses need."""

    cast: Cast
    aanvraag: Aanvraag
    papier: Bewijsstuk
    brief: Brief
    ids: dict[str, Any]


def make_wereld(cast: Cast) -> Wereld:
    """Danielle applied and handed in a statement; a decision waits for a second person; an earlier letter lies
    ready.
    """
    her = signed_in(cast.danielle.account)
    her.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    answer_all(her)
    hand_in(her, ("afschrift.940", MT940))
    her.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())})
    call = RequestCall(door=cast.danielle.account, gemeente=cast.gemeente, inwoner=cast.danielle, telefoon="06",
        dagdeel="ochtend").run()
    SendBericht(door=cast.farida, gemeente=cast.gemeente, inwoner=cast.danielle, onderwerp="Vraag",
        tekst="Hoi Danielle").run()
    aanvraag = Aanvraag.objects.get()
    Besluit.objects.create(
        gemeente=cast.gemeente, aanvraag=aanvraag, uitkomst="afgewezen", motivering="Danielle heeft genoeg.",
        staat="ter_controle", opgesteld_door=cast.farida, opgesteld_op=clock.now(),
    )  # fmt: skip
    _talk(cast)
    brief = Brief.objects.create(
        gemeente=cast.gemeente, dossier=aanvraag.dossier, onderwerp="Een brief aan Danielle",
        html="<p>Beste Danielle</p>",
        sleutel=_letter(), verzonden_op=clock.now(),
    )  # fmt: skip
    paper = Bewijsstuk.objects.get()
    upload = BeginOplading(door=cast.danielle.account, gemeente=cast.gemeente, dossier=aanvraag.dossier, naam="half",
        grootte=9).run()
    ids = {"portaal:oplading": upload.pk, "werkplek:oplading": upload.pk,
           "portaal:brief": brief.pk, "portaal:brief_pdf": brief.pk, "werkplek:gebeld": call.pk, "portaal": paper.pk,
           "werkplek": aanvraag.pk, "stap": Stap.objects.get().pk, **make_kennis(cast)}  # fmt: skip
    return Wereld(cast, aanvraag, paper, brief, ids)


def doors(world: Wereld) -> Iterator[Deur]:
    """Every address of the product; fails on one that names no audience."""
    for name, pattern in _patterns(get_resolver().url_patterns, ""):
        publiek = getattr(pattern.callback, "publiek", None)
        assert publiek is not None, f"{name} names no audience"
        yield Deur(name, reverse(name, kwargs=_kwargs(name, pattern, world)), frozenset(str(rol) for rol in publiek))


def _patterns(patterns: list[Any], prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _patterns(pattern.url_patterns, space)
        else:
            yield f"{prefix}{pattern.name}", pattern


def _kwargs(name: str, pattern: URLPattern, world: Wereld) -> dict[str, Any]:
    room = name.partition(":")[0]
    values = {"pk": world.ids.get(name, world.ids.get(room)), "stuk": world.papier.pk, "bladzijde": 1,
        "sleutel": "wonen",
              "vereiste": "huur", "inwoner": world.cast.danielle.pk, "stap": world.ids["stap"],
              "studie": "Smedslund2006"}  # fmt: skip
    return {key: values[key] for key in pattern.pattern.converters}


def _talk(cast: Cast) -> None:
    """Danielle filled in her sheet and chose a step with Farida."""
    same = {"gemeente": cast.gemeente}
    sheet = FillGesprek(door=cast.danielle.account, inwoner=cast.danielle, eigen_woorden="Danielle wil werken.",
        **same).run()
    Choose(
        door=cast.farida, gesprek=sheet, optie="orientatie", reden="Danielle wil kijken.", wie="samen",
        doel="Danielle werkt.",
        eerste_stap="Danielle belt.", stap_wie="Danielle", evaluatie_op=clock.today() + timedelta(days=60), **same,
    ).run()  # fmt: skip


def _letter() -> str:
    from io import BytesIO

    from opstap.kern import geheim

    return geheim.opslag().schrijf(BytesIO(b"%PDF-1.7 Danielle"), 1000).sleutel
