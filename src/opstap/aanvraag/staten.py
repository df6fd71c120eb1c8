"""The course of an aanvraag, a right and an objection: one explicit table each, drawn into docs/standen.md."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern.weigering import NietMogelijk


@dataclass(frozen=True, slots=True)
class Zet:
    """One allowed move: from which states, to which, by which action, and in words when."""

    van: tuple[str, ...]
    naar: str
    actie: str
    wanneer: str


OPEN = ("gemeld", "ingediend", "in_behandeling", "wacht_op_aanvulling", "te_beslissen")

AANVRAAG = (
    Zet(("gemeld",), "ingediend", "submit_aanvraag", "de inwoner dient in; papieren mogen ontbreken"),
    Zet(("gemeld",), "ingediend", "transfer_aanvraag", "UWV draagt over wat de inwoner daar indiende"),
    Zet(("ingediend",), "in_behandeling", "take_aanvraag", "een consulent neemt de aanvraag op zich"),
    Zet(("ingediend", "in_behandeling"), "wacht_op_aanvulling", "ask_aanvulling",
        "één verzoek om wat nog mist; de klok staat stil"),
    Zet(("wacht_op_aanvulling",), "in_behandeling", "close_aanvulling",
        "het gevraagde is er, of er wordt niet langer op gewacht"),
    Zet(("in_behandeling",), "te_beslissen", "submit_besluit", "een besluit ligt klaar voor de tweede persoon"),
    Zet(("te_beslissen",), "in_behandeling", "return_besluit", "de tweede persoon geeft het terug"),
    Zet(("te_beslissen",), "besloten", "approve_besluit", "een ander dan de maker keurt het besluit goed"),
    Zet(OPEN, "ingetrokken", "withdraw_aanvraag", "de inwoner trekt de aanvraag in"),
)

RECHT = (
    Zet(("lopend",), "opgeschort", "suspend_recht", "een consulent schort op, met reden"),
    Zet(("opgeschort",), "lopend", "resume_recht", "de reden is weg"),
    Zet(("lopend", "opgeschort"), "beëindigd", "end_recht", "een consulent beëindigt, met reden en besluit"),
)

BEZWAAR = (
    Zet(("ontvangen",), "hoorzitting", "plan_hoorzitting", "de inwoner wordt gehoord"),
    Zet(("ontvangen", "hoorzitting"), "besloten", "decide_bezwaar", "een besluit op bezwaar"),
)


def target(table: tuple[Zet, ...], actie: str, staat: str) -> str:
    """The state that `actie` leads to from `staat`. Raises NietMogelijk when that move is not in the table."""
    for zet in table:
        if zet.actie == actie and staat in zet.van:
            return zet.naar
    raise NietMogelijk("aanvraag.niet_in_deze_stand", staat=staat)
