"""Is the first reading enough?"""

from __future__ import annotations

from opstap.lezen.model import Bladzijde

ZONDER_VELDEN = {"medische_brief", "niet_relevant"}


def wil_tweede_lezing(page: Bladzijde) -> bool:
    """Whether a picture is read twice: always when it gives values. One misread letter or figure is a wrong value, and
    a reader is as sure of some of those as of right ones. A paper of which only the kind is told needs one reading."""
    from opstap.lezen.velden import begrijp

    return any(document.soort not in ZONDER_VELDEN for document in begrijp([page], ""))
