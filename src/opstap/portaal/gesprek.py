"""The person's own side of the talk: the sheet at home and the plan. Only the person, never a helper's account."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from opstap.kern import clock
from opstap.keuzehulp.jongeren import has_plan_44a
from opstap.keuzehulp.models import Plan
from opstap.keuzehulp.queries import latest_plan, open_terugblik
from opstap.keuzehulp.toegang import may_join
from opstap.onderdelen.gesprek import StapFormulier, plan_page
from opstap.onderdelen.voortgang import TerugblikFormulier
from opstap.portaal.mijn import Mijn, mijn

HIER = "portaal:meer"
KOEKJE, KOEKJE_S = "gesprek_vragen", 90 * 24 * 3600
Antwoord = TypeVar("Antwoord", bound=HttpResponse)


def myself(request: HttpRequest) -> Mijn:
    """Who is signed in, as the person the talk is about. Raises Http404 for a helper."""
    me = mijn(request)
    if not may_join(me.gebruiker, me.inwoner):
        raise Http404
    return me


def my_plan(me: Mijn) -> Plan:
    """The newest plan. Raises Http404 when there is none."""
    found = latest_plan(me.inwoner)
    if found is None:
        raise Http404
    return found


def show_plan(
    request: HttpRequest, me: Mijn, form: StapFormulier | None = None, terugblik_form: TerugblikFormulier | None = None
) -> HttpResponse:
    """The page of the plan, with the question "how is it going?" when its day has come."""
    found = latest_plan(me.inwoner)
    if found is None:
        return render(request, "portaal/plan_leeg.html", {"hier": HIER})
    row = open_terugblik(me.inwoner)
    context: dict[str, Any] = {
        **plan_page(found, lambda stap: reverse("portaal:stap_klaar", args=[stap.pk])),
        "form": form or StapFormulier.van(request), "hier": HIER, "terugblik": row,
        "vier_vragen": not ervaring_done(request, found),
        "jong": has_plan_44a(me.inwoner.geboortedatum, clock.today()),
    }  # fmt: skip
    if row is not None:
        context["terugblik_form"] = terugblik_form or TerugblikFormulier(initial=TerugblikFormulier.before(row))
    return render(request, "portaal/plan.html", context)


def ervaring_done(request: HttpRequest, plan: Plan) -> bool:
    """Whether this browser answered the four questions about this plan. Only the browser knows: the database must
    not.
    """
    try:
        return signing.loads(request.COOKIES.get(KOEKJE, ""), salt=KOEKJE, max_age=KOEKJE_S) == str(plan.pk)
    except signing.BadSignature:
        return False


def first_time(key: UUID) -> bool:
    """Whether this form was not sent before. It is remembered for an hour in the memory of this process, and nowhere
    that lasts: a row that says when a form came tells who sent it.
    """
    return bool(cache.add(f"{KOEKJE}:{key}", 1, 3600))


def remember_ervaring(answer: Antwoord, plan: Plan) -> Antwoord:
    """Let the browser remember that the questions were answered."""
    answer.set_cookie(
        KOEKJE, signing.dumps(str(plan.pk), salt=KOEKJE), max_age=KOEKJE_S, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return answer
