"""The talk about help towards work: the sheet, the choice and the plan. Apart from entitlement, always."""

from __future__ import annotations

from django.db import models

from opstap.inwoner.models import Inwoner
from opstap.kern.models import Gebruiker, VanGemeente
from opstap.keuzehulp.kennismodellen import Beproeving, Inhoudstuk, Inlezing, Vakkennisregel
from opstap.keuzehulp.voortgang import Gesprekstelling, Jongerenplan, Terugblik, Voortgangsgesprek

__all__ = [
    "Aanbod", "Beproeving", "Gesprek", "Gesprekstelling", "Inhoudstuk", "Inlezing", "Jongerenplan", "Keuze", "Plan",
    "Stap", "Terugblik", "Vakkennisregel", "Voortgangsgesprek",
]  # fmt: skip


class Gesprek(VanGemeente):
    """One conversation sheet: the person's own words and answers, and beside them how the consulent sees it."""

    inwoner = models.ForeignKey(Inwoner, on_delete=models.PROTECT, related_name="gesprekken")
    consulent = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    eigen_woorden = models.TextField(blank=True)
    sterk = models.TextField(blank=True)
    """What the person is good at, in own words; `sterk_consulent` what the worker sees go well, beside it."""
    sterk_consulent = models.TextField(blank=True)
    antwoorden = models.JSONField(default=dict)
    weegt = models.JSONField(default=list)
    antwoorden_consulent = models.JSONField(default=dict)
    begonnen_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "gesprekken"
        ordering = ["begonnen_op"]


class Keuze(VanGemeente):
    """What the person chose, why, who chose, and what was on the table. It is never sent as an obligation."""

    class Wie(models.TextChoices):
        INWONER = "inwoner", "de inwoner"
        SAMEN = "samen", "samen"
        NOG_NIET = "nog_niet", "nog niet gekozen"

    gesprek = models.ForeignKey(Gesprek, on_delete=models.PROTECT, related_name="keuzes")
    optie = models.CharField(max_length=60, blank=True)
    """The kind of help, `eigen-idee`, or empty when nothing was chosen yet."""
    eigen_idee = models.TextField(blank=True)
    eigen_redenen = models.JSONField(default=dict)
    """What speaks for and against the own idea, and what to arrange first (keys voor, tegen, eerst)."""
    ernaast = models.JSONField(default=list)
    reden = models.TextField(blank=True)
    niet_gekozen = models.TextField(blank=True)
    wie = models.CharField(max_length=20, choices=Wie.choices)
    kijk_consulent = models.TextField(blank=True)
    getoond = models.JSONField(default=list)
    gekozen_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["gekozen_op"]


class Plan(VanGemeente):
    """My plan: a goal in own words, steps, and a day to look back."""

    keuze = models.OneToOneField(Keuze, on_delete=models.PROTECT, related_name="plan")
    inwoner = models.ForeignKey(Inwoner, on_delete=models.PROTECT, related_name="plannen")
    doel = models.TextField(blank=True)
    evaluatie_op = models.DateField()
    gemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "plannen"


class Stap(VanGemeente):
    """One step: who does what, by when."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="stappen")
    wat = models.CharField(max_length=300)
    wie = models.CharField(max_length=100)
    uiterlijk_op = models.DateField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    toegevoegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    toegevoegd_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "stappen"
        ordering = ["toegevoegd_op"]


class Aanbod(VanGemeente):
    """What is on offer here and now for one kind of help: who gives it, where, how many places, how long the wait.

    Also an employer who opens a door: a work place or a vacancy, with what the employer lets go of and adjusts.
    """

    class Soort(models.TextChoices):
        HULP = "hulp", "hulp"
        WERKPLEK = "werkplek", "werkplek"
        VACATURE = "vacature", "vacature"

    soort = models.CharField(max_length=20, choices=Soort.choices, default=Soort.HULP)
    instrument = models.CharField(max_length=60)
    naam = models.CharField(max_length=200)
    aanbieder = models.CharField(max_length=200)
    plaats = models.CharField(max_length=200, blank=True)
    regio = models.CharField(max_length=100, blank=True)
    """The name of a region: then it is on offer in every municipality of that region in this installation."""
    dagen = models.CharField(max_length=100, blank=True)
    uren = models.CharField(max_length=100, blank=True)
    plekken = models.PositiveIntegerField(null=True, blank=True)
    wachttijd_weken = models.PositiveSmallIntegerField(null=True, blank=True)
    start_op = models.DateField(null=True, blank=True)
    taal = models.CharField(max_length=100, blank=True)
    kosten = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    laat_vallen = models.CharField(max_length=500, blank=True)
    """The conditions that an employer drops: no diploma needed, no driving licence."""
    past_aan = models.CharField(max_length=500, blank=True)
    """The adjustments that an employer offers: fewer hours to begin with, a quiet room."""
    eigenaar = models.CharField(max_length=200)
    geldig_tot = models.DateField()
    gestopt = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "aanbod"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "instrument", "naam", "aanbieder"], name="aanbod_een_keer")
        ]
