from django.apps import AppConfig


class AanvraagConfig(AppConfig):
    name = "opstap.aanvraag"
    label = "aanvraag"
