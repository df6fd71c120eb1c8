"""The doors of Opstap: one face per audience."""

from django.urls import include, path

from opstap.portaal.aanmelden import aanmelden, uitloggen

handler400 = "opstap.onderdelen.fouten.verkeerd"
handler403 = "opstap.onderdelen.fouten.mag_niet"
handler404 = "opstap.onderdelen.fouten.niet_gevonden"
handler500 = "opstap.onderdelen.fouten.storing"

urlpatterns = [
    path("aanmelden/", aanmelden, name="aanmelden"),
    path("uitloggen/", uitloggen, name="uitloggen"),
    path("", include("opstap.portaal.urls")),
    path("werkplek/", include("opstap.werkplek.urls")),
    path("beheer/", include("opstap.beheer.urls")),
    path("", include("opstap.onderdelen.urls")),
]
