"""How well and how fast the reader reads made-up piles: `opstap meet lezen`. Own set: unseen piles of others decide.

By default a small seeded part; `OPSTAP_GEHEEL=1` takes all 40 households. `python -m bench.lezen DEEL AANTAL` shows
every miss.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from typing import Any

from bench.stapel.papier import maak
from bench.stapel.score import Score
from bench.stapel.stapel import maak_doos
from opstap.lezen.model import Bestand
from opstap.lezen.stapel.pijplijn import lees_stapel
from opstap.lezen.woorden.kind import stop_kinderen

HUISHOUDENS = 40
KLEIN_DEEL = 2


def meet_dozen(deel: str, aantal: int, vormen: list[str] | None = None, papieren: int = 8, vanaf: int = 0) -> Score:
    """Read so many households of one part with two workers, and count."""
    score = Score()
    for seed in range(vanaf, vanaf + aantal):
        doos = maak_doos(seed, deel, papieren, vormen)
        uitkomst = lees_stapel([Bestand(naam, inhoud) for naam, inhoud in doos.bestanden], werkers=2)
        score.tel(doos, uitkomst)
    return score


def _bladzijde_ms() -> float:
    """Milliseconds for one born-digital page: words, kind and fields, in this process."""
    import random

    from bench.stapel.huishouden import Huishouden
    from opstap.lezen.velden import begrijp
    from opstap.lezen.woorden import lees_hier

    rng = random.Random(7)
    papers = [
        maak(soort, "proef", Huishouden(rng), rng).pdf
        for soort in ("loonstrook", "bankafschrift", "huurcontract", "uwv_beslissing") * 5
    ]
    begrijp(lees_hier(papers[0], "pdf"), "")
    start = time.process_time()
    for paper in papers:
        begrijp(lees_hier(paper, "pdf"), "")
    return 1000 * (time.process_time() - start) / len(papers)


def measure() -> list[dict[str, Any]]:
    """The rows of the table; the seeded part keeps it short."""
    whole = os.environ.get("OPSTAP_GEHEEL") == "1"
    score = meet_dozen("proef", HUISHOUDENS if whole else KLEIN_DEEL)
    rows = score.rijen()
    rows.append(
        {
            "naam": "digitale bladzijde",
            "waarde": round(_bladzijde_ms(), 1),
            "eenheid": "ms",
            "lat": "≤ 20",
            "toelichting": "processortijd",
        }
    )
    stop_kinderen()  # what is still alive is not counted yet
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rows.append(
        {
            "naam": "geheugen van de beeldlezer",
            "waarde": round(peak),
            "eenheid": "MB",
            "lat": "≤ 1500",
            "toelichting": "piek van één kind",
        }
    )
    return rows


def main(arguments: list[str]) -> int:
    deel, aantal = arguments[0], int(arguments[1])
    vormen = arguments[2].split(",") if len(arguments) > 2 else None
    score = meet_dozen(deel, aantal, vormen)
    print("\n".join(score.fouten))
    for row in score.rijen():
        print(f"{row['naam']:45} {row['waarde']:>8} {row['eenheid']:8} {row['lat']:7} {row['toelichting']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
