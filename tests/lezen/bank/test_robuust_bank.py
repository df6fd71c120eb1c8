"""Whatever the bytes: a statement or a plain sentence, never anything else."""

from hypothesis import example, given
from hypothesis import strategies as st

from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.bank.omschrijving import ontleed
from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.formaat import BANK, BEELD, herken
from opstap.lezen.inname.fout import UITLEG

PIECES = st.sampled_from(
    [
        ":20:",
        ":25:NL91ABNA0417164300",
        ":60F:C260531EUR1,00",
        ":61:2606240624D1,N426X",
        ":61:",
        ":86:",
        ":62F:",
        "-",
        "\n",
        "\r\n",
        "{4:",
        "<Document>",
        "</Document>",
        "<Stmt>",
        "<Bal>",
        "<!DOCTYPE x>",
        '"Datum","Bedrag"',
        ";",
        "\t",
        ",",
        "'",
        '"',
        "9" * 40,
        "\x00",
        "\ufeff",
        "é",
        "1e9999",
        "-1,00",
    ]
)
SOUP = (
    st.lists(PIECES | st.text(max_size=20), max_size=40).map("".join).map(lambda text: text.encode("utf-8", "replace"))
)


@given(SOUP | st.binary(max_size=400), st.sampled_from(["mt940", "camt", "csv"]))
@example(b"", "csv")
@example(b"\xff\xfe\x00", "csv")
@example(b'"', "csv")
def test_any_bytes_give_statements_or_a_sentence(data, formaat):
    code, kinds = "leeg", set()
    try:
        kinds = {document.soort for document in lees_bank(data, formaat, "x")}
    except LeesFout as error:
        code = error.code
    assert code in UITLEG
    assert kinds <= {"bankafschrift"}


@given(SOUP | st.binary(max_size=400), st.sampled_from(["a.csv", "a.pdf", "a.sta", ""]))
def test_recognising_never_breaks(data, naam):
    code, kind = "leeg", "tekst"
    try:
        kind = herken(data, naam)
    except LeesFout as error:
        code = error.code
    assert code in UITLEG
    assert kind in BANK | BEELD | {"pdf", "docx", "odt", "eml", "tekst"}


@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_taking_a_description_apart_never_breaks(lines):
    ontleed(lines)
