"""Settings of the test run: the product's own, with a made-up secret and a folder that is thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("OPSTAP_GEHEIM", "alleen-voor-de-tests")
os.environ.setdefault("OPSTAP_OEFENSTAD", "1")
if "OPSTAP_MAP" not in os.environ:  # the processes that this one starts use the same folder
    os.environ["OPSTAP_MAP"] = _folder = tempfile.mkdtemp(prefix="opstap-test-")
    _owner = os.getpid()
    atexit.register(lambda: shutil.rmtree(_folder, ignore_errors=True) if os.getpid() == _owner else None)

from opstap.project.settings.base import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if DATABASES["default"]["ENGINE"] == "opstap.kern.sqlite":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405  each worker of pytest its own
