"""Settings, all from the environment (docs/instellingen.md). Safe by default: what is not set is closed."""

from __future__ import annotations

import os
from pathlib import Path

from opstap.project.settings.database import database

ROOT = Path(__file__).resolve().parents[4]
DATA = Path(os.environ.get("OPSTAP_MAP", ROOT / "data"))
BRON = ROOT / "src" / "opstap"

DEBUG = os.environ.get("OPSTAP_ONTWIKKEL") == "1"
SECRET_KEY = os.environ.get("OPSTAP_GEHEIM", "")
ALLOWED_HOSTS = os.environ.get("OPSTAP_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
OEFENSTAD = os.environ.get("OPSTAP_OEFENSTAD") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "opstap.kern",
    "opstap.inwoner",
    "opstap.contact",
    "opstap.dossier",
    "opstap.aanvraag",
    "opstap.recht",
    "opstap.besluit",
    "opstap.keuzehulp",
    "opstap.koppelingen",
    "opstap.onderdelen",
    "opstap.portaal",
    "opstap.werkplek",
    "opstap.beheer",
]

MIDDLEWARE = [
    "opstap.onderdelen.middleware.veiligheid",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "opstap.onderdelen.middleware.klein",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "opstap.onderdelen.middleware.sessie",
    "opstap.onderdelen.middleware.gemeente",
    "opstap.onderdelen.middleware.taal",
    "opstap.onderdelen.bewaren.bewaren",
    "opstap.onderdelen.weigeren.Weigeren",
]

ROOT_URLCONF = "opstap.project.urls"
WSGI_APPLICATION = "opstap.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "opstap.onderdelen.context.gemeente",
            ],
            "builtins": ["opstap.onderdelen.templatetags.onderdelen"],
        },
    }
]

DATABASES = {"default": database(os.environ.get("OPSTAP_DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "kern.Gebruiker"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # one name per municipality; Aanmelding looks up by id
AUTHENTICATION_BACKENDS = ["opstap.koppelingen.aanmelden.Aanmelding"]
LOGIN_URL = "/aanmelden/"
LOGIN_URL_MEDEWERKER = "/werkplek/aanmelden/"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(os.environ.get("OPSTAP_SESSIE_SECONDEN", "900"))
HTTPS = os.environ.get("OPSTAP_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# Only with https there is a proxy that says so itself; without one anybody could send this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "opstap.onderdelen.fouten.csrf"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "opstap.onderdelen.letters.Letters",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

OPSLAG_MAP = DATA / "bestanden"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 0
FILE_UPLOAD_HANDLERS = ["opstap.dossier.opladen.Opladen"]
FILE_UPLOAD_TEMP_DIR = None
BESTAND_MAX_BYTES = int(os.environ.get("OPSTAP_BESTAND_MAX_MB", "100")) * 1024 * 1024

_OEFENING = os.environ.get("OPSTAP_OEFENING_ADRES", "http://localhost:8001") if OEFENSTAD else ""
AANMELDEN = {
    "inwoner": {
        "adres": os.environ.get("OPSTAP_DIGID_ADRES", f"{_OEFENING}/inwoner" if _OEFENING else ""),
        "client_id": os.environ.get("OPSTAP_DIGID_CLIENT", "opstap"),
        "client_secret": os.environ.get("OPSTAP_DIGID_GEHEIM", "oefening" if OEFENSTAD else ""),
        "niveau": os.environ.get("OPSTAP_DIGID_NIVEAU", "digid-midden" if OEFENSTAD else ""),
    },
    "medewerker": {
        "adres": os.environ.get("OPSTAP_MEDEWERKER_ADRES", f"{_OEFENING}/medewerker" if _OEFENING else ""),
        "client_id": os.environ.get("OPSTAP_MEDEWERKER_CLIENT", "opstap"),
        "client_secret": os.environ.get("OPSTAP_MEDEWERKER_GEHEIM", "oefening" if OEFENSTAD else ""),
    },
}
REGISTERS = os.environ.get(
    "OPSTAP_REGISTERS",
    "opstap.koppelingen.oefening.registers.OefenRegisters" if OEFENSTAD else "opstap.koppelingen.geen.GeenRegisters",
)
OVERDRACHT = os.environ.get(
    "OPSTAP_OVERDRACHT",
    "opstap.koppelingen.oefening.overdracht.OverdrachtMap" if OEFENSTAD else "opstap.koppelingen.geen.GeenOverdrachten",
)
SMS = os.environ.get("OPSTAP_SMS", "opstap.koppelingen.oefening.sms.SmsMap")
CLAMD = os.environ.get("OPSTAP_CLAMD", "")

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if os.environ.get("OPSTAP_SMTP") else (
    "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_HOST, _, EMAIL_PORT = os.environ.get("OPSTAP_SMTP", "localhost:25").partition(":")
EMAIL_FILE_PATH = DATA / "post"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("OPSTAP_AFZENDER", "opstap@localhost")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
