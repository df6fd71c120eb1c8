"""The face of the beheerder, and of who keeps supply, research and craft."""

from django.urls import path

from opstap.beheer.views import aanbod, bundel, inlezen, kennis, medewerkers, onderzoek

app_name = "beheer"
urlpatterns = [
    path("", medewerkers.begin, name="begin"),
    path("medewerkers/", medewerkers.medewerkers, name="medewerkers"),
    path("aanbod/", aanbod.aanbod, name="aanbod"),
    path("aanbod/nieuw/", aanbod.aanbod_nieuw, name="aanbod_nieuw"),
    path("aanbod/aanbod.csv", aanbod.aanbod_csv, name="aanbod_csv"),
    path("aanbod/aanbod.json", aanbod.aanbod_json, name="aanbod_json"),
    path("aanbod/inlezen/", inlezen.inlezen, name="inlezen"),
    path("aanbod/inlezen/<uuid:pk>/", inlezen.inlezing, name="inlezing"),
    path("aanbod/inlezen/<uuid:pk>/toepassen/", inlezen.inlezing_toepassen, name="inlezing_toepassen"),
    path("aanbod/inlezen/<uuid:pk>/fouten.csv", inlezen.inlezing_fouten, name="inlezing_fouten"),
    path("aanbod/<uuid:pk>/", aanbod.aanbod_een, name="aanbod_een"),
    path("aanbod/<uuid:pk>/wijzigen/", aanbod.aanbod_wijzigen, name="aanbod_wijzigen"),
    path("aanbod/<uuid:pk>/stoppen/", aanbod.aanbod_stoppen, name="aanbod_stoppen"),
    path("studies/", onderzoek.onderzoeken, name="onderzoeken"),
    path("studies/nieuw/", onderzoek.onderzoek_nieuw, name="onderzoek_nieuw"),
    path("studies/<uuid:pk>/", onderzoek.stuk, name="stuk"),
    path("studies/<uuid:pk>/wijzigen/", onderzoek.onderzoek_wijzigen, name="onderzoek_wijzigen"),
    path("studies/<uuid:pk>/bestand.yaml", onderzoek.stuk_yaml, name="stuk_yaml"),
    path("vakkennis/", kennis.vakkennis, name="vakkennis"),
    path("vakkennis/nieuw/", kennis.vakkennis_nieuw, name="vakkennis_nieuw"),
    path("vakkennis/<uuid:pk>/nakijken/", kennis.vakkennis_nakijken, name="vakkennis_nakijken"),
    path("bundel/", bundel.bundel, name="bundel"),
    path("bundel/uit/", bundel.bundel_uit, name="bundel_uit"),
    path("bundel/<uuid:pk>/", bundel.bundel_in, name="bundel_in"),
    path("beproeving/", kennis.beproeving, name="beproeving"),
]
