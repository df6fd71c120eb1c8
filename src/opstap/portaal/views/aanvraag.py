"""Applying: begin, a few questions, look back, send in, receipt."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.aanvraag.actions.start_aanvraag import StartAanvraag
from opstap.aanvraag.actions.submit_aanvraag import SubmitAanvraag
from opstap.aanvraag.actions.withdraw_aanvraag import WithdrawAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.vragen import load_vragen
from opstap.dossier.actions.answer_vragen import AnswerVragen
from opstap.dossier.actions.lookup_registers import LookupRegisters
from opstap.dossier.actions.open_dossier import OpenDossier
from opstap.dossier.feiten import known, looked_up
from opstap.kern import clock
from opstap.kern.publiek import Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.portaal import samenvatting
from opstap.portaal.formulieren import VragenFormulier
from opstap.portaal.mijn import Mijn, mijn
from opstap.portaal.vragen import next_page, position


@alleen(Rol.INWONER)
@require_POST
def beginnen(request: HttpRequest) -> HttpResponse:
    """Begin, or go on where someone was; what registers know is looked up first."""
    me = mijn(request)
    dossier = me.dossier or OpenDossier(door=me.gebruiker, gemeente=me.gemeente, inwoner=me.inwoner).run()
    if not dossier.feiten.filter(bron="register").exists():
        LookupRegisters(door=me.gebruiker, gemeente=me.gemeente, dossier=dossier).run()
    StartAanvraag(door=me.gebruiker, gemeente=me.gemeente, dossier=dossier).run(posted(request))
    return redirect("portaal:verder")


@alleen(Rol.INWONER)
@require_GET
def verder(request: HttpRequest) -> HttpResponse:
    """To the first open question, else to looking back."""
    me = _open(request)
    page = next_page(me.need_dossier())
    return redirect("portaal:vraag", page.sleutel) if page else redirect("portaal:nakijken")


@alleen(Rol.INWONER)
def vraag(request: HttpRequest, sleutel: str) -> HttpResponse:
    """One page of questions; saved at each step."""
    me = _open(request)
    dossier, lijst = me.need_dossier(), load_vragen()
    feiten = known(dossier)
    try:
        page = lijst.pagina(sleutel)
    except KeyError:
        raise Http404 from None
    asked = lijst.to_ask(page, feiten, clock.today(), looked_up(dossier))
    if not asked:
        return redirect("portaal:verder")
    form = VragenFormulier.van(request, vragen=asked, feiten=feiten)
    if request.method == "POST" and form.is_valid():
        AnswerVragen(door=me.gebruiker, gemeente=me.gemeente, dossier=dossier,
            antwoorden=form.antwoorden).run(form.eenmalig)
        return redirect("portaal:verder" if "terug" not in request.GET else "portaal:nakijken")
    return render(request, "portaal/vraag.html", {"form": form, "pagina": page, **position(dossier, page)})


@alleen(Rol.INWONER)
def nakijken(request: HttpRequest) -> HttpResponse:
    """Everything that was said, what is still needed, and one button to send it in."""
    me = mijn(request)
    aanvraag = me.need_aanvraag()
    if aanvraag.staat != Aanvraag.Staat.GEMELD:
        return redirect("portaal:ontvangst")
    if request.method == "POST":
        SubmitAanvraag(
            door=me.gebruiker, gemeente=me.gemeente, aanvraag=aanvraag,
            afschrift=samenvatting.copy_of(me.need_dossier())
        ).run(posted(request))
        return redirect("portaal:ontvangst")
    return render(request, "portaal/nakijken.html", samenvatting.before_submit(me))


@alleen(Rol.INWONER)
@require_GET
def ontvangst(request: HttpRequest) -> HttpResponse:
    """The receipt: number, copy of what was said, what is still needed, and by when a decision falls."""
    me = mijn(request)
    if me.need_aanvraag().ingediend_op is None:
        raise Http404
    return render(request, "portaal/ontvangst.html", samenvatting.receipt(me))


@alleen(Rol.INWONER)
def stoppen(request: HttpRequest) -> HttpResponse:
    """Withdraw, after one calm question."""
    me = mijn(request)
    aanvraag = me.need_aanvraag()
    if not aanvraag.is_open:
        raise Http404
    if request.method == "POST":
        WithdrawAanvraag(door=me.gebruiker, gemeente=me.gemeente, aanvraag=aanvraag).run(posted(request))
        return redirect("portaal:waar_sta_ik")
    return render(request, "portaal/stoppen.html", {"aanvraag": aanvraag})


def _open(request: HttpRequest) -> Mijn:
    """Only while the application was not sent in yet."""
    me = mijn(request)
    if me.need_aanvraag().staat != Aanvraag.Staat.GEMELD:
        raise Http404
    return me
