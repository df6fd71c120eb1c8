"""Behind a proxy for https a form can be sent; without one nobody can pretend there is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.test import Client, override_settings

from tests.reis import once, plain
from tests.spelers import make_gemeente

VRAAG = "from opstap.project.settings import base; print(base.SECURE_PROXY_SSL_HEADER, base.CSRF_COOKIE_SECURE)"
KOP = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(("https", "said"), [("1", f"{KOP} True"), ("", "None False")])
def test_the_header_of_a_proxy_counts_only_with_https(https: str, said: str) -> None:
    environment = os.environ | {"OPSTAP_HTTPS": https}
    done = subprocess.run([sys.executable, "-c", VRAAG], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == said


@pytest.mark.django_db
@pytest.mark.parametrize(("header", "status"), [(KOP, 302), (None, 403)])
def test_a_form_from_an_https_page_is_taken_behind_a_proxy(header: tuple[str, str] | None, status: int) -> None:
    make_gemeente("voorbeeld", "Gemeente Voorbeeld")
    browser = Client(enforce_csrf_checks=True)
    with override_settings(SECURE_PROXY_SSL_HEADER=header, ALLOWED_HOSTS=["opstap.example"]):
        sent = {"HTTP_HOST": "opstap.example", "HTTP_X_FORWARDED_PROTO": "https"}
        page = browser.get("/aanmelden/", **sent)
        token = page.context["csrf_token"]
        answer = browser.post(
            "/taal/", once(taal="en", verder="/aanmelden/", csrfmiddlewaretoken=str(token)),
            HTTP_ORIGIN="https://opstap.example", HTTP_REFERER="https://opstap.example/aanmelden/", **sent,
        )  # fmt: skip
    assert answer.status_code == status, plain(answer.content)
