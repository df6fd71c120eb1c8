"""From plain text, Markdown or HTML to what a person reads, with the place of every character in what was handed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_HTML = re.compile(
    r"<(?:!doctype|html|head|body|div|p|h[1-6]|ul|ol|li|table|section|main|form|br|span|strong|a)\b[^>]*>", re.I
)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|template|svg|head)\b[^<>]*>.*?(?:</\1\s*>|\Z)"
    r"|<!?/?([a-zA-Z][\w:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});",
    re.S | re.I,
)
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title\s*>", re.S | re.I)
_SPOKEN = re.compile(r"\b(?:alt|title|aria-label|placeholder)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[^\n]*$|\Z)", re.S | re.M)
_MARK = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+•·–][ \t]+|\d{1,3}[.)][ \t]+|\|)"
    r"|^[ \t]{0,3}(?:[-=*_]{3,300}|[|:\-][|:\- ]{2,300})$"
    r"|!?\[(?=[^\[\]\n]{1,300}\]\([^()\n]{0,500}\))|\]\([^()\n]{0,500}\)"
    r"|\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,?!])[*_](?!\w)|`+|\|",
    re.M,
)
_START = re.compile(r"[ \t]{0,3}(?:#{1,6}[ \t]|>|[-*+•·–][ \t]|\d{1,3}[.)][ \t]|\|)")
_SHORT_LINE = 50
EINDE = "\u2029"


@dataclass(frozen=True, slots=True)
class Leestekst:
    """What a person reads. `van[i]`, `tot[i]`: where character i stands in the source. Blocks end with EINDE."""

    bron: str
    tekst: str
    van: list[int]
    tot: list[int]

    def spot(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of the read characters `start` to `end`; without spaces at its ends."""
        while end > start + 1 and self.tekst[end - 1].isspace():
            end -= 1
        return self.van[start], self.tot[end - 1]


def parse(bron: str, soort: str | None = None) -> Leestekst:
    """Read a source. `soort`: html, markdown or None to find out; plain text is read as Markdown."""
    if soort == "html" or (soort is None and _HTML.search(bron)):
        return _build(bron, _html_pieces(bron))
    return _build(bron, _markdown_pieces(bron))


Stuk = tuple[str, int, int]


def _build(bron: str, pieces: list[Stuk]) -> Leestekst:
    """Pieces are (text, from, to). A text as long as its place is taken character by character, another as a whole."""
    chars: list[str] = []
    van: list[int] = []
    tot: list[int] = []
    for text, start, end in pieces:
        exact = len(text) == end - start
        for index, char in enumerate(text):
            chars.append(char)
            van.append(start + index if exact else start)
            tot.append(start + index + 1 if exact else end)
    return Leestekst(bron, "".join(chars), van, tot)


def _html_pieces(bron: str) -> list[Stuk]:
    pieces: list[Stuk] = []
    position = 0
    for match in _TAG.finditer(bron):
        pieces.append((_one_line(bron[position : match.start()]), position, match.start()))
        position = match.end()
        text = match.group()
        if text.startswith("&"):
            pieces.append((unescape(text), match.start(), match.end()))
        elif match[1]:
            pieces += _head(match) if match[1].lower() == "head" else []
        elif match[2] and match[2].lower() not in _INLINE:
            pieces.append((EINDE, match.start(), match.end()))
        if match[2]:
            pieces += _spoken(match)
    pieces.append((_one_line(bron[position:]), position, len(bron)))
    return pieces


def _one_line(text: str) -> str:
    """In HTML a line break is a space."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\u00a0", " ")


def _head(match: re.Match[str]) -> list[Stuk]:
    title = _TITLE.search(match.group())
    if not title:
        return []
    start = match.start() + title.start(1)
    return [(_one_line(title[1]), start, start + len(title[1])), (EINDE, match.end() - 1, match.end())]


def _spoken(match: re.Match[str]) -> list[Stuk]:
    """Attributes that are read out: a block of their own."""
    pieces: list[Stuk] = []
    for attribute in _SPOKEN.finditer(match.group()):
        group = 1 if attribute[1] is not None else 2
        start = match.start() + attribute.start(group)
        text = attribute[group]
        pieces += [(EINDE, start, start + 1), (_one_line(text), start, start + len(text)), (EINDE, start, start + 1)]
    return pieces


def _markdown_pieces(bron: str) -> list[Stuk]:
    masked = _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), bron)
    masked = _MARK.sub(lambda match: ("|" if "|" in match.group() else " ") * len(match.group()), masked)
    lines = masked.split("\n")
    raw = bron.split("\n")
    out: list[str] = []
    for index, line in enumerate(lines):
        out.append(line.replace("\r", " ").replace("\t", " ").replace("\u00a0", " ").replace("|", EINDE))
        following = lines[index + 1] if index + 1 < len(lines) else ""
        ends = (
            not following.strip()
            or _START.match(raw[index + 1])
            or (_START.match(raw[index]) is None and _breaks(line, following))
        )
        ends = ends or raw[index].lstrip().startswith("#")
        out.append(EINDE if ends else " ")
    return [("".join(out)[: len(bron)], 0, len(bron))]


def _breaks(line: str, following: str) -> bool:
    """A short line without an end, before a line that starts anew: an address, a heading, a greeting."""
    text = line.strip()
    if not text:
        return True
    if text[-1] in ":":
        return True
    starts = following.strip()[:1]
    return len(text) < _SHORT_LINE and text[-1] not in ".?!;-" and (starts.isupper() or starts.isdigit())
