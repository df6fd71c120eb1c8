"""The door of the stand-in: `gunicorn opstap.koppelingen.oefening.wsgi`."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "opstap.koppelingen.oefening.settings"

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
