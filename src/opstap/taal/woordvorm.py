"""Is this a common word? By a hand-made list (`inhoud/taal/gewoon.yaml`), word forms by rule, and compounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from opstap.kern.content import INHOUD, load, require

BESTAND = INHOUD / "taal" / "gewoon.yaml"
LANGSTE = 45
_ENDINGS = (
    "", "s", "e", "n", "en", "t", "d", "de", "den", "te", "ten", "er", "ere", "ers", "st", "ste", "je", "jes", "tje",
    "tjes", "pje", "pjes", "etje", "etjes", "heid", "end", "ende", "nde", "elijk", "elijks", "elijkse", "'s", "ë", "ën",
)  # fmt: skip
_APART = (
    "aan", "achter", "af", "bij", "binnen", "door", "heen", "in", "langs", "mee", "na", "neer", "om", "onder", "op",
    "over", "samen", "tegen", "terug", "thuis", "toe", "tussen", "uit", "vast", "verder", "voor", "voorbij", "vooruit",
    "weg", "vrij", "klaar", "goed", "schoon", "plaats", "deel", "her", "on", "mede", "mis",
)  # fmt: skip
_LINKS = ("", "s", "e", "en", "n", "er", "-")
_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ij|ei|ui|au|ou|eu|ie|oe|[aeiouyáéèëêíïóöúüàç]", re.I)


def lettergrepen(word: str) -> int:
    """The number of syllables, by groups of vowels; at least 1."""
    return max(1, len(_VOWELS.findall(word)))


@lru_cache(maxsize=20_000)
def is_gewoon(word: str) -> bool:
    """Whether a word (any form, any case) is common, or is put together of common words."""
    if len(word) > LANGSTE:
        return False
    low = _fold(word.lower().replace("’", "'"))
    return _known(low) or all(len(part) < 2 or _known(part) or _compound(part, 2) for part in low.split("-"))


@cache
def load_gewoon(path: Path = BESTAND) -> frozenset[str]:
    """The list of common words, without accents. Raises InhoudFout."""
    document = load(path)
    require(path, document, {"eigenaar": str, "geldig_vanaf": date, "herzien_voor": date, "woorden": str})
    return frozenset(_fold(word) for word in document["woorden"].split())


def _fold(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def _known(word: str) -> bool:
    common = load_gewoon()
    return any(form in common for form in _forms(word))


def _compound(word: str, depth: int) -> bool:
    """A common first part, perhaps a linking letter, and a common rest; parts of at least three letters."""
    for cut in range(3, len(word) - 2):
        rest = word[cut:]
        if not _known(rest) and (depth < 2 or not _compound(rest, depth - 1)):
            continue
        first = word[:cut]
        if any(
            len(first) - len(link) >= 3 and first.endswith(link) and _known(first[: len(first) - len(link)])
            for link in _LINKS
        ):
            return True
    return False


def _forms(word: str) -> Iterator[str]:
    """Every dictionary form this could be a form of."""
    bodies = [word]
    if word.startswith("ge") and len(word) > 5:
        bodies.append(word[2:])
    for prefix in _APART:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            rest = word[len(prefix) :]
            bodies += [rest, rest[2:]] if rest.startswith(("ge", "te")) and len(rest) > 5 else [rest]
    for body in bodies:
        for ending in _ENDINGS:
            if body.endswith(ending) and len(body) - len(ending) >= 2:
                yield from _stems(body[: len(body) - len(ending)] if ending else body)


def _stems(stem: str) -> Iterator[str]:
    yield stem
    yield stem + "en"
    yield stem + "e"
    if len(stem) < 3:
        return
    last, before = stem[-1], stem[-2]
    if last == before and last not in "aeiou":
        yield stem[:-1]
    voiced = {"v": "f", "z": "s"}.get(last)
    if voiced:
        yield stem[:-1] + voiced
    if last not in "aeiou" and before in "aeou" and stem[-3] not in "aeiou":
        yield stem[:-1] + before + (voiced or last)
        yield stem + last + "en"
    if last not in "aeiou" and stem[-3:-1] in ("aa", "ee", "oo", "uu"):
        yield stem[:-2] + {"f": "v", "s": "z"}.get(last, last) + "en"
        yield stem[:-2] + last + "en"
    if last in "fs":
        yield stem[:-1] + {"f": "v", "s": "z"}[last] + "en"
