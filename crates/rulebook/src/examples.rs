//! Cases written by hand, for tests: weeks in the training notation, with notes in brackets and a
//! few lines about the runner. The format of the `example` blocks on rule pages.
//!
//! ```text
//! doctrine: quality-first
//! runner: beginner, thresholds unknown
//! goal: marathon in 8 weeks
//! 3 weeks:
//! Tue  easy 10min + 6x(800m / 2min jog) + easy 10min
//! Wed  steady 45min @4:30 (meant as easy, heart rate 150, 24 °C)
//! Fri  strength
//! check-in Sat: soreness 5 left calf, fatigue 4
//! planned Sun: long 18km
//! => broken
//! => Wed is junk
//! ```

mod answers;
mod perform;

use crate::{
    case::Case,
    doctrine::{Choice, DEFAULT_DOCTRINE, doctrine},
    hold::Hold,
    rule::Rule,
    words::Units,
};
use answers::parse_check_in;
use perform::{CRITICAL_SPEED, ability, perform};
use training::{
    Ability, Bpm, Celsius, CheckIn, CrossTraining, Date, Declared, DeclaredBy, EvenWindow, Goal,
    Level, LocalStart, Metres, MetresPerSecond, NamedRun, Planned, Profile, Seconds, Setting,
    Signal, Sport, StepsPerMinute, Totals, Trust, Week, Weekday,
    calendar::add_days,
    notation::{parse_day, parse_session},
};

/// The Monday the first week begins on.
const FIRST: Date = jiff::civil::date(2026, 1, 5);

/// A case with everything it borrows, and what is expected of it.
#[derive(Debug, Default)]
pub struct Example {
    /// The name of the doctrine it is judged by.
    pub doctrine: String,
    /// What the runner said of themselves.
    pub profile: Profile,
    /// What the runner can do on the last day.
    pub ability: Ability,
    /// The runs, oldest first.
    pub runs: Vec<NamedRun>,
    /// What else was trained, oldest first.
    pub cross_training: Vec<CrossTraining>,
    /// The check-ins, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// The sessions that were planned, oldest first.
    pub planned: Vec<Planned>,
    /// How many weeks it spans.
    pub weeks: i64,
    /// The lines after `=>`.
    pub expected: Vec<String>,
}

impl Example {
    /// The case on the last day of the last week.
    pub fn case(&self) -> Case<'_> {
        Case {
            profile: &self.profile,
            ability: &self.ability,
            runs: &self.runs,
            cross_training: &self.cross_training,
            check_ins: &self.check_ins,
            planned: &self.planned,
            first_day: Weekday::Monday,
            on: self.last_day(),
            units: Units::Kilometres,
        }
    }

    /// How the example's doctrine has a rule; with the rule's own numbers where it does not ask it.
    ///
    /// # Panics
    /// Where no shipped doctrine has the name.
    pub fn choice(&self, rule: &'static Rule) -> Choice {
        let chosen = doctrine(&self.doctrine).expect("a shipped doctrine");
        chosen.choice(rule.id).cloned().unwrap_or(Choice { rule, set: Vec::new() })
    }

    /// What a rule holds the last day to; `None` where it leaves the day alone.
    pub fn hold(&self, rule: &'static Rule) -> Option<Hold> {
        rule.hold.and_then(|hold| hold(&self.case(), &self.choice(rule).parameters()))
    }

    /// The last week.
    pub fn last_week(&self) -> Week {
        Week { start: add_days(self.last_day(), -6) }
    }

    fn last_day(&self) -> Date {
        add_days(FIRST, 7 * self.weeks.max(1) - 1)
    }
}

/// Reads an example.
///
/// # Panics
/// On text that is none, as a test should.
pub fn example(text: &str) -> Example {
    let mut example = Example { doctrine: DEFAULT_DOCTRINE.to_owned(), ..Example::default() };
    let mut thresholds = Some(CRITICAL_SPEED);
    let mut block = Block { weeks: 1, days: Vec::new() };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(expected) = line.strip_prefix("=> ") {
            example.expected.push(expected.to_owned());
        } else if let Some(name) = line.strip_prefix("doctrine: ") {
            name.clone_into(&mut example.doctrine);
        } else if let Some(about) = line.strip_prefix("runner: ") {
            about.split(", ").for_each(|word| tell(&mut example.profile, &mut thresholds, word));
        } else if let Some(goal) = line.strip_prefix("goal: ") {
            example.profile.goal = Some(parse_goal(goal));
        } else if let Some(count) = parse_weeks(line) {
            block.run_into(&mut example, thresholds);
            block = Block { weeks: count, days: Vec::new() };
        } else {
            block.days.push(line.to_owned());
        }
    }
    block.run_into(&mut example, thresholds);
    place_race(&mut example);
    example.ability = ability(thresholds, example.last_day());
    example
}

fn parse_weeks(line: &str) -> Option<i64> {
    line.strip_suffix(" weeks:").or_else(|| line.strip_suffix(" week:"))?.parse().ok()
}

/// Weeks alike, not yet run.
struct Block {
    weeks: i64,
    days: Vec<String>,
}

impl Block {
    fn run_into(&self, example: &mut Example, thresholds: Option<MetresPerSecond>) {
        if self.days.is_empty() && example.weeks == 0 && self.weeks == 1 {
            return;
        }
        for _ in 0..self.weeks {
            let monday = add_days(FIRST, 7 * example.weeks);
            for line in &self.days {
                live(example, monday, line, thresholds);
            }
            example.weeks += 1;
        }
    }
}

/// Lives through one line of a week.
fn live(example: &mut Example, monday: Date, line: &str, thresholds: Option<MetresPerSecond>) {
    if let Some(answers) = line.strip_prefix("check-in ") {
        example.check_ins.push(parse_check_in(monday, answers));
        return;
    }
    if let Some(planned) = line.strip_prefix("planned ") {
        let (day, session) = planned.split_once(": ").expect("planned Mon: easy 45min");
        let session = parse_session(session).expect("training notation");
        example.planned.push(Planned { date: day_of(monday, day), session });
        return;
    }
    let (line, notes) = match line.rsplit_once(" (") {
        Some((line, notes)) if notes.ends_with(')') && !notes.contains(" / ") => (line, notes),
        _ => (line, ")"),
    };
    let (day, what) = line.split_once(char::is_whitespace).expect("a day and what was done");
    let date = day_of(monday, day);
    if let Some(sport) = other_sport(what.trim()) {
        example.cross_training.push(cross_training(date, sport, what.trim()));
        return;
    }
    let (_, session) = parse_day(line).expect("training notation");
    if session.is_rest() {
        return;
    }
    let mut run = perform(date, example.runs.len(), &session, thresholds);
    let notes = notes.trim_end_matches(')').split(", ").filter(|note| !note.is_empty());
    notes.for_each(|note| annotate(&mut run, note));
    example.runs.push(run);
}

fn day_of(monday: Date, day: &str) -> Date {
    let (weekday, _) = parse_day(&format!("{day} rest")).expect("a weekday");
    add_days(monday, weekday.to_monday_zero_offset().into())
}

fn tell(profile: &mut Profile, thresholds: &mut Option<MetresPerSecond>, word: &str) {
    match word {
        "beginner" => profile.level = Some(Level::Beginner),
        "intermediate" => profile.level = Some(Level::Intermediate),
        "advanced" => profile.level = Some(Level::Advanced),
        "elite" => profile.level = Some(Level::Elite),
        "thresholds unknown" => *thresholds = None,
        other => panic!("nothing is known about a runner who is '{other}'"),
    }
}

/// A race in some weeks is placed once the last day is known; until then its day is missing.
fn parse_goal(text: &str) -> Goal {
    let (what, weeks) = text.split_once(" in ").unwrap_or((text, ""));
    let distance = match what {
        "wellbeing" => return Goal::Wellbeing,
        "fitness" => return Goal::Fitness,
        "5 km" => Metres(5_000.0),
        "10 km" => Metres(10_000.0),
        "half-marathon" => Metres(21_097.5),
        "marathon" => Metres(42_195.0),
        other => panic!("'{other}' is no goal"),
    };
    let weeks: Option<i64> = weeks.split(' ').next().and_then(|count| count.parse().ok());
    Goal::Race { distance, on: weeks.map(|weeks| add_days(FIRST, 7 * weeks)) }
}

fn place_race(example: &mut Example) {
    let spanned = 7 * example.weeks;
    if let Some(Goal::Race { on: Some(day), .. }) = &mut example.profile.goal {
        *day = add_days(*day, spanned);
    }
}

fn other_sport(called: &str) -> Option<Sport> {
    match called {
        "strength" => Some(Sport::Strength),
        "cycling" => Some(Sport::Cycling),
        "swimming" => Some(Sport::Swimming),
        _ => None,
    }
}

/// Three quarters of an hour of something else.
fn cross_training(date: Date, sport: Sport, called: &str) -> CrossTraining {
    let moving = Some(Seconds::from_minutes(45.0));
    CrossTraining {
        start: at_seven(date),
        sport,
        called: called.to_owned(),
        claimed: Totals { moving, elapsed: moving, ..Totals::default() },
    }
}

fn at_seven(date: Date) -> LocalStart {
    at(date, 7, 0)
}

fn at(date: Date, hour: i8, minute: i8) -> LocalStart {
    let utc = date.at(hour, minute, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    LocalStart { utc, offset_seconds: Some(0) }
}

/// Applies a note: `at 18:30` (else a run begins at seven), `meant as tempo`, `heart rate 150`, `heart rate 140 to 155`, `cadence 172`,
/// `cadence 176 to 166`, `27 °C`, `critical speed 3:55`, `ascent 200 m`, `hilly`, `treadmill`,
/// `bad signal`. A cadence stands behind the heart rate.
fn annotate(run: &mut NamedRun, note: &str) {
    if let Some(purpose) = note.strip_prefix("meant as ") {
        let purpose = purpose.parse().expect("a purpose");
        run.declared = Some(Declared { purpose, by: DeclaredBy::Title });
    } else if let Some(clock) = note.strip_prefix("at ") {
        let (hour, minute) = clock.split_once(':').expect("at 18:30");
        run.start = at(run.date(), hour.parse().expect("hours"), minute.parse().expect("minutes"));
    } else if let Some(beats) = note.strip_prefix("heart rate ") {
        give_heart_rate(run, beats);
    } else if let Some(steps) = note.strip_prefix("cadence ") {
        let (from, to) = from_to(steps);
        let all = run.even_windows.len();
        for (index, window) in run.even_windows.iter_mut().enumerate() {
            window.cadence = Some(StepsPerMinute(between(from, to, index, all)));
        }
    } else if let Some(pace) = note.strip_prefix("critical speed ") {
        run.thresholds = ability(Some(parse_pace(pace)), run.date()).thresholds();
    } else if let Some(metres) = note.strip_prefix("ascent ") {
        let metres = metres.strip_suffix(" m").expect("ascent 200 m");
        run.ascent = Some(Metres(metres.parse().expect("metres")));
    } else if let Some(degrees) = note.strip_suffix(" °C") {
        run.temperature = Some(Celsius(degrees.parse().expect("degrees")));
        let temperature = run.temperature;
        run.even_windows.iter_mut().for_each(|window| window.temperature = temperature);
    } else {
        match note {
            "hilly" => make_hilly(run),
            "treadmill" => run.setting = Setting::Treadmill,
            "bad signal" => run.signal = Signal { speed: Trust::Poor, hr: Trust::Poor },
            other => panic!("'{other}' is no note"),
        }
    }
}

fn give_heart_rate(run: &mut NamedRun, beats: &str) {
    let (from, to) = from_to(beats);
    let hr = Bpm(f64::midpoint(from, to));
    (run.hr, run.signal.hr) = (Some(hr), Trust::Good);
    run.segments.iter_mut().for_each(|segment| segment.hr = Some(hr));
    run.even_windows = even_windows(run, hr);
    let all = run.even_windows.len();
    for (index, window) in run.even_windows.iter_mut().enumerate() {
        window.hr = Bpm(between(from, to, index, all));
    }
}

/// `140` or `140 to 155`.
fn from_to(text: &str) -> (f64, f64) {
    let number = |text: &str| text.parse().expect("a number");
    match text.split_once(" to ") {
        Some((from, to)) => (number(from), number(to)),
        None => (number(text), number(text)),
    }
}

fn between(from: f64, to: f64, index: usize, all: usize) -> f64 {
    from + (to - from) * index as f64 / (all - 1).max(1) as f64
}

fn parse_pace(text: &str) -> MetresPerSecond {
    let (minutes, seconds) = text.split_once(':').expect("m:ss");
    let seconds: f64 = minutes.parse::<f64>().unwrap() * 60.0 + seconds.parse::<f64>().unwrap();
    MetresPerSecond::from_seconds_per_km(seconds)
}

fn make_hilly(run: &mut NamedRun) {
    for segment in &mut run.segments {
        segment.speed = segment.gap_speed.map(|flat| MetresPerSecond(flat.0 / 1.06));
    }
}

/// Five-minute windows through the run, all at the same heart rate.
fn even_windows(run: &NamedRun, hr: Bpm) -> Vec<EvenWindow> {
    let count = (run.moving.0 / 300.0).floor() as usize;
    let gap_speed = run.segments[0].gap_speed.expect("examples have speed");
    let window = |index| EvenWindow {
        at: Seconds(150.0 + 300.0 * index as f64),
        gap_speed,
        hr,
        cadence: None,
        temperature: run.temperature,
    };
    (0..count).map(window).collect()
}
