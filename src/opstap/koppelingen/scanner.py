"""The port for the virus scanner: clamd's INSTREAM. "Virus found" and "scanner away" are two different facts."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable
from enum import Enum

from django.conf import settings

TIMEOUT_S = 30.0
PING_S = 5.0


class Oordeel(Enum):
    SCHOON = "schoon"
    VIRUS = "virus"
    WEG = "weg"


def scan(parts: Iterable[bytes]) -> Oordeel:
    """Ask clamd about a stream. WEG when it does not answer or is not set (OPSTAP_CLAMD): never counted as clean."""
    address = settings.CLAMD
    if not address:
        return Oordeel.WEG
    try:
        with _connect(address) as connection:
            connection.sendall(b"zINSTREAM\0")
            for part in filter(None, parts):  # an empty part would say that this was all
                connection.sendall(struct.pack("!I", len(part)) + part)
            connection.sendall(struct.pack("!I", 0))
            answer = _answer(connection)
    except OSError:
        return Oordeel.WEG
    if answer.endswith(b"FOUND"):
        return Oordeel.VIRUS
    return Oordeel.SCHOON if answer.endswith(b"OK") else Oordeel.WEG


def is_there() -> bool:
    """Whether the scanner answers at all. A file that it cannot take does not make it away for the others."""
    if not settings.CLAMD:
        return False
    try:
        with _connect(settings.CLAMD) as connection:
            connection.settimeout(PING_S)
            connection.sendall(b"zPING\0")
            return _answer(connection) == b"PONG"
    except OSError:
        return False


def _answer(connection: socket.socket) -> bytes:
    """All that comes until the closing zero byte, or until the connection ends; at most one line."""
    answer = b""
    while b"\0" not in answer and len(answer) < 4096 and (part := connection.recv(4096)):
        answer += part
    return answer.rstrip(b"\0\n")


def _connect(address: str) -> socket.socket:
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(TIMEOUT_S)
        connection.connect(address)
        return connection
    host, _, port = address.partition(":")
    return socket.create_connection((host, int(port) if port.isdecimal() else 3310), timeout=TIMEOUT_S)
