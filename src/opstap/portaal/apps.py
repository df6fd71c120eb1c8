from django.apps import AppConfig


class PortaalConfig(AppConfig):
    name = "opstap.portaal"
    label = "portaal"
