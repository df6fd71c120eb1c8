"""CAMT.053 in each version, and XML that tries something."""

import datetime

import pytest

from opstap.lezen.bank.camt import lees_camt, veilige_xml
from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.formaat import herken

IBAN = "NL91ABNA0417164300"


def camt(
    version="02", party="<Nm>van Mare BV</Nm>", entries=None, period="", closing="987.50", currency="EUR", prefix=""
):
    p = f"{prefix}:" if prefix else ""
    entries = entries or entry(party)
    body = f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>1</Id>{period}<Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>R. de Groot</Nm></Ownr></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="{currency}">200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-05-31</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="{currency}">{closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-06-30</Dt></Dt></Bal>{entries}</Stmt></BkToCstmrStmt></Document>"""
    if p:
        body = body.replace("<Document xmlns=", f"<{p}Document xmlns:{prefix}=").replace(
            "</Document>", f"</{p}Document>"
        )
    return body.encode()


def entry(party, amount="800.00", mark="CRDT", status="<Sts>BOOK</Sts>", purpose="SALA", day="2026-06-24"):
    return f"""<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd>{status}<BookgDt><Dt>{day}</Dt></BookgDt>
<ValDt><Dt>2026-07-02</Dt></ValDt><NtryDtls><TxDtls><RltdPties><Dbtr>{party}</Dbtr><DbtrAcct><Id>
<IBAN>NL44RABO0123456789</IBAN></Id></DbtrAcct></RltdPties><Purp><Cd>{purpose}</Cd></Purp><RmtInf><Ustrd>juni</Ustrd>
</RmtInf></TxDtls></NtryDtls></Ntry><Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd>{status}<BookgDt>
<Dt>2026-06-30</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>De Hoed slijterij</Nm></Cdtr></RltdPties><RmtInf>
<Ustrd>drank</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"""


@pytest.mark.parametrize(
    ("version", "party", "status"),
    [
        ("02", "<Nm>van Mare BV</Nm>", "<Sts>BOOK</Sts>"),
        ("04", "<Nm>van Mare BV</Nm>", "<Sts>BOOK</Sts>"),
        ("08", "<Pty><Nm>van Mare BV</Nm></Pty>", "<Sts><Cd>BOOK</Cd></Sts>"),
        ("12", "<Pty><Nm>van Mare BV</Nm></Pty>", "<Sts><Cd>BOOK</Cd></Sts>"),
    ],
)
def test_each_version_reads_the_same(version, party, status):
    data = camt(version, entries=entry(party, status=status))
    assert herken(data, "x.xml") == "camt"
    (document,) = lees_bank(data, "camt", "x.xml")
    wages, spent = document.transacties
    assert (wages.soort, wages.tegenpartij, str(wages.bedrag)) == ("loon", "van Mare BV", "800.00")
    assert spent.as_json() == {"datum": "2026-06-30", "bedrag": "-12.50"}
    assert (document.velden["iban"].waarde, document.velden["rekeninghouder"].waarde) == (IBAN, "R. de Groot")
    assert document.periode == (datetime.date(2026, 6, 1), datetime.date(2026, 6, 30))
    assert document.problemen == []


def test_a_prefix_for_the_namespace_changes_nothing():
    (statement,) = lees_camt(camt(prefix="n"))
    assert len(statement.regels) == 2


def test_the_printed_period_leads_when_the_bookings_lie_inside_it():
    inside = "<FrToDt><FrDtTm>2026-06-01T00:00:00</FrDtTm><ToDtTm>2026-06-30T23:59:59</ToDtTm></FrToDt>"
    outside = inside.replace("2026", "2007")
    assert lees_camt(camt(period=inside))[0].van == datetime.date(2026, 6, 1)
    assert lees_camt(camt(period=outside))[0].van == datetime.date(2026, 5, 31)


def test_entries_that_are_not_booked_yet_do_not_count():
    (statement,) = lees_camt(camt(entries=entry("<Nm>x</Nm>", status="<Sts>PDNG</Sts>")))
    assert statement.regels == []


def test_a_sum_that_does_not_close_and_another_currency_are_neutral_remarks():
    (document,) = lees_bank(camt(closing="1.00", currency="USD"), "camt", "x.xml")
    assert len(document.problemen) == 2
    assert not any(word in " ".join(document.problemen).lower() for word in ("fraude", "verdacht", "fout van u"))


def test_fractions_of_a_cent_are_rounded_and_remarked_on():
    (document,) = lees_bank(camt(entries=entry("<Nm>x</Nm>", amount="800.00500")), "camt", "x.xml")
    assert str(document.transacties[0].bedrag) == "800.01"
    assert any("afgerond" in remark for remark in document.problemen)


def test_an_entry_without_an_amount_is_said():
    (document,) = lees_bank(camt(entries=entry("<Nm>x</Nm>", amount="veel")), "camt", "x.xml")
    assert any("Niet elke regel" in remark for remark in document.problemen)


XXE = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
<BkToCstmrStmt><Stmt><Id>&x;</Id></Stmt></BkToCstmrStmt>
</Document>"""
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><x>&b;</x></Document>"""
REMOTE = b"""<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://localhost:1/x.dtd">
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>"""


@pytest.mark.parametrize(
    "data", [XXE, LAUGHS, REMOTE, XXE.decode().encode("utf-16")], ids=["xxe", "laughs", "dtd", "utf16"]
)
def test_entities_and_outside_addresses_are_refused(data):
    with pytest.raises(LeesFout) as error:
        veilige_xml(data)
    assert error.value.code == "verwijzing"
    assert "passwd" not in error.value.uitleg


def test_broken_xml_says_how_to_go_on():
    with pytest.raises(LeesFout) as error:
        lees_camt(camt()[:-30])
    assert error.value.code == "beschadigd"


def test_xml_without_a_statement_is_not_a_bank_file():
    with pytest.raises(LeesFout) as error:
        lees_camt(b"<Document/>")
    assert error.value.code == "bank_kapot"


def test_very_deep_xml_is_refused_not_followed():
    with pytest.raises(LeesFout):
        veilige_xml(b"<a>" * 100_000 + b"</a>" * 100_000)
