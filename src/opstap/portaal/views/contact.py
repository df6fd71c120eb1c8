"""Klik, bel, kom: messages and being called back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from opstap.contact.actions.request_call import RequestCall
from opstap.contact.actions.send_bericht import SendBericht
from opstap.contact.queries import conversation, mark_read
from opstap.kern.publiek import Rol, alleen
from opstap.onderdelen.teksten import t
from opstap.portaal.formulieren import BelFormulier, BerichtFormulier
from opstap.portaal.mijn import mijn


@alleen(Rol.INWONER)
def berichten(request: HttpRequest) -> HttpResponse:
    """The conversation and a form below it."""
    me = mijn(request)
    if me.is_helper:
        raise Http404
    form = BerichtFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        SendBericht(
            door=me.gebruiker, gemeente=me.gemeente, inwoner=me.inwoner, onderwerp=form.cleaned_data["onderwerp"],
            tekst=form.cleaned_data["tekst"],
        ).run(form.eenmalig)  # fmt: skip
        messages.success(request, t("portaal.berichten.verstuurd"))
        return redirect("portaal:berichten")
    rows = list(conversation(me.inwoner))
    mark_read(me.inwoner)
    return render(request, "portaal/berichten.html", {"form": form, "berichten": rows})


@alleen(Rol.INWONER)
def bel_of_kom(request: HttpRequest) -> HttpResponse:
    me = mijn(request)
    form = BelFormulier.van(request, initial={"telefoon": me.telefoon})
    if request.method == "POST" and form.is_valid() and not me.is_helper:
        said = {name: form.cleaned_data[name] for name in ("telefoon", "dagdeel", "vraag")}
        RequestCall(door=me.gebruiker, gemeente=me.gemeente, inwoner=me.inwoner, **said).run(form.eenmalig)
        messages.success(request, t("portaal.bel.gevraagd"))
        return redirect("portaal:waar_sta_ik")
    return render(request, "portaal/bel_of_kom.html", {"form": form})
