"""What every room stands on: the municipality, who is signed in, the chain of events, and doing a thing once."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from opstap.kern.ids import new_id


class Gemeente(models.Model):
    """A municipality. More than one can live in one installation; every other row belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=100)
    domein = models.CharField(max_length=200, blank=True)
    telefoon = models.CharField(max_length=30)
    bereikbaar = models.CharField(max_length=200)
    bezoekadres = models.CharField(max_length=200)
    bezoektijden = models.CharField(max_length=200)
    instellingen = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "gemeenten"

    def __str__(self) -> str:
        return self.naam

    def uren(self, veld: str, taal: str) -> str:
        """`bereikbaar` or `bezoektijden` in a language, as the municipality wrote it (`instellingen.uren.<taal>`); in
        Dutch where it wrote nothing else.
        """
        said = self.instellingen.get("uren", {}).get(taal, {}).get(veld)
        return str(said or getattr(self, veld))


class VanGemeente(models.Model):
    """A row of one municipality; the base of every other model."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Rol(models.TextChoices):
    """Who someone is to Opstap. One account has one role; what a role may see is written at each view and action."""

    INWONER = "inwoner", "inwoner"
    BALIE = "baliemedewerker", "baliemedewerker"
    CONSULENT = "consulent", "consulent"
    KWALITEIT = "kwaliteitsmedewerker", "kwaliteitsmedewerker"
    TEAMMANAGER = "teammanager", "teammanager"
    BEHEERDER = "beheerder", "beheerder"


class GebruikerManager(BaseUserManager["Gebruiker"]):
    def maak(self, gemeente: Gemeente, naam: str, rol: str, weergavenaam: str = "") -> Gebruiker:
        """A new account without a password: people sign in at DigiD or at the municipality's own door."""
        gebruiker = self.model(gemeente=gemeente, gebruikersnaam=naam, rol=rol, weergavenaam=weergavenaam or naam)
        gebruiker.set_unusable_password()
        gebruiker.save(using=self._db)
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """Someone who can sign in: an inwoner, a helper or a worker. `gebruikersnaam` is the subject the provider gives."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="gebruikers")
    gebruikersnaam = models.CharField(max_length=200)
    weergavenaam = models.CharField(max_length=200)
    rol = models.CharField(max_length=30, choices=Rol.choices)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "gebruikersnaam"
    objects = GebruikerManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "gebruikersnaam"], name="gebruiker_een_keer")]

    def __str__(self) -> str:
        return self.weergavenaam

    @property
    def is_medewerker(self) -> bool:
        return self.rol != Rol.INWONER


class Dossiersleutel(VanGemeente):
    """The key of the words about one subject. Destroying it makes the words unreadable; the chain stays whole."""

    onderwerp = models.UUIDField()
    sleutel = models.BinaryField(null=True)
    vernietigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "onderwerp"], name="sleutel_per_onderwerp")]


class Ketenkop(models.Model):
    """The end of a municipality's chain; locked while an event is added, so that numbers have no gap."""

    gemeente = models.OneToOneField(Gemeente, on_delete=models.PROTECT, primary_key=True, related_name="ketenkop")
    volgnummer = models.BigIntegerField(default=0)
    keten = models.BinaryField(default=bytes)


class Gebeurtenis(VanGemeente):
    """One thing that happened, written in the same transaction as the change.

    `zegel` is a salted hash of the event; salt and words lie encrypted in `inhoud`. `keten` chains the seals.
    `onderwerp` is the dossier, person or conversation it is about.
    """

    volgnummer = models.BigIntegerField()
    moment = models.DateTimeField()
    soort = models.CharField(max_length=60)
    onderwerp = models.UUIDField()
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")
    voor_inwoner = models.BooleanField(default=True)
    inhoud = models.BinaryField()
    zegel = models.BinaryField()
    keten = models.BinaryField()

    class Meta:
        verbose_name_plural = "gebeurtenissen"
        ordering = ["volgnummer"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "volgnummer"], name="gebeurtenis_volgnummer")]
        indexes = [models.Index(fields=["gemeente", "onderwerp", "volgnummer"], name="gebeurtenis_onderwerp")]


class Eenmaligheid(VanGemeente):
    """A form that was sent: the same key again gives the first result, not a second change."""

    gebruiker = models.ForeignKey(Gebruiker, null=True, on_delete=models.CASCADE, related_name="+")
    sleutel = models.UUIDField()
    vingerafdruk = models.CharField(max_length=64)
    resultaat_model = models.CharField(max_length=100, blank=True)
    resultaat_id = models.CharField(max_length=40, blank=True)
    gemaakt_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "gebruiker", "sleutel"],
            name="eenmaligheid_sleutel")]


def same_gemeente(*rows: Any) -> bool:
    """Whether all rows belong to one municipality."""
    return len({row.gemeente_id for row in rows}) == 1
