from importlib import import_module

from django.apps import AppConfig


class AanvraagConfig(AppConfig):
    name = "opstap.aanvraag"
    label = "aanvraag"

    def ready(self) -> None:
        """Importing the clock lets it hear of events."""
        import_module("opstap.aanvraag.klok")
