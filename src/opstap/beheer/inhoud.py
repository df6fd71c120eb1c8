"""The content files with their owner and review-by date, the ones to look at first on top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opstap.kern import clock
from opstap.kern.content import INHOUD, InhoudFout, load


@dataclass(frozen=True, slots=True)
class Inhoudsbestand:
    """One content file. `verouderd`: its review-by date has passed; `fout`: why it cannot be read."""

    naam: str
    eigenaar: str
    herzien_voor: date | None
    verouderd: bool
    fout: str = ""

    @property
    def is_now(self) -> bool:
        """Whether somebody has to look at it now: broken, or past its review day."""
        return self.verouderd or bool(self.fout)


def content_files() -> list[Inhoudsbestand]:
    """Every YAML file under inhoud/, faults first, then by review-by date."""
    rows = [_read(path.relative_to(INHOUD).as_posix()) for path in sorted(INHOUD.rglob("*.yaml"))]
    return sorted(rows, key=lambda row: (not row.fout, row.herzien_voor or date.max, row.naam))


def _read(name: str) -> Inhoudsbestand:
    try:
        document = load(INHOUD / name)
    except InhoudFout as error:
        return Inhoudsbestand(name, "", None, False, str(error))
    head = document if isinstance(document, dict) else {}
    until = head.get("herzien_voor")
    review = until if isinstance(until, date) else None
    return Inhoudsbestand(name, str(head.get("eigenaar", "")), review, review is not None and review < clock.today())
