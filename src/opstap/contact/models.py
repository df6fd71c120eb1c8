"""Klik, bel, kom: messages, call-backs and appointments, and what still has to be told."""

from __future__ import annotations

from django.db import models

from opstap.inwoner.models import Inwoner
from opstap.kern.models import Gebruiker, VanGemeente


class Bericht(VanGemeente):
    """A message between an inwoner and the municipality, in either direction."""

    inwoner = models.ForeignKey(Inwoner, on_delete=models.PROTECT, related_name="berichten")
    van_medewerker = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    verzonden_op = models.DateTimeField()
    gelezen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "berichten"
        ordering = ["-verzonden_op"]
        indexes = [models.Index(fields=["gemeente", "inwoner", "-verzonden_op"], name="bericht_van_inwoner")]


class Terugbelverzoek(VanGemeente):
    """"Call me back": a number and a part of the day, until someone has called."""

    class Dagdeel(models.TextChoices):
        OCHTEND = "ochtend", "'s ochtends"
        MIDDAG = "middag", "'s middags"
        MAAKT_NIET_UIT = "maakt_niet_uit", "maakt niet uit"

    inwoner = models.ForeignKey(Inwoner, on_delete=models.PROTECT, related_name="terugbelverzoeken")
    telefoon = models.CharField(max_length=30)
    dagdeel = models.CharField(max_length=20, choices=Dagdeel.choices)
    vraag = models.TextField(blank=True)
    gevraagd_op = models.DateTimeField()
    gebeld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "terugbelverzoeken"


class Kennisgeving(VanGemeente):
    """Outbox: one notice that something waits in the portal, to be sent by mail or SMS; it never holds the news
    itself.
    """

    class Staat(models.TextChoices):
        WACHT = "wacht"
        VERZONDEN = "verzonden"
        MISLUKT = "mislukt"

    inwoner = models.ForeignKey(Inwoner, on_delete=models.PROTECT, related_name="kennisgevingen")
    kanaal = models.CharField(max_length=10)
    tekst_sleutel = models.CharField(max_length=100)
    staat = models.CharField(max_length=10, choices=Staat.choices, default=Staat.WACHT)
    pogingen = models.PositiveSmallIntegerField(default=0)
    gemaakt_op = models.DateTimeField()
    verzonden_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "kennisgevingen"
        indexes = [models.Index(fields=["staat", "gemaakt_op"], name="kennisgeving_wacht")]
