"""The made-up people of Gemeente Voorbeeld (`inhoud/oefenstad/mensen.yaml`). Their BSNs are from the test range."""

from __future__ import annotations

from functools import cache
from typing import Any

from opstap.kern.content import INHOUD, load


@cache
def stad() -> dict[str, Any]:
    """The whole practice town as content."""
    return dict(load(INHOUD / "oefenstad" / "mensen.yaml"))


def inwoners() -> dict[str, dict[str, Any]]:
    """Subject → what the sign-in page shows and the claims that the stand-in for DigiD gives."""
    return {
        f"digid-{row['bsn']}": {"naam": row["naam"], "verhaal": row["verhaal"], "claims": {"bsn": row["bsn"]}}
        for row in stad()["inwoners"]
    }


def medewerkers() -> dict[str, dict[str, Any]]:
    """Subject → what the sign-in page shows; the municipality's own sign-in gives no more than the subject."""
    return {
        row["aanmeldnaam"]: {"naam": row["naam"], "verhaal": row["rol"], "claims": {}} for row in stad()["medewerkers"]
    }
