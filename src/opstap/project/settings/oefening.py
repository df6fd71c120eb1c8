"""Settings of the stand-in provider: a process of its own, without a database."""

from opstap.project.settings.base import *  # noqa: F403

INSTALLED_APPS = ["django.contrib.staticfiles", "opstap.onderdelen", "opstap.koppelingen"]
MIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware"]
ROOT_URLCONF = "opstap.koppelingen.oefening.urls"
DATABASES = {}
SECRET_KEY = "de oefening bewaart niets en tekent hier niets mee"  # noqa: S105
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
              "DIRS": [BRON / "koppelingen" / "oefening" / "templates"],  # noqa: F405
              "OPTIONS": {"builtins": ["opstap.onderdelen.templatetags.onderdelen"]}}]  # fmt: skip
