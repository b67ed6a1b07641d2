"""How fast everymile imports, beside decoding alone with the official Python decoder.

Run by `just bench`, which builds the release binary first. Writes a thousand FIT runs into a
temporary folder, imports them with judgement into a fresh logbook, decodes a sample of the same
files with garmin-fit-sdk (installed into target/bench), and writes BENCHMARKS.md.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BINARY = HERE / "target/release/everymile"
VENV = HERE / "target/bench"
RUNS = int(os.environ.get("RUNS", "1000"))
SAMPLE = 20
ASKED_RATIO = 30
ASKED_MIB = 200

DECODE = """
import sys, time
from garmin_fit_sdk import Decoder, Stream
began = time.perf_counter()
for path in sys.argv[1:]:
    messages, errors = Decoder(Stream.from_file(path)).read()
    assert not errors, (path, errors)
    assert len(messages["record_mesgs"]) > 600, path
print(time.perf_counter() - began)
"""


def main():
    with tempfile.TemporaryDirectory(prefix="everymile-bench-") as scratch:
        folder = Path(scratch) / "runs"
        write_runs(folder)
        files = sorted(folder.glob("*.fit"))
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        imported = measure([BINARY, "--logbook", Path(scratch) / "log", "import", folder])
        again = measure([BINARY, "--logbook", Path(scratch) / "log", "import", folder])
        report = measure([BINARY, "--logbook", Path(scratch) / "log", "report"])
        decoded = decode(files[:: max(1, len(files) // SAMPLE)][:SAMPLE]) * len(files)
    text = page(len(files), megabytes, imported, again, report, decoded)
    print(text)
    if RUNS >= 1000:
        (HERE / "BENCHMARKS.md").write_text(text)


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


def decode(files):
    """Seconds a file takes to be decoded by the official Python decoder, the faster of two rounds."""
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "garmin-fit-sdk"], check=True)
    command = [python, "-c", DECODE, *files]
    rounds = [float(subprocess.check_output(command, text=True)) for _ in range(2)]
    return min(rounds) / len(files)


def page(count, megabytes, imported, again, report, decoded):
    wall, processor, peak = imported
    ratio = decoded / wall
    reached = "reached" if ratio >= ASKED_RATIO and peak < ASKED_MIB else "**not yet**"
    return f"""# How fast everymile is

Written by `just bench` on {os.cpu_count()} cores ({platform.machine()}): {count} simulated FIT runs of about an hour
({megabytes:.0f} MB), imported into a fresh logbook with segments, purposes, verdicts and ledger.

| what | wall s | processor s | peak MiB |
|---|---|---|---|
| import with judgement | {wall:.2f} | {processor:.2f} | {peak:.0f} |
| the same import again (everything known) | {again[0]:.2f} | {again[1]:.2f} | {again[2]:.0f} |
| report | {report[0]:.2f} | {report[1]:.2f} | {report[2]:.0f} |
| decoding alone, official Python decoder (scaled from {SAMPLE} files) | {decoded:.1f} | {decoded:.1f} | |

The import is **{ratio:.0f} times** as fast as decoding alone (by processor time {decoded / processor:.0f} times);
asked are {ASKED_RATIO} times and less than {ASKED_MIB} MiB: {reached}.
"""


if __name__ == "__main__":
    main()
