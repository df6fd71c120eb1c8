"""The door for a web server: `gunicorn opstap.project.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opstap.project.settings.base")
application = get_wsgi_application()
