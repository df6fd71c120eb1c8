"""A couple applies: what registers know of the two is not asked, the rest is asked once about both."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from opstap.aanvraag.models import Aanvraag
from opstap.inwoner.actions.register_inwoner import RegisterInwoner
from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.recht.uitrekenen import work_out
from tests.reis import answer_all, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]


@pytest.fixture
def sjoerd(cast: Cast) -> Inwoner:
    """He lives with his wife, who works a few hours a week; registers know both."""
    return RegisterInwoner(
        door=None, gemeente=cast.gemeente, bsn="999990068", voornaam="Sjoerd", achternaam="Dijkstra",
        geboortedatum=date(1968, 5, 11), adres="Molenweg 3, Voorbeeld",
    ).run()  # fmt: skip


def test_the_right_of_a_couple_can_be_worked_out_from_one_questionnaire(cast: Cast, sjoerd: Inwoner) -> None:
    client = signed_in(sjoerd.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    answer_all(client)
    back = plain(client.get("/aanvraag/nakijken/").content)
    assert "Werkt u, of uw partner?" in back
    assert "Wanneer is uw partner geboren" not in back
    assert client.post("/aanvraag/nakijken/", {"eenmalig": str(uuid4())}).status_code == 302
    outcome = work_out(Aanvraag.objects.get(), clock.today()).uitkomst
    assert outcome["uitkomst"] == "recht"
    assert outcome["inkomen_in_aanmerking"] == "318.40"
    assert set(outcome["per_persoon"]) == {"a", "p"}
