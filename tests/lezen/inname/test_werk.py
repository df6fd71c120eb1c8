"""What the parsing process does with one file, seen from inside."""

import hashlib
import io
import resource
import socket
import threading
import zipfile

import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname import kindproces, werk
from opstap.lezen.inname.overdracht import bladzijden_in, ontvang, zend
from opstap.lezen.model import Bladzijde, Woord

BANK = b":20:X\n:25:NL91ABNA0417164300\n:60F:C260601EUR1,00\n:61:2606240624C1,00N426X\n:62F:C260630EUR2,00\n-\n"
LINES = ["UWV", "Beslissing WW-uitkering", "Datum 1 juni 2026", "Uw WW-uitkering gaat in op 15 juni 2026 en duurt kort"]


def pdf(lines=LINES, picture=None):
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(595, 842))
    for number, line in enumerate(lines):
        sheet.drawString(60, 780 - 18 * number, line)
    if picture is not None:
        sheet.drawInlineImage(picture, 0, 0, 595, 842)
    sheet.save()
    return buffer.getvalue()


def docx(text):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<T/>")
        archive.writestr("word/document.xml", f"<w:d xmlns:w='w'><w:p><w:t>{text}</w:t></w:p></w:d>")
        archive.writestr("word/media/foto.jpg", b"\xff\xd8\xff\xe0" + b"x" * 40_000)
    return buffer.getvalue()


def test_a_bank_file_gives_its_documents_and_its_digest():
    answer, blobs = werk.doe({"naam": "a.sta"}, BANK)
    (row,) = answer["documenten"]
    assert blobs == []
    assert row["bestand"] == "a.sta"
    assert row["sporen"]["sha256"] == hashlib.sha256(BANK).hexdigest()


def test_a_pdf_with_words_is_read_here():
    answer, _ = werk.doe({"naam": "a.pdf"}, pdf())
    assert answer["documenten"][0]["bladzijden"] == [1]


def test_a_scan_and_a_photo_go_to_the_picture_reader():
    scan = pdf([], Image.new("RGB", (60, 80), "white"))
    answer, _ = werk.doe({"naam": "a.pdf"}, scan)
    assert (answer["beeld"], answer["opmerkingen"]) == ("pdf", [])
    answer, _ = werk.doe({"naam": "a.jpg"}, b"\xff\xd8\xff\xe0" + b"x" * 50)
    assert answer["beeld"] == "jpeg"


def test_words_that_were_read_elsewhere_are_understood_here():
    words = [Woord(line, (0.1, 0.1 * n, 0.5, 0.1 * n + 0.02), 0.9, n) for n, line in enumerate(LINES)]
    task = {"naam": "foto.jpg", "als": "bladzijden", "sha256": "ab"}
    answer, _ = werk.doe(task, bladzijden_in([Bladzijde(1, words, "tesseract")]))
    assert answer["documenten"][0]["sporen"]["sha256"] == "ab"
    assert answer["documenten"][0]["sporen"]["stukjes"]


def test_a_document_with_words_and_a_photo_gives_both():
    answer, blobs = werk.doe({"naam": "a.docx"}, docx(" ".join(LINES)))
    assert len(answer["documenten"]) == 1
    assert answer["delen"] == [["word/media/foto.jpg", None]]
    assert len(blobs[0]) > 40_000


def test_the_words_of_a_message_are_never_taken_for_something_else():
    answer, _ = werk.doe({"naam": "bericht", "als": "tekst"}, b"%PDF-1.4 is hier alleen een woord, en meer niet.")
    assert answer["documenten"][0]["bestand"] == "bericht"


def test_a_message_gives_its_parts():
    mail = b"From: a\nTo: b\nSubject: c\n\nUw uitkering gaat in.\n"
    answer, blobs = werk.doe({"naam": "a.eml"}, mail)
    assert answer == {"documenten": [], "delen": [["bericht", "tekst"]]}
    assert b"uitkering" in blobs[0]


def test_nothing_understood_is_said(monkeypatch):
    monkeypatch.setattr("opstap.lezen.velden.begrijp", lambda pages, naam: [])
    with pytest.raises(LeesFout) as error:
        werk.doe({"naam": "a.txt"}, b"een paar woorden")
    assert error.value.code == "leeg"


def serve(monkeypatch, answers):
    """The loop of the process in a thread of ours, without its limits; `answers` stands in for the reading."""
    limits = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, pair: limits.append((kind, pair)))
    monkeypatch.setattr("sys.argv", ["kindproces", "0", "10", "1000000"])
    ours, theirs = socket.socketpair()
    monkeypatch.setattr(kindproces.socket, "socket", lambda fileno: theirs)
    monkeypatch.setattr(werk, "doe", lambda task, data: answers(data))
    thread = threading.Thread(target=kindproces.main, daemon=True)
    thread.start()
    return ours, thread, limits


def ask(sock, data):
    zend(sock, {"naam": "x"}, [data])
    return ontvang(sock)


def test_the_loop_answers_file_after_file_and_stops_when_memory_is_spent(monkeypatch):
    def answers(data):
        if data == b"memory":
            raise MemoryError
        if data == b"bug":
            raise ZeroDivisionError("geheime woorden")
        if data == b"no":
            raise LeesFout("leeg", "Dit bestand is leeg.")
        return {"documenten": []}, [data]

    ours, thread, limits = serve(monkeypatch, answers)
    with ours:
        assert ask(ours, b"yes") == ({"documenten": []}, [b"yes"])
        assert ask(ours, b"no")[0] == {"fout": "leeg", "uitleg": "Dit bestand is leeg."}
        assert ask(ours, b"bug")[0] == {"fout": "fout"}
        assert ask(ours, b"memory")[0] == {"fout": "te_zwaar"}
        thread.join(5)
        assert not thread.is_alive()
    assert (resource.RLIMIT_AS, (1_000_000, 1_000_000)) in limits
    assert sum(1 for kind, _ in limits if kind == resource.RLIMIT_CPU) == 4


def test_the_loop_ends_when_our_side_hangs_up(monkeypatch):
    ours, thread, _ = serve(monkeypatch, lambda data: ({"documenten": []}, []))
    ours.close()
    thread.join(5)
    assert not thread.is_alive()
