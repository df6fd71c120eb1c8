"""Results measured here: shown only by strict rules, and drawn towards the literature first.

Source of the rules: docs/keuzehulp.md, "Leren van eigen resultaten". A local difference between people with and
without a kind of help is mostly a difference between people. So: a follow-up trial made by hand, an outcome that could
not have changed as a check, more than one model, enough people, and everything published. Never per person, never a
list ranked by raw local results.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, sqrt

from opstap.keuzehulp.methode.uitkomst import Argument

MINSTENS = 25
"""People per group. Smaller groups are never counted, shown or learned from."""
TERMIJNEN = (6, 12, 24)
RUIME_SPREIDING = 6.0
"""Standard deviation (percentage points) of true local effects around the literature: wide on purpose."""
OVERLAP = 0.5
Z = 1.96


class NietToonbaar(ValueError):
    """A local result may not be shown. The text is one Dutch line that says why."""


@dataclass(frozen=True, slots=True)
class Meting:
    """One local result: effect in percentage points, with all that is needed to judge it."""

    instrument: str
    uitkomst: str
    termijn_maanden: int
    n_met: int
    n_zonder: int
    zonder_van_de_100: float
    schatting: float
    standaardfout: float
    modellen: tuple[float, ...]
    """Estimates of the other outcome models, percentage points."""
    overlap: float
    """Share of people (0 to 1) who had a comparable person in the other group."""
    placebo: float
    placebo_standaardfout: float
    literatuur: float
    """The effect the literature expects, percentage points."""
    literatuur_standaardfout: float
    gemeten_op: date
    herzien_voor: date
    gepubliceerd_in: str


@dataclass(frozen=True, slots=True)
class Gekrompen:
    """A local effect drawn towards the literature: effect, lowest and highest, in percentage points."""

    effect: float
    laag: float
    hoog: float


def shrink(local: float, se: float, prior: float, prior_se: float = 0.0, spread: float = RUIME_SPREIDING) -> Gekrompen:
    """The closed normal-normal formula: the mean of local and literature, each weighed by how sure it is.

    All in percentage points. `spread` is how far true local effects lie around the literature. Assumes normal
    effects and an unbiased local estimate: a biased one is not mended. Raises ValueError without a positive se.
    """
    if not all(map(isfinite, (local, se, prior, prior_se, spread))) or min(se, spread) <= 0 or prior_se < 0:
        raise ValueError("shrink needs finite numbers, se > 0, spread > 0 and prior_se >= 0")
    own, other = 1 / se**2, 1 / (prior_se**2 + spread**2)
    mean = (own * local + other * prior) / (own + other)
    margin = Z / sqrt(own + other)
    return Gekrompen(mean, mean - margin, mean + margin)


def check(meting: Meting, on: date) -> Gekrompen:
    """The local effect as it may be shown. Raises NietToonbaar with the rule that forbids it."""
    smallest = min(meting.n_met, meting.n_zonder)
    if smallest < MINSTENS:
        raise NietToonbaar(f"De kleinste groep telt minder dan {MINSTENS} mensen.")
    if meting.termijn_maanden not in TERMIJNEN:
        raise NietToonbaar("De uitkomst is niet gemeten na 6, 12 of 24 maanden.")
    if not meting.gepubliceerd_in.strip():
        raise NietToonbaar("De meting is niet openbaar gemaakt.")
    if meting.herzien_voor < on:
        raise NietToonbaar("De meting is niet op tijd opnieuw bekeken.")
    if not 0 <= meting.zonder_van_de_100 <= 100:
        raise NietToonbaar("Hoeveel mensen zonder deze hulp werk vonden, is niet bekend.")
    if meting.overlap < OVERLAP:
        raise NietToonbaar("Te weinig mensen hadden iemand in de andere groep die op hen leek.")
    if len(meting.modellen) < 2:
        raise NietToonbaar("De meting is niet met minstens twee rekenwijzen nagegaan.")
    if any(other * meting.schatting <= 0 for other in meting.modellen):
        raise NietToonbaar("Verschillende rekenwijzen wijzen verschillende kanten op.")
    if abs(meting.placebo) > Z * meting.placebo_standaardfout:
        raise NietToonbaar("De groepen verschilden al vóór het begin: de controle op vroeger klopt niet.")
    try:
        return shrink(meting.schatting, meting.standaardfout, meting.literatuur, meting.literatuur_standaardfout)
    except ValueError:
        raise NietToonbaar("De marge van de meting is niet bekend.") from None


def measured(
    metingen: Iterable[Meting], zinnen: Mapping[str, str], on: date
) -> Mapping[str, Mapping[str, Sequence[Argument]]]:
    """Per kind of help the local arguments for and against. What may not be shown is left out."""
    result: dict[str, dict[str, list[Argument]]] = {}
    for meting in metingen:
        try:
            effect = check(meting, on)
        except NietToonbaar:
            continue
        side = "voor" if effect.laag > 0 else "tegen"
        result.setdefault(meting.instrument, {}).setdefault(side, []).append(_argument(meting, effect, zinnen))
    return result


def _argument(meting: Meting, effect: Gekrompen, zinnen: Mapping[str, str]) -> Argument:
    without = meting.zonder_van_de_100
    low, mid, high = (_of_100(without + value) for value in (effect.laag, effect.effect, effect.hoog))
    unclear = effect.laag <= 0 <= effect.hoog
    text = zinnen["hier_gemeten_onduidelijk" if unclear else "hier_gemeten"].format(
        met=mid, zonder=_of_100(without), laag=low, hoog=high, uitkomst=meting.uitkomst, maanden=meting.termijn_maanden
    )
    grade = "C" if unclear else "B"
    source = zinnen["bron_hier_gemeten"].format(waar=meting.gepubliceerd_in)
    return Argument("hier_gemeten", text, meting.gepubliceerd_in, source, grade, zinnen[f"zekerheid_studie_{grade}"],
                    meting.gemeten_op)  # fmt: skip


def _of_100(value: float) -> int:
    return round(min(100.0, max(0.0, value)))
