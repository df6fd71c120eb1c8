"""What a reader of English still meets in Dutch on a page, apart from what must stay: letters, articles, own words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

NEDERLANDS = re.compile(
    r"\b(de|het|een|wij|we zijn|niet|geen|van|u|uw|naar|voor|met|bij|dat|dit|die|hebt|heeft|krijgt|kijk|nog|wordt|telt"
    r"|uitkering|gemeente|bijstandsnorm|inwoner|papieren|bericht|aanvraag|besluit|ja|nee|alleenstaande|aanvrager"
    r"|januari|februari|maart|mei|juni|juli|augustus|oktober|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    r"|zondag)\b"
)
ARTIKEL = re.compile(r"\bart\. [^.;:]*?(Pw|Awb|ATW|Atw|AVG|IOAW)\b|\b(lid|onder [a-z]|tot en met)\b")
LEEG = frozenset(("input", "meta", "link", "br", "img", "hr", "use", "path", "source", "wbr"))


class _Words(HTMLParser):
    """The words outside every element that says it is Dutch, with the words of labels and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        hidden = tag in ("script", "style") or said.get("lang") == "nl" or (bool(self.stack) and self.stack[-1][1])
        if not hidden:
            self.words += [said.get(name) or "" for name in ("aria-label", "alt", "title", "placeholder")]
        if tag not in LEEG:
            self.stack.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self.stack and self.stack[-1][1]):
            self.words.append(data)


def dutch_left(html: bytes, *eigen: str) -> list[str]:
    """Each stretch of words that holds a Dutch word. `eigen`: what people or sources wrote, which stays as it is."""
    reader = _Words()
    reader.feed(html.decode())
    found = []
    for words in reader.words:
        text = " ".join(words.split())
        for own in eigen:
            text = text.replace(own, "")
        if NEDERLANDS.search(ARTIKEL.sub("", text).lower()):
            found.append(text)
    return found
