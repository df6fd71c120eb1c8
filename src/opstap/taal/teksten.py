"""The texts of screens, letters and messages: content under `inhoud/teksten/<language>/**/*.yaml`.

The key of a text is its file's path under the language, joined with dots, plus its short key:
`nl/portaal/papieren.yaml`, key `titel` is `portaal.papieren.titel`. The notation stands in `opmaak`.
Dutch is the language that decides: every other language has the same keys and the same values, or `check` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from opstap.kern import clock
from opstap.kern.content import INHOUD, InhoudFout, Rij, is_outdated, load, require
from opstap.taal.opmaak import Deel, OpmaakFout, markup, names, parse, plain

MAP = INHOUD / "teksten"
HOOFDTAAL = "nl"
KOP: dict[str, type | tuple[type, ...]] = {
    "eigenaar": str,
    "geldig_vanaf": date,
    "herzien_voor": date,
    "teksten": Rij,
}


class OnbekendeTekst(LookupError):
    """There is no text under this key, or a value it needs was not given."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """One text in one language, and where it stands."""

    sleutel: str
    delen: tuple[Deel, ...]
    ruw: str
    pad: Path
    regel: int | None


@dataclass(slots=True)
class Bundel:
    """All texts of all languages as read, with the faults met on the way."""

    talen: dict[str, dict[str, Tekst]] = field(default_factory=dict)
    fouten: list[InhoudFout] = field(default_factory=list)
    verouderd: list[tuple[Path, date]] = field(default_factory=list)
    vast: dict[tuple[Any, str, str], str] = field(default_factory=dict)
    """What was drawn of texts that take no values: most of a page is words that are the same for everybody."""


class Staat:
    """What is loaded now. `streng`: an unknown key raises; not strict (in service) the Dutch text or the key shows."""

    bundel: Bundel | None = None
    streng: bool = True


def tekst(sleutel: str, taal: str = HOOFDTAAL, /, **waarden: Any) -> str:
    """The plain text of a key. Raises OnbekendeTekst (see `Staat.streng`) and InhoudFout when the content is broken."""
    return _render(plain, sleutel, taal, waarden)


def html(sleutel: str, taal: str = HOOFDTAAL, /, **waarden: Any) -> str:
    """The text of a key as safe HTML: values escaped, bold, links and paragraphs as elements. Raises as `tekst`."""
    return _render(markup, sleutel, taal, waarden)


def bestaat(sleutel: str, taal: str = HOOFDTAAL) -> bool:
    """Whether there is a text under this key."""
    return sleutel in bundel().talen.get(taal, {})


def sleutels(begin: str = "", taal: str = HOOFDTAAL) -> list[str]:
    """All keys that begin with `begin`, in the order of the files."""
    return [sleutel for sleutel in bundel().talen.get(taal, {}) if sleutel.startswith(begin)]


def talen() -> list[str]:
    """The languages there are, Dutch first."""
    return sorted(bundel().talen, key=lambda taal: (taal != HOOFDTAAL, taal))


def kent(taal: str) -> bool:
    """Whether there are texts in this language. Every text on a page asks it."""
    return taal in bundel().talen


def instellen(*, streng: bool) -> None:
    """Strict in tests and development; not strict in service, where a person must never meet a stack of ours."""
    Staat.streng = streng


def bundel() -> Bundel:
    """The texts, read once. Raises the first InhoudFout."""
    if Staat.bundel is None:
        loaded = read(MAP)
        if loaded.fouten:
            raise loaded.fouten[0]
        Staat.bundel = loaded
    return Staat.bundel


def reload() -> None:
    """Read the files again at the next text."""
    Staat.bundel = None


def read(root: Path) -> Bundel:
    """Read every language under `root`; faults are collected, not raised."""
    result = Bundel()
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        rows = result.talen.setdefault(folder.name, {})
        for path in sorted(folder.rglob("*.yaml")):
            try:
                _read_file(path, ".".join(path.relative_to(folder).with_suffix("").parts), rows, result)
            except InhoudFout as error:
                result.fouten.append(error)
    return result


def check(root: Path = MAP, op: date | None = None) -> list[InhoudFout]:
    """Everything wrong with the texts: broken files, a key or value missing in a language, words to avoid, outdated."""
    from opstap.taal.woorden import verboden_woorden

    found = read(root)
    fouten = list(found.fouten)
    main = found.talen.get(HOOFDTAAL, {})
    for taal, rows in found.talen.items():
        fouten += _compare(taal, rows, main) if taal != HOOFDTAAL else []
        for row in rows.values():
            for vondst in verboden_woorden(row.ruw, taal):
                fouten.append(InhoudFout(row.pad, row.regel, f"vermijd {vondst.tekst!r}: {vondst.advies}"))
    for path, until in found.verouderd:
        if until < (op or clock.today()):
            fouten.append(InhoudFout(path, None, f"had herzien moeten zijn voor {until.isoformat()}"))
    return fouten


def _compare(taal: str, rows: Mapping[str, Tekst], main: Mapping[str, Tekst]) -> list[InhoudFout]:
    fouten = []
    for sleutel, nederlands in main.items():
        row = rows.get(sleutel)
        if row is None:
            fouten.append(InhoudFout(nederlands.pad, nederlands.regel, f"{sleutel} ontbreekt in {taal}"))
        elif names(row.delen) != names(nederlands.delen):
            differ = ", ".join(sorted(names(row.delen) ^ names(nederlands.delen)))
            what = f"{sleutel} heeft andere waarden dan in {HOOFDTAAL}: {differ}"
            fouten.append(InhoudFout(row.pad, row.regel, what))
    for sleutel in rows.keys() - main.keys():
        fouten.append(InhoudFout(rows[sleutel].pad, rows[sleutel].regel, f"{sleutel} ontbreekt in {HOOFDTAAL}"))
    return fouten


def _read_file(path: Path, prefix: str, rows: dict[str, Tekst], result: Bundel) -> None:
    document = load(path)
    require(path, document, KOP)
    if is_outdated(document, date.max):
        result.verouderd.append((path, document["herzien_voor"]))
    lines = document["teksten"].lines
    for short, ruw in document["teksten"].items():
        line = lines.get(short, document["teksten"].line)
        if not isinstance(short, str) or not isinstance(ruw, str):
            result.fouten.append(InhoudFout(path, line, f"{short!r}: zet sleutel en tekst tussen aanhalingstekens"))
            continue
        try:
            rows[f"{prefix}.{short}"] = Tekst(f"{prefix}.{short}", parse(ruw.strip()), ruw.strip(), path, line)
        except OpmaakFout as error:
            result.fouten.append(InhoudFout(path, line, f"{short}: {error}"))


def _render(render: Any, sleutel: str, taal: str, waarden: Mapping[str, Any]) -> str:
    known = None if waarden else bundel().vast.get((render, sleutel, taal))
    return _draw(render, sleutel, taal, waarden) if known is None else known


def _draw(render: Any, sleutel: str, taal: str, waarden: Mapping[str, Any]) -> str:
    row = bundel().talen.get(taal, {}).get(sleutel)
    if row is None and not Staat.streng:
        row = bundel().talen.get(HOOFDTAAL, {}).get(sleutel)
    if row is None:
        return _unknown(sleutel, f"er is geen tekst {sleutel} in {taal}")
    try:
        drawn = str(render(row.delen, waarden, taal))
    except KeyError as error:
        return _unknown(sleutel, f"{sleutel} in {taal} vraagt om de waarde {error.args[0]}")
    except OpmaakFout as error:
        return _unknown(sleutel, f"{sleutel} in {taal}: {error}")
    if not waarden:
        bundel().vast[render, sleutel, taal] = drawn
    return drawn


def _unknown(sleutel: str, what: str) -> str:
    if Staat.streng:
        raise OnbekendeTekst(what)
    return f"[{sleutel}]"
