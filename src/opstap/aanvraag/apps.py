from django.apps import AppConfig


class AanvraagConfig(AppConfig):
    name = "opstap.aanvraag"
    label = "aanvraag"

    def ready(self) -> None:
        from opstap.aanvraag import klok

        assert klok.on_event
