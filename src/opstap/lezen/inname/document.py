"""Office documents and plain text to pages of words. No styles, no links followed, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from opstap.lezen.bank.camt import veilige_xml
from opstap.lezen.bank.profiel import decodeer
from opstap.lezen.inname import grenzen
from opstap.lezen.inname.deel import Deel
from opstap.lezen.inname.fout import fout
from opstap.lezen.inname.pakket import lees_deel, open_pakket
from opstap.lezen.model import Bladzijde, Woord
from opstap.lezen.noten import ZINNEN

INGEBED = ZINNEN["document_ingebed"]
VAN_BUITEN = ZINNEN["document_van_buiten"]
_LINES_A_PAGE = 60
_EDGES = 6
_MIN_PICTURE = 30_000
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic")
_BREAKS = frozenset({"p", "h", "tr", "table-row", "list-item"})
_INLINE_BREAKS = frozenset({"br", "cr", "line-break"})
_TABS = frozenset({"tab", "tc", "table-cell"})


def lees_document(inhoud: bytes, formaat: str) -> tuple[list[Bladzijde], list[Deel], list[str]]:
    """Pages of words, the photos that were put into the document, and remarks. Raises LeesFout."""
    remarks: list[str] = []
    if formaat == "tekst":
        lines, delen = decodeer(inhoud).split("\n"), []
    else:
        with open_pakket(inhoud) as package:
            remarks = _remarks(package)
            lines = [
                line for part in _parts(package, formaat) for line in _lines(veilige_xml(lees_deel(package, part)))
            ]
            delen = [
                Deel(entry.filename, lees_deel(package, entry.filename, grenzen.BESTAND_BYTES))
                for entry in package.infolist()[: grenzen.UITPAK_DELEN]
                if entry.filename.lower().endswith(_PICTURES) and entry.file_size >= _MIN_PICTURE
            ][: grenzen.BIJLAGEN]
    bladzijden = bladzijden_van(lines)
    if not bladzijden and not delen:
        raise fout("leeg")
    return bladzijden, delen, remarks


def _parts(package: ZipFile, formaat: str) -> list[str]:
    """Where the words stand: letters often have their sender in the header and the page number in the footer."""
    if formaat == "odt":
        return ["content.xml"]
    names = sorted(entry.filename for entry in package.infolist() if entry.filename.endswith(".xml"))
    heads = [name for name in names if name.startswith("word/header")]
    feet = [name for name in names if name.startswith("word/footer")]
    return [*heads[:_EDGES], "word/document.xml", *feet[:_EDGES]]


def _remarks(package: ZipFile) -> list[str]:
    """What the document would do in an office program and does not do here."""
    names = [entry.filename.lower() for entry in package.infolist()]
    found = []
    if any(name.startswith(("word/embeddings/", "word/activex/", "object ")) for name in names):
        found.append(INGEBED)
    links = [lees_deel(package, e.filename, grenzen.MB) for e in package.infolist() if e.filename.endswith(".rels")]
    if any(b'TargetMode="External"' in link and not _only_links(link) for link in links):
        found.append(VAN_BUITEN)
    return found


def _only_links(relations: bytes) -> bool:
    """Whether all that points outside is a link that a person clicks."""
    outside = [row for row in veilige_xml(relations) if row.get("TargetMode") == "External"]
    return all((row.get("Type") or "").endswith("/hyperlink") for row in outside)


def bladzijden_van(lines: list[str]) -> list[Bladzijde]:
    """Lines of text as pages of at most 60 lines; a form feed starts a new page. Words have made-up even places."""
    pages: list[Bladzijde] = []
    current: list[str] = []
    for line in lines:
        pieces = line.split("\f")
        for number, piece in enumerate(pieces):
            if (number or len(current) >= _LINES_A_PAGE) and current:
                pages.append(_page(len(pages) + 1, current))
                current = []
            if piece.strip():
                current.append(piece)
        if len(pages) >= grenzen.BLADZIJDEN:
            raise fout("te_lang")
    if current:
        pages.append(_page(len(pages) + 1, current))
    return pages


def _page(number: int, lines: list[str]) -> Bladzijde:
    words: list[Woord] = []
    for row, line in enumerate(lines):
        top = 0.04 + row * 0.92 / _LINES_A_PAGE
        width = max(len(line), 80)
        at = 0
        for piece in line.split():
            at = line.index(piece, at)
            box = (at / width, top, (at + len(piece)) / width, top + 0.012)
            words.append(Woord(piece, box, 1.0, row))
            at += len(piece)
    return Bladzijde(nummer=number, woorden=words, bron="tekst", breedte=595.0, hoogte=842.0)


def _lines(root: etree._Element) -> list[str]:
    pieces: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, node in walker:
        if event == "start" and isinstance(node.tag, str) and node.tag.endswith("}Fallback"):
            walker.skip_subtree()  # the same text box once more, for old programs
        else:
            pieces.extend(_piece(event, node))
    return "".join(pieces).split("\n")


def _piece(event: str, node: etree._Element) -> Iterator[str]:
    name = node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""
    if event == "start":
        if name in _INLINE_BREAKS:
            yield "\n"
        elif name in ("tab", "s"):
            yield " "
        if node.text and not (name == "instrText" or name == "delText"):
            yield node.text.replace("\n", " ")
        return
    if name in _BREAKS and not _in_cell(node):
        yield "\n"
    elif name in _TABS:
        yield "   "
    if node.tail and name != "":
        yield node.tail.replace("\n", " ")


def _in_cell(node: etree._Element) -> bool:
    """Whether a paragraph stands in a cell of a table: the row ends the line, so that columns stay together."""
    parent = node.getparent()
    return parent is not None and isinstance(parent.tag, str) and parent.tag.rsplit("}", 1)[-1] in ("tc", "table-cell")
