"""After the choice, for the person: looking back together, how it is going, and four questions nobody can trace."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.answer_terugblik import AnswerTerugblik
from opstap.keuzehulp.actions.count_ervaring import CountErvaring
from opstap.keuzehulp.actions.record_voortgang import RecordVoortgang
from opstap.keuzehulp.queries import open_terugblik
from opstap.onderdelen.teksten import t
from opstap.onderdelen.voortgang import ErvaringFormulier, TerugblikFormulier, VoortgangFormulier
from opstap.portaal.gesprek import HIER, ervaring_done, first_time, my_plan, myself, remember_ervaring, show_plan


@alleen(Rol.INWONER)
def terugkijken(request: HttpRequest) -> HttpResponse:
    """What helped, what did not, and how it goes on; the person may write it alone, before or after the talk."""
    me = myself(request)
    plan = my_plan(me)
    form = VoortgangFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        RecordVoortgang(door=me.gebruiker, gemeente=me.gemeente, plan=plan, **form.cleaned_data).run(form.eenmalig)
        messages.success(request, t("keuzehulp.voortgang_bewaard"))
        return redirect("portaal:plan")
    return render(request, "portaal/terugkijken.html", {"form": form, "plan": plan, "hier": HIER})


@alleen(Rol.INWONER)
@require_POST
def terugblik(request: HttpRequest) -> HttpResponse:
    """The answer to "how is it going?"; every question may stay open."""
    me = myself(request)
    row = open_terugblik(me.inwoner)
    if row is None:
        raise Http404
    form = TerugblikFormulier.van(request)
    if not form.is_valid():
        return show_plan(request, me, terugblik_form=form)
    AnswerTerugblik(door=me.gebruiker, gemeente=me.gemeente, terugblik=row, **form.said()).run(form.eenmalig)
    messages.success(request, t("keuzehulp.terugblik_bewaard"))
    return redirect("portaal:plan")


@alleen(Rol.INWONER)
def hoe_ging_het(request: HttpRequest) -> HttpResponse:
    """Four questions after the talk. The action gets no account and no key of the form: only counts are kept."""
    me = myself(request)
    plan = my_plan(me)
    done = ervaring_done(request, plan)
    form = ErvaringFormulier.van(request)
    if request.method == "POST" and not done and form.is_valid():
        given = {name: answer for name, answer in form.cleaned_data.items() if answer}
        if given and first_time(form.eenmalig):
            CountErvaring(door=None, gemeente=me.gemeente, antwoorden=given).run()
        messages.success(request, t("keuzehulp.ervaring_bedankt"))
        return remember_ervaring(redirect("portaal:plan"), plan)
    return render(request, "portaal/hoe_ging_het.html", {"form": form, "klaar": done, "hier": HIER})
