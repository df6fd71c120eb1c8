"""The portal of the inwoner."""

from django.urls import path

from opstap.portaal import aanmelden

app_name = "portaal"
urlpatterns = [
    path("aanmelden/digid/", aanmelden.naar_digid, name="naar_digid"),
    path("aanmelden/terug/", aanmelden.terug_van_digid, name="terug_van_digid"),
]
