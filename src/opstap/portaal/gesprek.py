"""The person's own side of the talk: the sheet at home and the plan. Only the person, never a helper's account."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from opstap.keuzehulp.models import Plan
from opstap.keuzehulp.queries import latest_plan
from opstap.keuzehulp.toegang import may_join
from opstap.portaal.mijn import Mijn, mijn


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
