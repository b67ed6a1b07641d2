"""How fast everymile is with ten years of runs: every line of docs/speed.md, from one command.

Run by `just bench-decade`, which builds first. Writes decades of a synthetic runner into a temporary
folder (or takes them from the folder named as its argument), imports them, and asks what is asked
every day. Figures are processor time, user and system, of whole processes. What is compared is run
in turn, so that both meet the same machine; a figure is the median of its rounds, or the least where
the limit is tight, because other work on the machine only ever adds.

What it is held against is fetched into target/bench: `summing_up.py` needs fitfast (PyPI),
`sports_lib.cjs` sports-lib (npm). The line is left out where that fails. Fails where a limit is passed.

ROUNDS=3 GROWTH=300,1000,3000 may be set in the environment.
"""

import hashlib
import math
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import BINARY, HERE, VENV, measure, python_with

DAY = "2025-01-03"
ROUNDS = int(os.environ.get("ROUNDS", "3"))
GROWTH = [int(count) for count in os.environ.get("GROWTH", "300,1000,3000").split(",")]
RUNS = 3000
TIMES = 7
# sports-lib reads one run in so many, and its seconds are scaled.
ONE_IN = 20
MIB = 1 << 20
# What may be asked of ten years, in seconds of processor time.
QUESTIONS = {
    ("report",): 0.05,
    ("today",): 0.05,
    ("judge",): 0.05,
    ("judge", "--doctrine", "quality-first"): 1.0,
    ("judge", "--doctrine", "all-training"): 1.0,
    ("doctrines", "compare"): 6.0,
}


def main():
    if len(sys.argv) > 1:
        sys.exit(bench(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory(prefix="everymile-decade-") as folder:
        sys.exit(bench(Path(folder)))


def bench(folder):
    """Measures every line over the decades in a folder, writing those that are missing; 1 where a
    limit is passed."""
    table = Table()
    with tempfile.TemporaryDirectory(prefix="everymile-bench-") as scratch:
        scratch = Path(scratch)
        decade = written(folder, RUNS)
        whole(table, decade, scratch)
        cores(table, decade, scratch)
        every_day(table, decade, scratch)
        growth(table, folder, scratch)
    return table.passed


class Table:
    """The lines as they are measured, and whether a limit was passed."""

    def __init__(self):
        self.passed = 0
        print("| what | asked | measured | |\n|---|---|---|---|", flush=True)

    def line(self, what, asked, measured, is_held):
        self.passed |= not is_held
        held = "held" if is_held else "**not reached**"
        print(f"| {what} | {asked} | {measured} | {held} |", flush=True)

    def at_most(self, what, figure, limit, unit):
        self.line(what, f"≤ {limit:g} {unit}", f"{figure:.3g} {unit}", figure <= limit)


def written(folder, runs):
    """The decade of so many runs in a folder: `runs` and `export.zip`."""
    decade = folder if (folder / "runs").exists() and runs == RUNS else folder / str(runs)
    if not (decade / "export.zip").exists():
        decade.mkdir(parents=True, exist_ok=True)
        example = ["cargo", "run", "--release", "-q", "-p", "score", "--example", "decade"]
        subprocess.run([*example, "--", decade, str(runs)], cwd=HERE, check=True)
    return decade


def imported(log, source, before=()):
    """Wall seconds, processor seconds and peak MiB of an import into a fresh logbook."""
    for left in log.parent.glob(log.name + "*"):
        left.unlink()
    return measure([*before, BINARY, "--logbook", log, "import", source])


def whole(table, decade, scratch):
    """The whole import beside the shortest script there is, and beside the zip."""
    log, zipped = scratch / "log", scratch / "zipped"
    rounds = []
    for _ in range(ROUNDS):
        folder = imported(log, decade / "runs")
        archive = imported(zipped, decade / "export.zip")
        rounds.append((folder, archive, summed_up(decade, scratch)))
    seconds = [folder[1] for folder, _, _ in rounds]
    said = f"{statistics.median(seconds):.2f} s of the processor"
    if rounds[0][2] is None:
        table.line("import and judgement of the decade", "less than the script", said, True)
    else:
        ratio = statistics.median(folder[1] / script for folder, _, script in rounds)
        script = statistics.median(script for _, _, script in rounds)
        said += f", {ratio:.2f} of the script's {script:.2f} s"
        table.line("import and judgement of the decade", "< 1 of the script", said, ratio < 1)
    beside_sports_lib(table, decade, statistics.median(seconds))
    ratio = statistics.median(archive[1] / folder[1] for folder, archive, _ in rounds)
    table.at_most("the same from the zip, of the folder", ratio, 1.4, "times")
    table.at_most("peak memory of the import", max(one[2] for one, _, _ in rounds), 128, "MiB")
    size = sum(file.stat().st_size for file in scratch.glob("log*"))
    originals = (decade / "export.zip").stat().st_size
    table.at_most("the logbook, of the compressed originals", size / originals, 1.2, "times")


def summed_up(decade, scratch):
    """Processor seconds of the script; `None` where fitfast cannot be had."""
    python = python_with("fitfast", "fitfast", "numpy")
    if python is None:
        return None
    database = scratch / "summed_up"
    database.unlink(missing_ok=True)
    script = HERE / "scripts/summing_up.py"
    return measure([python, script, decade / "runs", database])[1]


def beside_sports_lib(table, decade, ours):
    """How many times less the import takes than sports-lib does for reading alone."""
    modules = VENV / "node_modules"
    sample = sorted((decade / "runs").glob("*.fit"))[::ONE_IN]
    install = ["npm", "install", "--silent", "--no-save", "--prefix", VENV]
    script = ["node", HERE / "scripts/sports_lib.cjs", modules, *sample]
    try:
        if not (modules / "@sports-alliance").exists():
            subprocess.run([*install, "@sports-alliance/sports-lib"], check=True)
        theirs = float(subprocess.check_output(script, text=True)) * ONE_IN
    except (OSError, subprocess.CalledProcessError):
        return
    said = f"{theirs / ours:.1f} times less ({theirs:.0f} s, scaled from {len(sample)} runs)"
    table.line("the same beside sports-lib", "≥ 15 times less", said, theirs / ours >= 15)


def cores(table, decade, scratch):
    """One core beside all of them: the wall clock, and what was inferred, byte for byte."""
    if shutil.which("taskset") is None or os.cpu_count() < 2:
        return
    one, two = scratch / "one", scratch / "two"
    pairs = []
    for _ in range(ROUNDS):
        alone = imported(one, decade / "runs", ("taskset", "-c", "0"))
        pairs.append(alone[0] / imported(two, decade / "runs", ("taskset", "-c", "0,1"))[0])
    faster = statistics.median(pairs)
    table.line("two cores beside one", "≥ 1.7 times", f"{faster:.2f} times", faster >= 1.7)
    is_same = inferred(one) == inferred(two)
    table.line("what two cores infer", "the same bytes", "the same" if is_same else "other", is_same)


def inferred(log):
    """A hash of every original and of all that was inferred of every run."""
    book, digest = sqlite3.connect(log), hashlib.sha256()
    for row in book.execute("SELECT hash, size, bytes FROM originals ORDER BY hash"):
        digest.update(repr(row).encode())
    for table in ("derived", "heard"):
        of_runs = f"SELECT * FROM {table} WHERE activity <> '' ORDER BY 1, 2"
        for row in book.execute(of_runs):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def every_day(table, decade, scratch):
    """What is asked of ten years every day, and a word that concerns all of them."""
    log, runs = scratch / "log", sorted((decade / "runs").glob("*.fit"))
    table.at_most("again, nothing new", least(["import", decade / "runs"], log), 0.1, "s")
    for words, limit in QUESTIONS.items():
        table.at_most(f"`{' '.join(words)}`", least([*words, "--on", DAY], log), limit, "s")
    table.at_most("one new run", one_new(runs, scratch), 0.1, "s")
    said_anew(table, log)


def least(words, log):
    """The least processor seconds of a command."""
    asked = [BINARY, "--logbook", log, *words]
    measure(asked)
    return min(measure(asked)[1] for _ in range(TIMES))


def one_new(runs, scratch):
    """The least processor seconds of importing the newest run into all the others."""
    others, log, copy = scratch / "others", scratch / "older", scratch / "copy"
    others.mkdir()
    for run in runs[:-1]:
        (others / run.name).symlink_to(run.resolve())
    imported(log, others)
    seconds = []
    for _ in range(TIMES):
        shutil.copyfile(log, copy)
        seconds.append(measure([BINARY, "--logbook", copy, "import", runs[-1]])[1])
    return min(seconds)


def said_anew(table, log):
    """How long it takes until a report knows another highest heart rate, which names every run anew."""
    rounds = []
    for hr_max in range(188, 188 + ROUNDS):
        said = measure([BINARY, "--logbook", log, "profile", "set", "hr-max", str(hr_max)])
        shown = measure([BINARY, "--logbook", log, "report", "--on", DAY])
        rounds.append((said[0] + shown[0], said[1] + shown[1]))
    what = "another highest heart rate, ten years judged again"
    wall, processor = (min(one[figure] for one in rounds) for figure in (0, 1))
    table.line(what, "< 1 s", f"{wall:.2f} s on the clock, {processor:.2f} s of the processor", wall < 1)


def growth(table, folder, scratch):
    """How time and memory grow with the number of runs; more than a decade is imported once."""
    log, figures = scratch / "grown", []
    for count in GROWTH:
        runs, times = written(folder, count) / "runs", ROUNDS if count <= RUNS else 1
        rounds = [imported(log, runs) for _ in range(times)]
        figures.append((count, min(one[1] for one in rounds), max(one[2] for one in rounds)))
    (few, short, least_mib), (many, long, most_mib) = figures[0], figures[-1]
    exponent = math.log(long / short) / math.log(many / few)
    span = " → ".join(f"{count}: {seconds:.2f} s, {mib:.0f} MiB" for count, seconds, mib in figures)
    table.at_most(f"growth of time ({span})", exponent, 1.05, "as exponent")
    table.at_most("growth of memory", most_mib / least_mib, 1.25, "times")
    table.at_most(f"peak memory of {GROWTH[-1]} runs", most_mib, 128, "MiB")


if __name__ == "__main__":
    main()
