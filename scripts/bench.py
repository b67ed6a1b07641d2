"""How fast everymile imports, beside decoding alone with the official Python decoder.

Run by `just bench`, which builds the release binary first. Writes a thousand FIT runs into a
temporary folder and imports them with judgement into a fresh logbook; each import is paired with a
round of decoding a sample of the same files with garmin-fit-sdk (installed into target/bench), so
that both meet the same machine. Figures are medians of the pairs. Prints the table, and writes it to
BENCHMARKS.md, which is not committed: the licence of the decoder may not allow publishing it.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BINARY = HERE / "target/release/everymile"
VENV = HERE / "target/bench"
RUNS = int(os.environ.get("RUNS", "1000"))
PAIRS = int(os.environ.get("PAIRS", "3"))
SAMPLE = 20
ASKED_RATIO = 30
ASKED_MIB = 200

DECODE = """
import sys, time
from garmin_fit_sdk import Decoder, Stream
wall, processor = time.perf_counter(), time.process_time()
for path in sys.argv[1:]:
    messages, errors = Decoder(Stream.from_file(path)).read()
    assert not errors, (path, errors)
    assert len(messages["record_mesgs"]) > 600, path
print(time.perf_counter() - wall, time.process_time() - processor)
"""


def main():
    with tempfile.TemporaryDirectory(prefix="everymile-bench-") as scratch:
        folder, log = Path(scratch) / "runs", Path(scratch) / "log"
        write_runs(folder)
        files = sorted(folder.glob("*.fit"))
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        pairs = [pair(log, folder, files) for _ in range(PAIRS)]
        again = measure([BINARY, "--logbook", log, "import", folder])
        report = measure([BINARY, "--logbook", log, "report"])
    text = page(len(files), megabytes, pairs, again, report)
    print(text)
    if RUNS >= 1000:
        (HERE / "BENCHMARKS.md").write_text(text)


def pair(log, folder, files):
    """One import into a fresh logbook, and one round of decoding scaled to all files."""
    for left in log.parent.glob("log*"):
        left.unlink()
    imported = measure([BINARY, "--logbook", log, "import", folder])
    sample = files[:: max(1, len(files) // SAMPLE)][:SAMPLE]
    scale = len(files) / len(sample)
    return imported, [seconds * scale for seconds in decode(sample)]


def write_runs(folder):
    """The same thousand runs every time."""
    example = ["cargo", "run", "--release", "-q", "-p", "score", "--example", "thousand_runs"]
    subprocess.run([*example, "--", folder, str(RUNS)], cwd=HERE, check=True)


def measure(command):
    """Wall seconds, processor seconds and peak MiB of a command that must succeed."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if child.returncode != 0:
        sys.exit(f"{command} ended with {child.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def python_with(module, *packages):
    """A Python of our own that has a module; `None` where its packages cannot be had."""
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    has = subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL)
    if has.returncode == 0:
        return python
    failed = subprocess.run([python, "-m", "pip", "install", "-q", *packages]).returncode
    return None if failed else python


def decode(files):
    """Wall and processor seconds that the official Python decoder takes for some files."""
    python = python_with("garmin_fit_sdk", "garmin-fit-sdk")
    if python is None:
        sys.exit("garmin-fit-sdk could not be installed; see above")
    printed = subprocess.check_output([python, "-c", DECODE, *files], text=True)
    return [float(seconds) for seconds in printed.split()]


def page(count, megabytes, pairs, again, report):
    middle = lambda figure: statistics.median(figure(*one) for one in pairs)
    wall, processor = middle(lambda ours, _: ours[0]), middle(lambda ours, _: ours[1])
    peak = max(ours[2] for ours, _ in pairs)
    their_wall, their_processor = middle(lambda _, sdk: sdk[0]), middle(lambda _, sdk: sdk[1])
    ratio = middle(lambda ours, sdk: sdk[0] / ours[0])
    by_processor = middle(lambda ours, sdk: sdk[1] / ours[1])
    reached = "reached" if ratio >= ASKED_RATIO and peak < ASKED_MIB else "**not yet**"
    return f"""# How fast everymile is

Written by `just bench` on {os.cpu_count()} cores ({platform.machine()}): {count} simulated FIT runs of about an hour
({megabytes:.0f} MB), imported into a fresh logbook with segments, purposes, verdicts and ledger. Medians of
{len(pairs)} pairs of an import and a round of decoding.

| what | wall s | processor s | peak MiB |
|---|---|---|---|
| import with judgement | {wall:.2f} | {processor:.2f} | {peak:.0f} |
| for one run, in ms | {1000 * wall / count:.2f} | {1000 * processor / count:.2f} | |
| the same import again (everything known) | {again[0]:.2f} | {again[1]:.2f} | {again[2]:.0f} |
| report | {report[0]:.2f} | {report[1]:.2f} | {report[2]:.0f} |
| decoding alone, official Python decoder (scaled from {SAMPLE} files) | {their_wall:.1f} | {their_processor:.1f} | |

The import is **{ratio:.0f} times** as fast as decoding alone (by processor time {by_processor:.0f} times);
asked are {ASKED_RATIO} times and less than {ASKED_MIB} MiB: {reached}.
"""


if __name__ == "__main__":
    main()
