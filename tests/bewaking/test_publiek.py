"""Every URL names its audience and refuses the others: the whole cast is tried on every address, reading and
writing.
"""

from __future__ import annotations

import pytest
from django.http import HttpResponseBase

from opstap.kern.opslag import Opslag
from opstap.kern.publiek import IEDEREEN
from opstap.taal.woorden import verboden_woorden
from tests.reis import plain, signed_in
from tests.spelers import Cast
from tests.wereld import Deur, doors, make_wereld

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]
VREEMD = ("vreemde", "teammanager", "beheerder", "consulent van een andere gemeente")


def body(answer: HttpResponseBase) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def check(deur: Deur, wie: str, rol: str | None, answer: HttpResponseBase) -> list[str]:
    """What is wrong with this answer for this person."""
    wrong = []
    if answer.status_code >= 500:
        wrong.append(f"{deur.naam} breaks for {wie}: {answer.status_code}")
    if deur.publiek == IEDEREEN:
        return wrong
    if rol is None:
        if answer.status_code != 302 or "aanmelden" not in answer["Location"]:
            wrong.append(f"{deur.naam} does not send a stranger to the sign-in: {answer.status_code}")
    elif rol not in deur.publiek and answer.status_code != 404:
        wrong.append(f"{deur.naam} lets {wie} in: {answer.status_code}")
    if wie in VREEMD and answer.status_code == 200 and b"Danielle" in body(answer):
        wrong.append(f"{deur.naam} shows Danielle to {wie}")
    return wrong


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_url_refuses_who_it_is_not_for(cast: Cast, opslag: Opslag, method: str) -> None:
    world, wrong = make_wereld(cast), []
    for deur in list(doors(world)):
        for wie, user in cast.everyone().items():
            if method == "post" and wie not in ("niemand", *VREEMD):
                continue
            answer = getattr(signed_in(user), method)(deur.pad)
            wrong += check(deur, wie, user.rol if user else None, answer)
    assert wrong == []


def test_a_stranger_never_reaches_anothers_rows(cast: Cast, opslag: Opslag) -> None:
    world = make_wereld(cast)
    ids = [str(value) for value in (world.papier.pk, world.brief.pk, world.aanvraag.pk)]
    for deur in doors(world):
        if not any(key in deur.pad for key in ids):
            continue
        for wie in VREEMD:
            answer = signed_in(cast.everyone()[wie]).get(deur.pad)
            assert answer.status_code in (404, 405), (deur.naam, wie)


def test_no_page_says_a_word_that_people_do_not_want_to_be_called(cast: Cast, opslag: Opslag) -> None:
    world = make_wereld(cast)
    seen, found = 0, []
    for deur in doors(world):
        for wie in ("niemand", "aanvrager", "eigen consulent", "kwaliteitsmedewerker", "teammanager", "beheerder"):
            answer = signed_in(cast.everyone()[wie]).get(deur.pad)
            if (
                answer.status_code == 200
                and answer["Content-Type"].startswith("text/html")
                and deur.naam != "onderdelen"
            ):
                seen += 1
                found += [(deur.naam, word.tekst) for word in verboden_woorden(plain(body(answer)))]
    assert seen > 30
    assert found == []


def test_partner_and_helper_reach_what_is_theirs(cast: Cast, opslag: Opslag) -> None:
    world = make_wereld(cast)
    world.aanvraag.dossier.partner = cast.partner
    world.aanvraag.dossier.save(update_fields=["partner"])
    for user in (cast.partner.account, cast.helper):
        assert signed_in(user).get(f"/papieren/{world.papier.pk}/").status_code == 200
