"""Does every kind of help get a chance to be seen? Over 5,000 random profiles.

The seed of the whole run was not used while the catalogue and the order were made; the normal run takes a part.
Gini and the largest share of the first place are monitor figures (`opstap meet keuzehulp` prints them), not goals.
"""

from __future__ import annotations

import os

import pytest

from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.volgorde import exposure
from tests.keuzehulp.methode.conftest import beside, choose, places, profiles

HEEL = 5_000
DEEL = 600
ZAAD = 771_204_331


@pytest.mark.langzaam
def test_every_kind_of_help_not_gated_by_law_appears(catalogus: Catalogus) -> None:
    count = HEEL if os.environ.get("OPSTAP_GEHEEL") else DEEL
    steps, support = [], []
    for number, (given, heavy) in enumerate(profiles(ZAAD, count)):
        found = choose(given, f"zaak-{number}", weegt=heavy)
        steps.append(places(found))
        support.append(beside(found))
    seen = {key for row in [*steps, *support] for key in row}
    expected = {key for key, one in catalogus.instrumenten.items() if one.rol in ("hoofdstap", "ernaast")}
    assert expected - seen == set()
    main = [key for key, one in catalogus.instrumenten.items() if one.rol == "hoofdstap"]
    gini, top = exposure(steps, main)
    assert 0 <= gini <= 1
    assert 0 < top < 0.5
