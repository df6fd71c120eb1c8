"""Lines about health, union, faith, shopping and chance in every bank format: nothing but date and amount comes out."""

import json
import logging

import pytest

from opstap.lezen import cli
from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.formaat import herken

IBAN = "NL91ABNA0417164300"
OTHER = "NL44RABO0123456789"
TRAPS = [
    "Apotheek De Linde",
    "GGZ Mediant",
    "FNV Vakbond",
    "Moskee An-Nour",
    "Parochie St Jan",
    "Holland Casino",
    "Toto Online",
    "Albert Heijn 1083",
    "Slijterij De Hoed",
    "Pathe Bioscoop",
    "Christine le Duc",
    "Abortuskliniek",
    "Stichting Palestina",
    "PvdB ledenbijdrage",
    "Coffeeshop Sky",
]
WORDS = [word.lower() for trap in TRAPS for word in trap.split() if len(word) > 3]
KEY = "NL20INGB0001234567"


def mt940(sign, lines):
    body = []
    for number, trap in enumerate(TRAPS):
        body += [
            f":61:2606{number + 1:02d}06{number + 1:02d}{sign}10,00N426NONREF",
            *(line.format(trap) for line in lines),
        ]
    total = 10 * len(TRAPS) * (1 if sign == "C" else -1)
    mark = "C" if total >= 0 else "D"
    head = f":20:X\n:25:{IBAN}\n:28C:1/1\n:60F:C260531EUR0,00\n"
    return (head + "\n".join(body) + f"\n:62F:{mark}260630EUR{abs(total)},00\n-\n").encode()


def camt(mark):
    entries = "".join(
        f"<Ntry><Amt Ccy='EUR'>10.00</Amt><CdtDbtInd>{mark}</CdtDbtInd><Sts>BOOK</Sts><BookgDt>"
        f"<Dt>2026-06-{n + 1:02d}</Dt>"
        f"</BookgDt><AddtlNtryInf>{trap}</AddtlNtryInf><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{trap}</Nm></Dbtr><Cdtr>"
        f"<Nm>{trap}</Nm></Cdtr><DbtrAcct><Id><IBAN>{KEY}</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>{trap}</Ustrd>"
        "</RmtInf></TxDtls></NtryDtls></Ntry>"
        for n, trap in enumerate(TRAPS)
    )
    return (
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Acct><Id><IBAN>"
        f"{IBAN}</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


# name: (header, row); {s} sign before an amount, {w} Af or Bij, {l} D or C, {d} Debet or Credit
LISTS = {
    "ING": (
        '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mededelingen"',
        '"202606{day:02d}";"{trap}";"{iban}";"{key}";"BA";"{w}";"10,00";"{trap}"',
    ),
    "Rabobank": (
        '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN",'
        '"Naam tegenpartij","Code","Omschrijving-1"',
        '"{iban}","EUR","B","1","2026-06-{day:02d}","{s}10,00","","{key}","{trap}","bc","{trap}"',
    ),
    "ABN": (
        "",
        "{iban}\tEUR\t202606{day:02d}\t0,00\t0,00\t202606{day:02d}\t{s}10,00\t/NAME/{trap}/REMI/{trap}",
    ),
    "ASN": (
        "",
        "{day:02d}-06-2026,{iban},{key},{trap},,,,EUR,0.00,EUR,{s}10.00,01-06-2026,01-06-2026,1,BEA,1,,'{trap}',6",
    ),
    "Knab": (
        "Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Omschrijving",
        "{iban};{day:02d}-06-2026;EUR;{l};10,00;{key};{trap};{trap}",
    ),
    "bunq": (
        '"Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"',
        '"2026-06-{day:02d}","{s}10,00","{iban}","{key}","{trap}","{trap}"',
    ),
    "Triodos": (
        "",
        '"{day:02d}-06-2026","NL91TRIO0417164300","10,00","{d}","{trap}","{key}","BA","{trap}","0,00"',
    ),
    "N26": (
        '"Booking Date","Partner Name","Partner Iban",Type,"Payment Reference","Amount (EUR)"',
        '2026-06-{day:02d},"{trap}",{key},x,"{trap}",{s}10.00',
    ),
    "Revolut": (
        "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance",
        "CARD,Current,2026-06-{day:02d},2026-06-{day:02d},{trap},{s}10.00,0.00,EUR,COMPLETED,",
    ),
}


def list_of(name, debit):
    header, row = LISTS[name]
    marks = {"s": "-", "w": "Af", "l": "D", "d": "Debet"} if debit else {"s": "", "w": "Bij", "l": "C", "d": "Credit"}
    rows = [row.format(trap=trap, day=n + 1, iban=IBAN, key=KEY, **marks) for n, trap in enumerate(TRAPS)]
    return "\n".join([*([header] if header else []), *rows, ""]).encode()


def everything():
    for sign, mark in (("D", "DBIT"), ("C", "CRDT")):
        yield f"mt940 free {sign}", mt940(sign, [":86:{} pas 001"])
        yield f"mt940 slashes {sign}", mt940(sign, [f":86:/TRTP/SEPA/IBAN/{KEY}/NAME/{{0}}/REMI/{{0}}"])
        yield f"mt940 cntp {sign}", mt940(sign, [f":86:/CNTP/{KEY}/INGBNL2A/{{0}}///REMI/USTD//{{0}}/"])
        yield f"mt940 asn {sign}", mt940(sign, ["{0}", f":86:{KEY} {{0}}"])
        yield f"mt940 knab {sign}", mt940(sign, [":86:{0}", f"REK: {KEY}/NAAM: {{0}}"])
        yield f"camt {sign}", camt(mark)
        for name in LISTS:
            yield f"{name} {sign}", list_of(name, debit=sign == "D")


CASES = dict(everything())


@pytest.mark.parametrize("name", CASES)
def test_nothing_private_leaves_the_reader(name, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    data = CASES[name]
    documents = lees_bank(data, herken(data, "export.csv"), "export.csv")
    bookings = [booking for document in documents for booking in document.transacties]
    assert len(bookings) == len(TRAPS)
    everything_that_came_out = (
        json.dumps([document.as_json() for document in documents])
        + repr(documents)
        + caplog.text
        + "".join(capfd.readouterr())
    ).lower()
    assert [word for word in WORDS if word in everything_that_came_out] == []
    assert KEY.lower() not in everything_that_came_out
    for booking in bookings:
        if booking.bedrag.cents < 0:
            assert set(booking.as_json()) == {"datum", "bedrag"}
        else:
            assert (booking.soort, booking.tegenpartij) == ("overige_bijschrijving", None)


@pytest.mark.parametrize("name", CASES)
def test_nothing_private_is_in_an_error(name):
    for broken in (CASES[name][:-40], CASES[name].replace(b"10", b"x"), CASES[name] + b"\x00\xff"):
        told, cause = "", None
        try:
            lees_bank(broken, herken(broken, "export.csv"), "export.csv")
        except LeesFout as error:
            told, cause = (str(error) + repr(error) + error.uitleg).lower(), error.__cause__
        assert cause is None
        assert [word for word in WORDS if word in told] == []


@pytest.mark.parametrize("options", [["--json"], []])
def test_nothing_private_comes_out_of_the_whole_command(options, tmp_path, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    for number, data in enumerate(CASES.values()):
        (tmp_path / f"{number:02d}.csv").write_bytes(data)
    assert cli.main([str(tmp_path), *options]) == 0
    out, err = capfd.readouterr()
    told = (out + err + caplog.text).lower()
    assert "2026-06" in told
    assert [word for word in WORDS if word in told] == []
    assert KEY.lower() not in told
