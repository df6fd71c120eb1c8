"""Each calculation as it was made, and the right that follows from a decision."""

from __future__ import annotations

from django.db import models

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Dossier
from opstap.kern.models import Gebruiker, VanGemeente


class Berekening(VanGemeente):
    """One calculation: what went in, what came out with every step, by which rules and amounts. Never changed."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="berekeningen")
    peildatum = models.DateField()
    invoer = models.JSONField()
    herkomst = models.JSONField(default=dict)
    schakelaars = models.JSONField(default=dict)
    uitkomst = models.JSONField()
    regels_versie = models.CharField(max_length=40)
    bedragen_versie = models.CharField(max_length=40)
    gemaakt_op = models.DateTimeField()
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "berekeningen"
        ordering = ["gemaakt_op"]


class Recht(VanGemeente):
    """A right that was granted: it runs, may be suspended by a named person, and ends."""

    class Staat(models.TextChoices):
        LOPEND = "lopend", "lopend"
        OPGESCHORT = "opgeschort", "even gestopt"
        BEEINDIGD = "beëindigd", "gestopt"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="rechten")
    aanvraag = models.OneToOneField(Aanvraag, on_delete=models.PROTECT, related_name="recht")
    berekening = models.ForeignKey(Berekening, on_delete=models.PROTECT, related_name="+")
    staat = models.CharField(max_length=20, choices=Staat.choices, default=Staat.LOPEND)
    ingangsdatum = models.DateField()

    class Meta:
        verbose_name_plural = "rechten"
