"""Facts travel, papers stay: the dossier of one household, its files, papers and facts."""

from __future__ import annotations

from django.db import models

from opstap.inwoner.models import Inwoner
from opstap.kern.models import Gebruiker, VanGemeente
from opstap.kern.opslag import Opgeslagen


class Dossier(VanGemeente):
    """What is known about one household for entitlement. Answers for help to work are never in here."""

    inwoner = models.ForeignKey(Inwoner, on_delete=models.PROTECT, related_name="dossiers")
    partner = models.ForeignKey(Inwoner, null=True, blank=True, on_delete=models.PROTECT,
        related_name="partner_dossiers")
    begonnen_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "inwoner"], name="dossier_per_inwoner")]


class Bestand(VanGemeente):
    """A file as it was handed in. The bytes lie encrypted in the storage under `sleutel` and never change."""

    class Scan(models.TextChoices):
        NIET_GECONTROLEERD = "niet_gecontroleerd", "nog niet gecontroleerd"
        SCHOON = "schoon", "gecontroleerd"
        VIRUS = "virus", "niet veilig"

    class Lezen(models.TextChoices):
        WACHT = "wacht", "wacht op lezen"
        BEZIG = "bezig", "wordt gelezen"
        KLAAR = "klaar", "gelezen"
        NIET_GELEZEN = "niet_gelezen", "niet gelezen"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="bestanden")
    naam = models.CharField(max_length=200)
    sleutel = models.CharField(max_length=100)
    grootte = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    kanaal = models.CharField(max_length=20, default="portaal")
    vereiste = models.CharField(max_length=60, blank=True)
    door = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")
    ontvangen_op = models.DateTimeField()
    scan = models.CharField(max_length=20, choices=Scan.choices, default=Scan.NIET_GECONTROLEERD)
    lezen = models.CharField(max_length=20, choices=Lezen.choices, default=Lezen.WACHT)
    leesfout = models.CharField(max_length=40, blank=True)
    uitleg = models.TextField(blank=True)
    afdekking = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "bestanden"
        constraints = [models.UniqueConstraint(fields=["gemeente", "sleutel"], name="bestand_sleutel")]
        indexes = [models.Index(fields=["gemeente", "dossier", "ontvangen_op"], name="bestand_van_dossier")]


class Oplading(VanGemeente):
    """A file on its way in, in pieces (tus). How far it is stands in the store, not here: that is the only truth."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="opladingen")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    grootte = models.PositiveBigIntegerField()
    merk = models.CharField(max_length=40, blank=True)
    sleutel = models.CharField(max_length=100)
    vereiste = models.CharField(max_length=60, blank=True)
    kanaal = models.CharField(max_length=20, default="portaal")
    begonnen_op = models.DateTimeField()
    bestand = models.ForeignKey(Bestand, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept: Opgeslagen | None = None  # during the request in which all had come

    class Meta:
        verbose_name_plural = "opladingen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "sleutel"], name="oplading_sleutel")]
        indexes = [models.Index(fields=["gemeente", "dossier", "begonnen_op"], name="oplading_van_dossier")]


class Lezing(VanGemeente):
    """One reading of one file by one version of the reader, kept as the reader gave it (contract 1)."""

    bestand = models.ForeignKey(Bestand, on_delete=models.PROTECT, related_name="lezingen")
    lezer_versie = models.CharField(max_length=40)
    gelezen_op = models.DateTimeField()
    uitkomst = models.JSONField()

    class Meta:
        verbose_name_plural = "lezingen"


class Bewijsstuk(VanGemeente):
    """A paper as it was understood: what kind, which period, where on the page. A proposal until a person confirms
    it.
    """

    class Staat(models.TextChoices):
        GELEZEN = "gelezen", "gelezen"
        BEVESTIGD = "bevestigd", "u zegt: dit klopt"
        BEOORDEELD = "beoordeeld", "door ons bekeken"
        VERWORPEN = "verworpen", "telt niet mee"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="bewijsstukken")
    bestand = models.ForeignKey(Bestand, on_delete=models.PROTECT, related_name="bewijsstukken")
    lezing = models.ForeignKey(Lezing, null=True, blank=True, on_delete=models.PROTECT, related_name="bewijsstukken")
    bladzijden = models.JSONField(default=list)
    soort = models.CharField(max_length=40)
    zekerheid = models.PositiveSmallIntegerField(default=0)
    datum = models.DateField(null=True, blank=True)
    periode_van = models.DateField(null=True, blank=True)
    periode_tot = models.DateField(null=True, blank=True)
    gegevens = models.JSONField(default=dict)
    dubbel_van = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="dubbelen")
    staat = models.CharField(max_length=20, choices=Staat.choices, default=Staat.GELEZEN)

    class Meta:
        verbose_name_plural = "bewijsstukken"
        indexes = [models.Index(fields=["gemeente", "dossier", "soort"], name="bewijsstuk_soort")]

    @property
    def is_usable(self) -> bool:
        """Whether it can prove something: not put aside and no double of another."""
        return self.staat != self.Staat.VERWORPEN and self.dubbel_van_id is None


class Werkkopie(VanGemeente):
    """One page as people look at it: upright, without hidden data, private spending burned black."""

    bestand = models.ForeignKey(Bestand, on_delete=models.PROTECT, related_name="werkkopieen")
    bladzijde = models.PositiveIntegerField()
    sleutel = models.CharField(max_length=100)
    soort_beeld = models.CharField(max_length=20, default="image/png")

    class Meta:
        verbose_name_plural = "werkkopieën"
        constraints = [models.UniqueConstraint(fields=["gemeente", "bestand", "bladzijde"], name="werkkopie_bladzijde")]


class Feit(VanGemeente):
    """One thing known about one household: kind, person, period, value, source and state.

    `betreft` tells two things of one kind apart: an account, an employer. `waarde` None means "not known, and said so".
    """

    class Bron(models.TextChoices):
        GEZEGD = "gezegd", "gezegd"
        GELEZEN = "gelezen", "gelezen"
        REGISTER = "register", "opgezocht"
        MEDEWERKER = "medewerker", "door ons vastgesteld"

    class Staat(models.TextChoices):
        VOORGESTELD = "voorgesteld", "voorgesteld"
        BEVESTIGD = "bevestigd", "bevestigd"
        VASTGESTELD = "vastgesteld", "vastgesteld"
        VERWORPEN = "verworpen", "telt niet mee"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="feiten")
    soort = models.CharField(max_length=60)
    persoon = models.CharField(max_length=40, default="a")
    betreft = models.CharField(max_length=80, blank=True)
    periode_van = models.DateField(null=True, blank=True)
    periode_tot = models.DateField(null=True, blank=True)
    waarde = models.JSONField(null=True)
    bron = models.CharField(max_length=20, choices=Bron.choices)
    register = models.CharField(max_length=40, blank=True)
    bewijsstuk = models.ForeignKey(Bewijsstuk, null=True, blank=True, on_delete=models.PROTECT, related_name="feiten")
    bladzijde = models.PositiveIntegerField(null=True, blank=True)
    vak = models.JSONField(null=True, blank=True)
    staat = models.CharField(max_length=20, choices=Staat.choices, default=Staat.VOORGESTELD)
    reden = models.TextField(blank=True)
    door = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    geweten_op = models.DateTimeField()
    vervangen_door = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="vervangt")

    class Meta:
        verbose_name_plural = "feiten"
        indexes = [models.Index(fields=["gemeente", "dossier", "soort", "staat"], name="feit_soort")]


class VereisteAntwoord(VanGemeente):
    """An answer in place of a paper: not there, brought along, cannot be found, you have it already."""

    class Antwoord(models.TextChoices):
        HEB_IK_NIET = "heb_ik_niet", "Heb ik niet"
        BRENG_IK_MEE = "breng_ik_mee", "Breng ik mee"
        KAN_IK_NIET_VINDEN = "kan_ik_niet_vinden", "Kan ik niet vinden"
        HEBT_U_AL = "hebt_u_al", "Hebt u al"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="antwoorden")
    vereiste = models.CharField(max_length=60)
    antwoord = models.CharField(max_length=30, choices=Antwoord.choices)
    toelichting = models.TextField(blank=True)
    gegeven_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "antwoorden bij vereisten"
        constraints = [models.UniqueConstraint(fields=["gemeente", "dossier", "vereiste"],
            name="antwoord_per_vereiste")]
