"""What comes after the choice: progress talks, how it went after 3, 6 and 12 months, the plan for who is under 27,
and the four questions after the talk, which are counted without a person.
"""

from __future__ import annotations

from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from opstap.kern.models import Gebruiker, VanGemeente

NA_MAANDEN = (3, 6, 12)


class Voortgangsgesprek(VanGemeente):
    """Looking back together: what helped, what did not, and how the plan goes on. An earlier one is never changed."""

    class Koers(models.TextChoices):
        DOOR = "door", "zo verder"
        BIJSTELLEN = "bijstellen", "stappen veranderen"
        ANDERS = "anders", "iets anders kiezen"

    plan = models.ForeignKey("keuzehulp.Plan", on_delete=models.PROTECT, related_name="voortgangsgesprekken")
    hielp = models.TextField(blank=True)
    hielp_niet = models.TextField(blank=True)
    afspraak = models.TextField(blank=True)
    koers = models.CharField(max_length=20, choices=Koers.choices)
    weer_op = models.DateField()
    gesproken_op = models.DateTimeField()
    opgeschreven_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "voortgangsgesprekken"
        ordering = ["gesproken_op"]


class Terugblik(VanGemeente):
    """How it is going 3, 6 or 12 months after a choice, asked kindly and never needed.

    `welbevinden` is what people themselves say, 1 to 10; it is shown to them alone and counted for groups only.
    """

    plan = models.ForeignKey("keuzehulp.Plan", on_delete=models.PROTECT, related_name="terugblikken")
    maanden = models.PositiveSmallIntegerField(choices=[(number, str(number)) for number in NA_MAANDEN])
    gevraagd_op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    werk = models.CharField(max_length=10, blank=True, choices=[("ja", "ja"), ("nee", "nee")])
    uren = models.PositiveSmallIntegerField(null=True, blank=True)
    welbevinden = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )

    class Meta:
        verbose_name_plural = "terugblikken"
        ordering = ["gevraagd_op"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "plan", "maanden"], name="terugblik_een_keer")]


class Jongerenplan(VanGemeente):
    """What the law asks beside the plan of who is 18 to 26: an annex to the decision that grants assistance.

    Art. 44a lid 1 Pw: (a) how the help is worked out, (b) the obligations aimed at work and what follows when they are
    not kept; lid 2: looking back together from time to time, and adjusting. Art. 44 lid 4: the annex. Texts of
    1 January 2018 and of 1 January 2026 (the same); wetten.overheid.nl, BWBR0015703.
    `afspraken` holds only what belongs to the assistance: nothing that was chosen in the talk becomes an obligation.
    What follows is a text of the content, the same for everybody. Rows from before `afspraken` have none.
    """

    plan = models.OneToOneField("keuzehulp.Plan", on_delete=models.PROTECT, related_name="jongerenplan")
    school = models.TextField(blank=True)
    hulp = models.TextField()
    afspraken = models.TextField(default="")
    terugkijken = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "jongerenplannen"


class Gesprekstelling(VanGemeente):
    """How often one answer was given to one of the four questions in one quarter: a count, never a form of a person.

    No account, no person, no moment, and no key that holds the time (so not the usual one).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kwartaal = models.DateField()
    vraag = models.CharField(max_length=20)
    antwoord = models.CharField(max_length=20)
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "gesprekstellingen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "kwartaal", "vraag", "antwoord"], name="gesprekstelling_cel")
        ]
