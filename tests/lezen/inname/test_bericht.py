"""E-mail with papers in it."""

from email.message import EmailMessage
from email.mime.message import MIMEMessage

import pytest

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.bericht import lees_bericht
from opstap.lezen.inname.formaat import herken


def message(text="Zie bijlage.", html=None, attachments=()):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@voorbeeld.nl", "b@voorbeeld.nl", "Stuk"
    mail.set_content(text) if text is not None else None
    if html:
        mail.add_alternative(html, subtype="html") if text is not None else mail.set_content(html, subtype="html")
    for name, kind, data in attachments:
        mail.add_attachment(data, maintype=kind.split("/")[0], subtype=kind.split("/")[1], filename=name)
    return mail


def test_the_attachments_are_the_papers():
    data = message(
        attachments=[("loon.pdf", "application/pdf", b"%PDF-1"), ("foto.jpg", "image/jpeg", b"\xff\xd8\xff" * 20_000)]
    )
    assert herken(data.as_bytes()) == "eml"
    assert [(part.naam, part.als) for part in lees_bericht(data.as_bytes())] == [("loon.pdf", None), ("foto.jpg", None)]


def test_the_words_are_read_when_there_is_nothing_else():
    (part,) = lees_bericht(message("Uw uitkering gaat in op 1 juni.").as_bytes())
    assert part.als == "tekst"
    assert b"1 juni" in part.inhoud


def test_words_in_html_are_read_without_scripts_and_styles():
    body = "<body><p>Uw huur</p><script>kwaad()</script><p>&euro; 640</p></body>"
    html = f"<html><head><style>p{{}}</style></head>{body}</html>"
    (part,) = lees_bericht(message(text=None, html=html).as_bytes())
    words = part.inhoud.decode()
    assert "Uw huur\n" in words
    assert "€ 640" in words
    assert "kwaad" not in words
    assert "p{}" not in words


def test_a_logo_is_not_a_paper():
    mail = message(attachments=[("logo.png", "image/png", b"\x89PNG" + b"x" * 500)])
    part = next(iter(mail.iter_attachments()))
    part.replace_header("Content-Disposition", 'inline; filename="logo.png"')
    (only,) = lees_bericht(mail.as_bytes())
    assert only.als == "tekst"


def test_a_forwarded_message_is_opened():
    inner = message(attachments=[("loon.pdf", "application/pdf", b"%PDF-1")])
    outer = message()
    outer.make_mixed()
    outer.attach(MIMEMessage(inner))
    assert [part.naam for part in lees_bericht(outer.as_bytes())] == ["loon.pdf"]


def test_a_forwarded_message_without_attachment_gives_its_words():
    outer = message()
    outer.make_mixed()
    outer.attach(MIMEMessage(message("Uw recht op toeslag.")))
    (part,) = lees_bericht(outer.as_bytes())
    assert b"toeslag" in part.inhoud


def test_messages_in_messages_stop_somewhere():
    mail = message()
    for _ in range(8):
        outer = message()
        outer.make_mixed()
        outer.attach(MIMEMessage(mail))
        mail = outer
    with pytest.raises(LeesFout) as error:
        lees_bericht(mail.as_bytes())
    assert error.value.code == "diep"


def test_a_message_without_words_is_empty():
    with pytest.raises(LeesFout) as error:
        lees_bericht(message(" ").as_bytes())
    assert error.value.code == "leeg"


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed\n\nx",
        b"From: a\nContent-Type: text/plain; charset=onzin\n\nx",
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: ;\n\n--x--",
    ],
)
def test_odd_messages_never_break(data):
    try:
        lees_bericht(data)
    except LeesFout as error:
        told = error.code
        assert told in ("leeg", "beschadigd")
