"""The small learned model: pieces of 3-5 letters, hashed, times a table of weights that `bench/stapel/train.py` makes.

The product only multiplies numbers (numpy); without the file of weights the rules work alone.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import Any

from opstap.lezen.soort.regels import gewoon

BESTAND = Path(__file__).with_name("gewichten.npz")
VAKKEN = 8192
MAX_LETTERS = 6000


@cache
def _weights() -> tuple[Any, Any, tuple[str, ...]] | None:
    import numpy as np

    if not BESTAND.exists():
        return None
    with np.load(BESTAND, allow_pickle=False) as stored:
        scale = stored["schaal"].astype(np.float32)
        weights = stored["gewichten"].astype(np.float32) * scale[:, None]
        return weights, stored["begin"].astype(np.float32), tuple(str(name) for name in stored["soorten"])


def kenmerken(text: str) -> Any:
    """The paper as a row of numbers: how often each hashed piece of 3-5 letters occurs, log and length made even."""
    import numpy as np

    plain = "".join("0" if char.isdigit() else char for char in gewoon(text))[:MAX_LETTERS]
    row = np.zeros(VAKKEN, np.float32)
    for word in plain.split():
        padded = f" {word} "
        for size in (3, 4, 5):
            for start in range(len(padded) - size + 1):
                row[zlib.crc32(padded[start : start + size].encode()) % VAKKEN] += 1
    row = np.log1p(row)
    length = float(np.linalg.norm(row))
    return row / length if length else row


def kansen(text: str) -> dict[str, float]:
    """Share per kind according to the model; empty when there is no model."""
    import numpy as np

    stored = _weights()
    if stored is None:
        return {}
    weights, start, names = stored
    totals = weights @ kenmerken(text) + start
    shares = np.exp(totals - totals.max())
    return dict(zip(names, (shares / shares.sum()).tolist(), strict=True))
