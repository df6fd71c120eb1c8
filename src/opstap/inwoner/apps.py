from django.apps import AppConfig


class InwonerConfig(AppConfig):
    name = "opstap.inwoner"
    label = "inwoner"
