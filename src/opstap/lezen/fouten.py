"""The one error of the reader: a file or page that cannot be taken in, with a sentence that says how to go on."""

from __future__ import annotations


class LeesFout(Exception):
    """`code` for programs (wachtwoord, beschadigd, te_groot, leeg, te_lang), `uitleg` one Dutch sentence for the
    person."""

    def __init__(self, code: str, uitleg: str) -> None:
        super().__init__(uitleg)
        self.code = code
        self.uitleg = uitleg
