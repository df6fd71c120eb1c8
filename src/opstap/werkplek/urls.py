"""The workplace of the municipality."""

from django.urls import path

from opstap.werkplek import aanmelden

app_name = "werkplek"
urlpatterns = [
    path("aanmelden/", aanmelden.aanmelden, name="aanmelden"),
    path("aanmelden/inlog/", aanmelden.naar_inlog, name="naar_inlog"),
    path("aanmelden/terug/", aanmelden.terug_van_inlog, name="terug_van_inlog"),
]
