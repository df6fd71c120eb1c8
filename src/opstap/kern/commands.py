"""What every command on the command line shares: reading input, writing the answer, saying what is wrong.

Exit codes: 0 done, 2 the input or the call is wrong (one Dutch line on standard error), 1 a fault of ours.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any
from unicodedata import category

Main = Callable[[Sequence[str]], int]
LANG = 1000
"""More of one text is not looked at to show it: a key may be megabytes long."""


class InvoerFout(Exception):
    """The input or the call is wrong. The text is one Dutch line: what, where, how to mend it."""


def read_bytes(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InvoerFout(f"Ik kan {name} niet vinden. Kijk of de naam en de map kloppen.") from None
    except IsADirectoryError:
        raise InvoerFout(f"{name} is een map. Geef een bestand.") from None
    except OSError as error:
        raise InvoerFout(f"Ik kan {name} niet lezen: {error.strerror}.") from None


def read_text(name: str) -> str:
    """The text (UTF-8) of a file, or of standard input for `-`."""
    try:
        return read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvoerFout(f"{name} is geen tekst in UTF-8. Sla het bestand op als UTF-8.") from None


def read_json(name: str) -> Any:
    """One JSON document; floats stay text (`parse_float=str`) so that money is never a float."""
    try:
        return json.loads(read_text(name), parse_float=str, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise InvoerFout(f"{name} is geen goede JSON: regel {error.lineno}, teken {error.colno}.") from None
    except RecursionError:
        raise InvoerFout(f"{name} is geen goede JSON: te veel haken in elkaar.") from None
    except ValueError:  # what Python says to a whole number of thousands of digits
        raise InvoerFout(f"{name}: er staat een getal in met te veel cijfers. Kijk de getallen na.") from None


def write_json(document: Any) -> None:
    """Exactly one JSON document on standard output."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def kort(text: str, most: int = 60) -> str:
    """What a person typed, fit for a line that says what is wrong with it: short, and nothing that steers a screen."""
    shown = "".join(" " if sign.isspace() else sign for sign in text[:LANG] if sign.isspace() or not _steers(sign))
    return shown if len(shown) <= most else shown[: most - 3] + "…"


def _steers(sign: str) -> bool:
    """Control characters, and signs that turn or hide the text around them."""
    return category(sign) in ("Cc", "Cf")


def say(text: str) -> None:
    """A line for a person, on standard error."""
    print(text, file=sys.stderr)


def run(main: Main, arguments: Sequence[str]) -> int:
    """Run a command and turn every way it can end into an exit code; never a traceback for a person.

    With OPSTAP_ONTWIKKEL set a fault of ours shows its traceback, for who mends it.
    """
    if isinstance(sys.stdout, TextIOWrapper):  # half a character in the input comes back as the escape it was
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return main(arguments)
    except InvoerFout as error:
        say(" ".join(str(error).split()))
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("Gestopt.")
        return 130
    except SyntaxError as error:
        say(f"{_file(error.filename)}:{error.lineno}: dit is geen goed Python. Kijk op deze regel en die erboven.")
        return 1
    except Exception as error:
        if os.environ.get("OPSTAP_ONTWIKKEL"):
            raise
        where = f"{type(error).__name__}, {_place(error)}"
        say(f"Er ging iets mis in Opstap zelf ({where}). Uw bestanden zijn niet veranderd.")
        return 1


def _place(error: BaseException) -> str:
    """File and line of our own code in which a fault arose; never what it was about, that can be personal."""
    from traceback import walk_tb

    frames = [
        frame for frame, _ in walk_tb(error.__traceback__) if frame.f_globals.get("__name__", "").startswith("opstap")
    ]
    return f"{_file(frames[-1].f_code.co_filename)}:{frames[-1].f_lineno}" if frames else "onbekende plek"


def _file(name: str | None) -> str:
    return Path(name or "?").name


def _refuse_constant(name: str) -> Any:
    raise InvoerFout(f"{name} is geen getal dat Opstap kent.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise InvoerFout(f"De sleutel {kort(key)} staat er twee keer in.")
        result[key] = value
    return result
