"""The reading child: one file never takes the caller down, and it is renewed when it dies, hangs or grows."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator

import pytest

from opstap.lezen.fouten import LeesFout
from opstap.lezen.velden import begrijp
from opstap.lezen.woorden import kind, lees_bladzijden, verdiep
from tests.lezen.papieren import EINDSALDO, afschrift, brief, foto

PDF = brief("Loonstrook augustus 2026", "Loonheffing 100,00", "Netto loon 1.234,56")


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    kind.stop_kinderen()
    yield
    kind.stop_kinderen()


def _idle() -> kind.Lezerskind:
    child = kind._vrij.get_nowait()
    kind._vrij.put(child)
    return child


def test_the_same_child_reads_file_after_file() -> None:
    assert "1.234,56" in lees_bladzijden(PDF, "pdf")[0].tekst
    first = _idle()
    lees_bladzijden(PDF, "pdf")
    assert _idle() is first
    assert first.resident_kb > 1000


def test_the_second_reader_can_look_later_and_sees_what_it_would_have_seen_at_once() -> None:
    content, _ = foto(afschrift("af_bij", EINDSALDO), kwart=2)
    (first,) = lees_bladzijden(content, "jpeg", diep=False)
    first.wil_tweede = True
    (later,) = verdiep(content, "jpeg", None, [first])
    assert (first.tweede, later.wil_tweede) == ([], False)
    assert later.kwart == first.kwart != 0
    assert abs(len(later.tweede) - len(later.woorden)) < 0.3 * len(later.woorden)
    (document,) = begrijp([later], "IMG.jpg")
    assert document.velden["eindsaldo"].waarde == f"{EINDSALDO / 100:.2f}"


def test_a_fault_of_a_file_comes_back_in_words_and_the_child_lives_on() -> None:
    with pytest.raises(LeesFout) as caught:
        lees_bladzijden(b"%PDF-1.4 kapot", "pdf")
    assert caught.value.code == "beschadigd"
    assert _idle().is_bruikbaar


def test_a_child_that_died_is_replaced() -> None:
    lees_bladzijden(PDF, "pdf")
    first = _idle()
    first.process.kill()
    first.process.wait()
    assert lees_bladzijden(PDF, "pdf")[0].woorden
    assert _idle() is not first


def test_a_child_that_grew_too_big_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "MAX_GEHEUGEN_KB", 1)
    assert lees_bladzijden(PDF, "pdf")[0].woorden
    assert kind._vrij.empty()


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "SECONDEN_PER_BLADZIJDE", -1)
    child = kind.Lezerskind()
    child.process.send_signal(19)  # stands still
    with pytest.raises(LeesFout) as caught:
        child.vraag({"werk": "lezen", "formaat": "pdf", "wachtwoord": None}, PDF)
    assert caught.value.code == "te_lang"
    assert child.process.poll() is not None


def test_a_child_that_dies_halfway_gives_a_sentence() -> None:
    child = kind.Lezerskind()
    child.process.kill()
    child.process.wait()
    with pytest.raises(LeesFout) as caught:
        child.vraag({"werk": "lezen", "formaat": "pdf", "wachtwoord": None}, PDF)
    assert caught.value.code == "beschadigd"


def test_the_child_of_another_process_is_left_alone() -> None:
    child = kind.Lezerskind()
    child.owner += 1
    assert not child.is_bruikbaar
    child.stop()
    assert child.process.poll() is None
    child.owner -= 1
    child.stop()
    assert child.process.poll() is not None


def test_a_child_may_hold_one_and_a_half_gigabyte_and_no_more() -> None:
    lees_bladzijden(PDF, "pdf")
    assert resource.prlimit(_idle().process.pid, resource.RLIMIT_DATA) == (1_500 * 1024**2, 1_500 * 1024**2)


def test_what_asks_more_than_that_fails_in_the_child() -> None:
    code = (
        "from opstap.lezen.woorden import kind\n"
        "def ask(source, target):\n    bytearray(int(1.6 * 1024**3))\n"
        "kind._work = ask\nkind.main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=False)
    assert b"MemoryError" in ended.stderr
