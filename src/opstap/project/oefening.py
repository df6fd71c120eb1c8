"""The door of the stand-in: `gunicorn opstap.project.oefening`."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "opstap.project.settings.oefening"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
