"""E-mail: its attachments are the papers. The words of the message are read only when it brings nothing else."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

from opstap.lezen.inname import grenzen
from opstap.lezen.inname.deel import Deel
from opstap.lezen.inname.fout import fout

_SMALL_PICTURE = 30_000


def lees_bericht(inhoud: bytes) -> list[Deel]:
    """The attachments of a message, or its words (as "tekst") when there are none. Raises LeesFout."""
    message = email.message_from_bytes(inhoud, policy=email.policy.default)
    delen: list[Deel] = []
    try:
        _collect(message, delen, 0)
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError, AssertionError, IndexError):
        raise fout("beschadigd") from None
    if delen:
        return delen[: grenzen.BIJLAGEN]
    words = _words(message)
    if not words.strip():
        raise fout("leeg")
    return [Deel("bericht", words.encode(), "tekst")]


def _collect(message: Any, delen: list[Deel], depth: int) -> None:
    if depth > grenzen.BERICHT_DIEPTE:
        raise fout("diep")
    for part in message.iter_attachments() if message.is_multipart() else ():
        if part.get_content_type() == "message/rfc822":
            _inner(part, delen, depth)
        elif part.get_content_maintype() == "multipart":
            _collect(part, delen, depth + 1)
        else:
            _attachment(part, delen)


def _inner(part: Any, delen: list[Deel], depth: int) -> None:
    for inner in part.get_payload():
        before = len(delen)
        _collect(inner, delen, depth + 1)
        words = _words(inner) if len(delen) == before else ""
        if words.strip():
            delen.append(Deel("doorgestuurd bericht", words.encode(), "tekst"))


def _attachment(part: Any, delen: list[Deel]) -> None:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return
    name = part.get_filename() or ""
    loose_text = part.get_content_maintype() == "text" and not name
    # A small picture inside the text is a logo or a signature, not a paper.
    decoration = part.get_content_maintype() == "image" and (
        len(payload) < _SMALL_PICTURE and (part.get("Content-ID") or part.get_content_disposition() == "inline")
    )
    if not loose_text and not decoration:
        delen.append(Deel(name or "bijlage", payload))


def _words(message: EmailMessage) -> str:
    try:
        body = message.get_body(("plain", "html"))
        if body is None:
            return ""
        text = body.get_content()
    except (LookupError, ValueError, AttributeError, TypeError, KeyError):
        return ""
    if not isinstance(text, str):
        return ""
    return _plain(text) if body.get_content_subtype() == "html" else text


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "head"):
            self.silent += 1
        elif tag in ("p", "br", "div", "tr", "li", "h1", "h2", "h3"):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "head"):
            self.silent = max(0, self.silent - 1)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)


def _plain(html: str) -> str:
    parser = _Plain()
    parser.feed(html)
    return "".join(parser.pieces)
