"""The engine: a rule is a pure function with a name, an article, a period in which it holds and a Dutch sentence.

The names of its arguments say what it needs: a fact of the household (`Boek.feiten`), an amount (`norm.21.a` is the
argument `norm_21_a`), a policy switch, or another rule. `Boek` puts rules together and finds at load what cannot
work: an unknown name, a circle, two versions of one rule on one day, a day on which a needed rule does not exist.
`Boek.volgorde` gives what an answer needs and nothing else, each rule once and after what it asks for; `maak_functie`
turns that into one plain function. The same function works on one household and on columns of many (see `ops`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from inspect import signature
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any, cast

from opstap.recht.regels.ops import waar_nodig

BEGIN = date(2018, 1, 1)
MENSEN = ("_a", "_p")
SOORTEN = ("geld", "getal", "ja_nee", "datum", "procent", "lijst", "tabel")
Waarden = Mapping[str, Any]
Verteller = Callable[[Waarden, "Regel"], str]
Tekst = str | Mapping[Any, str | Verteller] | None
Soort = str | tuple[str, ...]


class RegelFout(Exception):
    """The rule book cannot work. Found at load; the text names the rule, the name and how to mend it."""


@dataclass(frozen=True, slots=True, eq=False)
class Regel:
    """One rule. `soort`: how to show the outcome (geld, getal, ja_nee, datum, procent, or the names of its values).

    `per`: "huishouden", "volwassene" (made twice, for applicant `_a` and partner `_p`; the argument `ander_x` is x of
    the other) or "medebewoner". Holds from `vanaf` until the day before `tot`. `stap`: the step of the sixteen.
    `alleen_bij`: arguments without which (all 0 or no) the outcome is 0 or no; then nothing need be worked out.
    """

    naam: str
    functie: Callable[..., Any]
    args: tuple[str, ...]
    artikel: str | Verteller
    stap: int
    soort: Soort
    tekst: Tekst
    vanaf: date
    tot: date | None
    per: str
    alleen_bij: tuple[str, ...] = ()

    @property
    def waar(self) -> str:
        """File and line of the rule, for an error."""
        code = self.functie.__code__
        return f"{Path(code.co_filename).name}:{code.co_firstlineno}: "

    @property
    def leeg(self) -> int | bool:
        """The outcome where there is nothing to work out."""
        return False if self.soort == "ja_nee" else 0

    def holds(self, on: date) -> bool:
        return self.vanaf <= on and (self.tot is None or on < self.tot)


def regel(
    artikel: str | Verteller,
    *,
    stap: int = 0,
    soort: Soort = "geld",
    tekst: Tekst = None,
    vanaf: date = BEGIN,
    tot: date | None = None,
    per: str = "huishouden",
    naam: str = "",
    alleen_bij: tuple[str, ...] = (),
) -> Callable[[Callable[..., Any]], Regel]:
    """Make a rule of a function. A rule without `tekst` is a help: worked out and kept, not told as a step."""

    def make(functie: Callable[..., Any]) -> Regel:
        args = tuple(signature(functie).parameters)
        return Regel(naam or functie.__name__, functie, args, artikel, stap, soort, tekst, vanaf, tot, per, alleen_bij)

    return make


class Boek:
    """All rules together, checked. `feiten`: the names a household can state; `per_mens`: those stated per adult."""

    def __init__(
        self, regels: Iterable[Regel], feiten: Iterable[str], per_mens: Iterable[str], vast: Iterable[str]
    ) -> None:
        self.per_mens = frozenset(per_mens)
        self.vast = frozenset(vast)
        self.feiten = frozenset(feiten) | {naam + wie for naam in self.per_mens for wie in MENSEN}
        eigen = list(regels)
        self._namen_per_mens = self.per_mens | {r.naam for r in eigen if r.per == "volwassene"}
        self.regels: dict[str, list[Regel]] = {}
        for each in eigen:
            for made in self._for_each_person(each):
                self.regels.setdefault(made.naam, []).append(made)
        self._check()

    def _for_each_person(self, each: Regel) -> list[Regel]:
        if each.per != "volwassene":
            return [each]
        made = []
        for wie, ander in (MENSEN, MENSEN[::-1]):
            args = tuple(self._own(arg, wie, ander) for arg in each.args)
            alleen_bij = tuple(self._own(arg, wie, ander) for arg in each.alleen_bij)
            made.append(replace(each, naam=each.naam + wie, args=args, alleen_bij=alleen_bij))
        return made

    def _own(self, arg: str, wie: str, ander: str) -> str:
        if arg.startswith("ander_") and arg[6:] in self._namen_per_mens:
            return arg[6:] + ander
        return arg + wie if arg in self._namen_per_mens else arg

    def _check(self) -> None:
        known = self.feiten | self.vast | self.regels.keys()
        for naam, versions in self.regels.items():
            if naam in self.feiten or naam in self.vast:
                raise RegelFout(
                    f"{versions[0].waar}De naam {naam} is al een feit, bedrag of keuze. Geef de regel een andere naam."
                )
            for each in versions:
                _check_one(naam, each, known)
            _check_periods(naam, versions)
        for day in sorted({d for vs in self.regels.values() for v in vs for d in (v.vanaf, v.tot) if d}):
            self._check_on(day)

    def _check_on(self, on: date) -> None:
        in_force = {naam: v for naam, vs in self.regels.items() for v in vs if v.holds(on)}
        done: set[str] = set()

        def visit(naam: str, path: tuple[str, ...]) -> None:
            if naam in path:
                kring = " → ".join((*path[path.index(naam) :], naam))
                raise RegelFout(f"{in_force[naam].waar}Deze regels vragen in een kring om elkaar: {kring}.")
            if naam in done or naam not in self.regels:
                return
            if naam not in in_force:
                raise RegelFout(
                    f"{in_force[path[-1]].waar}Regel {path[-1]} vraagt op {on} om {naam}, maar die regel geldt op die "
                    f'dag niet. Heeft de oude versie een eigen functienaam, en naam="{naam}"?'
                )
            for arg in in_force[naam].args:
                visit(arg, (*path, naam))
            done.add(naam)

        for naam in in_force:
            visit(naam, ())

    @lru_cache(maxsize=64)  # noqa: B019  one book lives as long as the program
    def versie(self, on: date) -> tuple[dict[str, Regel], date]:
        """The rules in force on a day, and the day on which the newest of them began."""
        in_force = {naam: v for naam, vs in self.regels.items() for v in vs if v.holds(on)}
        changed = [d for vs in self.regels.values() for v in vs for d in (v.vanaf, v.tot) if d and d <= on]
        return in_force, max(changed, default=BEGIN)

    def volgorde(self, on: date, doelen: Iterable[str]) -> list[Regel]:
        """The rules these goals need on a day, each once and after the rules it asks for."""
        in_force, _ = self.versie(on)
        order: dict[str, Regel] = {}

        def visit(naam: str) -> None:
            each = in_force.get(naam)
            if each is None or naam in order:
                return
            for arg in each.args:
                visit(arg)
            order[naam] = each

        for naam in doelen:
            if naam in self.regels and naam not in in_force:
                first = self.regels[naam][0]
                raise RegelFout(
                    f"{first.waar}Elk antwoord heeft regel {naam} nodig, maar die geldt op {on} niet. "
                    f'Heeft de oude versie een eigen functienaam, en naam="{naam}"?'
                )
            visit(naam)
        return list(order.values())

    @lru_cache(maxsize=64)  # noqa: B019
    def constant(self, on: date) -> tuple[str, ...]:
        """The rules that ask no fact of a household, directly or through others: the same for everybody that day."""
        in_force, _ = self.versie(on)
        known: dict[str, bool] = {}

        def is_constant(naam: str) -> bool:
            if naam not in known:
                each = in_force.get(naam)
                known[naam] = naam in self.vast if each is None else all(is_constant(arg) for arg in each.args)
            return known[naam]

        return tuple(naam for naam in in_force if is_constant(naam))


def _words(each: Regel) -> set[str]:
    """The names a rule's sentences put in."""
    texts = each.tekst.values() if isinstance(each.tekst, Mapping) else [each.tekst]
    return {field for text in texts if isinstance(text, str) for _, field, _, _ in Formatter().parse(text) if field}


def _check_one(naam: str, each: Regel, known: frozenset[str]) -> None:
    """What can be wrong with a rule on its own."""
    if isinstance(each.soort, str) and each.soort not in SOORTEN:
        raise RegelFout(f"{each.waar}Regel {naam} heeft soort {each.soort}. Kies uit: {', '.join(SOORTEN)}.")
    if not 0 <= each.stap <= 16:
        raise RegelFout(f"{each.waar}Regel {naam} heeft stap {each.stap}. Kies een stap van 1 tot en met 16.")
    for arg in each.args:
        if arg not in known:
            raise RegelFout(
                f"{each.waar}Regel {naam} vraagt om {arg}, maar dat is geen regel, feit, bedrag of keuze. "
                "Kijk of de naam goed is geschreven."
            )
    for arg in each.alleen_bij:
        if arg not in each.args:
            raise RegelFout(f"{each.waar}Regel {naam}: {arg} staat in alleen_bij, maar de regel vraagt er niet om.")
    for word in _words(each) - known - {"uitkomst", "wie", "Wie"}:
        raise RegelFout(f"{each.waar}De zin van regel {naam} noemt {word}, maar dat is geen regel, feit of bedrag.")


def _check_periods(naam: str, versions: list[Regel]) -> None:
    versions.sort(key=lambda v: v.vanaf)
    for each in versions:
        if each.tot is not None and each.tot <= each.vanaf:
            raise RegelFout(f"{each.waar}Regel {naam} eindigt op {each.tot}, voordat hij begint ({each.vanaf}).")
    for earlier, later in pairwise(versions):
        if earlier.tot is None or earlier.tot > later.vanaf:
            raise RegelFout(
                f"{earlier.waar}Regel {naam} geldt op {later.vanaf} twee keer: die van {earlier.vanaf} loopt nog. "
                f"Geef die een tot-datum van {later.vanaf}."
            )
        if earlier.tot < later.vanaf:
            raise RegelFout(
                f"{earlier.waar}Tussen {earlier.tot} en {later.vanaf} geldt geen versie van regel {naam}. "
                f"Laat de oude lopen tot {later.vanaf}."
            )


def maak_functie(
    order: Iterable[Regel], vast: Mapping[str, Any], houd: Iterable[str] | None = None
) -> Callable[[Waarden], dict[str, Any]]:
    """One function that works out these rules in this order: facts in, every value out (or only `houd`).

    `vast`: what is the same for everybody, put in as it is; what follows from that alone is worked out here, once. With
    `houd` other values are let go after their last use, so that columns stay in the cache.
    """
    vast, rules = vooraf(order, vast)
    made = {each.naam for each in rules}
    facts = sorted({arg for each in rules for arg in each.args} - made - vast.keys())
    names: dict[str, Any] = {f"vast_{naam}": waarde for naam, waarde in vast.items()}
    lines = [f" {naam} = feiten[{naam!r}]" for naam in facts]
    last = {arg: place for place, each in enumerate(rules) for arg in each.args}
    kept = None if houd is None else set(houd)
    for place, each in enumerate(rules):
        names[f"f_{each.naam}"] = werk(each)
        args = ", ".join(f"vast_{arg}" if arg in vast else arg for arg in each.args)
        lines.append(f" {each.naam} = f_{each.naam}({args})")
        if kept is not None:
            lines += [
                f" del {arg}"
                for arg in dict.fromkeys(each.args)
                if arg not in vast and last[arg] == place and arg not in kept
            ]
    if kept is None:
        names["vast"] = vast
        lines += [" del feiten", " return {**vast, **locals()}"]
    else:
        pairs = (f"{naam!r}: {naam if naam in made or naam in facts else f'vast_{naam}'}" for naam in kept)
        lines.append(f" return {{{', '.join(pairs)}}}")
    source = "\n".join(["def reken(feiten):", *lines])
    exec(compile(source, "<regels>", "exec"), names)  # noqa: S102  our own rules, checked names
    return cast("Callable[[Waarden], dict[str, Any]]", names["reken"])


def vooraf(order: Iterable[Regel], vast: Waarden) -> tuple[dict[str, Any], list[Regel]]:
    """All that is the same for everybody, and the rules that are left to work out."""
    known, rest = dict(vast), []
    for each in order:
        if each.naam in known:
            continue
        if all(arg in known for arg in each.args):
            known[each.naam] = werk(each)(*[known[arg] for arg in each.args])
        else:
            rest.append(each)
    return known, rest


def werk(each: Regel) -> Callable[..., Any]:
    """How a rule is worked out, on one household and on columns."""
    if each.per == "medebewoner":
        return partial(per_lid, each.functie)
    if each.alleen_bij:
        return partial(waar_nodig, each.functie, tuple(each.args.index(arg) for arg in each.alleen_bij), each.leeg)
    return each.functie


def per_lid(functie: Callable[..., Any], *args: Any) -> Any:
    """A rule for each housemate: one by one for one household, all at once for columns."""
    if not any(isinstance(arg, tuple) for arg in args):
        return functie(*args)
    count = max(len(arg) for arg in args if isinstance(arg, tuple))
    return tuple(
        functie(*row) for row in zip(*(arg if isinstance(arg, tuple) else (arg,) * count for arg in args), strict=True)
    )
