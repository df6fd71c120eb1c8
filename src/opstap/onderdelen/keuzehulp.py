"""The catalogue of the keuzehulp in the language of the reader. Faces read it here, never from the method itself."""

from __future__ import annotations

from opstap.kern.models import Gemeente
from opstap.keuzehulp.eigen import catalogus as eigen
from opstap.keuzehulp.methode import laden
from opstap.keuzehulp.methode.model import Catalogus
from opstap.onderdelen.teksten import taal


def catalogus() -> Catalogus:
    """Everything the method reads, in the language of this request. Codes and answers are the same in each."""
    return laden.catalogus(taal())


def local_catalogue(gemeente: Gemeente) -> Catalogus:
    """The same with what this municipality published of its own over it; that stands as it was written."""
    return eigen.local_catalogue(gemeente, taal())
