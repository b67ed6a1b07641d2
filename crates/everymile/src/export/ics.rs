//! A plan as a calendar (iCalendar, RFC 5545): one event for each session, all day unless a time is
//! given. The same session keeps its name for ever, so that importing again updates it in place.

use super::{BesideEntry, Entry, besides, entries};
use crate::{
    text::session::{beside_job, beside_title, job, sentence, title},
    units::Units,
};
use jiff::{Timestamp, civil::Time};
use logbook::PlanEntry;
use training::{Date, MetresPerSecond, Phase, Plan, Seconds, calendar::add_days};

/// The most octets of a line, without its end (RFC 5545, 3.1).
const LINE_MAX: usize = 75;
/// How long a session is in the calendar when that cannot be told.
const UNKNOWN_TIME: Seconds = Seconds(3600.0);

/// What a calendar needs to know beside the plan.
#[derive(Debug, Clone, Copy)]
pub struct Calendar {
    /// The number of the plan, the same whenever it is exported.
    pub plan: i64,
    /// How often the plan was changed; calendars take the higher one.
    pub sequence: u32,
    /// When this was written.
    pub stamp: Timestamp,
    /// When the runner runs, by the clock of wherever they are; `None` for the whole day. A second
    /// session of a day is always for the whole day, since nobody said when it is.
    pub starts_at: Option<Time>,
    /// The runner's usual easy speed, for sizes that are not written.
    pub easy_speed: Option<MetresPerSecond>,
    /// The units the runner reads.
    pub units: Units,
}

impl Calendar {
    /// What is known of a plan of the logbook; sessions are for the whole day.
    pub const fn of(
        entry: &PlanEntry,
        stamp: Timestamp,
        easy_speed: Option<MetresPerSecond>,
        units: Units,
    ) -> Self {
        let (plan, sequence) = (entry.number, entry.changes);
        Self { plan, sequence, stamp, starts_at: None, easy_speed, units }
    }
}

/// The sessions of a plan as a calendar; days of rest are left empty.
pub fn calendar(plan: &Plan, settings: Calendar) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//everymile//plan//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for entry in entries(plan) {
        lines.extend(event(&entry, settings));
    }
    let mut before = None;
    for entry in besides(plan) {
        let number = before.filter(|(day, _)| *day == entry.date).map_or(1, |(_, last)| last + 1);
        before = Some((entry.date, number));
        lines.extend(beside_event(&entry, number, settings));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(entry: &Entry, settings: Calendar) -> Vec<String> {
    let Entry { planned, number, .. } = entry;
    let title = title(&planned.session, settings.easy_speed, settings.units);
    let uid = format!("everymile-{}-{}-{number}@everymile", settings.plan, planned.date);
    let mut lines = vec!["BEGIN:VEVENT".to_owned(), format!("UID:{}", escaped(&uid))];
    lines.push(format!("DTSTAMP:{}", settings.stamp.strftime("%Y%m%dT%H%M%SZ")));
    lines.push(format!("SEQUENCE:{}", settings.sequence));
    lines.extend(when(entry, settings));
    lines.push(format!("SUMMARY:{}", escaped(&title)));
    lines.push(format!("DESCRIPTION:{}", escaped(&description(entry, settings.units))));
    lines.push("END:VEVENT".to_owned());
    lines
}

/// Strength or cross-training: for the whole day, since nobody said when it is.
fn beside_event(entry: &BesideEntry, number: u32, settings: Calendar) -> Vec<String> {
    let BesideEntry { date, beside, .. } = entry;
    let uid = format!("everymile-{}-{date}-beside-{number}@everymile", settings.plan);
    let week = in_week(entry.week, entry.phase);
    let said = format!("{}\n{week}\n\n{beside}", beside_job(beside.sport));
    let mut lines = vec!["BEGIN:VEVENT".to_owned(), format!("UID:{}", escaped(&uid))];
    lines.push(format!("DTSTAMP:{}", settings.stamp.strftime("%Y%m%dT%H%M%SZ")));
    lines.push(format!("SEQUENCE:{}", settings.sequence));
    lines.extend(all_day(*date));
    lines.push(format!("SUMMARY:{}", escaped(&beside_title(beside))));
    lines.push(format!("DESCRIPTION:{}", escaped(&said)));
    lines.push("END:VEVENT".to_owned());
    lines
}

fn plain(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn all_day(day: Date) -> [String; 3] {
    [
        format!("DTSTART;VALUE=DATE:{}", plain(day)),
        format!("DTEND;VALUE=DATE:{}", plain(add_days(day, 1))),
        "TRANSP:TRANSPARENT".to_owned(),
    ]
}

fn in_week(week: usize, phase: Option<Phase>) -> String {
    match phase {
        Some(phase) => format!("Week {week}, {}.", phase.word()),
        None => format!("Week {week}."),
    }
}

/// The day, which leaves the runner free, or the time, which does not.
fn when(entry: &Entry, settings: Calendar) -> [String; 3] {
    let day = entry.planned.date;
    match settings.starts_at.filter(|_| entry.number == 1) {
        Some(time) => {
            let takes = entry.planned.session.time(settings.easy_speed).unwrap_or(UNKNOWN_TIME);
            [
                format!("DTSTART:{}T{}", plain(day), time.strftime("%H%M%S")),
                format!("DURATION:PT{:.0}M", takes.minutes().ceil().max(1.0)),
                "TRANSP:OPAQUE".to_owned(),
            ]
        }
        None => all_day(day),
    }
}

/// What to do, what it is for, where it stands in the plan, and the session as it is written.
fn description(entry: &Entry, units: Units) -> String {
    let session = &entry.planned.session;
    let week = in_week(entry.week, entry.phase);
    let (said, job) = (sentence(session, units), job(session.main_purpose()));
    format!("{said}\n{job}\n{week}\n\n{session}")
}

/// A text as the value of a property (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped += "\\n",
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end, folded between letters: what follows begins with a blank.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE_MAX {
            folded += "\r\n ";
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use training::plan::parse_plan;

    const PLAN: &str = "Week 1, build\nTue easy 12min + 6x(3min @4:10 / 2min jog) + easy 8min\n\
                        Sun easy 5km\nSun easy 4km";

    fn settings() -> Calendar {
        Calendar {
            plan: 7,
            sequence: 2,
            stamp: "2026-11-26T08:30:00Z".parse().unwrap(),
            starts_at: None,
            easy_speed: None,
            units: Units::Kilometres,
        }
    }

    fn written(settings: Calendar) -> String {
        calendar(&parse_plan(PLAN, date(2026, 11, 30)).unwrap(), settings)
    }

    #[test]
    fn a_session_is_an_event_of_its_day() {
        let unfolded = written(settings()).replace("\r\n ", "");
        let event = "BEGIN:VEVENT\r\n\
             UID:everymile-7-2026-12-01-1@everymile\r\n\
             DTSTAMP:20261126T083000Z\r\n\
             SEQUENCE:2\r\n\
             DTSTART;VALUE=DATE:20261201\r\n\
             DTEND;VALUE=DATE:20261202\r\n\
             TRANSP:TRANSPARENT\r\n\
             SUMMARY:Intervals\\, 50 min\r\n\
             DESCRIPTION:Warm up 12 minutes easily\\, then 6 times 3 minutes at 4:10/km with 2 \
             minutes of jogging\\, cool down 8 minutes.\\nFor speed in doses: the last rep is as \
             fast as the first.\\nWeek 1\\, build.\\n\\neasy 12min + 6x(3min @4:10 / 2min jog) + \
             easy 8min\r\n\
             END:VEVENT\r\n";
        assert!(unfolded.contains(event), "{unfolded}");
        assert!(unfolded.contains("UID:everymile-7-2026-12-06-2@everymile\r\n"));
    }

    #[test]
    fn written_again_it_is_the_same_and_a_later_one_has_the_same_names() {
        assert_eq!(written(settings()), written(settings()));
        let later = written(Calendar { sequence: 3, ..settings() });
        let names = |text: &str| -> Vec<String> {
            text.lines().filter(|line| line.starts_with("UID")).map(str::to_owned).collect()
        };
        assert_eq!(names(&later), names(&written(settings())));
        assert!(later.contains("SEQUENCE:3\r\n"));
    }

    #[test]
    fn with_a_time_the_first_session_of_a_day_has_one() {
        let text = written(Calendar { starts_at: Some(time(6, 30, 0, 0)), ..settings() });
        assert!(text.contains("DTSTART:20261201T063000\r\nDURATION:PT50M\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261206T063000\r\nDURATION:PT60M\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261206\r\n"), "{text}");
    }

    #[test]
    fn strength_is_an_event_of_the_whole_day() {
        let plan = parse_plan("Tue tempo 20min\nTue strength 30min", date(2026, 11, 30)).unwrap();
        let timed = Calendar { starts_at: Some(time(6, 30, 0, 0)), ..settings() };
        let text = calendar(&plan, timed).replace("\r\n ", "");
        assert!(text.contains("UID:everymile-7-2026-12-01-beside-1@everymile\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Strength\\, 30 min\r\n"), "{text}");
        assert_eq!(text.matches("DTSTART;VALUE=DATE:20261201").count(), 1, "{text}");
    }

    #[test]
    fn every_line_is_short_and_ends_as_it_must() {
        let text = written(settings());
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_MAX));
    }

    #[test]
    fn a_line_is_folded_between_letters() {
        let line = format!("SUMMARY:{}ü", "x".repeat(66));
        assert_eq!(folded(&line), format!("SUMMARY:{}\r\n ü\r\n", "x".repeat(66)));
        let full = "x".repeat(75);
        assert_eq!(folded(&full), format!("{full}\r\n"));
        let long = "ü".repeat(100);
        assert_eq!(folded(&long).replace("\r\n ", ""), format!("{long}\r\n"));
    }

    #[test]
    fn commas_semicolons_backslashes_and_line_ends_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\r"), r"a\, b\; c\\d\ne");
    }
}
