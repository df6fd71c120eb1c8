"""Reading about people, always within one municipality."""

from __future__ import annotations

from opstap.inwoner.models import Inwoner, Machtiging
from opstap.kern import clock, geheim
from opstap.kern.models import Gebruiker, Gemeente


def bsn_mark(bsn: str) -> str:
    """The keyed mark under which a BSN is found without being stored in the clear."""
    return geheim.mark(bsn, "bsn")


def find_by_bsn(gemeente: Gemeente, bsn: str) -> Inwoner | None:
    return Inwoner.objects.select_related("account").filter(gemeente=gemeente, bsn_zegel=bsn_mark(bsn)).first()


def open_bsn(inwoner: Inwoner) -> str:
    """The BSN itself, for a look-up or a letter. Callers write an event that says why."""
    return geheim.unseal(bytes(inwoner.bsn), str(inwoner.pk)).decode()


def helped_by(gebruiker: Gebruiker) -> list[Inwoner]:
    """The people who gave this account a mandate that still holds."""
    valid = Machtiging.objects.filter(gemeente=gebruiker.gemeente, helper=gebruiker, ingetrokken_op=None)
    return [
        row.inwoner
        for row in valid.select_related("inwoner")
        if row.geldig_tot is None or row.geldig_tot >= clock.today()
    ]
