"""The legal clock of an application, pure: events in, terms out.

`klok(gebeurtenissen, peildatum, personen)` gives every term with its date, article, days suspended and a sentence, and
says whose turn it is; `bereken(document)` and `wat_als(document, gebeurtenis)` do the same for the JSON of contract 3,
`what_if(events, extra, on, persons)` for typed events.
Names are imported lazily, so that a command that only needs one module starts fast.
"""

from __future__ import annotations

from typing import Any

_HOME = {
    "Gebeurtenis": "model",
    "Klok": "model",
    "Opschorting": "model",
    "Persoon": "model",
    "Termijn": "model",
    "klok": "clock",
    "bereken": "document",
    "wat_als": "document",
    "lees_document": "document",
    "what_if": "document",
}
__all__ = [
    "Gebeurtenis",
    "Klok",
    "Opschorting",
    "Persoon",
    "Termijn",
    "bereken",
    "klok",
    "lees_document",
    "wat_als",
    "what_if",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"opstap.termijn.{_HOME[name]}"), name)
