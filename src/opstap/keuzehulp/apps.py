from django.apps import AppConfig


class KeuzehulpConfig(AppConfig):
    name = "opstap.keuzehulp"
    label = "keuzehulp"
