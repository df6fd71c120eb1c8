"""Train the small model that names kinds of paper: `python -m bench.stapel.train`. Reproducible: same seed, same
weights.

Learns from made-up papers of the part `oefen` and from handfuls of the words in `inhoud/lezen/soorten.yaml`, with
noise as
readers make it, pieces left out, and lines in another order, so that it leans on words and not on one layout.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from bench.stapel.bijzonder import MAKERS
from bench.stapel.huishouden import Huishouden
from bench.stapel.papier import maak, recepten
from opstap.kern.content import load
from opstap.lezen.soort.keuze import SOORTEN
from opstap.lezen.soort.model import BESTAND, kenmerken
from opstap.lezen.soort.regels import BESTAND as REGELS
from opstap.lezen.woorden import lees_hier

ZAAD = 20261122
PAPIEREN, HANDVOLLEN = 36, 60
RUIS = {"o": "0", "l": "1", "e": "c", "i": "l", "m": "rn", "5": "S", "a": "o", "t": "f", "u": "v"}


def teksten(rng: random.Random) -> list[tuple[str, str]]:
    """(text, kind) pairs: papers as drawn, papers as badly read, and handfuls of words."""
    rows = []
    for soort in [*MAKERS, *recepten()]:
        for _ in range(PAPIEREN):
            paper = maak(soort, "oefen", Huishouden(rng), rng)
            text = "\n".join(page.tekst for page in lees_hier(paper.pdf, "pdf"))
            rows += [(text, soort), (ruis(text, rng), soort), (deel(text, rng), soort)]
    words = load(REGELS)["soorten"]
    for soort in SOORTEN:
        for _ in range(HANDVOLLEN):
            rows.append((handvol(words[soort], rng), soort))
    return rows


def ruis(text: str, rng: random.Random) -> str:
    """As a tired reader sees it: look-alike letters, lost spaces."""
    level = rng.choice([0.01, 0.04, 0.08])
    out = []
    for char in text:
        if rng.random() < level:
            out.append("" if char == " " else RUIS.get(char.lower(), rng.choice("abcdeinorst.,")))
        else:
            out.append(char)
    return "".join(out)


def deel(text: str, rng: random.Random) -> str:
    """Some of the lines, in another order, most often without the title."""
    lines = text.splitlines()
    kept = [line for line in lines if rng.random() < 0.65] or lines
    if rng.random() < 0.5:
        rng.shuffle(kept)
    return "\n".join(kept)


def handvol(words: dict[str, list[str]], rng: random.Random) -> str:
    """A few words of the rules of one kind, among words that say nothing."""
    own = [str(word).rstrip("*") for part in ("titel", "kop", "woorden") for word in words.get(part, [])]
    filler = [
        "datum",
        "naam",
        "adres",
        "bedrag",
        "nummer",
        "periode",
        "geachte",
        "mevrouw",
        "heer",
        "telefoon",
        "pagina",
        "totaal",
        "u",
        "uw",
        "wij",
        "per",
        "van",
        "de",
        "het",
        "een",
    ]
    chosen = rng.sample(own, min(len(own), rng.randint(5, 14))) + rng.sample(filler, 6)
    rng.shuffle(chosen)
    return " ".join(chosen)


def leer(rows: list[tuple[str, str]]) -> None:
    """Fit and write the weights, one byte each with a scale per kind."""
    features = vstack([csr_matrix(kenmerken(text)) for text, _ in rows])
    model = LogisticRegression(C=12.0, max_iter=250, random_state=ZAAD)
    model.fit(features, [soort for _, soort in rows])
    scale = np.abs(model.coef_).max(axis=1) / 127
    packed = np.round(model.coef_ / scale[:, None]).astype(np.int8)
    np.savez_compressed(
        BESTAND,
        gewichten=packed,
        schaal=scale.astype(np.float32),
        begin=model.intercept_.astype(np.float32),
        soorten=model.classes_,
    )


def main() -> int:
    rng = random.Random(ZAAD)
    rows = teksten(rng)
    leer(rows)
    print(f"{len(rows)} teksten, {Path(BESTAND).stat().st_size / 1024:.0f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
