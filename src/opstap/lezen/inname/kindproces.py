"""The parsing process itself: sets its own limits, then reads file after file until our side hangs up.

It writes nothing anywhere: no output, no log. What goes wrong goes back as a code, never as words of the file.
"""

from __future__ import annotations

import resource
import socket
import sys

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.overdracht import Verbroken, ontvang, zend


def main() -> int:
    sock = socket.socket(fileno=int(sys.argv[1]))
    seconds, memory = int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    from opstap.lezen.inname.werk import doe

    while True:
        try:
            taak, delen = ontvang(sock)
        except Verbroken:
            return 0
        _fresh_time(seconds)
        stop = False
        try:
            answer, blobs = doe(taak, delen[0])
        except LeesFout as error:
            answer, blobs = {"fout": error.code, "uitleg": error.uitleg}, []
        except (MemoryError, RecursionError):
            answer, blobs, stop = {"fout": "te_zwaar"}, [], True
        except Exception:
            answer, blobs = {"fout": "fout"}, []
        try:
            zend(sock, answer, blobs)
        except OSError:
            return 0
        del taak, delen, answer, blobs  # the next file may need the room
        if stop:
            return 0


def _fresh_time(seconds: int) -> None:
    """Each file gets its own seconds: the soft limit moves along with what was used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    sys.exit(main())
