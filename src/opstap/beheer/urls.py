"""The face of the beheerder."""

from django.urls import path

from opstap.beheer import views

app_name = "beheer"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("medewerkers/", views.medewerkers, name="medewerkers"),
]
