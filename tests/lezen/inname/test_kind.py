"""The parsing process: it lives on, is limited, is renewed after a fault, and never takes us down."""

import io
import json
import os
import signal
import socket
import zipfile
from dataclasses import fields, replace

import pikepdf
import pytest

from opstap.kern.geld import Geld
from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname import overdracht
from opstap.lezen.inname.grenzen import MB
from opstap.lezen.inname.kind import MAAT, Kamer, Kind, Maat, resident_bytes
from opstap.lezen.inname.overdracht import (
    Verbroken,
    bladzijden_in,
    bladzijden_uit,
    document_in,
    document_uit,
    ontvang,
    zend,
)
from opstap.lezen.model import Bladzijde, Document, Sporen, Transactie, Veld, Vraag, Woord

BANK = b":20:X\n:25:NL91ABNA0417164300\n:60F:C260531EUR1,00\n:61:2606240624C1,00N426X\n:62F:C260630EUR2,00\n-\n"
TASK = {"naam": "a.sta"}


@pytest.fixture
def kamer():
    room = Kamer()
    yield room
    room.sluit()


def small(**kwargs):
    return Kamer(Maat(**({"cpu_s": 10, "wand_s": 30, "geheugen": 512 * MB, "resident": 400 * MB} | kwargs)))


def count_of_pages(pages):
    """A PDF whose page tree claims one page and holds very many."""
    kids = b"3 0 R " * pages
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids["
        + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    return body


def test_a_file_is_read_and_the_process_lives_on(kamer):
    first, _ = kamer.lees(TASK, BANK)
    pid = kamer._idle[0].process.pid
    second, _ = kamer.lees(TASK, BANK)
    assert kamer._idle[0].process.pid == pid
    assert first == second
    assert first["documenten"][0]["transacties"][0][1] == 100


def test_a_refusal_comes_back_as_a_sentence_and_the_process_lives_on(kamer):
    with pytest.raises(LeesFout) as error:
        kamer.lees(TASK, b"MZ\x90\x00")
    assert error.value.code == "programma"
    assert error.value.uitleg.startswith("Dit is een programma")
    assert len(kamer._idle) == 1


def test_a_process_that_dies_is_renewed(kamer):
    kamer.lees(TASK, BANK)
    kamer._idle[0].process.kill()
    kamer._idle[0].process.wait()
    answer, _ = kamer.lees(TASK, BANK)
    assert answer["documenten"]


def test_a_process_that_dies_while_reading_gives_a_sentence_and_the_next_file_is_read(kamer, monkeypatch):
    kind = kamer._lend()
    kind.process.kill()
    kind.process.wait()
    monkeypatch.setattr(kamer, "_lend", lambda: kind)
    with pytest.raises(LeesFout) as error:
        kamer.lees(TASK, BANK)
    assert error.value.code in ("fout", "te_zwaar")
    monkeypatch.undo()
    assert kamer.lees(TASK, BANK)[0]["documenten"]


def test_too_much_memory_ends_in_a_sentence():
    room = small(geheugen=160 * MB)
    try:
        with pytest.raises(LeesFout) as error:
            room.lees(TASK, b":20:X\n" + b":61:2606240624C1,00N426X\n:86:" + b"x " * 8_000_000)
        assert error.value.code in ("te_zwaar", "fout")
        assert room.lees(TASK, BANK)[0]["documenten"]
    finally:
        room.sluit()


def test_too_much_time_ends_in_a_sentence_and_the_next_file_is_read():
    room = small(cpu_s=1, wand_s=20)
    try:
        with pytest.raises(LeesFout) as error:
            room.lees({"naam": "a.pdf"}, count_of_pages(2_000_000))
        assert error.value.code in ("te_zwaar", "te_lang", "beschadigd")
        assert room.lees(TASK, BANK)[0]["documenten"]
    finally:
        room.sluit()


def _page_with(content, **resources):
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0]
    page.Contents = pikepdf.Stream(pdf, content)
    for name, data in resources.items():
        form = pikepdf.Stream(pdf, data)
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({f"/{name}": form}))
    buffer = io.BytesIO()
    pdf.save(buffer, compress_streams=True)
    return buffer.getvalue()


def _ended_by(data):
    """How the process ended on this file, under the real limits; the clock on the wall is not what stops it."""
    kind = Kind(replace(MAAT, wand_s=600))
    with pytest.raises(LeesFout) as error:
        kind.vraag({"naam": "bom.pdf"}, data)
    return error.value.code, kind.process.returncode


def test_ten_seconds_of_processor_is_what_one_file_gets():
    bomb = _page_with(b"/A Do " * 4_000, A=b"0 0 m 1 1 l n " * 200_000)
    assert len(bomb) < 10_000
    assert _ended_by(bomb) == ("te_zwaar", -signal.SIGXCPU)


def test_half_a_gigabyte_is_what_one_file_gets():
    bomb = _page_with(b"BT (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET " * 12_000_000)
    assert len(bomb) < 3 * MB
    code, ended = _ended_by(bomb)
    assert code == "te_zwaar"
    assert ended != 0


def test_a_process_that_hangs_is_ended():
    room = small(wand_s=1)
    try:
        kind = room._lend()
        room._give_back(kind)
        os.kill(kind.process.pid, 19)  # SIGSTOP: it lives but does nothing
        with pytest.raises(LeesFout) as error:
            room.lees(TASK, BANK)
        assert error.value.code == "te_zwaar"
        assert kind.process.poll() is not None
    finally:
        room.sluit()


def test_a_process_that_grew_too_big_is_not_kept():
    room = small(resident=1)
    room.lees(TASK, BANK)
    assert room._idle == []


def test_an_object_stream_bomb_does_not_take_the_worker_down(kamer):
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.pages[0].Contents = pikepdf.Stream(pdf, b"0 0 m " * 10_000_000)
    buffer = io.BytesIO()
    pdf.save(buffer, compress_streams=True)
    assert len(buffer.getvalue()) < MB
    try:
        kamer.lees({"naam": "bom.pdf"}, buffer.getvalue())
    except LeesFout as error:
        told = error.uitleg
        assert told.endswith(".")
    assert kamer.lees(TASK, BANK)[0]["documenten"]


def test_a_zip_bomb_called_docx_is_refused(kamer):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 200_000_000)
    with pytest.raises(LeesFout) as error:
        kamer.lees({"naam": "brief.docx"}, buffer.getvalue())
    assert error.value.code == "uitpakgrens"


def test_the_process_gets_no_secrets_of_ours(monkeypatch):
    monkeypatch.setenv("OPSTAP_SECRET_KEY", "geheim")
    room = small()
    try:
        room.lees(TASK, BANK)
        with open(f"/proc/{room._idle[0].process.pid}/environ", "rb") as environ:
            assert b"geheim" not in environ.read()
    finally:
        room.sluit()


def test_closing_the_room_ends_its_processes():
    room = small()
    room.lees(TASK, BANK)
    process = room._idle[0].process
    room.sluit()
    assert process.poll() is not None


def test_after_a_fork_the_processes_of_the_parent_are_let_go():
    room = small()
    room.lees(TASK, BANK)
    kind = room._idle[0]
    room._lock.acquire()
    room.vergeet()
    assert room._idle == []
    assert kind.sock.fileno() == -1
    assert kind.process.wait(5) == 0  # here nobody else holds its socket
    assert room.lees(TASK, BANK)[0]["documenten"]
    room.sluit()


def test_a_process_of_the_parent_is_never_ended_by_us(monkeypatch):
    room = small()
    room.lees(TASK, BANK)
    kind = room._idle.pop()
    kind.owner = 1
    assert kind.eind() is None
    assert kind.process.wait(5) == 0


def test_memory_of_a_process_that_is_gone_is_nothing():
    assert resident_bytes(2**22 + 1) == 0


def full_document():
    from datetime import date

    day = date(2026, 6, 24)
    return Document(
        bestand="a.pdf",
        bladzijden=[1, 2],
        soort="bankafschrift",
        zekerheid=0.9312345,
        datum=day,
        periode=(day, day),
        velden={"iban": Veld("NL91", 1, (0.1, 0.2, 0.3, 0.4), 0.98765), "naam": Veld("R", None, None, 0.5)},
        transacties=[Transactie(day, Geld(100), "loon", "Mare", 1, (0.0, 0.1, 0.2, 0.3)), Transactie(day, Geld(-5))],
        dubbel_van="b.pdf",
        vragen=[Vraag("eindsaldo", "r", ("1", "2"))],
        problemen=["p"],
        bestanden=["a.pdf"],
        afdekken=[(1, (0.0, 0.0, 1.0, 1.0))],
        rekening="123",
        munt="USD",
        leesbaar=False,
        afgeleid=True,
        sporen=Sporen(frozenset({1, 2}), (1, 3), ((0, "ab"),), "cd", 3, True),
    )


def test_a_document_travels_whole():
    there = json.loads(json.dumps(document_in(full_document())))
    assert document_uit(there) == full_document()


def test_the_document_that_travels_has_nothing_left_as_it_was_made():
    """A part that nobody fills in here could get lost on the way and no test would tell."""
    full, empty = full_document(), Document("", [])
    for one, other in ((full, empty), (full.sporen, empty.sporen)):
        assert [part.name for part in fields(one) if getattr(one, part.name) == getattr(other, part.name)] == []


def test_a_debit_with_a_name_cannot_cross():
    row = document_in(full_document())
    row["transacties"][1][3] = "apotheek"
    with pytest.raises(Verbroken):
        document_uit(row)


@pytest.mark.parametrize("key", ["bestand", "velden", "transacties", "sporen", "periode"])
def test_a_document_of_another_shape_is_not_believed(key):
    row = document_in(full_document())
    row[key] = 7 if key != "bestand" else row.pop("bladzijden")
    with pytest.raises(Verbroken):
        document_uit(row)


def test_pages_travel_whole():
    word = Woord("één", (0.1, 0.2, 0.3, 0.4), 0.5, 2)
    pages = [Bladzijde(1, [word], "tesseract", 10.0, 20.0, 0.4, True, ["p"], [word])]
    assert bladzijden_uit(bladzijden_in(pages)) == pages


def pair(data):
    ours, theirs = socket.socketpair()
    theirs.sendall(data)
    theirs.close()
    return ours


def test_a_message_travels_with_its_blobs():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        zend(theirs, {"a": 1}, [b"x", b""])
        assert ontvang(ours) == ({"a": 1}, [b"x", b""])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x00",
        b"\xff" * 8,
        b"\x00\x00\x00\x02\x00\x00\x00\x00{}",
        b"\x00\x00\x00\x01\x00\x00\x00\x00{",
        b"\x00\x00\x00\x10\x00\x00\x00\x01" + b'{"_delen":[-1]}\n',
        b"\x00\x00\x00\x10\x00\x00\x00\x02" + b'{"_delen":[12]}\n',
    ],
)
def test_nonsense_from_the_other_side_is_not_believed(data):
    with pair(data) as sock, pytest.raises(Verbroken):
        ontvang(sock)


def test_a_message_that_is_too_big_is_not_read(monkeypatch):
    monkeypatch.setattr(overdracht, "_MAX_JSON", 4)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        zend(theirs, {"a": "long enough"})
        with pytest.raises(Verbroken):
            ontvang(ours)
