"""Any bank export to Documents: one per statement found."""

from __future__ import annotations

from opstap.lezen.bank.afschrift import maak_document
from opstap.lezen.bank.camt import lees_camt
from opstap.lezen.bank.lijst import lees_lijst
from opstap.lezen.bank.mt940 import lees_mt940
from opstap.lezen.bank.profiel import decodeer
from opstap.lezen.model import Document


def lees_bank(inhoud: bytes, formaat: str, bestand: str) -> list[Document]:
    """The statements in a bank export (`formaat`: mt940, camt or csv), one Document each, in the order of the file.

    Raises LeesFout with a plain sentence; no word of the export is ever part of an error.
    """
    if formaat == "mt940":
        statements = lees_mt940(decodeer(inhoud))
    elif formaat == "camt":
        statements = lees_camt(inhoud)
    else:
        statements = lees_lijst(inhoud, bestand)
    return [maak_document(statement, bestand) for statement in statements]
