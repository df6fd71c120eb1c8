"""From words with places to what a paper says: documents with their kind and fields."""

from __future__ import annotations

from opstap.lezen.velden.begrip import begrijp
from opstap.lezen.velden.schema import verwacht

__all__ = ["begrijp", "verwacht"]
