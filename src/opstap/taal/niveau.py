"""An estimate of the reading level, from what can be counted. What it is worth stands in `niveau`."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.taal.regels import advice
from opstap.taal.woordvorm import is_gewoon, lettergrepen
from opstap.taal.zinnen import Woord, Zin

# Upper bounds of the points per label; tuned on the sample texts of tests/taal/teksten, not on readers.
GRENZEN = ((6.0, "A1"), (10.5, "A2"), (24.0, "B1"), (38.0, "B2"))


@dataclass(frozen=True, slots=True)
class Niveau:
    """The level as a label and the counts it comes from."""

    label: str
    zinnen: int
    woorden_per_zin: float
    moeilijke_woorden: tuple[str, ...]
    punten: float

    def as_json(self) -> dict[str, object]:
        return {
            "label": self.label,
            "zinnen": self.zinnen,
            "woorden_per_zin": self.woorden_per_zin,
            "moeilijke_woorden": list(self.moeilijke_woorden),
        }


def niveau(zinnen: list[Zin]) -> Niveau:
    """The level of a text by its sentences, A1 to C1.

    Points are the words per sentence (those above 14 twice), plus the share (in %) of words that are not common counted
    0.8 times, plus the share of difficult words counted 1.5 times, plus how far the syllables per word lie above 1.5
    counted 20 times: sentence length, word length and familiar words, as reading formulas such as Douma's for Dutch do.
    It is a rough sign for a writer. It does not see order, pictures, layout or what the reader knows, it was not tried
    with readers, and it says little about a text of fewer than five sentences.
    """
    full = [zin for zin in zinnen if zin.vol] or zinnen
    words = [(woord, place == 0) for zin in full for place, woord in enumerate(zin.woorden) if woord.is_taal]
    if not full or not words:
        return Niveau("A1", len(full), 0.0, (), 0.0)
    per_sentence = sum(len(zin.woorden) for zin in full) / len(full)
    difficult = [woord for woord, first in words if advice(woord, first=first)]
    uncommon = [woord for woord, first in words if _is_uncommon(woord, first=first)]
    syllables = sum(lettergrepen(woord.klein) for woord, _ in words) / len(words)
    share = 100 / len(words)
    long = per_sentence + max(0.0, per_sentence - 14)
    points = long + 0.8 * share * len(uncommon) + 1.5 * share * len(difficult) + 20 * max(0.0, syllables - 1.5)
    label = next((name for limit, name in GRENZEN if points <= limit), "C1")
    every = {
        woord.klein for zin in zinnen for place, woord in enumerate(zin.woorden) if advice(woord, first=place == 0)
    }
    return Niveau(label, len(full), round(per_sentence, 1), tuple(sorted(every)), round(points, 1))


def _is_uncommon(woord: Woord, *, first: bool) -> bool:
    return (first or not woord.tekst[0].isupper()) and not is_gewoon(woord.klein)
