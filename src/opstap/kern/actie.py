"""One door per change. Screens, API and commands all call the same action.

The order is always the same: who may, is it allowed in this state, do it, write the event, tell the person; the last
four in one transaction. A form that is sent twice carries the same key (`eenmalig`) and gives the first result again.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.apps import apps
from django.db import models, transaction

from opstap.kern import clock, log
from opstap.kern.models import Eenmaligheid, Gebruiker, Gemeente
from opstap.kern.weigering import AnderVerzoek, NietBevoegd, NietMogelijk

__all__ = ["Actie", "AnderVerzoek", "Melding", "NietBevoegd", "NietMogelijk", "Resultaat"]
Resultaat = TypeVar("Resultaat", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Melding:
    """The event an action writes: its kind, its subject, and what the sentence needs."""

    soort: str
    onderwerp: UUID
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    voor_inwoner: bool = True


@dataclass(kw_only=True)
class Actie(ABC, Generic[Resultaat]):
    """The base of every action. `door` is the person who acts; None is the system, which never decides."""

    door: Gebruiker | None
    gemeente: Gemeente

    @abstractmethod
    def may(self) -> bool:
        """Whether `door` may do this at all."""

    def prepare(self) -> None:
        """Slow work that changes nothing (drawing a letter), before the transaction: nobody waits for it."""

    def check(self) -> None:
        """Raise NietMogelijk when the state does not allow it. Rows are locked before this."""

    @abstractmethod
    def change(self) -> Resultaat:
        """Make the change and return the row it is about."""

    @abstractmethod
    def melding(self, result: Resultaat) -> Melding | None:
        """The event to write; None only when nothing changed."""

    def tell(self, result: Resultaat) -> None:
        """Tell the person: a message, a notice in the outbox, a task. Inside the transaction."""

    def run(self, eenmalig: UUID | None = None) -> Resultaat:
        """Do it, once. Raises NietBevoegd, NietMogelijk or AnderVerzoek; then nothing was changed."""
        if not self._own_gemeente() or not self.may():
            raise NietBevoegd(type(self).__name__)
        said = self.fingerprint()
        self.prepare()
        with transaction.atomic():
            done = self._earlier(eenmalig, said)
            if done is not None:
                return done
            self.check()
            result = self.change()
            melding = self.melding(result)
            if melding is not None:
                log.write(
                    self.gemeente, melding.soort, melding.onderwerp, self.door, melding.gegevens,
                    voor_inwoner=melding.voor_inwoner,
                )  # fmt: skip
            self.tell(result)
            self._remember(eenmalig, said, result)
            return result

    def fingerprint(self) -> str:
        """What the form said and about which row, before anything changed; the same key with another is another
        request.
        """
        said = {each.name: _plain(getattr(self, each.name)) for each in fields(self) if each.name not in ("door",
            "gemeente")}
        return hashlib.sha256(f"{type(self).__name__}{sorted(said.items())!r}".encode()).hexdigest()

    def _own_gemeente(self) -> bool:
        rows = [value for value in vars(self).values() if hasattr(value, "gemeente_id")]
        return all(row.gemeente_id == self.gemeente.pk for row in rows)

    def _earlier(self, key: UUID | None, said: str) -> Resultaat | None:
        if key is None:
            return None
        Gemeente.objects.select_for_update().filter(pk=self.gemeente.pk).first()
        earlier = Eenmaligheid.objects.filter(gemeente=self.gemeente, gebruiker=self.door, sleutel=key).first()
        if earlier is None:
            return None
        if earlier.vingerafdruk != said:
            raise AnderVerzoek
        found: Resultaat = apps.get_model(earlier.resultaat_model).objects.get(pk=earlier.resultaat_id)
        return found

    def _remember(self, key: UUID | None, said: str, result: Resultaat) -> None:
        if key is not None:
            Eenmaligheid.objects.create(
                gemeente=self.gemeente, gebruiker=self.door, sleutel=key, vingerafdruk=said,
                resultaat_model=result._meta.label, resultaat_id=str(result.pk), gemaakt_op=clock.now(),
            )  # fmt: skip


def _plain(value: Any) -> str:
    """A row is told apart by its key; what it says can change between two sends of one form."""
    return f"{value._meta.label}:{value.pk}" if isinstance(value, models.Model) else repr(value)
