//! Patterns: what the log shows to follow certain runs. Counts and sizes, never a cause: too few
//! events or too small a difference show nothing, and it is always said how many were looked for.

mod compared;
mod following;
mod sessions;
mod soreness;
mod tiredness;

use crate::{
    case::Case,
    finding::{Amount, Unit},
    source::Grade,
    words::how_many,
};
use compared::Compared;
use serde::Serialize;

/// What the log says about one pattern.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pattern {
    /// Its name.
    pub id: &'static str,
    /// What was compared with what.
    pub looked_at: &'static str,
    /// Whether the log shows it.
    pub showing: Showing,
    /// How many of the runs it is about could be compared.
    pub events: usize,
    /// How many others they were compared with.
    pub others: usize,
    /// How much more was measured after these than after the others (less, if negative); `None`
    /// where it cannot be told.
    pub difference: Option<Amount>,
    /// The same in standard deviations of the runner's own ups and downs.
    pub effect: Option<f64>,
    /// The conclusion and its numbers.
    pub message: String,
    /// What to supply where it cannot be told; empty otherwise.
    pub advice: String,
    /// How strongly it is known that such patterns mean something.
    pub grade: Grade,
}

/// Whether a log shows a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Showing {
    /// Often enough, and clearly enough.
    Shows,
    /// There are enough events, and no clear difference.
    DoesNotShow,
    /// There are too few events.
    CannotTell,
}

/// A pattern to look for: which runs, compared with which, by what, and how clearly.
#[derive(Debug)]
pub struct Look {
    /// Its name.
    pub id: &'static str,
    /// What is compared with what.
    pub looked_at: &'static str,
    /// What is measured, as it follows "Nothing shows:".
    measured: &'static str,
    /// The conclusion where it shows.
    concludes: &'static str,
    /// The runs it is about, in the plural.
    these: &'static str,
    /// What they are compared with, in the plural.
    those: &'static str,
    unit: Unit,
    /// How a number is told: `3.4 of 5`.
    told: fn(f64) -> String,
    /// 1 where more shows the pattern, −1 where less does.
    sign: f64,
    /// Events needed on either side.
    pub fewest: usize,
    /// Difference needed, in the unit.
    least: f64,
    /// Ups and downs smaller than this are not told apart.
    finest: f64,
    /// How strongly it is known that such patterns mean something.
    pub grade: Grade,
    /// What to supply where it cannot be told.
    pub supply: &'static str,
    gather: fn(&Case<'_>) -> Gathered,
}

/// What was measured after the runs a pattern is about, and after the others.
#[derive(Debug, Default)]
struct Gathered {
    these: Vec<f64>,
    those: Vec<f64>,
    /// One sentence more, where something stands out.
    remark: Option<String>,
}

const LOOKS: [&Look; 6] = [
    &tiredness::AFTER_RUNS_WITHOUT_A_JOB,
    &soreness::SLOWER_RECOVERY,
    &soreness::AFTER_LONG_RUNS,
    &tiredness::AFTER_HARD_RUNS,
    &sessions::BETTER_AFTER_SLOW_RECOVERY,
    &tiredness::LIGHTER_AFTER_RECOVERY,
];

/// A difference counts from one standard deviation on (article "progression": patterns in a log).
pub const EFFECT_MIN: f64 = 1.0;
/// And from so many standard errors on: with six looks, chance alone passes it in about one log of
/// twenty (one-sided 0.05 divided by six; Bonferroni), and in fewer where one standard deviation is
/// more than that.
const CHANCE: f64 = 2.4;

/// Every pattern, whether the log up to the day judged shows it or not.
pub fn patterns(case: &Case<'_>) -> Vec<Pattern> {
    LOOKS.into_iter().map(|look| pattern(look, &(look.gather)(case))).collect()
}

/// Everything that is looked for.
pub fn looks() -> impl Iterator<Item = &'static Look> {
    LOOKS.into_iter()
}

/// The names of the patterns that are looked for.
pub fn pattern_names() -> [&'static str; 6] {
    LOOKS.map(|look| look.id)
}

/// How many were looked for and how many showed, in a sentence.
pub fn summed_up(patterns: &[Pattern]) -> String {
    let count = |showing| patterns.iter().filter(|it| it.showing == showing).count();
    let looked = format!("Of {} patterns looked for", patterns.len());
    match (count(Showing::Shows), count(Showing::DoesNotShow), count(Showing::CannotTell)) {
        (0, 0, _) => format!("{looked} none can be told yet: your log says too little."),
        (shown, hidden, 0) => {
            format!("{looked} {} and {}.", show(shown, ""), show(hidden, " not"))
        }
        (shown, hidden, untold) => format!(
            "{looked} {}, {}, and of {} your log says too little.",
            show(shown, ""),
            show(hidden, " not"),
            how_many(untold)
        ),
    }
}

/// `one shows`, `three do not show`.
fn show(count: usize, not: &str) -> String {
    let verb = match (count, not) {
        (0 | 1, "") => "shows",
        (_, "") => "show",
        (0 | 1, _) => "does not show",
        _ => "do not show",
    };
    format!("{} {verb}", how_many(count))
}

fn pattern(look: &Look, gathered: &Gathered) -> Pattern {
    let (events, others) = (gathered.these.len(), gathered.those.len());
    let are_enough = events.min(others) >= look.fewest;
    let compared = Compared::of(&gathered.these, &gathered.those, look.finest);
    let compared = compared.filter(|_| are_enough);
    Pattern {
        id: look.id,
        looked_at: look.looked_at,
        showing: showing(look, compared),
        events,
        others,
        difference: compared.map(|it| Amount { value: it.difference(), unit: look.unit }),
        effect: compared.map(Compared::effect),
        message: message(look, gathered, compared),
        advice: compared.map_or_else(|| look.supply.to_owned(), |_| String::new()),
        grade: look.grade,
    }
}

/// Whether it shows; `None` compared means that there are too few events.
fn showing(look: &Look, compared: Option<Compared>) -> Showing {
    let Some(compared) = compared else { return Showing::CannotTell };
    let is_large = look.sign * compared.difference() >= look.least;
    let is_clear =
        look.sign * compared.effect() >= EFFECT_MIN.max(CHANCE * compared.effect_error());
    if is_large && is_clear { Showing::Shows } else { Showing::DoesNotShow }
}

fn message(look: &Look, gathered: &Gathered, compared: Option<Compared>) -> String {
    let (events, others) = (gathered.these.len(), gathered.those.len());
    let Some(compared) = compared else {
        return format!(
            "It takes {} {} and as many {} to compare; so far {} of the first and {} of the second \
             can be used.",
            look.fewest,
            look.these,
            look.those,
            how_many(events),
            how_many(others)
        );
    };
    let numbers = format!(
        "{} after {events} {}, {} after {others} {}.",
        (look.told)(compared.these),
        look.these,
        (look.told)(compared.those),
        look.those
    );
    if showing(look, Some(compared)) == Showing::DoesNotShow {
        return format!("Nothing shows: {} was {numbers}", look.measured);
    }
    let remark = gathered.remark.as_ref().map_or_else(String::new, |remark| format!(" {remark}"));
    format!("{}: {} was {numbers}{remark}", look.concludes, look.measured)
}

/// A number on the scale of five.
fn of_five(value: f64) -> String {
    format!("{value:.1} of 5")
}

/// A number on the scale of ten.
fn of_ten(value: f64) -> String {
    format!("{value:.1} of 10")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// How a pattern shows in a log, with its events on both sides.
    fn look_for(id: &str, weeks: &str) -> (Showing, usize, usize) {
        let pattern = found(id, weeks);
        (pattern.showing, pattern.events, pattern.others)
    }

    fn found(id: &str, weeks: &str) -> Pattern {
        let example = example(weeks);
        let patterns = patterns(&example.case());
        patterns.into_iter().find(|pattern| pattern.id == id).expect("it is looked for")
    }

    fn weeks_with_and_without_a_job(weeks: i64, without: u8, with: u8) -> String {
        format!(
            "{weeks} weeks:
             Mon  easy 45min
             check-in Tue: fatigue {without}
             Thu  easy 45min (meant as easy)
             check-in Fri: fatigue {with}"
        )
    }

    #[test]
    fn the_summary_says_only_what_there_is() {
        use Showing::{CannotTell, DoesNotShow, Shows};
        let of = |showings: &[Showing]| {
            let weeks = weeks_with_and_without_a_job(5, 4, 2);
            let pattern = found("tired-after-runs-without-a-job", &weeks);
            let with = |showing: &Showing| Pattern { showing: *showing, ..pattern.clone() };
            summed_up(&showings.iter().map(with).collect::<Vec<_>>())
        };
        assert_eq!(
            of(&[CannotTell, CannotTell]),
            "Of 2 patterns looked for none can be told yet: your log says too little."
        );
        assert_eq!(
            of(&[Shows, DoesNotShow, DoesNotShow]),
            "Of 3 patterns looked for 1 shows and 2 do not show."
        );
        assert_eq!(
            of(&[DoesNotShow, CannotTell]),
            "Of 2 patterns looked for none shows, 1 does not show, and of 1 your log says too little."
        );
    }

    #[test]
    fn runs_without_a_job_that_tire_show_from_six_of_either_kind_on() {
        let id = "tired-after-runs-without-a-job";
        let check = |weeks, without, showing| {
            let weeks_text = weeks_with_and_without_a_job(weeks, without, 2);
            let events = weeks as usize;
            assert_eq!(look_for(id, &weeks_text), (showing, events, events));
        };
        check(6, 4, Showing::Shows);
        check(6, 2, Showing::DoesNotShow);
        check(6, 1, Showing::DoesNotShow);
        check(5, 4, Showing::CannotTell);
    }

    #[test]
    fn a_planned_easy_run_has_a_job() {
        let weeks = "6 weeks:\nMon easy 45min\nplanned Mon: easy 45min\ncheck-in Tue: fatigue 2";
        let (_, without, with) = look_for("tired-after-runs-without-a-job", weeks);
        assert_eq!((without, with), (0, 6));
    }

    #[test]
    fn low_mood_counts_with_tiredness() {
        let weeks = weeks_with_and_without_a_job(6, 3, 3)
            .replace("check-in Tue: fatigue 3", "check-in Tue: fatigue 3, mood 1")
            .replace("check-in Fri: fatigue 3", "check-in Fri: fatigue 3, mood 5");
        let pattern = found("tired-after-runs-without-a-job", &weeks);
        assert_eq!(pattern.difference.unwrap().value, 2.0);
        assert_eq!(
            pattern.message,
            "Runs without a job seem to cost you energy: tiredness the next day (low mood counts \
             with it) was 4.0 of 5 after 6 runs without a job, 2.0 of 5 after 6 easy runs with one."
        );
    }

    #[test]
    fn soreness_that_lasts_longer_than_it_did_shows() {
        let id = "slower-recovery-from-hard-runs";
        let hard = |weeks, sore: [u8; 3]| {
            let [tuesday, wednesday, thursday] = sore;
            format!(
                "{weeks} weeks:
                 Mon  6x(800m / 2min jog)
                 check-in Tue: soreness {tuesday}
                 check-in Wed: soreness {wednesday}
                 check-in Thu: soreness {thursday}
                 check-in Fri: soreness 1
                 "
            )
        };
        let quick = hard(10, [1, 1, 1]);
        let slow = format!("{quick}{}", hard(6, [5, 5, 4]));
        assert_eq!(look_for(id, &slow), (Showing::Shows, 8, 8));
        assert_eq!(look_for(id, &hard(16, [5, 5, 4])), (Showing::DoesNotShow, 8, 8));
        assert_eq!(look_for(id, &hard(4, [5, 5, 4])), (Showing::CannotTell, 4, 0));
    }

    #[test]
    fn soreness_is_followed_no_farther_than_it_was_answered() {
        let weeks = "8 weeks:\nMon 6x(800m / 2min jog)\ncheck-in Tue: soreness 5\n\
                     check-in Sat: soreness 1";
        let (_, now, _) = look_for("slower-recovery-from-hard-runs", weeks);
        assert_eq!(now, 0);
    }

    fn weeks_with_long_runs(weeks: i64, sore: u8, site: &str) -> String {
        format!(
            "{weeks} weeks:
             Tue  easy 45min
             check-in Wed: soreness 1
             Sat  long 20km
             check-in Sun: soreness {sore}{site}"
        )
    }

    #[test]
    fn a_place_that_is_sore_after_long_runs_is_named() {
        let id = "soreness-after-long-runs";
        let pattern = found(id, &weeks_with_long_runs(5, 5, " Left calf"));
        assert_eq!(pattern.showing, Showing::Shows);
        assert_eq!(
            pattern.message,
            "Long runs leave you sore: soreness the next day was 5.0 of 10 after 5 long runs, 1.0 \
             of 10 after 5 other runs. After 5 of the long runs you named one place: left calf."
        );
        assert!(!found(id, &weeks_with_long_runs(5, 5, "")).message.contains("place"));
        assert_eq!(look_for(id, &weeks_with_long_runs(5, 1, "")).0, Showing::DoesNotShow);
        assert_eq!(look_for(id, &weeks_with_long_runs(4, 5, "")).0, Showing::CannotTell);
    }

    #[test]
    fn hard_runs_that_tire_show_and_the_kind_that_tires_most_is_named() {
        let weeks = |interval: u8, tempo: u8| {
            format!(
                "5 weeks:
                 Mon  easy 10min + 6x(800m / 2min jog) + easy 10min
                 check-in Tue: fatigue {interval}
                 Wed  easy 45min
                 check-in Thu: fatigue 2
                 Fri  easy 15min + tempo 25min @4:05 + easy 10min
                 check-in Sat: fatigue {tempo}"
            )
        };
        let pattern = found("tired-after-hard-runs", &weeks(5, 4));
        assert_eq!((pattern.showing, pattern.events, pattern.others), (Showing::Shows, 10, 5));
        assert!(pattern.message.ends_with("It was highest after intervals (5.0 of 5)."));
        assert_eq!(look_for("tired-after-hard-runs", &weeks(2, 2)).0, Showing::DoesNotShow);
    }

    #[test]
    fn hard_runs_after_easy_days_kept_easy_are_compared_within_their_kind() {
        let weeks = |rep: &str| {
            format!(
                "8 weeks:
                 Tue  easy 40min
                 Wed  6x(800m @{rep} / 2min jog)
                 Fri  steady 40min @4:25
                 Sat  6x(800m @3:50 / 2min jog)"
            )
        };
        let id = "better-hard-runs-after-slow-recovery";
        assert_eq!(look_for(id, &weeks("3:40")), (Showing::Shows, 8, 8));
        assert_eq!(look_for(id, &weeks("3:50")), (Showing::DoesNotShow, 8, 8));
        let seven = weeks("3:40").replace("8 weeks", "7 weeks");
        assert_eq!(look_for(id, &seven), (Showing::CannotTell, 7, 7));
    }

    #[test]
    fn legs_that_come_lighter_after_a_recovery_run_show() {
        let weeks = |prepared: u8| {
            format!(
                "5 weeks:
                 Mon  recovery 30min
                 Tue  6x(800m / 2min jog)
                 check-in Tue: fatigue {prepared}
                 Sat  long 20km
                 check-in Sat: fatigue 4"
            )
        };
        let id = "lighter-after-recovery";
        assert_eq!(look_for(id, &weeks(2)), (Showing::Shows, 5, 5));
        assert_eq!(look_for(id, &weeks(4)), (Showing::DoesNotShow, 5, 5));
        assert_eq!(look_for(id, &weeks(5)), (Showing::DoesNotShow, 5, 5));
    }

    #[test]
    fn a_difference_that_chance_could_make_does_not_show() {
        let week = |other: u8, long: u8| {
            weeks_with_long_runs(1, long, "").replace("soreness 1", &format!("soreness {other}"))
        };
        let weeks = [week(1, 4), week(3, 2), week(1, 4), week(3, 2), week(1, 4)].join("\n");
        let pattern = found("soreness-after-long-runs", &weeks);
        assert!(pattern.effect.unwrap() > EFFECT_MIN);
        assert_eq!(pattern.showing, Showing::DoesNotShow);
    }

    #[test]
    fn an_empty_log_says_what_to_supply_and_how_many_were_looked_for() {
        let patterns = patterns(&example("1 week:\nMon rest").case());
        assert!(patterns.iter().all(|pattern| !pattern.advice.is_empty()));
        assert_eq!(
            summed_up(&patterns),
            "Of 6 patterns looked for none can be told yet: your log says too little."
        );
    }
}
