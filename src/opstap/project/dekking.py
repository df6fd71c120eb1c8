"""The bar for tests: at least 90 % of the lines of the rooms where a fault would harm a person are run by them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

BAR = 90.0
ROOMS = ("kern", "lezen", "recht", "termijn")
BRON = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print the share of lines per room from the data file in COVERAGE_FILE; 1 when a room is below the bar."""
    from coverage import Coverage

    data = os.environ.get("COVERAGE_FILE", ".coverage")
    if not Path(data).exists():
        print("Er is nog niets gemeten. Draai eerst: ./opstap test sqlite")
        return 1
    coverage = Coverage(data_file=data)
    coverage.load()
    below = 0
    for room in ROOMS:
        paths = [path for path in sorted((BRON / room).rglob("*.py")) if "migrations" not in path.parts]
        counts = [_count(coverage, path) for path in paths]
        lines, missed = sum(count for count, _, _ in counts), sum(len(gaps) for _, gaps, _ in counts)
        share = 100 * (lines - missed) / lines if lines else 0.0
        below += share < BAR
        print(f"{room:<10} {share:5.1f} % van {lines} regels")
        if share < BAR:
            _print_gaps(counts)
    return 1 if below else 0


def _count(coverage: object, path: Path) -> tuple[int, list[int], Path]:
    _, lines, _, missed, _ = coverage.analysis2(str(path))  # type: ignore[attr-defined]
    return len(lines), missed, path


def _print_gaps(counts: list[tuple[int, list[int], Path]]) -> None:
    for _, gaps, path in sorted(counts, key=lambda each: -len(each[1]))[:8]:
        if gaps:
            print(f"  {path.relative_to(BRON)}: {len(gaps)} regels niet, bijvoorbeeld {', '.join(map(str, gaps[:12]))}")


if __name__ == "__main__":
    sys.exit(main())
