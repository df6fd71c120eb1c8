"""Reading the content of a municipality and its history, for who keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from opstap.kern import clock, log
from opstap.kern.log import Regel
from opstap.kern.models import Gemeente
from opstap.keuzehulp.models import Aanbod, Beproeving, Inhoudstuk, Inlezing, Vakkennisregel

INLEZINGEN = 30


def find_aanbod(gemeente: Gemeente, pk: UUID) -> Aanbod | None:
    """A row of the supply that this municipality keeps."""
    return Aanbod.objects.filter(gemeente=gemeente, pk=pk).first()


def find_inlezing(gemeente: Gemeente, pk: UUID, soort: str) -> Inlezing | None:
    return Inlezing.objects.filter(gemeente=gemeente, pk=pk, soort=soort).select_related("gemeente").first()


def inlezingen(gemeente: Gemeente, soort: str) -> list[Inlezing]:
    """The newest files that were handed in, without their bytes."""
    rows = Inlezing.objects.filter(gemeente=gemeente, soort=soort).defer("inhoud")
    return list(rows.select_related("ingelezen_door")[:INLEZINGEN])


def find_stuk(gemeente: Gemeente, pk: UUID) -> Inhoudstuk | None:
    rows = Inhoudstuk.objects.filter(gemeente=gemeente, pk=pk)
    return rows.select_related("geschreven_door", "gepubliceerd_door", "gemeente").first()


def stukken(gemeente: Gemeente) -> list[Inhoudstuk]:
    """Drafts first, then what was published, then what was taken back."""
    rows = Inhoudstuk.objects.filter(gemeente=gemeente).select_related("geschreven_door", "gepubliceerd_door")
    return sorted(rows, key=lambda row: (row.concept is None, row.gepubliceerd is None, row.soort, row.sleutel))


def find_vakkennis(gemeente: Gemeente, pk: UUID | None) -> Vakkennisregel | None:
    return Vakkennisregel.objects.filter(gemeente=gemeente, pk=pk).first() if pk else None


@dataclass(frozen=True, slots=True)
class Kennisregel:
    """One line of a team in the list; `verlopen`: the year has passed."""

    rij: Vakkennisregel
    verlopen: bool


def vakkennis(gemeente: Gemeente, instrument: str = "") -> list[Kennisregel]:
    """What teams learned, what has to be looked at first; what stopped comes last."""
    rows = Vakkennisregel.objects.filter(gemeente=gemeente).select_related("geschreven_door", "weerspreekt")
    rows = rows.filter(instrument=instrument) if instrument else rows
    today: date = clock.today()
    lines = [Kennisregel(row, row.gestopt_op is None and row.herzien_voor < today) for row in rows]
    return sorted(lines, key=lambda one: (one.rij.gestopt_op is not None, not one.verlopen, one.rij.instrument))


def teams(gemeente: Gemeente) -> list[str]:
    """The teams that signed something here."""
    return sorted(set(Vakkennisregel.objects.filter(gemeente=gemeente, van="").values_list("team", flat=True)))


def beproevingen(gemeente: Gemeente) -> list[Beproeving]:
    return list(Beproeving.objects.filter(gemeente=gemeente).select_related("vastgelegd_door"))


def made_and_tried(rows: Sequence[Beproeving]) -> Mapping[str, bool]:
    """Per kind whether it was done at least once: the council of inwoners, and a trial with people."""
    done = {row.soort for row in rows}
    return {soort: soort in done for soort in Beproeving.Soort.values}


def history(gemeente: Gemeente, pk: UUID) -> list[Regel]:
    """What happened to one row, newest first."""
    own = log.read(gemeente, [pk])
    return sorted(own, key=lambda regel: regel.volgnummer, reverse=True)


def supply_history(gemeente: Gemeente, aanbod: Aanbod) -> list[tuple[Regel, Mapping[str, Any]]]:
    """The history of a row with what changed each time: by a form, or by a list that was read in."""
    key = str(aanbod.pk)
    lists = Inlezing.objects.filter(gemeente=gemeente, soort=Inlezing.Soort.AANBOD).filter(~Q(toegepast_op=None))
    imports = log.read(gemeente, lists.values_list("pk", flat=True), "inlezing.toegepast")
    touched = [one for one in imports if key in one.gegevens.get("verschil", {}) or key in one.gegevens.get("nieuw",
        ())]
    found = sorted([*log.read(gemeente, [aanbod.pk]), *touched], key=lambda one: one.volgnummer, reverse=True)
    return [(one, _changed(one, key)) for one in found]


def _changed(regel: Regel, key: str) -> Mapping[str, Any]:
    changed = regel.gegevens.get("verschil", {})
    return changed.get(key, {}) if regel.soort.startswith("inlezing.") else changed
