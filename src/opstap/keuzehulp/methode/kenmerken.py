"""By what one can search among all help: kind, days, with whom, at home. Only a search; the order never reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from opstap.kern.content import INHOUD, InhoudFout, load, require
from opstap.keuzehulp.methode.laden import GETEKEND, catalogus
from opstap.keuzehulp.methode.laden_velden import herkomst

BESTAND = INHOUD / "keuzehulp" / "kenmerken.yaml"
DAGEN, WIE, THUIS = ("zelf", "vast"), ("alleen", "samen"), ("ja", "nee")


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What a search looks at for one kind of help."""

    categorie: str
    dagen: frozenset[str]
    wie: frozenset[str]
    thuis: bool


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """A search; an empty part leaves everything in. A value that does not exist counts as empty."""

    categorie: str = ""
    dagen: str = ""
    wie: str = ""
    thuis: str = ""

    @classmethod
    def van(cls, asked: Mapping[str, str]) -> Zoekvraag:
        """From what was asked in an address, where anything can stand."""
        known = {"categorie": categories(), "dagen": DAGEN, "wie": WIE, "thuis": THUIS}
        return cls(**{name: asked.get(name, "") if asked.get(name, "") in values else ""
                      for name, values in known.items()})  # fmt: skip

    def fits(self, one: Kenmerken) -> bool:
        """Whether this kind of help is what is looked for."""
        return (
            self.categorie in ("", one.categorie)
            and (not self.dagen or self.dagen in one.dagen)
            and (not self.wie or self.wie in one.wie)
            and self.thuis in ("", "ja" if one.thuis else "nee")
        )


@lru_cache(maxsize=1)
def kenmerken() -> Mapping[str, Kenmerken]:
    """For every kind of help. Raises InhoudFout with file and line when one is missing, double or unknown."""
    return read_kenmerken(BESTAND)


def read_kenmerken(path: Path) -> dict[str, Kenmerken]:
    """Read and check the file."""
    document = load(path)
    require(path, document, {**GETEKEND, "kenmerken": list})
    herkomst(path, document)
    found: dict[str, Kenmerken] = {}
    known = catalogus().instrumenten
    for row in document["kenmerken"]:
        require(path, row, {"instrument": str, "dagen": list, "wie": list, "thuis": bool})
        key = row["instrument"]
        if key not in known or key in found:
            raise InhoudFout(path, row.line, f"soort hulp {key} bestaat niet, of staat er twee keer")
        for name, allowed in (("dagen", DAGEN), ("wie", WIE)):
            if not row[name] or not set(row[name]) <= set(allowed):
                raise InhoudFout(path, row.line, f"{name}: kies uit {', '.join(allowed)}")
        found[key] = Kenmerken(known[key].categorie, frozenset(row["dagen"]), frozenset(row["wie"]), row["thuis"])
    missing = sorted(known.keys() - found.keys())
    if missing:
        raise InhoudFout(path, None, f"hier ontbreekt: {', '.join(missing)}")
    return found


def categories() -> tuple[str, ...]:
    """Every kind of help by its group, once, in alphabetical order of the code."""
    return tuple(sorted({one.categorie for one in catalogus().instrumenten.values()}))
