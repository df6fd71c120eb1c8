"""Content of a municipality, held to the same checks as the content files: it is written as that file and loaded."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import yaml

from opstap.kern.content import InhoudFout
from opstap.keuzehulp.lijst.kolommen import unkind
from opstap.keuzehulp.methode.laden_instrument import read_instrument
from opstap.keuzehulp.methode.laden_onderzoek import read_studie
from opstap.keuzehulp.methode.model import STREKKINGEN, Catalogus, Instrument, Koppeling, Strekking, Studie

SLEUTEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{2,59}")
DAGEN = ("bijgewerkt_op", "herzien_voor")
GELEZEN = ("kort", "gewone_woorden", "zekerheid_omdat", "mensen", "uitkomst", "opzet", "termijn", "land")


class StukFout(ValueError):
    """A piece of content is not right. The text is one Dutch line that says what and how to mend it."""


@dataclass(frozen=True, slots=True)
class EigenStudie:
    """A study of this municipality with its role per kind of help, as the named editors set it."""

    studie: Studie
    koppelingen: Mapping[str, Koppeling]


def read_own_studie(sleutel: str, document: Mapping[str, Any], catalogus: Catalogus) -> EigenStudie:
    """The study in this document. Raises StukFout."""
    if not SLEUTEL.fullmatch(sleutel):
        raise StukFout("De korte naam heeft 3 tot 60 letters, cijfers of streepjes, zoals Jansen2027.")
    if sleutel in catalogus.studies:
        raise StukFout(f"Er is al een onderzoek {sleutel}. Kies een andere korte naam.")
    file = {key: value for key, value in document.items() if key != "koppelingen"}
    studie = _load(sleutel, file, lambda path: read_studie(path))
    links = dict(_links(document.get("koppelingen", ()), studie, catalogus))
    words = [str(file[key]) for key in GELEZEN]
    words += [text for link in links.values() for text in (link.voor, link.tegen) if text]
    for text in words:
        _kind(text)
    return EigenStudie(studie, links)


def read_own_instrument(sleutel: str, document: Mapping[str, Any], catalogus: Catalogus) -> Instrument:
    """Another wording of a kind of help that is there. Raises StukFout."""
    if sleutel not in catalogus.instrumenten:
        raise StukFout(f"De soort hulp {sleutel} is er niet. Een nieuwe soort komt met een nieuwe versie van Opstap.")
    regelen = {thing.code: thing for one in catalogus.instrumenten.values() for thing in one.eerst_regelen}

    def read(path: Path) -> Instrument:
        return read_instrument(path, catalogus.vragen, catalogus.fasen, regelen, catalogus.studies)

    found = _load(sleutel, document, read)
    now = catalogus.instrumenten[sleutel]
    if (found.rol, found.categorie, found.poort is None) != (now.rol, now.categorie, now.poort is None):
        raise StukFout("De rol, de categorie en de regels van de wet van een soort hulp blijven zoals zij zijn.")
    for text in (found.naam, found.wie_levert, *found.rijen.values(), *found.voorwaarden, *found.liever_niet):
        _kind(text)
    return found


def read_own_zin(sleutel: str, document: Mapping[str, Any], catalogus: Catalogus) -> str:
    """Another wording of a sentence of the keuzehulp, with the same places to fill in. Raises StukFout."""
    text = document.get("tekst")
    if sleutel not in catalogus.zinnen:
        raise StukFout(f"De tekst {sleutel} is er niet.")
    if not isinstance(text, str) or not text.strip():
        raise StukFout("De tekst is leeg.")
    try:
        same = _names(text) == _names(catalogus.zinnen[sleutel])
    except ValueError:
        same = False
    if not same:
        raise StukFout("Tussen de haken { } moet hetzelfde staan als in de eerste tekst.")
    _kind(text)
    return text.strip()


def as_yaml(document: Mapping[str, Any]) -> str:
    """The document as a content file. A study keeps its links as remarks: they belong in the files of the help."""
    file = {key: _day(key, value) for key, value in document.items() if key != "koppelingen"}
    lines = ["# Geschreven in het beheer van Opstap."]
    for link in document.get("koppelingen", ()):
        said = {key: value for key, value in link.items() if key != "instrument" and value}
        lines.append(f"# koppeling in instrumenten/{link['instrument']}.yaml: {said}")
    return "\n".join(lines) + "\n" + yaml.safe_dump(file, allow_unicode=True, sort_keys=False, width=110)


def _load(sleutel: str, document: Mapping[str, Any], read: Any) -> Any:
    with TemporaryDirectory(prefix="opstap-stuk-") as folder:
        path = Path(folder) / f"{sleutel}.yaml"
        try:
            path.write_text(as_yaml(document), encoding="utf-8")
            return read(path)
        except InhoudFout as fault:
            raise StukFout(str(fault).split(": ", 1)[-1]) from None
        except (yaml.YAMLError, TypeError, KeyError, ValueError):
            raise StukFout("Dit heeft niet de vorm van een inhoudsbestand.") from None


def _links(rows: Any, studie: Studie, catalogus: Catalogus) -> Iterator[tuple[str, Koppeling]]:
    seen: set[str] = set()
    for row in rows if isinstance(rows, list | tuple) else ():
        if not isinstance(row, dict) or set(row) - {"instrument", "strekking", "voor", "tegen"}:
            raise StukFout("Een koppeling heeft een soort hulp en wat het onderzoek daarvoor betekent.")
        key, role = row.get("instrument"), row.get("strekking")
        if not isinstance(key, str) or key not in catalogus.instrumenten or key in seen:
            raise StukFout(f"Koppel elke soort hulp hoogstens één keer, en kies er een die er is ({key}).")
        if role not in STREKKINGEN:
            raise StukFout(f"Kies wat het onderzoek betekent: {', '.join(STREKKINGEN)}.")
        voor, tegen = row.get("voor") or None, row.get("tegen") or None
        if role == "gemengd" and studie.nagekeken and not (voor or tegen):
            raise StukFout("Onderzoek dat twee kanten op wijst, vraagt een zin bij voor of bij tegen.")
        if not studie.nagekeken and any(re.search(r"\d", text) for text in (voor, tegen) if text):
            raise StukFout("Een zin bij een koppeling noemt een getal, maar dit onderzoek is niet nagekeken.")
        seen.add(key)
        yield key, Koppeling(studie.id, cast(Strekking, role), voor, tegen)


def _kind(text: str) -> None:
    found = unkind(text)
    if found is not None:
        raise StukFout(f"“{found[0]}” staat niet op een scherm: {found[1]}.")


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _day(key: str, value: Any) -> Any:
    if key in DAGEN and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
