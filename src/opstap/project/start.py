"""`opstap start`: everything on one machine with the embedded database and the made-up Gemeente Voorbeeld.

Three processes: the web server, a worker for the reading of papers, and the stand-in for DigiD. Stop with Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from opstap.kern.commands import InvoerFout, say

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    data = Path(options.map or os.environ.get("OPSTAP_MAP") or ROOT / "data").resolve()
    _environment(options, data)
    _refuse_taken(options.poort, options.poort + 1)
    _prepare(empty=options.leeg)
    processes = _launch(options)
    _announce(options)
    return _watch(processes)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="opstap start", description="Start Opstap op deze machine, om te proberen.")
    parser.add_argument("--poort", type=int, default=8000, help="de poort van de website (DigiD-oefening: een hoger)")
    parser.add_argument("--leeg", action="store_true", help="zonder bedachte mensen")
    parser.add_argument("--map", help="de map waar de gegevens liggen (anders: data/)")
    options = parser.parse_args(list(arguments))
    if not 1024 <= options.poort <= 65000:
        raise InvoerFout("Kies voor --poort een getal van 1024 tot en met 65000.")
    return options


def _environment(options: argparse.Namespace, data: Path) -> None:
    """The settings of this one machine; what is already set in the environment stays."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InvoerFout(f"Ik kan de map {data} niet maken: {error.strerror}. Kies een andere met --map.") from None
    os.environ["OPSTAP_MAP"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "opstap.project.settings.base"
    os.environ["OPSTAP_OEFENSTAD"] = "1"
    os.environ["OPSTAP_OEFENING_ADRES"] = f"http://localhost:{options.poort + 1}"
    os.environ.setdefault("OPSTAP_GEHEIM", _secret(data / "geheim"))


def _secret(path: Path) -> str:
    if not path.exists() or not path.stat().st_size:
        draft = path.with_name(f".{path.name}-{os.getpid()}")  # a stop half way must not leave an empty secret
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        os.replace(draft, path)
    return path.read_text(encoding="ascii").strip()


def _refuse_taken(*ports: int) -> None:
    for port in ports:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise InvoerFout(
                    f"Poort {port} is al in gebruik. Draait Opstap al? Kies een andere met --poort."
                )


def _prepare(*, empty: bool) -> None:
    """Migrate, fill and collect; each step skips what is there."""
    import django
    from django.core.management import call_command

    django.setup()
    from opstap.project.klaarzetten import collect_static, fill, is_migrated

    if not is_migrated():
        say("• Ik maak de database klaar")
        call_command("migrate", verbosity=0, interactive=False)
    collect_static()
    if not empty:
        fill()


def _launch(options: argparse.Namespace) -> list[subprocess.Popen[bytes]]:
    gunicorn = [sys.executable, "-m", "gunicorn", "--preload", "--log-level", "warning", "--worker-class", "gthread"]
    commands = [
        [*gunicorn, "--workers", "2", "--threads", "4", "--bind", f"127.0.0.1:{options.poort}", "opstap.project.wsgi"],
        [*gunicorn, "--workers", "1", "--threads", "4", "--bind", f"127.0.0.1:{options.poort + 1}",
            "opstap.project.oefening"],
        [sys.executable, "-m", "opstap.project.werker"],
    ]  # fmt: skip
    return [subprocess.Popen(command) for command in commands]


def _announce(options: argparse.Namespace) -> None:
    address = f"http://localhost:{options.poort}"
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", options.poort)) == 0:
                break
        time.sleep(0.05)
    lines = [f"Opstap draait op {address} (stop met Ctrl-C)"]
    if not options.leeg:
        from opstap.koppelingen.oefening.mensen import stad

        lines += ["", f"Inwoner: {address}/ → Inloggen met DigiD (oefening) → kies"]
        lines += [f"  {row['naam']:<18} {row['verhaal']}" for row in stad()["inwoners"]]
        lines += ["", f"Medewerker: {address}/werkplek/ → Inloggen → kies"]
        lines += [f"  {row['naam']:<18} {row['rol']}" for row in stad()["medewerkers"]]
        lines += ["", f"Alle mensen zijn bedacht. De gegevens liggen in {os.environ['OPSTAP_MAP']}."]
    print("\n".join(lines), flush=True)


def _watch(processes: list[subprocess.Popen[bytes]]) -> int:
    """Wait until someone stops us, or until one of the three ends by itself; then end the others."""
    signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
        say("Een deel van Opstap is gestopt; ik stop de rest ook.")
        return 1
    except KeyboardInterrupt:
        say("Opstap stopt.")
        return 0
    finally:
        for process in processes:
            if process.poll() is None:
                process.terminate()
        for process in processes:
            process.wait(timeout=20)
