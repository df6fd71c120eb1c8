"""Taking in what UWV passes on: the person, the dossier, what was said, the application. Again and again, once each."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

from django.db import transaction

from opstap.aanvraag.actions.transfer_aanvraag import TransferAanvraag
from opstap.aanvraag.models import OvergedragenAanvraag
from opstap.dossier.actions.answer_vragen import AnswerVragen
from opstap.dossier.actions.open_dossier import OpenDossier
from opstap.dossier.feiten import known, split_code
from opstap.dossier.feitsoorten import Feitsoort
from opstap.dossier.voorstellen import feitenlijst
from opstap.inwoner.actions.register_inwoner import RegisterInwoner
from opstap.inwoner.models import Inwoner
from opstap.inwoner.queries import find_by_bsn
from opstap.kern import clock
from opstap.kern.geld import Geld
from opstap.kern.models import Gemeente
from opstap.koppelingen.overdracht import Overdracht, OverdrachtWeg, overdrachten
from opstap.koppelingen.registers import OnbekendInRegister, RegisterWeg, registers

logger = logging.getLogger("opstap.overdracht")


class NietOverTeNemen(Exception):
    """This transfer needs a person; the text says in Dutch what is wrong and how to go on."""


def take_in_transfers() -> int:
    """Take in every transfer that waits; returns how many. One that cannot be is set aside and stops no other."""
    port = overdrachten()
    try:
        waiting = port.haal_op()
    except OverdrachtWeg:
        return 0
    taken = 0
    for message in waiting:
        try:
            _take_in(message)
            port.bevestig(message.kenmerk)
            taken += 1
        except NietOverTeNemen as error:
            port.leg_opzij(message.kenmerk, str(error))
            logger.error("overdracht %s ligt opzij", message.kenmerk)
        except (RegisterWeg, OverdrachtWeg):
            logger.warning("overdracht %s komt de volgende ronde", message.kenmerk)
        except Exception:  # stays where it is; the others go on
            logger.exception("overdracht %s lukte niet", message.kenmerk)
    return taken


def _take_in(message: Overdracht) -> None:
    gemeente = Gemeente.objects.filter(code=message.gemeente).first()
    if gemeente is None:
        raise NietOverTeNemen(
            f"De gemeente {message.gemeente} staat niet in deze Opstap. Stuur het bericht door of maak haar aan."
        )
    if OvergedragenAanvraag.objects.filter(gemeente=gemeente, kenmerk=message.kenmerk).exists():
        return
    _check(message)
    inwoner = find_by_bsn(gemeente, message.bsn)
    name = (
        (inwoner.voornaam, inwoner.achternaam, None, "") if inwoner is not None and inwoner.account else _name(message)
    )
    with transaction.atomic():
        _write(gemeente, message, name)


def _write(gemeente: Gemeente, message: Overdracht, name: tuple[Any, ...]) -> None:
    """All or nothing, so that a stop half way leaves the message as if it had not come yet."""
    person: Inwoner = RegisterInwoner(
        door=None, gemeente=gemeente, bsn=message.bsn, voornaam=name[0], achternaam=name[1], geboortedatum=name[2],
        adres=name[3],
    ).run()  # fmt: skip
    dossier = OpenDossier(door=None, gemeente=gemeente, inwoner=person).run()
    have = known(dossier)
    said = {code: value for code, value in message.gezegd.items() if code not in have}
    if said:
        AnswerVragen(door=person.account, gemeente=gemeente, dossier=dossier, antwoorden=said).run()
    TransferAanvraag(
        door=None, gemeente=gemeente, dossier=dossier, kenmerk=message.kenmerk, gemeld_op=message.gemeld_op,
        aangevraagd_op=message.aangevraagd_op, gezegd=dict(message.gezegd),
    ).run()  # fmt: skip


def _name(message: Overdracht) -> tuple[Any, ...]:
    try:
        found = registers().persoon(message.bsn)
    except OnbekendInRegister:
        if not message.achternaam:
            raise NietOverTeNemen(
                "De BRP kent dit burgerservicenummer niet en er staat geen naam bij. Bel UWV."
            ) from None
        return (message.voornaam, message.achternaam, None, "")
    return (found.voornaam, found.achternaam, found.geboortedatum, found.adres)


def _check(message: Overdracht) -> None:
    """What no database would refuse but cannot be right."""
    if not is_bsn(message.bsn):
        raise NietOverTeNemen("Dit is geen burgerservicenummer. Bel UWV.")
    if not message.gemeld_op <= message.aangevraagd_op <= clock.today():
        raise NietOverTeNemen(
            "De dag van melden en de dag van aanvragen passen niet bij elkaar of liggen in de toekomst. Bel UWV."
        )
    for code, value in message.gezegd.items():
        kind = feitenlijst().soorten.get(split_code(code)[0])
        if kind is None or not _fits(kind, value):
            raise NietOverTeNemen(
                f"Het gegeven {code[:60]} ken ik niet, of het heeft een waarde die niet kan. Bel UWV."
            )


def is_bsn(text: str) -> bool:
    """Nine figures that pass the elfproef (Wet algemene bepalingen burgerservicenummer, Besluit BSN art. 2)."""
    if len(text) != 9 or not text.isascii() or not text.isdigit():
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return text != "0" * 9 and sum(int(sign) * weight for sign, weight in zip(text, weights, strict=True)) % 11 == 0


def _fits(kind: Feitsoort, value: Any) -> bool:
    """Whether a value is of the kind that its fact holds. None says "not known"."""
    if value is None:
        return True
    if kind.soort in ("bedrag", "datum"):
        try:
            return bool(str(Geld.parse(value) if kind.soort == "bedrag" else date.fromisoformat(value)))
        except (ValueError, TypeError):
            return False
    shapes = {"ja_nee": bool, "aantal": int, "tekst": str, "keuze": str, "meerkeuze": list, "personen": list}
    if not isinstance(value, shapes[kind.soort]):
        return False
    options: dict[str, Any] = {"keuze": [value], "meerkeuze": value}
    chosen = options.get(kind.soort, [])
    return all(isinstance(code, str) and code in kind.keuzes for code in chosen)
