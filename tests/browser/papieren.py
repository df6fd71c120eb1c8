"""What Danielle has in her drawer, as real files: a photo of a letter, a statement as PDF, exports of two banks."""

from __future__ import annotations

from pathlib import Path

from tests.lezen.papieren import brief, foto, pdf

BANKVOORBEELDEN = Path(__file__).resolve().parents[3] / "shared" / "data" / "bank"
VAN_DE_BANK = "INCASSO NIEMANDS ZAKEN"

HUUR = (
    "HUUROVEREENKOMST WOONRUIMTE", "", "Verhuurder: Woningstichting De Linde", "Huurder: mevrouw D. Verkerk", "",
    "Ondergetekenden zijn het volgende overeengekomen:", "Adres van het gehuurde: Wilgenlaan 12, Voorbeeld",
    "2. De huurovereenkomst gaat in op 1 maart 2019, voor onbepaalde tijd.",
    "3. De kale huurprijs is € 548,20 per maand.", "4. De servicekosten zijn € 22,50 per maand.",
    "5. De totale huurprijs is € 570,70 per maand, bij vooruitbetaling te voldoen.",
    "6. De opzegtermijn voor de huurder is een maand.", "", "Aldus opgemaakt en in tweevoud getekend te Voorbeeld,",
    "15 februari 2019", "", "Verhuurder: J. Linde          Huurder: D. Verkerk",
)  # fmt: skip

MT940 = f""":20:STARTUMS
:25:NL91ABNA0417164300
:28C:00001/001
:60F:C260601EUR640,10
:61:2606240624C410,20NTRFNONREF
:86:/TRTP/SEPA OVERBOEKING/NAME/BAKKERIJ DE KORENAAR BV/PURP/CD/SALA/REMI/SALARIS JUNI/
:61:2606280628D310,00NTRFNONREF
:86:/TRTP/SEPA INCASSO/NAME/{VAN_DE_BANK}/REMI/BORREL/
:62F:C260630EUR740,30
-
""".encode()

CAMT = f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt>
<Id>1</Id><Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>D. Verkerk</Nm></Ownr></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-06-30</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">187.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-07-31</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-07-30</Dt></BookgDt>
<NtryDtls><TxDtls><RltdPties><Cdtr><Nm>{VAN_DE_BANK}</Nm></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>""".encode()


AFSCHRIFT = pdf(
    [
        (50, 50, "ABN AMRO Bank"), (50, 75, "Afschrift Betaalrekening"), (50, 105, "Mevr. D. Verkerk"),
        (50, 119, "Wilgenlaan 12"), (50, 133, "Voorbeeld"), (330, 105, "IBAN: NL91 ABNA 0417 1643 00"),
        (330, 119, "Periode: 01-08-2026 t/m 31-08-2026"), (330, 133, "Datum: 01-09-2026"), (50, 165, "Vorig saldo"),
        (170, 165, "812,44"), (330, 165, "Nieuw saldo"), (450, 165, "804,54"), (50, 195, "Datum"),
        (110, 195, "Naam / Omschrijving"), (430, 195, "Af"), (510, 195, "Bij"), (50, 215, "03-08-2026"),
        (110, 215, VAN_DE_BANK), (110, 227, "pas 002"), (420, 215, "120,50"), (50, 245, "12-08-2026"),
        (110, 245, "De Kurk"), (110, 257, "betaalautomaat"), (420, 245, "300,00"), (50, 275, "24-08-2026"),
        (110, 275, "Bakkerij De Korenaar BV"), (110, 287, "salaris augustus"), (500, 275, "412,60"),
    ],
    corps=10,
)  # fmt: skip


def leg_klaar(folder: Path) -> dict[str, Path]:
    """Her drawer as files in `folder`: huurfoto (jpg), afschrift (pdf), mt940 and camt."""
    found = {
        "huurfoto": ("huurcontract.jpg", foto(brief(*HUUR, corps=12))[0]),
        "afschrift": ("afschrift-augustus.pdf", AFSCHRIFT),
        "mt940": ("juni.940", MT940),
        "camt": ("spaarrekening.xml", CAMT),
    }
    for name, content in found.values():
        (folder / name).write_bytes(content)
    return {key: folder / name for key, (name, _) in found.items()}


def van_echte_banken() -> list[Path]:
    """A MT940 and a CAMT export of real banks, where the shared samples are at hand."""
    names = ("zilverline__fixtures_rabobank.txt", "genkgo__data_camt053.v4.xml")
    return [path for name in names if (path := BANKVOORBEELDEN / name).exists()]
