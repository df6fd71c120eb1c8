"""The workplace of the municipality."""

from django.urls import path

from opstap.werkplek import aanmelden
from opstap.werkplek.views import besluit, dossier, gesprek, herziening, inzicht, lijst, papier, plan, recht

app_name = "werkplek"
urlpatterns = [
    path("", lijst.werkvoorraad, name="werkvoorraad"),
    path("aanmelden/", aanmelden.aanmelden, name="aanmelden"),
    path("aanmelden/inlog/", aanmelden.naar_inlog, name="naar_inlog"),
    path("aanmelden/terug/", aanmelden.terug_van_inlog, name="terug_van_inlog"),
    path("herziening/", herziening.herziening, name="herziening"),
    path("inzicht/", inzicht.inzicht, name="inzicht"),
    path("inzicht/keuzehulp/", inzicht.verscheidenheid, name="verscheidenheid"),
    path("inzicht/keuzehulp.csv", inzicht.verscheidenheid_csv, name="verscheidenheid_csv"),
    path("zoek/", lijst.zoek, name="zoek"),
    path("gebeld/<uuid:pk>/", lijst.gebeld, name="gebeld"),
    path("gesprekken/", gesprek.gesprekken, name="gesprekken"),
    path("gesprek/<uuid:inwoner>/", gesprek.gesprek, name="gesprek"),
    path("gesprek/<uuid:inwoner>/opties/", gesprek.opties, name="opties"),
    path("gesprek/<uuid:inwoner>/alles/", gesprek.alles, name="alle_hulp"),
    path("gesprek/<uuid:inwoner>/plan/", plan.plan, name="plan"),
    path("gesprek/<uuid:inwoner>/plan/terugkijken/", plan.terugkijken, name="terugkijken"),
    path("gesprek/<uuid:inwoner>/plan/jongerenplan/", plan.jongerenplan, name="jongerenplan"),
    path("gesprek/<uuid:inwoner>/plan/stap/<uuid:stap>/klaar/", plan.stap_klaar, name="stap_klaar"),
    path("onderzoek/<slug:studie>/", gesprek.onderzoek, name="onderzoek"),
    path("dossier/<uuid:pk>/", dossier.dossier, name="dossier"),
    path("dossier/<uuid:pk>/oppakken/", dossier.oppakken, name="oppakken"),
    path("dossier/<uuid:pk>/vaststellen/", dossier.vaststellen, name="vaststellen"),
    path("dossier/<uuid:pk>/aanvulling/", dossier.aanvulling, name="aanvulling"),
    path("dossier/<uuid:pk>/compleet/", dossier.compleet, name="compleet"),
    path("dossier/<uuid:pk>/bericht/", dossier.bericht, name="bericht"),
    path("dossier/<uuid:pk>/scannen/", dossier.scannen, name="scannen"),
    path("dossier/<uuid:pk>/voortgang/", dossier.voortgang, name="voortgang"),
    path("dossier/<uuid:pk>/oplading/", dossier.opladingen, name="opladingen"),
    path("oplading/<uuid:pk>/", dossier.oplading, name="oplading"),
    path("dossier/<uuid:pk>/papier/<uuid:stuk>/", papier.papier, name="papier"),
    path("dossier/<uuid:pk>/papier/<uuid:stuk>/klopt/", papier.klopt, name="klopt"),
    path("dossier/<uuid:pk>/papier/<uuid:stuk>/telt-niet/", papier.telt_niet, name="telt_niet"),
    path("dossier/<uuid:pk>/papier/<uuid:stuk>/opnieuw/", papier.lees_opnieuw, name="lees_opnieuw"),
    path("dossier/<uuid:pk>/papier/<uuid:stuk>/bladzijde/<int:bladzijde>/", papier.beeld, name="beeld"),
    path("dossier/<uuid:pk>/recht/", recht.recht, name="recht"),
    path("dossier/<uuid:pk>/recht/vastleggen/", recht.vastleggen, name="vastleggen"),
    path("dossier/<uuid:pk>/voorschot/", recht.voorschot, name="voorschot"),
    path("dossier/<uuid:pk>/besluit/", besluit.besluit, name="besluit"),
    path("dossier/<uuid:pk>/besluit/controle/", besluit.controle, name="controle"),
    path("dossier/<uuid:pk>/besluit/goedkeuren/", besluit.goedkeuren, name="goedkeuren"),
]
