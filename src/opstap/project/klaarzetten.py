"""Getting an installation ready: migrations, static files, and the made-up people of the practice town."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from opstap.kern.commands import InvoerFout, say
from opstap.kern.content import INHOUD, InhoudFout
from opstap.kern.models import Gebruiker, Gemeente
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.vullen import fill_aanbod
from opstap.koppelingen.oefening.mensen import stad
from opstap.recht.regels.zinnen import zinnen
from opstap.taal import teksten


def is_migrated() -> bool:
    """Whether the database is there and has every migration."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def collect_static() -> None:
    """Collect stylesheets, scripts and letters once per version of them."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}{Path(storage.path(path)).stat().st_mtime_ns}".encode())
    mark = Path(settings.STATIC_ROOT) / ".klaar"
    if mark.exists() and mark.read_text(encoding="ascii") == digest.hexdigest():
        return
    say("• Ik zet de opmaak en de letters klaar")
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(digest.hexdigest(), encoding="ascii")


def check_content() -> None:
    """Read keuzehulp and recht in every language of the screens: a translation that is not whole stops the start with
    file and line, and never meets the first person who reads it. Raises InvoerFout.
    """
    try:
        for taal in teksten.talen():
            catalogus(taal)
            zinnen(taal)
    except InhoudFout as fault:
        raise InvoerFout(f"De inhoud klopt nog niet. {fault}") from None


def fill() -> Gemeente:
    """Make Gemeente Voorbeeld and its workers where they are missing. The inwoners come to be when they sign in."""
    check_content()
    town = stad()
    gemeente, is_new = Gemeente.objects.get_or_create(code=town["gemeente"]["code"], defaults=dict(town["gemeente"]))
    if is_new:
        say(f"• Ik vul {gemeente.naam} met bedachte mensen")
    for row in town["medewerkers"]:
        if not Gebruiker.objects.filter(gemeente=gemeente, gebruikersnaam=row["aanmeldnaam"]).exists():
            Gebruiker.objects.maak(gemeente, row["aanmeldnaam"], row["rol"], row["naam"])
    _lay_transfers()
    fill_aanbod(gemeente)
    return gemeente


def _lay_transfers() -> None:
    """One application that UWV passes on, in the practice town only; the worker takes it in."""
    goal = Path(settings.DATA) / "overdracht"
    if goal.exists():
        return
    goal.mkdir(mode=0o700, parents=True)
    for path in sorted((INHOUD / "oefenstad" / "overdracht").glob("*.json")):
        (goal / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
