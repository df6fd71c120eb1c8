from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "opstap.werkplek"
    label = "werkplek"
