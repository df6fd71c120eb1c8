"""What craft may say: about the help and how it is done, never about a group of people."""

from __future__ import annotations

import re
from functools import cache

from opstap.kern.content import INHOUD, InhoudFout, load, require
from opstap.keuzehulp.lijst.kolommen import unkind
from opstap.taal.woorden import vermijd_woorden

BESTAND = INHOUD / "keuzehulp" / "groepswoorden.yaml"


def refusal(text: str) -> tuple[str, dict[str, str]] | None:
    """Why this line may not be kept: the last part of a key and its values; None when it may."""
    group = about_a_group(text)
    if group:
        return "groep", {"woord": group}
    found = unkind(text)
    if found is not None:
        return "woord", {"woord": found[0], "advies": found[1]}
    for hit in vermijd_woorden(text):
        return "woord", {"woord": hit.tekst, "advies": hit.advies}
    return None


def about_a_group(text: str) -> str:
    """The first word that names a group of people (by origin, sex, age, faith, health, background); else empty."""
    found = _pattern().search(text)
    return found.group() if found else ""


@cache
def _pattern() -> re.Pattern[str]:
    document = load(BESTAND)
    require(BESTAND, document, {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object, "woorden": list})
    if not document["woorden"] or not all(isinstance(word, str) for word in document["woorden"]):
        raise InhoudFout(BESTAND, document.lines["woorden"], "woorden moet een lijst van teksten zijn")
    return re.compile(rf"(?<!\w)(?:{'|'.join(document['woorden'])})(?!\w)", re.IGNORECASE)
