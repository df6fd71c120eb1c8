"""The addresses of the stand-in: `inwoner` plays DigiD, `medewerker` the municipality's own sign-in."""

from django.urls import path

from opstap.koppelingen.oefening import views

urlpatterns = [
    path("<str:wie>/.well-known/openid-configuration", views.discovery),
    path("<str:wie>/jwks", views.jwks),
    path("<str:wie>/authorize", views.authorize),
    path("<str:wie>/token", views.token),
]
