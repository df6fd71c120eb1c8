"""What a study means for each kind of help, on the page of that study."""

from __future__ import annotations

from typing import Any

from django import template

from opstap.keuzehulp.eigen.catalogus import local_catalogue
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.methode.model import Koppeling, Studie

register = template.Library()


@register.inclusion_tag("onderdelen/studie_rollen.html", takes_context=True)
def studie_rollen(context: template.Context, studie: Studie, taal: str = "nl") -> dict[str, Any]:
    """The role of this study per kind of help, as named editors set it; not checked in its source: no weight yet."""
    gemeente = context.get("gemeente")
    known = local_catalogue(gemeente, taal) if gemeente is not None else catalogus(taal)
    rows = [
        (one.naam, _role(studie, link), one.herkomst.eigenaar)
        for one in known.instrumenten.values()
        for link in one.koppelingen
        if link.studie == studie.id
    ]
    return {"rijen": rows}


def _role(studie: Studie, link: Koppeling) -> str:
    return link.strekking if studie.nagekeken else "niet_nagekeken"
