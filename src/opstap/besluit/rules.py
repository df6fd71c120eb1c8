"""What must be true before a decision goes on."""

from __future__ import annotations

import json
from datetime import timedelta

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Besluit
from opstap.dossier.models import Feit
from opstap.kern import clock
from opstap.kern.weigering import NietMogelijk
from opstap.recht.huishouden import build

NA_HERSTEL = timedelta(weeks=4)


def check_facts(besluit: Besluit) -> None:
    """The calculation under a decision still says what is known, and all of it was established by a named consulent.

    Raises NietMogelijk. A decision without a calculation rests on no facts of the rules.
    """
    if besluit.berekening is None:
        return
    now = build(besluit.aanvraag, besluit.berekening.peildatum)
    kept = {key: value for key, value in besluit.berekening.invoer.items() if key != "keuzes"}
    if json.loads(json.dumps(now.invoer)) != kept:
        raise NietMogelijk("besluit.feiten_veranderd")
    is_open = sum(feit.staat != Feit.Staat.VASTGESTELD for feit in now.feiten)
    if is_open:
        raise NietMogelijk("besluit.feiten_open", aantal=is_open)


def check_stop(aanvraag: Aanvraag) -> None:
    """Not dealing with an application: only after the person had time to complete it, and within four weeks after that
    (Awb 4:5 lid 1 and 4). Raises NietMogelijk.
    """
    asked = aanvraag.verzoeken.filter(uiterlijk_op__lt=clock.today()).order_by("uiterlijk_op").last()
    if asked is None:
        raise NietMogelijk("besluit.eerst_vragen")
    until = asked.uiterlijk_op + NA_HERSTEL
    if clock.today() > until:
        raise NietMogelijk("besluit.te_laat_stoppen", datum=until)
