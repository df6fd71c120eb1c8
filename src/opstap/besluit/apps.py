from django.apps import AppConfig


class BesluitConfig(AppConfig):
    name = "opstap.besluit"
    label = "besluit"
