from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "opstap.dossier"
    label = "dossier"
