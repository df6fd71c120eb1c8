"""The server driven by an independent client of the protocol (tus-js-client under node), over a real connection."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.bewaking.house import ROOT
from tests.tus.server import TOKEN, Opstap, Proxy

NODE = ROOT / "tests" / "node"
MB = 1024 * 1024

@pytest.fixture(scope="module")
def opstap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opstap]:
    assert (NODE / "node_modules" / "tus-js-client").is_dir(), "run ./opstap test, or: npm ci in tests/node"
    server = Opstap(tmp_path_factory.mktemp("opstap"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def bestand(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file of 5 MB and a bit, another for each test."""
    path = tmp_path / "foto.jpg"
    path.write_bytes(random.Random(request.node.name).randbytes(5 * MB + 4321))
    return path


def work(server: Opstap, file: Path, poort: int = 0, sessie: str = "", **options: Any) -> subprocess.Popen[bytes]:
    """Start the client; it says in lines what happened."""
    address = f"http://127.0.0.1:{poort or server.poort}"
    headers = {"Cookie": f"sessionid={sessie or server.danielle}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
    said = {
        "endpoint": f"{address}/papieren/oplading/", "headers": headers, "file": str(file),
        "metadata": {"filename": file.name}, **options,
    }  # fmt: skip
    return subprocess.Popen(["node", "tus.mjs", json.dumps(said)], cwd=NODE, stdout=subprocess.PIPE)


def lines(process: subprocess.Popen[bytes]) -> list[dict[str, Any]]:
    """Everything it said, until it ended."""
    output, _ = process.communicate(timeout=90)
    return [json.loads(line) for line in output.splitlines()]


def arrived(server: Opstap, file: Path) -> int:
    """How often exactly these bytes were handed in; waits a moment, because the row follows the answer."""
    digest, count = hashlib.sha256(file.read_bytes()).hexdigest(), 0
    for _ in range(50):
        count = server.rows(f"select count(*) from dossier_bestand where sha256 = '{digest}'")[0][0]
        if count:
            break
        time.sleep(0.1)
    return count


def events(said: list[dict[str, Any]]) -> list[str]:
    return [row["event"] for row in said if row["event"] not in ("sent", "accepted")]


@pytest.mark.parametrize("chunk", [None, 700_001])
def test_it_sends_a_file_whole_or_in_pieces(opstap: Opstap, bestand: Path, chunk: int | None) -> None:
    said = lines(work(opstap, bestand, **({"chunkSize": chunk} if chunk else {})))
    assert events(said) == ["success"]
    assert arrived(opstap, bestand) == 1


def test_connections_that_are_cut_cost_nothing(opstap: Opstap, bestand: Path) -> None:
    proxy = Proxy(opstap.poort, [1_500_000, 900_000, 2_000_000])
    said = lines(work(opstap, bestand, poort=proxy.poort))
    proxy.close()
    assert (proxy.geknipt, events(said)) == (3, ["success"])
    assert arrived(opstap, bestand) == 1
    sent = [row["sent"] for row in said if row["event"] == "sent"]
    resumed = [after for before, after in pairwise(sent) if after < before]
    assert len(resumed) <= 3, resumed
    assert min(resumed, default=MB) >= MB, resumed  # it went on, and did not begin anew


def test_a_server_that_is_killed_half_way_goes_on_after_its_restart(opstap: Opstap, bestand: Path) -> None:
    client = work(opstap, bestand, chunkSize=256 * 1024)
    assert client.stdout is not None
    for line in client.stdout:
        if json.loads(line).get("accepted", 0) > 2 * MB:
            break
    opstap.kill()
    opstap.start()
    said = lines(client)
    assert events(said) == ["success"]
    assert min(row["accepted"] for row in said if row["event"] == "accepted") > 2 * MB
    assert arrived(opstap, bestand) == 1


def test_who_signs_in_again_goes_on_where_the_session_ended(opstap: Opstap, bestand: Path) -> None:
    first = lines(work(opstap, bestand, chunkSize=MB, stop={"at": 2 * MB, "terminate": False}))
    place = first[-1]["url"]
    ended = lines(work(opstap, bestand, sessie="weg", uploadUrl=place, retryDelays=None))
    assert [(row["event"], row["status"]) for row in ended] == [("error", 401)]
    again = lines(work(opstap, bestand, uploadUrl=place, chunkSize=MB))
    assert events(again) == ["success"]
    assert min(row["accepted"] for row in again if row["event"] == "accepted") > 2 * MB
    assert arrived(opstap, bestand) == 1


def test_somebody_else_cannot_go_on_with_it(opstap: Opstap, bestand: Path) -> None:
    place = lines(work(opstap, bestand, chunkSize=MB, stop={"at": MB, "terminate": False}))[-1]["url"]
    options: dict[str, Any] = {"uploadUrl": place, "endpoint": None, "retryDelays": None}
    other = lines(work(opstap, bestand, sessie=opstap.karim, **options))
    assert [row["event"] for row in other] == ["error"]


def test_never_mind_takes_everything_away(opstap: Opstap, bestand: Path) -> None:
    before = {path.name for path in (opstap.map / "bestanden").rglob("*") if path.is_file()}
    said = lines(work(opstap, bestand, chunkSize=MB, stop={"at": 2 * MB, "terminate": True}))
    assert "terminated" in events(said)
    assert {path.name for path in (opstap.map / "bestanden").rglob("*") if path.is_file()} == before


def test_a_file_that_is_too_large_is_refused_with_a_sentence(opstap: Opstap, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(101 * MB)
    said = lines(work(opstap, large, retryDelays=None))
    assert (said[-1]["event"], said[-1]["status"]) == ("error", 413)
    assert "film.mp4 is te groot. Stuur een bestand van hoogstens 100 MB" in said[-1]["body"]
