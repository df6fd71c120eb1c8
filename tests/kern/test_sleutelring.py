"""The ring of main keys: the newest wraps, all unwrap, and the key file is made once."""

from __future__ import annotations

import base64
import stat

import pytest

from opstap.kern.sleutelring import BESTAND, SleutelFout, Sleutelring, ring_uit_omgeving

OLD, NEW = b"o" * 32, b"n" * 32


def pair(name: str, key: bytes) -> str:
    return f"{name}:{base64.b64encode(key).decode()}"


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    monkeypatch.delenv("OPSTAP_SLEUTELS", raising=False)


def test_the_newest_wraps_and_all_unwrap():
    old, both = Sleutelring({"s1": OLD}), Sleutelring({"s1": OLD, "s2": NEW})
    wrapped = old.wrap(b"k" * 32, b"id")
    assert both.unwrap(wrapped, b"id") == b"k" * 32
    assert both.wrap(b"k" * 32, b"id").sleutel_id == "s2"


def test_a_key_that_left_the_ring_is_named():
    wrapped = Sleutelring({"s1": OLD}).wrap(b"k" * 32, b"id")
    with pytest.raises(SleutelFout, match="s1"):
        Sleutelring({"s2": NEW}).unwrap(wrapped, b"id")


def test_it_reads_pairs_parted_by_commas_or_lines():
    text = f"# uitleg\n{pair('s1', OLD)}, {pair('s2', NEW)}\n"
    assert Sleutelring.parse(text).namen == ("s1", "s2")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "geen hoofdsleutel"),
        ("zonder-dubbele-punt", "naam:base64"),
        ("s1:geen!base64", "geen goede base64"),
        (pair("s1", b"kort"), "lengte"),
        (pair("S 1", OLD), "naam"),
        (f"{pair('s1', OLD)},{pair('s1', NEW)}", "twee keer"),
    ],
)
def test_a_wrong_ring_gets_a_sentence_without_the_key_in_it(text, says):
    with pytest.raises(SleutelFout, match=says) as caught:
        Sleutelring.parse(text)
    assert base64.b64encode(OLD).decode() not in str(caught.value)
    assert "geen!base64" not in str(caught.value)


def test_the_environment_comes_before_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("OPSTAP_SLEUTELS", pair("buiten", NEW))
    assert ring_uit_omgeving(tmp_path).namen == ("buiten",)
    assert not (tmp_path / BESTAND).exists()


def test_the_first_start_makes_a_file_for_the_owner_alone_and_no_start_changes_it(tmp_path):
    data = tmp_path / "data"
    first = ring_uit_omgeving(data)
    before = (data / BESTAND).read_bytes()
    assert stat.S_IMODE((data / BESTAND).stat().st_mode) == 0o600
    assert ring_uit_omgeving(data).namen == first.namen
    assert (data / BESTAND).read_bytes() == before
    assert [path.name for path in data.iterdir()] == [BESTAND]


def test_two_first_starts_at_once_agree(tmp_path, monkeypatch):
    ring_uit_omgeving(tmp_path)
    before = (tmp_path / BESTAND).read_bytes()
    monkeypatch.setattr("pathlib.Path.exists", lambda self: False)  # the other start came in between
    ring_uit_omgeving(tmp_path)
    assert (tmp_path / BESTAND).read_bytes() == before


def test_a_key_file_that_others_can_read_is_refused(tmp_path):
    ring_uit_omgeving(tmp_path)
    (tmp_path / BESTAND).chmod(0o644)
    with pytest.raises(SleutelFout, match="chmod 600"):
        ring_uit_omgeving(tmp_path)
