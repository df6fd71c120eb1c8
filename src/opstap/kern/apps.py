from django.apps import AppConfig


class KernConfig(AppConfig):
    name = "opstap.kern"
    label = "kern"
