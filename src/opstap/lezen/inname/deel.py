"""A file inside another file: an attachment of a message, a photo inside a document."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Deel:
    """Its own name, its bytes, and `als`: a format to read it as ("tekst" for the words of a message), or None."""

    naam: str
    inhoud: bytes = field(repr=False)
    als: str | None = None
