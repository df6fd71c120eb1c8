from django.apps import AppConfig


class RechtConfig(AppConfig):
    name = "opstap.recht"
    label = "recht"
