"""Real files with bytes changed, cut, doubled and mixed: every one ends in papers or in one sentence."""

import io
import os
import random
import zipfile
from email.message import EmailMessage

import pikepdf
import pytest
from reportlab.pdfgen import canvas

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.kind import Kamer
from opstap.lezen.model import Bestand
from opstap.lezen.stapel import lees_stapel, pijplijn

ROUNDS = 400 if os.environ.get("OPSTAP_GEHEEL") else 25


def pdf():
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(595, 842))
    for number in range(12):
        sheet.drawString(50, 800 - 20 * number, f"Beslissing over uw uitkering, regel {number}, bedrag 12,50 euro")
    sheet.save()
    return buffer.getvalue()


def packed_pdf():
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def docx():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<T/>")
        archive.writestr(
            "word/document.xml", "<w:d xmlns:w='w'><w:p><w:t>Huurcontract van de woning</w:t></w:p></w:d>" * 1
        )
    return buffer.getvalue()


def mail():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@voorbeeld.nl", "b@voorbeeld.nl", "Stuk"
    message.set_content("Zie bijlage.")
    message.add_attachment(pdf(), maintype="application", subtype="pdf", filename="brief.pdf")
    return message.as_bytes()


def mt940():
    lines = [":61:2606240624C1,00N426X\n:86:/NAME/Iemand/REMI/x\n" for _ in range(20)]
    return (
        ":20:X\n:25:NL91ABNA0417164300\n:60F:C260601EUR1,00\n" + "".join(lines) + ":62F:C260630EUR21,00\n-\n"
    ).encode()


def camt():
    return (
        b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt><Acct><Id><IBAN>"
        b"NL91ABNA0417164300</IBAN></Id></Acct>"
        b"<Ntry><Amt Ccy='EUR'>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
        b"<BookgDt><Dt>2026-06-24</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>"
    )


def csv():
    return b'"Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"\n' + (
        b'"2026-06-24","1,00","NL91ABNA0417164300","","Iemand","x"\n' * 10
    )


GOOD = {
    "a.pdf": pdf(),
    "b.pdf": packed_pdf(),
    "c.docx": docx(),
    "d.eml": mail(),
    "e.sta": mt940(),
    "f.xml": camt(),
    "g.csv": csv(),
}


def spoil(data, rng):
    """One way to break a file."""
    way = rng.randrange(6)
    changed = bytearray(data)
    if way == 0:
        return bytes(changed[: rng.randrange(len(changed))])
    if way == 1:
        at = rng.randrange(len(changed))
        return bytes(changed[:at] + changed[at + rng.randrange(1, 60) :])
    if way == 2:
        return bytes(changed + rng.randbytes(rng.randrange(1, 2_000)))
    if way == 3:
        other = rng.choice(list(GOOD.values()))
        return bytes(changed[: rng.randrange(len(changed))] + other[rng.randrange(len(other)) :])
    for _ in range(1 if way == 4 else 40):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


@pytest.fixture(scope="module")
def kamer():
    room = Kamer()
    yield room
    room.sluit()


def no_pictures(inhoud, formaat, wachtwoord, diep):
    raise LeesFout("beschadigd", "Deze foto is beschadigd.")


@pytest.mark.parametrize("name", GOOD)
def test_a_broken_file_gives_papers_or_a_sentence(name, kamer, monkeypatch):
    monkeypatch.setattr(pijplijn, "lees_beeld", no_pictures)
    rng = random.Random(name)
    pile = [Bestand(f"{number}-{name}", spoil(GOOD[name], rng)) for number in range(ROUNDS)]
    outcome = lees_stapel(pile, kamer=kamer)
    told = {item.bestand.split(" › ")[0] for item in outcome.niet_gelezen}
    read = {document.bestand.split(" › ")[0] for document in outcome.documenten}
    assert told | read == {bestand.naam for bestand in pile}
    assert all(item.uitleg.endswith(".") and len(item.uitleg) < 200 for item in outcome.niet_gelezen)


@pytest.mark.parametrize("name", GOOD)
def test_the_whole_file_is_read(name, kamer):
    outcome = lees_stapel([Bestand(name, GOOD[name])], kamer=kamer)
    assert outcome.niet_gelezen == []
    assert len(outcome.documenten) == 1
