from django.apps import AppConfig


class KoppelingenConfig(AppConfig):
    name = "opstap.koppelingen"
    label = "koppelingen"
