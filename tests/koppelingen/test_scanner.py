"""The virus scanner over clamd's own protocol, against a small server on a socket."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from opstap.koppelingen.scanner import Oordeel, scan

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"
Start = Callable[..., str]


class Clamd(threading.Thread):
    """Speaks zINSTREAM: a command, chunks with a length before each, an empty chunk, one answer."""

    def __init__(self, path: Path, *, answers: list[bytes] | None = None, limit: int = 1 << 30) -> None:
        super().__init__(daemon=True)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(path))
        self.listener.listen(1)
        self.answers, self.limit = answers, limit

    def run(self) -> None:
        connection, _ = self.listener.accept()
        with connection, connection.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            body = b""
            while size := struct.unpack("!I", stream.read(4))[0]:
                body += stream.read(size)
                if len(body) > self.limit:
                    connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                    return
            for part in self.answers or [b"stream: Eicar FOUND\0" if EICAR in body else b"stream: OK\0"]:
                connection.sendall(part)


@pytest.fixture
def clamd(tmp_path: Path, settings: object) -> Iterator[Start]:
    started: list[Clamd] = []

    def start(**how: object) -> str:
        path = tmp_path / "clamd.sock"
        started.append(Clamd(path, **how))  # type: ignore[arg-type]
        started[-1].start()
        settings.CLAMD = str(path)  # type: ignore[attr-defined]
        return str(path)

    yield start
    for server in started:
        server.listener.close()
        server.join(timeout=5)


def test_a_clean_stream_is_clean(clamd: Start) -> None:
    clamd()
    assert scan([b"een", b"twee"]) is Oordeel.SCHOON


def test_a_virus_over_two_parts_is_found(clamd: Start) -> None:
    clamd()
    assert scan([EICAR[:9], EICAR[9:]]) is Oordeel.VIRUS


def test_an_answer_in_pieces_is_read_to_its_end(clamd: Start) -> None:
    clamd(answers=[b"stream: Ei", b"car FOU", b"ND\0"])
    assert scan([b"x"]) is Oordeel.VIRUS


@pytest.mark.parametrize("answer", [b"UNKNOWN COMMAND\0", b"\0", b"stream: OK but ERROR\0"])
def test_an_answer_that_is_no_verdict_counts_as_away(clamd: Start, answer: bytes) -> None:
    clamd(answers=[answer])
    assert scan([b"x"]) is Oordeel.WEG


def test_more_than_the_scanner_takes_is_never_clean(clamd: Start) -> None:
    clamd(limit=100)
    assert scan([b"x" * 64] * 200) is Oordeel.WEG


@pytest.mark.parametrize("address", ["", "/bestaat/niet.sock", "127.0.0.1:1", "localhost:geen"])
def test_a_scanner_that_is_not_there_is_away(settings: object, address: str) -> None:
    settings.CLAMD = address  # type: ignore[attr-defined]
    assert scan([b"x"]) is Oordeel.WEG
