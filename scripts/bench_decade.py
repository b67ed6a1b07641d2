"""How long everymile thinks about ten years: the processor time of what is asked every day.

Run by `just bench-decade`, which builds first. Writes ten years of a synthetic runner into a temporary
folder (or takes the logbook named as its argument), imports them, and asks each command seven times;
the least counts, because other work on the machine only ever adds. Fails where a limit is passed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import BINARY, HERE, measure

DAY = "2025-06-01"
TIMES = 7
# What may be asked of ten years, in seconds of processor time.
LIMITS = {
    ("today",): 0.05,
    ("judge", "--doctrine", "quality-first"): 1.0,
    ("judge", "--doctrine", "all-training"): 1.0,
    ("doctrines", "compare"): 6.0,
    ("report",): 1.0,
}


def main():
    if len(sys.argv) > 1:
        sys.exit(ask(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory(prefix="everymile-decade-") as scratch:
        log = Path(scratch) / "log.everymile"
        decade = ["cargo", "run", "--release", "-q", "-p", "score", "--example", "decade"]
        subprocess.run([*decade, "--", scratch], cwd=HERE, check=True)
        measure([BINARY, "--logbook", log, "import", Path(scratch) / "runs"])
        sys.exit(ask(log))


def ask(log):
    """Asks every command of a logbook and prints the table; 1 where a limit is passed."""
    print("| ten years | processor s | limit | peak MiB |\n|---|---|---|---|")
    passed = 0
    for words, limit in LIMITS.items():
        asked = [BINARY, "--logbook", log, *words, "--on", DAY]
        measure(asked)
        figures = [measure(asked) for _ in range(TIMES)]
        seconds, peak = min(one[1] for one in figures), max(one[2] for one in figures)
        held = "" if seconds <= limit else " **passed**"
        passed |= seconds > limit
        print(f"| {' '.join(words)} | {seconds:.3f}{held} | {limit} | {peak:.0f} |")
    return int(passed)


if __name__ == "__main__":
    main()
