"""Pages for everybody: privacy, accessibility, the other language; and the sheet of parts in development."""

from django.conf import settings
from django.urls import path

from opstap.onderdelen import views

urlpatterns = [
    path("taal/", views.choose_taal, name="taal"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
]
if settings.DEBUG or settings.OEFENSTAD:
    urlpatterns += [path("onderdelen/", views.onderdelen, name="onderdelen")]
