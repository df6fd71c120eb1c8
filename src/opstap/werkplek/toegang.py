"""One door from an address to a dossier: found in this municipality, readable for this worker, and written in the
log.
"""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.actions.view_dossier import ViewDossier
from opstap.dossier.models import Bewijsstuk
from opstap.dossier.toegang import may_read
from opstap.kern.models import Gebruiker, Gemeente


def worker(request: HttpRequest) -> tuple[Gebruiker, Gemeente]:
    """Who works, and for which municipality."""
    return request.user, request.gemeente  # type: ignore[return-value, attr-defined]


def open_aanvraag(request: HttpRequest, pk: UUID) -> Aanvraag:
    """The aanvraag, after writing down that this worker looked. Raises Http404 when it is not theirs to see."""
    user, gemeente = worker(request)
    rows = Aanvraag.objects.select_related("dossier__inwoner__gemeente", "dossier__gemeente", "consulent", "gemeente")
    aanvraag = rows.filter(gemeente=gemeente, pk=pk).first()
    if aanvraag is None or not may_read(user, aanvraag.dossier):
        raise Http404
    ViewDossier(door=user, gemeente=gemeente, dossier=aanvraag.dossier).run()
    return aanvraag


def open_papier(request: HttpRequest, aanvraag: Aanvraag, pk: UUID) -> Bewijsstuk:
    rows = Bewijsstuk.objects.select_related("bestand", "dossier")
    paper = rows.filter(gemeente=aanvraag.gemeente, dossier=aanvraag.dossier, pk=pk).first()
    if paper is None:
        raise Http404
    return paper
