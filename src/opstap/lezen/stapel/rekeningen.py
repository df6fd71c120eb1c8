"""Money moved between a person's own accounts, seen across the pile: the other account is in the pile too."""

from __future__ import annotations

from dataclasses import replace

from opstap.lezen.bank.afschrift import kenmerk_rekening
from opstap.lezen.model import Document
from opstap.lezen.stapel.maanden import rekening_van


def merk_eigen_rekeningen(documenten: list[Document]) -> None:
    """Credits from an account whose statements are in the pile become `eigen_rekening`, without a name."""
    accounts = {rekening_van(document) for document in documenten if document.soort == "bankafschrift"}
    own = {kenmerk_rekening(iban) for iban in accounts if iban}
    for document in documenten:
        for place, mark in document.sporen.tegenrekeningen:
            if mark in own and place < len(document.transacties):
                booking = document.transacties[place]
                document.transacties[place] = replace(booking, soort="eigen_rekening", tegenpartij=None)
