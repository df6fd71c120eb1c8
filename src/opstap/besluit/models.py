"""The decision, the second pair of eyes and the letter."""

from __future__ import annotations

from django.db import models

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Dossier
from opstap.kern.models import Gebruiker, VanGemeente
from opstap.recht.models import Berekening


class Besluit(VanGemeente):
    """A decision on an application. A named consulent writes it, another person checks it; nothing decides by
    itself.
    """

    class Staat(models.TextChoices):
        CONCEPT = "concept", "in de maak"
        TER_CONTROLE = "ter_controle", "wordt nagekeken"
        TERUG = "terug", "terug naar de maker"
        GENOMEN = "genomen", "genomen"

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="besluiten")
    berekening = models.ForeignKey(Berekening, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    uitkomst = models.CharField(max_length=20, choices=Aanvraag.Uitkomst.choices)
    motivering = models.TextField()
    staat = models.CharField(max_length=20, choices=Staat.choices, default=Staat.CONCEPT)
    opgesteld_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    gecontroleerd_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opmerking = models.TextField(blank=True)
    genomen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "besluiten"

    @property
    def versie(self) -> str:
        """Tells one writing of this draft from the next."""
        return self.opgesteld_op.isoformat()


class Brief(VanGemeente):
    """A letter in the dossier: a tagged PDF in the storage, with its text for who does not read PDF."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="brieven")
    besluit = models.OneToOneField(Besluit, null=True, blank=True, on_delete=models.PROTECT, related_name="brief")
    onderwerp = models.CharField(max_length=200)
    sleutel = models.CharField(max_length=100)
    html = models.TextField()
    verzonden_op = models.DateTimeField()
    gelezen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "brieven"
