"""`opstap controleer`: is the chain of events whole, and is every stored file still what was handed in?"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from opstap.kern.commands import InvoerFout, write_json

if TYPE_CHECKING:
    from opstap.kern.models import Gemeente


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="opstap controleer", description="Controleer gebeurtenissen en bestanden.")
    parser.add_argument("--map", help="de map waar de gegevens liggen (anders: data/)")
    parser.add_argument("--json", action="store_true", help="één JSON-document op standaarduitvoer")
    parser.add_argument("--zonder-bestanden", action="store_true", help="alleen de keten, dat gaat snel")
    options = parser.parse_args(list(arguments))
    if options.map:
        os.environ["OPSTAP_MAP"] = options.map
    reports = _check_or_say(with_files=not options.zonder_bestanden)
    if options.json:
        write_json(reports)
    else:
        _print(reports)
    return 0 if all(not report["fouten"] for report in reports) else 1


def _check_or_say(*, with_files: bool) -> list[dict[str, object]]:
    """A database that cannot be read is a finding, not a crash."""
    from django.db import DatabaseError

    try:
        return _check(with_files=with_files)
    except DatabaseError as error:
        said = (
            f"De database is niet te lezen ({error}). Zet hem terug uit de reservekopie, of wijs de juiste map aan "
            "met --map."
        )
        return [{"gemeente": "De database", "gebeurtenissen": 0, "vernietigd": 0, "fouten": [said]}]


def _check(*, with_files: bool) -> list[dict[str, object]]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opstap.project.settings.base")
    if not os.environ.get("OPSTAP_GEHEIM"):
        _take_local_secret()
    django.setup()
    from opstap.kern.keten import verify
    from opstap.kern.models import Gemeente

    reports: list[dict[str, object]] = []
    for gemeente in Gemeente.objects.order_by("naam"):
        found = verify(gemeente)
        faults = [*found.fouten, *(_files(gemeente) if with_files else [])]
        reports.append(
            {
                "gemeente": gemeente.naam,
                "gebeurtenissen": found.gebeurtenissen,
                "vernietigd": found.vernietigd,
                "fouten": faults,
            }
        )
    return reports


def _files(gemeente: Gemeente) -> list[str]:
    from opstap.besluit.models import Brief
    from opstap.dossier.models import Bestand, Werkkopie
    from opstap.kern import geheim
    from opstap.kern.opslag import OpslagFout

    faults = []
    for name, model in (("Bestand", Bestand), ("Bladzijde", Werkkopie), ("Brief", Brief)):
        for row in model.objects.filter(gemeente=gemeente).iterator():
            try:
                geheim.opslag().controleer(row.sleutel, getattr(row, "sha256", None))
            except (OpslagFout, OSError) as error:
                faults.append(f"{name} {row.pk}: {error}")
    return faults


def _take_local_secret() -> None:
    """The secret that `opstap start` made in the data folder, when no other is set."""
    from opstap.project.start import ROOT

    path = os.path.join(os.environ.get("OPSTAP_MAP", str(ROOT / "data")), "geheim")
    if not os.path.exists(path):
        raise InvoerFout(f"In {os.path.dirname(path)} ligt nog niets om te controleren. Wijs de map aan met --map.")
    with open(path, encoding="ascii") as file:
        os.environ["OPSTAP_GEHEIM"] = file.read().strip()


def _print(reports: list[dict[str, object]]) -> None:
    for report in reports:
        print(f"{report['gemeente']}: {report['gebeurtenissen']} gebeurtenissen,", end=" ")
        print(f"woorden vernietigd bij {report['vernietigd']}.")
        for fault in report["fouten"]:  # type: ignore[attr-defined]
            print(f"  FOUT: {fault}")
    if all(not report["fouten"] for report in reports):
        print("Alles klopt.")
