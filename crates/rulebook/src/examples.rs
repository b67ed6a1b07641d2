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
//! check-in Sat: soreness 5, fatigue 4
//! => broken
//! => Wed is junk
//! ```

mod perform;

use crate::{case::Case, doctrine::DEFAULT_DOCTRINE, words::Units};
use perform::{CRITICAL_SPEED, ability, perform};
use training::{
    Ability, Bpm, Celsius, CheckIn, CrossTraining, Date, Declared, DeclaredBy, EvenWindow, Goal,
    Level, LocalStart, Metres, MetresPerSecond, NamedRun, Profile, Seconds, Setting, Signal, Sport,
    Totals, Trust, Week, Weekday, calendar::add_days, notation::parse_day,
};

/// The Monday the first week begins on.
const FIRST: Date = jiff::civil::date(2026, 1, 5);

/// A case with everything it borrows, and what is expected of it.
#[derive(Debug, Default)]
pub struct Example {
    pub doctrine: String,
    pub profile: Profile,
    pub ability: Ability,
    pub runs: Vec<NamedRun>,
    pub cross_training: Vec<CrossTraining>,
    pub check_ins: Vec<CheckIn>,
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
            first_day: Weekday::Monday,
            on: self.last_day(),
            units: Units::Kilometres,
        }
    }

    /// The last week.
    pub fn last_week(&self) -> Week {
        Week { start: add_days(self.last_day(), -6) }
    }

    fn last_day(&self) -> Date {
        add_days(FIRST, 7 * self.weeks.max(1) - 1)
    }
}

/// Reads an example; panics on text that is none, as a test should.
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
    let (line, notes) = match line.rsplit_once(" (") {
        Some((line, notes)) if notes.ends_with(')') && !notes.contains(" / ") => (line, notes),
        _ => (line, ")"),
    };
    let (day, what) = line.split_once(char::is_whitespace).expect("a day and what was done");
    let date = day_of(monday, day);
    if what.trim() == "strength" {
        example.cross_training.push(strength(date));
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
        "10 km" => Metres(10_000.0),
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

fn parse_check_in(monday: Date, text: &str) -> CheckIn {
    let (day, answers) = text.split_once(": ").expect("check-in Mon: soreness 5");
    let mut check_in = CheckIn::on(day_of(monday, day));
    for answer in answers.split(", ") {
        let (question, value) = answer.split_once(' ').expect("a question and an answer");
        let value: u8 = value.parse().expect("a number");
        match question {
            "soreness" => check_in.soreness = Some(value.try_into().unwrap()),
            "fatigue" => check_in.fatigue = Some(value.try_into().unwrap()),
            "motivation" => check_in.motivation = Some(value.try_into().unwrap()),
            other => panic!("nobody is asked about '{other}'"),
        }
    }
    check_in
}

fn strength(date: Date) -> CrossTraining {
    CrossTraining {
        start: at_seven(date),
        sport: Sport::Strength,
        called: "strength".to_owned(),
        claimed: Totals::default(),
    }
}

fn at_seven(date: Date) -> LocalStart {
    let utc = date.at(7, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    LocalStart { utc, offset_seconds: Some(0) }
}

/// Applies a note: `meant as tempo`, `heart rate 150`, `27 °C`, `critical speed 3:55`, `hilly`,
/// `treadmill`, `bad signal`.
fn annotate(run: &mut NamedRun, note: &str) {
    if let Some(purpose) = note.strip_prefix("meant as ") {
        let purpose = purpose.parse().expect("a purpose");
        run.declared = Some(Declared { purpose, by: DeclaredBy::Title });
    } else if let Some(beats) = note.strip_prefix("heart rate ") {
        let hr = Bpm(beats.parse().expect("beats"));
        run.signal.hr = Trust::Good;
        run.segments.iter_mut().for_each(|segment| segment.hr = Some(hr));
        run.even_windows = even_windows(run, hr);
    } else if let Some(pace) = note.strip_prefix("critical speed ") {
        run.thresholds = ability(Some(parse_pace(pace)), run.date()).thresholds();
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
        temperature: run.temperature,
    };
    (0..count).map(window).collect()
}
