from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "opstap.contact"
    label = "contact"
