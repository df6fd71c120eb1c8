"""Whose portal this is: one door from the signed-in account to a person, the dossier and the aanvraag, or "not
found".
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404, HttpRequest

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.feiten import known
from opstap.dossier.models import Dossier
from opstap.inwoner.models import Inwoner
from opstap.inwoner.queries import helped_by
from opstap.kern.models import Gebruiker, Gemeente


@dataclass(frozen=True, slots=True)
class Mijn:
    """The person this page is about. `is_helper`: somebody else looks along with a mandate."""

    gebruiker: Gebruiker
    gemeente: Gemeente
    inwoner: Inwoner
    dossier: Dossier | None
    aanvraag: Aanvraag | None
    is_helper: bool

    @property
    def telefoon(self) -> str:
        """The number we know: kept with the person, else as said in the questionnaire. Never for a helper."""
        said = known(self.dossier).get("telefoon") if self.dossier and not self.is_helper else None
        return self.inwoner.telefoon or str(said or "")

    def need_dossier(self) -> Dossier:
        if self.dossier is None:
            raise Http404
        return self.dossier

    def need_aanvraag(self) -> Aanvraag:
        if self.aanvraag is None:
            raise Http404
        return self.aanvraag


def mijn(request: HttpRequest) -> Mijn:
    """The person, dossier and newest aanvraag that belong to who is signed in. Raises Http404 when there is no
    person.
    """
    user: Gebruiker = request.user  # type: ignore[assignment]
    inwoner = Inwoner.objects.select_related("gemeente").filter(account=user).first()
    helped = [] if inwoner else helped_by(user)
    if inwoner is None and not helped:
        raise Http404
    person = inwoner or helped[0]
    dossier = _dossier(person)
    aanvraag = None
    if dossier is not None:
        rows = Aanvraag.objects.filter(gemeente=person.gemeente, dossier=dossier)
        aanvraag = rows.select_related("dossier__inwoner", "consulent", "gemeente").order_by("-begonnen_op").first()
    return Mijn(user, person.gemeente, person, dossier, aanvraag, is_helper=inwoner is None)


def _dossier(person: Inwoner) -> Dossier | None:
    mine = Q(inwoner=person) | Q(partner=person)
    rows = Dossier.objects.select_related("inwoner", "partner", "gemeente")
    return rows.filter(mine, gemeente=person.gemeente).order_by("begonnen_op").first()
