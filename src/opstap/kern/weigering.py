"""Why an action was not done. Pure: a table of states can raise these without a database."""

from __future__ import annotations

from typing import Any


class NietBevoegd(Exception):
    """This person may not do this. Shown as "not found": nobody learns that the row exists."""


class NietMogelijk(Exception):
    """It is not possible in this state. `sleutel` is the key of a Dutch sentence that says how to go on."""

    def __init__(self, sleutel: str, **waarden: Any) -> None:
        super().__init__(sleutel)
        self.sleutel = sleutel
        self.waarden = waarden


class AnderVerzoek(NietMogelijk):
    """The same form key came with other content: two tabs. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__("fout.andere_inhoud")
