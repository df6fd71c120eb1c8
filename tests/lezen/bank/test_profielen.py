"""The lists of each bank as their exports look: counts, balances, credits; debits as date and amount only."""

import datetime
import json

import pytest

from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.bank.lijst import bedrag_uit, datum_uit, lees_lijst
from opstap.lezen.bank.profiel import herken_profiel
from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.formaat import herken

IBAN = "NL91ABNA0417164300"
OTHER = "NL44RABO0123456789"
TRIODOS_IBAN = "NL91TRIO0417164300"

ING_NEW = (
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";'
    '"Mededelingen";"Saldo na mutatie";"Tag"\n'
    f'"20260630";"De Hoed slijterij";"{IBAN}";"";"BA";"Af";"12,50";"Betaalautomaat";"pasvolgnr 001 drank";"987,50";""\n'
    f'"20260624";"van Mare BV";"{IBAN}";"{OTHER}";"OV";"Bij";"800,00";"Overschrijving";"Salaris juni";"1000,00";""\n'
)
ING_OLD = (
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","MutatieSoort",'
    '"Mededelingen"\n'
    f'"20260624","van Mare BV","{IBAN}","{OTHER}","OV","Bij","800,00","Overschrijving","Salaris juni"\n'
    f'"20260630","De Hoed slijterij","{IBAN}","","BA","Af","12,50","Betaalautomaat","drank"\n'
)
RABO = (
    '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN",'
    '"Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID",'
    '"Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1"\n'
    f'"{IBAN}","EUR","RABONL2U","000000000000000001","2026-06-24","2026-06-24","+800,00","+1000,00","{OTHER}",'
    '"van Mare BV","","","RABONL2U","sb","","","","","","Salaris juni"\n'
    f'"{IBAN}","EUR","RABONL2U","000000000000000002","2026-06-30","2026-06-30","-12,50","+987,50","",'
    '"De Hoed slijterij","","","","bc","","","","","","drank in café"\n'
)
ABN = (
    f"{IBAN}\tEUR\t20260624\t200,00\t1000,00\t20260624\t800,00\t/TRTP/SEPA OVERBOEKING/IBAN/{OTHER}/BIC/RABONL2U"
    "/NAME/van Mare BV/REMI/Salaris juni/EREF/NOTPROVIDED\n"
    "NL91ABNA0417164300\tEUR\t20260630\t1000,00\t987,50\t20260630\t-12,50\tBEA   NR:X1   30.06.26 De Hoed slijterij\n"
)
ASN = (
    f"24-06-2026,{IBAN},{OTHER},van Mare BV,,,,EUR,200.00,EUR,800.00,24-06-2026,24-06-2026,9722,IOB,1,,"
    "'Salaris juni',6\n"
    f"30-06-2026,{IBAN},,De Hoed slijterij,,,,EUR,1000.00,EUR,-12.50,30-06-2026,30-06-2026,8810,BEA,2,,'drank, bar',6\n"
)
KNAB = (
    "KNAB EXPORT;;;;;;;;;;;;;;;\n"
    "Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;"
    "Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;\n"
    f"{IBAN};24-06-2026;EUR;C;800,00;{OTHER};van Mare BV;24-06-2026;Overboeking;Salaris juni;;;;;X1;24-06-2026;\n"
    f"{IBAN};30-06-2026;EUR;D;12,50;;De Hoed slijterij;30-06-2026;Betaalautomaat;drank;;;;;X2;30-06-2026;\n"
)
BUNQ = (
    '"Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"\n'
    f'"2026-06-24","800,00","{IBAN}","{OTHER}","van Mare BV","Salaris juni"\n'
    f'"2026-06-30","-12,50","{IBAN}","","De Hoed slijterij","drank"\n'
)
TRIODOS = (
    f'"24-06-2026","{TRIODOS_IBAN}","800,00","Credit","van Mare BV","{OTHER}","ET","Salaris juni","1.000,00"\n'
    f'"30-06-2026","{TRIODOS_IBAN}","12,50","Debet","De Hoed slijterij","","BA","drank","987,50"\n'
)
N26 = (
    '"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)",'
    '"Original Amount","Original Currency","Exchange Rate"\n'
    f'2026-06-24,2026-06-24,"van Mare BV",{OTHER},"Credit Transfer","Salaris juni","Main",800.0,,,\n'
    '2026-06-30,2026-06-30,"De Hoed slijterij",,Presentment,drank,"Main",-12.50,12.50,EUR,1.0\n'
)
REVOLUT = (
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n"
    "TOPUP,Current,2026-06-24 09:00:00,2026-06-24 09:00:05,Salaris van Mare BV,800.00,0.00,EUR,COMPLETED,1000.00\n"
    "CARD_PAYMENT,Current,2026-06-29 12:00:00,2026-06-30 12:00:00,De Hoed slijterij,-12.00,0.50,EUR,COMPLETED,987.50\n"
    "CARD_PAYMENT,Current,2026-06-30 12:00:00,,De Hoed slijterij,-99.00,0.00,EUR,PENDING,\n"
)
REVOLUT_NL = (
    "Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Status,Saldo\n"
    "Kaartbetaling,Betaalrekening,2026-06-23 12:00:00,2026-06-30 12:00:00,De Hoed slijterij,"
    "-12.00,0.50,EUR,VOLTOOID,987.50\n"
    "Overschrijving,Betaalrekening,2026-06-24 09:00:00,2026-06-24 09:00:05,Salaris van Mare BV,"
    "800.00,0.00,EUR,VOLTOOID,1000.00\n"
)
ASN_HEADER = (
    "Boekingsdatum,Opdrachtgeversrekening,Tegenrekeningnummer,Naam tegenrekening,Adres,Postcode,Plaats,"
    "Valutasoort rekening,Saldo rekening voor mutatie,Valutasoort mutatie,Transactiebedrag,Journaaldatum,Valutadatum,"
    "Interne transactiecode,Globale transactiecode,Volgnummer transactie,Betalingskenmerk,Omschrijving,"
    "Afschriftnummer\n"
)
TRIODOS_HEADER = (
    '"Boekdatum","Rekeningnummer","Bedrag","Debet / Credit","Naam tegenrekening","Tegenrekening","Code",'
    '"Omschrijving","Saldo na boeking"\n'
)
RABO_OLD = (
    f'"NL44RABO0123456789","EUR","20260624","C","800.00","{IBAN}","van Mare BV","20260624","sb","","Salaris","juni",'
    '"","","",""\n'
    '"NL44RABO0123456789","EUR","20260630","D","12.50","","De Hoed slijterij","20260630","ba","","drank","","","","",'
    '""\n'
)
RABO_ENGLISH = RABO
for _nl, _en in (
    ("Munt", "Currency"),
    ("Volgnr", "SNo"),
    ("Rentedatum", "Interest date"),
    ("Datum", "Date"),
    ("Bedrag", "Amount"),
    ("Saldo na trn", "Balance after trn"),
    ("Tegenrekening IBAN/BBAN", "Counterparty IBAN/BBAN"),
    ("Naam tegenpartij", "Name counterparty"),
    ("Omschrijving-1", "Description-1"),
):
    RABO_ENGLISH = RABO_ENGLISH.replace(f'"{_nl}"', f'"{_en}"')
LISTS = {
    "Rabobank in English": (RABO_ENGLISH.encode(), True),
    "Revolut in Dutch, ordered by start": (REVOLUT_NL.encode(), True),
    "ASN with a header": ((ASN_HEADER + ASN).encode(), True),
    "Triodos with a header": ((TRIODOS_HEADER + TRIODOS).encode(), True),
    "Rabobank before 2018": (RABO_OLD.encode(), False),
    "ING new": (ING_NEW.encode(), True),
    "ING old": (ING_OLD.encode(), False),
    "Rabobank": (RABO.encode("cp1252"), True),
    "ABN AMRO": (ABN.encode(), True),
    "ASN": (ASN.encode(), True),
    "SNS with semicolons": (ASN.replace("drank, bar", "drank").replace(",", ";").encode(), True),
    "Knab": (KNAB.encode(), False),
    "bunq": (BUNQ.encode(), False),
    "Triodos": (TRIODOS.encode("cp1252"), True),
    "N26": (N26.encode(), False),
    "Revolut": (REVOLUT.encode(), True),
}


@pytest.fixture(params=LISTS, ids=lambda name: name)
def document_and_balances(request):
    data, has_balances = LISTS[request.param]
    assert herken(data, "export.csv") == "csv"
    (document,) = lees_bank(data, "csv", "export.csv")
    return document, has_balances


def test_a_list_gives_its_bookings_oldest_first(document_and_balances):
    document, _ = document_and_balances
    assert [(b.datum.isoformat(), str(b.bedrag)) for b in document.transacties] == [
        ("2026-06-24", "800.00"),
        ("2026-06-30", "-12.50"),
    ]
    assert document.periode == (datetime.date(2026, 6, 24), datetime.date(2026, 6, 30))
    assert document.afgeleid


def test_a_list_with_balances_proves_its_sum(document_and_balances):
    document, has_balances = document_and_balances
    assert document.problemen == []
    if has_balances:
        assert (document.velden["beginsaldo"].waarde, document.velden["eindsaldo"].waarde) == ("200.00", "987.50")
    else:
        assert "beginsaldo" not in document.velden


def test_wages_show_the_employer_and_a_debit_shows_nothing(document_and_balances):
    document, _ = document_and_balances
    wages, spent = document.transacties
    assert wages.soort == "loon"
    assert "Mare BV" in wages.tegenpartij
    assert spent.as_json() == {"datum": "2026-06-30", "bedrag": "-12.50"}
    shown = json.dumps(document.as_json()).lower()
    assert "slijterij" not in shown
    assert "drank" not in shown


def test_a_list_of_two_accounts_gives_two_documents():
    data = BUNQ + f'"2026-06-30","5,00","{OTHER}","","x","y"\n'
    documents = lees_bank(data.encode(), "csv", "export.csv")
    assert [document.velden["iban"].waarde for document in documents] == [IBAN, OTHER]


def test_another_currency_is_said_and_not_taken_for_euros():
    (document,) = lees_bank(REVOLUT.replace(",EUR,", ",USD,").encode(), "csv", "export.csv")
    assert document.munt == document.as_json()["munt"] == "USD"
    assert "niet in euro" in document.problemen[0]


def test_a_sum_that_does_not_close_is_a_neutral_remark():
    (document,) = lees_bank(ABN.replace("987,50", "900,00").encode(), "csv", "export.tab")
    assert document.problemen[0].startswith("Deze optelling klopt niet")


def test_a_break_inside_the_running_balance_is_remarked_on_too():
    missing = "\n".join(line for number, line in enumerate(ING_NEW.splitlines()) if number != 2)
    extra = f'"20260601";"x";"{IBAN}";"";"OV";"Bij";"10,00";"Overschrijving";"y";"30,00";""'
    (document,) = lees_bank(f"{missing}\n{extra}\n".encode(), "csv", "export.csv")
    assert any("klopt niet" in remark for remark in document.problemen)


def test_a_row_that_cannot_be_read_is_said_without_its_words():
    data = BUNQ + f'"2026-06-30","geheim","{IBAN}","","apotheek","pillen"\n'
    (document,) = lees_bank(data.encode(), "csv", "export.csv")
    assert len(document.transacties) == 2
    assert any("Niet elke regel" in remark for remark in document.problemen)
    assert "apotheek" not in json.dumps(document.as_json())


def test_a_line_of_totals_is_no_booking():
    (document,) = lees_bank((BUNQ + '"Totaal","","","","",""\n').encode(), "csv", "export.csv")
    assert document.problemen == []


def test_the_period_in_the_name_of_the_file_counts_when_the_bookings_lie_in_it():
    (inside,) = lees_bank(BUNQ.encode(), "csv", f"{IBAN}_01-06-2026_30-06-2026.csv")
    (outside,) = lees_bank(BUNQ.encode(), "csv", f"{IBAN}_01-01-2026_31-01-2026.csv")
    assert inside.periode == (datetime.date(2026, 6, 1), datetime.date(2026, 6, 30))
    assert not inside.afgeleid
    assert outside.afgeleid


def test_formulas_in_a_list_never_leave_as_formulas():
    data = BUNQ.replace("van Mare BV", "=cmd|'/c calc'!A0 BV")
    (document,) = lees_bank(data.encode(), "csv", "export.csv")
    assert not document.transacties[0].tegenpartij.startswith(("=", "+", "-", "@"))
    assert "|" not in document.transacties[0].tegenpartij


def test_an_unknown_list_says_how_to_go_on():
    with pytest.raises(LeesFout) as error:
        lees_lijst(b"a;b;c\n1;2;3\n")
    assert error.value.code == "bank_onbekend"


def test_a_header_without_bookings_is_not_a_statement():
    with pytest.raises(LeesFout) as error:
        lees_lijst(BUNQ.splitlines()[0].encode() + b"\n")
    assert error.value.code == "bank_kapot"


def test_utf16_and_byte_order_marks_are_read():
    assert len(lees_lijst(BUNQ.encode("utf-16"))[0].regels) == 2
    assert len(lees_lijst(BUNQ.encode("utf-8-sig"))[0].regels) == 2


@pytest.mark.parametrize("letters", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252", "iso8859-15"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", LISTS)
def test_letters_and_line_ends_of_the_file_make_no_difference(name, letters, ending):
    data = LISTS[name][0]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    other = text.replace("\n", ending).encode(letters)
    assert herken(other, "export.csv") == "csv"
    (plain,), (document,) = lees_bank(data, "csv", "a.csv"), lees_bank(other, "csv", "a.csv")
    assert document.as_json() == plain.as_json()


def test_text_that_is_no_list_has_no_profile():
    assert herken_profiel("Beste mevrouw,\nHierbij de brief, met komma's, en meer.\n") is None


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("-2,56", -256),
        ("1.234,56", 123456),
        ("+1234.56", 123456),
        ("1,234.56", 123456),
        ("1 234,56", 123456),
        ("12", 1200),
        ("€ 5,00", 500),
        ("1.234.567", 123456700),
    ],
)
def test_amounts_are_read_as_banks_write_them(text, cents):
    assert int(bedrag_uit(text) * 100) == cents


@pytest.mark.parametrize("text", ["", "-", "abc", "1e5", "NaN", "=1+1", "--5", "9" * 30])
def test_what_is_not_an_amount_is_none(text):
    assert bedrag_uit(text) is None


@pytest.mark.parametrize("text", ["20260831", "2026-08-31", "31-08-2026", "31/08/2026", "2026-08-31 10:00:00"])
def test_days_are_read_as_banks_write_them(text):
    assert datum_uit(text) == datetime.date(2026, 8, 31)


@pytest.mark.parametrize("text", ["", "31-13-2026", "2026", "gisteren", "20261331"])
def test_what_is_not_a_day_is_none(text):
    assert datum_uit(text) is None
