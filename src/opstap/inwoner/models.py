"""The person, and who may help them."""

from __future__ import annotations

from django.db import models

from opstap.kern.models import Gebruiker, VanGemeente


class Inwoner(VanGemeente):
    """Someone who lives in the municipality. The BSN is kept sealed; `bsn_zegel` finds the person without opening
    it.
    """

    class Voorkeur(models.TextChoices):
        BERICHT = "bericht", "een bericht"
        BELLEN = "bellen", "bellen"
        BRIEF = "brief", "een brief"
        LOKET = "loket", "langskomen"

    account = models.OneToOneField(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="inwoner")
    bsn_zegel = models.CharField(max_length=64)
    bsn = models.BinaryField()
    voornaam = models.CharField(max_length=100)
    achternaam = models.CharField(max_length=100)
    geboortedatum = models.DateField(null=True, blank=True)
    adres = models.CharField(max_length=200, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    taal = models.CharField(max_length=5, default="nl")
    voorkeur = models.CharField(max_length=10, choices=Voorkeur.choices, default=Voorkeur.BERICHT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "bsn_zegel"], name="inwoner_een_keer")]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}".strip()


class Machtiging(VanGemeente):
    """A helper who may look along or hand in papers, until the inwoner takes it back."""

    inwoner = models.ForeignKey(Inwoner, on_delete=models.CASCADE, related_name="machtigingen")
    helper = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="machtigingen")
    geldig_tot = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "machtigingen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "inwoner", "helper"], name="machtiging_een_keer")]
