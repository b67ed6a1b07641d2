"""What leaves the house, read by the programs of others.

Run by `just exports`. Writes a plan as workouts, calendars and a table with an example binary, and
reads the workouts with Garmin's own decoder (garmin-fit-sdk) and the calendars with three parsers
(icalendar, ics, vobject), step by step and event by event. The parsers are installed into
target/exports and are part of nothing that is shipped.
"""

import csv
import json
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / "target/exports"
PARSERS = ["garmin-fit-sdk", "icalendar", "ics", "vobject"]
NAME_MAX = 15
FIRST_TIME = "06:30"


def main():
    if Path(sys.prefix) != VENV:
        sys.exit(subprocess.run([python(), __file__]).returncode)
    with tempfile.TemporaryDirectory(prefix="everymile-exports-") as scratch:
        folder = Path(scratch)
        example = ["cargo", "run", "-q", "-p", "everymile", "--example", "plan_files", "--"]
        subprocess.run([*example, folder], cwd=HERE, check=True)
        check_workouts(folder)
        with open(folder / "plan.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        check_table(rows)
        for name in ["plan.ics", "plan-timed.ics"]:
            check_calendar(folder / name, rows, timed="timed" in name)


def python():
    """The interpreter that knows the parsers, made when it is first asked for."""
    interpreter = VENV / "bin/python"
    if not interpreter.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([interpreter, "-m", "pip", "install", "-q", *PARSERS], check=True)
    return interpreter


# Workouts


def check_workouts(folder):
    expected = json.loads((folder / "expected.json").read_text())
    for workout in expected:
        check_workout(folder / workout["file"], workout)
    steps = sum(len(workout["steps"]) for workout in expected)
    assert len(list(folder.glob("*.fit"))) == len(expected)
    print(f"garmin-fit-sdk: {len(expected)} workouts, {steps} steps, all as written")


def check_workout(path, expected):
    from garmin_fit_sdk import Decoder, Stream

    assert Decoder(Stream.from_file(str(path))).is_fit(), path
    assert Decoder(Stream.from_file(str(path))).check_integrity(), path
    messages, errors = Decoder(Stream.from_file(str(path))).read()
    assert not errors, (path, errors)
    (file_id,) = messages["file_id_mesgs"]
    same(path, "type", file_id["type"], "workout")
    same(path, "day", file_id["time_created"].date().isoformat(), path.name[:10])
    (workout,) = messages["workout_mesgs"]
    same(path, "sport", workout["sport"], "running")
    same(path, "name", workout["wkt_name"], expected["title"][:NAME_MAX].strip())
    same(path, "description", workout["wkt_description"], expected["notation"])
    steps = messages["workout_step_mesgs"]
    same(path, "count", workout["num_valid_steps"], len(expected["steps"]))
    same(path, "steps", len(steps), len(expected["steps"]))
    for index, (step, meant) in enumerate(zip(steps, expected["steps"])):
        same(path, "index", step["message_index"], index)
        same(path, f"step {index}", as_step(step), to_the_centimetre(meant))


def to_the_centimetre(step):
    """What is meant, as finely as a file can say it."""
    amount = step["amount"]
    if "distance" in amount:
        amount = {"distance": round(amount["distance"], 2)}
    return {**step, "amount": amount}


def as_step(message):
    """A decoded step in the words of the program, with the scales of the decoder."""
    return {
        "name": message.get("wkt_step_name"),
        "intensity": INTENSITIES[message.get("intensity")],
        "amount": as_amount(message),
        "target": as_target(message),
    }


INTENSITIES = {
    None: None,
    "active": "active",
    "rest": "rest",
    "warmup": "warm-up",
    "cooldown": "cool-down",
}


def as_amount(message):
    match message["duration_type"]:
        case "time":
            return {"time": message["duration_time"]}
        case "distance":
            return {"distance": message["duration_distance"]}
        case "repeat_until_steps_cmplt":
            return {"repeat": {"from": message["duration_step"], "times": message["repeat_steps"]}}


def as_target(message):
    match message["target_type"]:
        case "open":
            return "open"
        case "speed":
            assert message["target_speed_zone"] == 0, "a band of one's own is zone 0"
            low, high = message["custom_target_speed_low"], message["custom_target_speed_high"]
            assert 0 < low < high, "no watch may show 0:00"
            return {"speed": [low, high]}
        case "heart_rate":
            assert message["target_hr_zone"] == 0, "a band of one's own is zone 0"
            low, high = message["custom_target_value_low"], message["custom_target_value_high"]
            return {"heart-rate": [low - 100.0, high - 100.0]}


# The table and the calendars


def check_table(rows):
    for row in rows:
        same("plan.csv", "weekday", date.fromisoformat(row["date"]).strftime("%a"), row["weekday"])
        assert int(row["distance_m"]) > 0 and int(row["duration_s"]) > 0, row
    print(f"csv: {len(rows)} rows")


def check_calendar(path, rows, timed):
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b"" and b"\n" not in b"".join(lines), "every line ends with CRLF"
    assert max(map(len, lines)) <= 75, "no line is longer than 75 octets"
    readers = {"icalendar": by_icalendar, "ics": by_ics, "vobject": by_vobject}
    meant = [as_event(row, number, timed) for row, number in numbered(rows)]
    for name, read in readers.items():
        found = sorted(read(raw.decode()), key=lambda event: event["uid"])
        for one, other in zip(found, meant, strict=True):
            words = one.pop("description")
            assert words.endswith("\n\n" + other["notation"]), words
            same(path, name, one, {key: other[key] for key in one})
        print(f"{name}: {len(found)} events of {path.name}, all as written")


def numbered(rows):
    """Each row with its number among those of its day."""
    for index, row in enumerate(rows):
        yield row, 1 + sum(other["date"] == row["date"] for other in rows[:index])


def as_event(row, number, timed):
    begins = row["date"]
    ends = (date.fromisoformat(begins) + timedelta(days=1)).isoformat()
    if timed and number == 1:
        start = datetime.fromisoformat(f"{begins}T{FIRST_TIME}")
        minutes = -(-int(row["duration_s"]) // 60)
        begins, ends = start.isoformat(), (start + timedelta(minutes=minutes)).isoformat()
    return {
        "uid": f"everymile-7-{row['date']}-{number}@everymile",
        "summary": row["session"],
        "begins": begins,
        "ends": ends,
        "notation": row["notation"],
    }


def by_icalendar(text):
    from icalendar import Calendar

    calendar = Calendar.from_ical(text)
    assert not calendar.errors and str(calendar["VERSION"]) == "2.0"
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        assert event["SEQUENCE"] == 2 and event.DTSTAMP.isoformat() == "2026-11-26T08:30:00+00:00"
        yield {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "begins": event.start.isoformat(),
            "ends": event.end.isoformat(),
        }


def by_ics(text):
    from ics import Calendar

    def moment(when, all_day):
        return when.date().isoformat() if all_day else when.naive.isoformat()

    for event in Calendar(text).events:
        yield {
            "uid": event.uid,
            "summary": event.name,
            "description": event.description,
            "begins": moment(event.begin, event.all_day),
            "ends": moment(event.end, event.all_day),
        }


def by_vobject(text):
    import vobject

    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    for event in calendar.vevent_list:
        begins = event.dtstart.value
        ends = event.dtend.value if hasattr(event, "dtend") else begins + event.duration.value
        yield {
            "uid": event.uid.value,
            "summary": event.summary.value,
            "description": event.description.value,
            "begins": begins.isoformat(),
            "ends": ends.isoformat(),
        }


def same(path, what, found, meant):
    assert found == meant, f"{path}: {what}: found {found}, meant {meant}"


if __name__ == "__main__":
    main()
