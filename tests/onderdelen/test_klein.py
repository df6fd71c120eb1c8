"""Pages go compressed over the wire; files go as they are."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

from tests.reis import signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def test_a_page_goes_compressed_to_who_can_read_that(cast: Cast) -> None:
    plain = Client().get("/privacy/")
    small = Client(headers={"accept-encoding": "gzip"}).get("/privacy/")
    assert small["Content-Encoding"] == "gzip"
    assert b"<h1>" in gzip.decompress(small.content)
    assert len(small.content) < len(plain.content) / 2
    assert not plain.has_header("Content-Encoding")


def test_what_is_no_page_stays_as_it_is(cast: Cast) -> None:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/")
    answer = client.get("/papieren/voortgang/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Type"] == "application/json"
    assert not answer.has_header("Content-Encoding")
