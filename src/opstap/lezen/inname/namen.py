"""Names of files are labels for people. They are cleaned before they are shown and never used as a path."""

from __future__ import annotations

from opstap.lezen.inname import grenzen


def schone_naam(naam: str) -> str:
    """The name without control characters and text-turning marks, at most 300 characters, never empty."""
    kept = "".join(sign for sign in naam if sign.isprintable() or sign == "\u00a0")
    kept = " ".join(kept.split())
    if len(kept) > grenzen.NAAM_TEKENS:
        kept = kept[: grenzen.NAAM_TEKENS - 24] + "…" + kept[-20:]
    return kept or "bestand zonder naam"


def naam_in(bericht: str, deel: str) -> str:
    """The label of a part inside another file, such as an attachment: only the last piece of its own name."""
    last = deel.replace("\\", "/").rsplit("/", 1)[-1].strip(". ")
    return schone_naam(f"{bericht} › {last or 'bijlage'}")
