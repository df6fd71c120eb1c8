"""Words that tell of belief, union, care or play: who bears one stays unnamed in what the reader gives."""

from __future__ import annotations

import re

_PRIVE = re.compile(
    r"(?i)\b(?:fnv|cnv|vakbond|moskee|kerk|parochie|synagoge|tempel|casino|gokken|slijterij|coffeeshop|kliniek|ziekenhuis|ggz|"
    r"psycholo\w*|psychiat\w*|huisarts\w*|apotheek|verslavings\w*|partij)\b"
)


def is_prive(value: str) -> bool:
    """Whether a name holds such a word: a sender or an employer with one is left out."""
    return bool(_PRIVE.search(value))
