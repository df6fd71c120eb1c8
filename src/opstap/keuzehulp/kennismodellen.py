"""What a municipality adds to the keuzehulp itself: lists that were read in, content of its own, craft, and trials."""

from __future__ import annotations

from django.db import models

from opstap.kern.models import Gebruiker, VanGemeente


class Inlezing(VanGemeente):
    """A file that was handed in to be read into the supply or the content. Kept until someone confirms, and after."""

    class Soort(models.TextChoices):
        AANBOD = "aanbod", "aanbod"
        BUNDEL = "bundel", "bundel"

    soort = models.CharField(max_length=20, choices=Soort.choices)
    naam = models.CharField(max_length=200)
    inhoud = models.BinaryField()
    keuzes = models.JSONField(default=dict)
    """Which column of the file means what, what a foreign name for help means, and what holds for every row."""
    kop = models.JSONField(default=list)
    """The names of the columns; a next file with the same names starts from the same choices."""
    ingelezen_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    ingelezen_op = models.DateTimeField()
    toegepast_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "inlezingen"
        ordering = ["-ingelezen_op"]


class Inhoudstuk(VanGemeente):
    """A piece of content of this municipality, in the shape of the content file: a draft, and what was published.

    `concept` and `gepubliceerd` hold the document of the file; with a study also `koppelingen`, its role per kind of
    help. Both may stand beside each other: a change waits while the earlier one still holds.
    """

    class Soort(models.TextChoices):
        ONDERZOEK = "onderzoek", "onderzoek"
        INSTRUMENT = "instrument", "soort hulp"
        ZIN = "zin", "tekst"
        METING = "meting", "meting"

    soort = models.CharField(max_length=20, choices=Soort.choices)
    sleutel = models.CharField(max_length=60)
    concept = models.JSONField(null=True, blank=True)
    gepubliceerd = models.JSONField(null=True, blank=True)
    van = models.CharField(max_length=200, blank=True)
    """The municipality that shared it; empty when it was written here."""
    geschreven_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()
    gepubliceerd_door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)
    """Goes up with each change, so that what was worked out from it is known to be old."""

    class Meta:
        verbose_name_plural = "inhoudstukken"
        ordering = ["soort", "sleutel"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "soort", "sleutel"], name="inhoudstuk_een_keer")]

    @property
    def naam(self) -> str:
        """How people call it: a study by its writers and year, help by its name; the key where there is neither."""
        document = self.concept or self.gepubliceerd or {}
        bron = document.get("bron")
        short = bron.get("kort") if isinstance(bron, dict) else ""
        return str(short or document.get("naam") or self.sleutel)


class Vakkennisregel(VanGemeente):
    """What a team of this municipality learned about a kind of help: signed, dated, looked at again each year."""

    class Kant(models.TextChoices):
        VOOR = "voor", "voor"
        TEGEN = "tegen", "tegen"

    instrument = models.CharField(max_length=60)
    kant = models.CharField(max_length=10, choices=Kant.choices)
    tekst = models.CharField(max_length=300)
    team = models.CharField(max_length=100)
    weerspreekt = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="tegenspraken"
    )
    van = models.CharField(max_length=200, blank=True)
    """The municipality that shared it; empty when a team here wrote it."""
    geschreven_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()
    nagekeken_op = models.DateField()
    herzien_voor = models.DateField()
    gestopt_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "vakkennisregels"
        ordering = ["instrument", "geschreven_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "instrument", "kant", "tekst", "team"], name="vakkennisregel_een_keer"
            )
        ]


class Beproeving(VanGemeente):
    """One time that people looked at or tried the keuzehulp: the council of inwoners, or a trial in the field."""

    class Soort(models.TextChoices):
        ADVIESRAAD = "adviesraad", "adviesraad van inwoners"
        PROEF = "proef", "proef met mensen"

    soort = models.CharField(max_length=20, choices=Soort.choices)
    gedaan_op = models.DateField()
    met_wie = models.CharField(max_length=200)
    aantal_mensen = models.PositiveSmallIntegerField()
    bekeken = models.TextField()
    bevonden = models.TextField()
    veranderd = models.TextField(blank=True)
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "beproevingen"
        ordering = ["-gedaan_op"]
