from django.apps import AppConfig


class OnderdelenConfig(AppConfig):
    name = "opstap.onderdelen"
    label = "onderdelen"
