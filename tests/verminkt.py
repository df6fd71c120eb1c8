"""Documents that went wrong: a good one with random slips in it, and the answer of a command to such a file.

Own seed, no library: a fault is made again with the number in the name of the test. `vermink` gives bytes, so that
slips below the JSON (encodings, half a file, a number without end) are in it as well.
"""

from __future__ import annotations

import io
import json
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from opstap.kern.commands import Main, run

VREEMD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    7,
    1.5,
    -0.0,
    1e300,
    10**30,
    10**400,
    float("nan"),
    float("inf"),
    "",
    " ",
    "nee",
    "null",
    "1e400",
    "NaN",
    "-0.01",
    "1,5",
    "٣.٠٠",
    "２０２６-07-01",
    "2026-02-30",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "2026-07-01T00:00:00",
    "x" * 5000,
    "a\nb\u2028c",
    "\x00",
    "\ud800",
    "🙂",
    "a",
    "p",
    [],
    [[]],
    [None],
    ["a", "a"],
    {},
    {"a": None},
    {"id": "a"},
    {"": {"": []}},
)
DAGEN = (
    "0001-01-01",
    "1899-12-31",
    "1900-01-01",
    "1904-02-29",
    "1990-01-01",
    "2000-02-29",
    "2018-01-01",
    "2022-12-31",
    "2026-12-31",
    "2027-06-30",
    "2099-12-31",
    "2100-12-31",
    "9998-12-31",
    "9999-12-31",
)
GELD = (
    "0",
    "0.00",
    "0.01",
    "999999.99",
    "100000000.00",
    "335544.31",
    "335544.32",
    1,
    1.1,
    "€ 1.280,31",
    "1e3",
    "1_000",
)
SLEUTELS = (
    "",
    "id",
    "rol",
    "datum",
    "soort",
    "bsn",
    "nationaliteit",
    "__class__",
    "\ud800",
    "a\nb",
    "x" * 300,
    "Peildatum",
)


class Antwoord(NamedTuple):
    """How a command ended: its code, and what it wrote."""

    code: int
    uit: str
    fout: str


def vermink(document: dict[str, Any], rng: random.Random) -> bytes:
    """The document as a file, with one to four slips in its values and sometimes one in its bytes."""
    made: Any = deepcopy(document)
    for _ in range(rng.choice((1, 1, 1, 1, 2, 3))):
        made = _slip(made, rng)
    text = json.dumps(made, ensure_ascii=rng.random() < 0.5)
    if rng.random() < 0.75:
        return text.encode("utf-8", "surrogatepass" if rng.random() < 0.1 else "replace")
    return rng.choice(BYTES)(text, rng)


def _slip(made: Any, rng: random.Random) -> Any:
    places = list(_places(made))[:400]
    if not places or rng.random() < 0.02:
        return rng.choice(VREEMD)
    holder, key = rng.choice(places)
    rng.choice(SLIPS)(holder, key, rng)
    return made


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield value, key
            yield from _places(each)


def _gone(holder: Any, key: Any, rng: random.Random) -> None:
    del holder[key]


def _other(holder: Any, key: Any, rng: random.Random) -> None:
    holder[key] = deepcopy(rng.choice(VREEMD))


def _near(holder: Any, key: Any, rng: random.Random) -> None:
    """Another value of the same kind: what can be right, at its edges."""
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int):
        holder[key] = rng.choice((0, 1, value + 1, 366, 600, 2**31, 2**63))
    elif isinstance(value, str) and value[:4].isdigit() and "-" in value:
        holder[key] = rng.choice(DAGEN)
    elif isinstance(value, str) and value[:1].isdigit():
        holder[key] = rng.choice(GELD)
    elif isinstance(value, list):
        rng.shuffle(value)
    elif isinstance(holder, dict):
        holder.pop(key)


def _deep(holder: Any, key: Any, rng: random.Random) -> None:
    for _ in range(rng.choice((1, 3, 60))):
        holder[key] = [holder[key]] if rng.random() < 0.5 else {"a": holder[key]}


def _more(holder: Any, key: Any, rng: random.Random) -> None:
    if isinstance(holder, dict):
        holder[rng.choice(SLEUTELS)] = deepcopy(rng.choice((holder[key], *VREEMD)))
    else:
        holder.extend(deepcopy(holder[key]) for _ in range(rng.choice((1, 1, 2, 300))))


def _renamed(holder: Any, key: Any, rng: random.Random) -> None:
    if isinstance(holder, dict):
        holder[rng.choice((str(key).upper(), f"{key} ", rng.choice(SLEUTELS)))] = holder.pop(key)
    else:
        rng.shuffle(holder)


def _sign(holder: Any, key: Any, rng: random.Random) -> None:
    text = str(holder[key])
    at = rng.randrange(len(text) + 1)
    holder[key] = text[:at] + rng.choice("0-9.,ex €\t") + text[at + rng.choice((0, 1)) :]


SLIPS: tuple[Callable[[Any, Any, random.Random], None], ...] = (
    *(_near, _near, _near, _near),
    *(_other, _other),
    *(_gone, _deep, _more, _renamed, _sign),
)


def _half(text: str, rng: random.Random) -> bytes:
    return text.encode("utf-8", "replace")[: rng.randrange(len(text) + 1)]


def _spoilt(text: str, rng: random.Random) -> bytes:
    raw = bytearray(text.encode("utf-8", "replace"))
    for _ in range(rng.choice((1, 5))):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


BYTES: tuple[Callable[[str, random.Random], bytes], ...] = (
    _half,
    _spoilt,
    lambda text, rng: text.encode("utf-16", "replace"),
    lambda text, rng: text.encode("utf-8-sig", "replace"),
    lambda text, rng: ("é" + text).encode("latin-1", "replace"),
    lambda text, rng: b"",
    lambda text, rng: b"\x00" * 40,
    lambda text, rng: (text + text).encode("utf-8", "replace"),
    lambda text, rng: text.replace(":", ": " + "[" * rng.choice((500, 100_000)), 1).encode("utf-8", "replace"),
    lambda text, rng: text.replace(": ", ": " + "9" * rng.choice((40, 5_000)), 1).encode("utf-8", "replace"),
    lambda text, rng: text.replace(": ", ": -1e" + "9" * rng.choice((3, 400)) + ", ", 1).encode("utf-8", "replace"),
    lambda text, rng: text.replace("{", '{"peildatum": "2026-07-01", ', 1).encode("utf-8", "replace"),
    lambda text, rng: text.replace('"', "'").encode("utf-8", "replace"),
)


@contextmanager
def _captured() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Both streams as a terminal has them: UTF-8, strict for the answer, never failing for the message."""
    before = sys.stdout, sys.stderr
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", "strict")
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = before


def vraag(main: Main, *arguments: str) -> Antwoord:
    """The command as the executable runs it, in this process."""
    with _captured() as (out, err):
        code = run(main, arguments)
        texts = []
        for stream in (out, err):
            stream.flush()
            texts.append(stream.detach().getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return Antwoord(code, *texts)


def keur(antwoord: Antwoord, wat: object) -> None:
    """Raises AssertionError where the command broke, or did not say in one line of Dutch what is wrong."""
    assert antwoord.code in (0, 2), (antwoord.fout[:400], wat)
    assert "Traceback" not in antwoord.fout, wat
    if antwoord.code == 2:
        assert antwoord.uit == "", wat
        line = antwoord.fout.removesuffix("\n")
        assert line, wat
        assert line.splitlines() == [line.strip()], (antwoord.fout[:400], wat)
        assert len(line) <= 1000, (line[:200], len(line), wat)


def probeer(main: Main, document: dict[str, Any], folder: Path, seed: int, times: int, *options: str) -> dict[int, int]:
    """Try spoilt copies of a document on a command; gives how often it ended with which code."""
    rng = random.Random(seed)
    ended: dict[int, int] = {}
    path = folder / "verminkt.json"
    for number in range(times):
        raw = vermink(document, rng)
        path.write_bytes(raw)
        answer = vraag(main, str(path), *options)
        keur(answer, (seed, number, raw[:300]))
        if answer.code == 0 and "--json" in options:
            json.loads(answer.uit)
        ended[answer.code] = ended.get(answer.code, 0) + 1
    return ended
