"""PDF files that are locked, endless, broken, or carry something besides their pages."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname import grenzen
from opstap.lezen.inname.pdf import BIJLAGE, FORMULIER, PROGRAMMA, controleer_pdf


def made(change=lambda pdf: None, pages=1, size=(595, 842), **save):
    pdf = Pdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    change(pdf)
    buffer = io.BytesIO()
    pdf.save(buffer, **save)
    return buffer.getvalue()


def script():
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def code_of(data, password=None):
    with pytest.raises(LeesFout) as error:
        controleer_pdf(data, password)
    return error.value.code


def test_a_plain_pdf_has_no_remarks():
    checked = controleer_pdf(made(pages=3))
    assert (checked.bladzijden, checked.opmerkingen) == (3, ())


def at_open(pdf):
    pdf.Root.OpenAction = script()


def in_names(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script()])))


def on_page(pdf):
    pdf.pages[0].obj.AA = Dictionary(O=script())


def on_click(pdf):
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(Subtype=Name.Link, A=script()))])


def launch(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("calc.exe"))


def after_a_step(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([]), Next=Dictionary(S=Name.Launch, F=String("calc.exe")))


@pytest.mark.parametrize("change", [at_open, in_names, on_page, on_click, launch, after_a_step])
def test_a_program_inside_is_remarked_on_and_the_pages_are_still_read(change):
    assert controleer_pdf(made(change)).opmerkingen == (PROGRAMMA,)


def test_opening_on_a_page_and_a_link_to_click_are_nothing_to_remark_on():
    def change(pdf):
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))
        link = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://voorbeeld.nl")))
        pdf.pages[0].obj.Annots = Array([link])

    assert controleer_pdf(made(change)).opmerkingen == ()


def test_a_file_inside_is_remarked_on():
    def change(pdf):
        pdf.attachments["geheim.exe"] = b"MZ"

    assert controleer_pdf(made(change)).opmerkingen == (BIJLAGE,)


def test_a_loose_form_is_remarked_on():
    def change(pdf):
        pdf.Root.AcroForm = Dictionary(XFA=Stream(pdf, b"<xdp/>"), Fields=Array([]))

    assert FORMULIER in controleer_pdf(made(change)).opmerkingen


def test_a_locked_pdf_asks_for_its_password():
    data = made(encryption=pikepdf.Encryption(user="geheim", owner="baas"))
    assert code_of(data) == "wachtwoord"
    assert code_of(data, "fout") == "wachtwoord_past_niet"
    assert controleer_pdf(data, "geheim").bladzijden == 1


def test_a_pdf_that_is_only_closed_for_printing_opens():
    assert controleer_pdf(made(encryption=pikepdf.Encryption(user="", owner="baas"))).bladzijden == 1


def test_the_page_limit_is_exact():
    assert controleer_pdf(made(pages=grenzen.BLADZIJDEN)).bladzijden == grenzen.BLADZIJDEN
    assert code_of(made(pages=grenzen.BLADZIJDEN + 1)) == "te_lang"


def test_a_declared_million_pages_is_refused_without_counting():
    assert code_of(made().replace(b"/Count 1 ", b"/Count 1000000 ")) == "te_lang"


def test_a_page_of_a_kilometre_is_refused():
    def change(pdf):
        pdf.pages[0].MediaBox = Array([0, 0, 2_834_645, 842])

    assert code_of(made(change)) == "te_groot_blad"


def test_a_pdf_without_pages_is_empty():
    assert code_of(made(pages=0)) == "leeg"


def test_a_page_tree_that_bites_its_tail_is_refused():
    def change(pdf):
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    data = made()
    with Pdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        buffer = io.BytesIO()
        try:
            pdf.save(buffer)
        except (pikepdf.PdfError, RuntimeError):
            pytest.fail("the made-up file could not be made")
    assert code_of(buffer.getvalue()) in ("beschadigd", "te_lang")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00" * 500, b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF", made()[:200]]
)
def test_a_broken_pdf_says_so(data):
    assert code_of(data) in ("beschadigd", "leeg")
