"""The application and its course. Its two dates come from outside and are never derived."""

from __future__ import annotations

from django.db import models

from opstap.dossier.models import Dossier
from opstap.kern.models import Gebruiker, VanGemeente


class Aanvraag(VanGemeente):
    """One application for general bijstand. The last four fields are a summary of the clock for the work list,
    written by `aanvraag.klok.herzie` in the same transaction as each event."""

    class Staat(models.TextChoices):
        GEMELD = "gemeld", "begonnen"
        INGEDIEND = "ingediend", "ingediend"
        IN_BEHANDELING = "in_behandeling", "in behandeling"
        WACHT_OP_AANVULLING = "wacht_op_aanvulling", "wacht op papieren"
        TE_BESLISSEN = "te_beslissen", "klaar voor het besluit"
        BESLOTEN = "besloten", "besloten"
        INGETROKKEN = "ingetrokken", "ingetrokken"

    class Uitkomst(models.TextChoices):
        TOEGEKEND = "toegekend", "u krijgt bijstand"
        DEELS = "deels", "u krijgt een deel"
        AFGEWEZEN = "afgewezen", "u krijgt geen bijstand"
        NIET_BEHANDELD = "niet_behandeld", "wij stoppen met uw aanvraag"

    class AanZet(models.TextChoices):
        INWONER = "inwoner", "de inwoner"
        GEMEENTE = "gemeente", "de gemeente"
        NIEMAND = "niemand", "niemand"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="aanvragen")
    nummer = models.CharField(max_length=20)
    staat = models.CharField(max_length=30, choices=Staat.choices, default=Staat.GEMELD)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices, blank=True)
    kanaal = models.CharField(max_length=20, default="portaal")
    consulent = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="aanvragen")
    begonnen_op = models.DateTimeField()
    gemeld_op = models.DateField(null=True, blank=True)
    aangevraagd_op = models.DateField(null=True, blank=True)
    ingediend_op = models.DateTimeField(null=True, blank=True)
    afschrift = models.JSONField(null=True, blank=True)
    aan_zet = models.CharField(max_length=10, choices=AanZet.choices, default=AanZet.INWONER)
    aan_zet_sinds = models.DateField(null=True, blank=True)
    werk = models.CharField(max_length=60, blank=True)
    uiterlijk_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "aanvragen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "nummer"], name="aanvraag_nummer")]
        indexes = [
            models.Index(fields=["gemeente", "aan_zet", "aan_zet_sinds", "id"], name="aanvraag_werkvoorraad"),
            models.Index(fields=["gemeente", "dossier"], name="aanvraag_van_dossier"),
        ]

    @property
    def is_open(self) -> bool:
        return self.staat not in (self.Staat.BESLOTEN, self.Staat.INGETROKKEN)


class Aanvraagnummer(models.Model):
    """The last number given out in one municipality in one year; locked while the next is taken."""

    gemeente = models.ForeignKey("kern.Gemeente", on_delete=models.PROTECT, related_name="+")
    jaar = models.PositiveIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "jaar"], name="aanvraagnummer_jaar")]


class Aanvullingsverzoek(VanGemeente):
    """One request for what is still missing. The clock stands still from the day after it (Awb 4:15 lid 1)."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="verzoeken")
    vereisten = models.JSONField(default=list)
    toelichting = models.TextField(blank=True)
    gevraagd_op = models.DateField()
    uiterlijk_op = models.DateField()
    afgerond_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "aanvullingsverzoeken"
        ordering = ["gevraagd_op"]


class OvergedragenAanvraag(VanGemeente):
    """An application as UWV passed it on (Pw 41 lid 1), once per `kenmerk`, with both dates and what was said there."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="overdrachten")
    kenmerk = models.CharField(max_length=100)
    gemeld_op = models.DateField()
    aangevraagd_op = models.DateField()
    gezegd = models.JSONField(default=dict)
    ontvangen_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "overgedragen aanvragen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "kenmerk"], name="overdracht_kenmerk")]
