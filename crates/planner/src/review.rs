//! A plan beside what was run: each session done, done on another day, cut short, missed, or overdone; and
//! the runs that nobody planned. Judges nothing: how much of a plan should be run is for the rules to say.

mod besides;
mod beyond;
mod job;
mod pairs;

pub use besides::{Besides, besides};
pub use beyond::Beyond;

use rulebook::{
    Case,
    measures::plan::{Adherence, adherence},
};
use serde::Serialize;
use training::{MetresPerSecond, NamedRun, Plan, Planned, Week};

/// A plan beside what was run.
#[derive(Debug, Clone, PartialEq)]
pub struct Review<'a> {
    /// The weeks that have begun, oldest first.
    pub weeks: Vec<ReviewedWeek<'a>>,
    /// Plan and deed over all of them; `None` before the first day.
    pub adherence: Option<Adherence>,
    /// The next session.
    pub next: Option<Planned>,
}

/// One week of a plan beside what was run.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewedWeek<'a> {
    /// Its number, from one.
    pub number: usize,
    /// Its days.
    pub week: Week,
    /// What became of each session, and the runs that nobody planned, by day.
    pub deeds: Vec<Deed<'a>>,
    /// Plan and deed over the week, as far as it has gone.
    pub adherence: Option<Adherence>,
}

/// A session and what was run for it, or a run that nobody planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed<'a> {
    /// The session; `None` where nobody planned the run.
    pub planned: Option<Planned>,
    /// What was run; empty where nothing was.
    pub runs: Vec<&'a NamedRun>,
    /// What became of it.
    pub outcome: Outcome,
    /// How it went beyond what was asked; nothing where the session was not done.
    pub beyond: Vec<Beyond>,
    /// By which share it was shorter than asked; `None` where it was not, or not done.
    pub short_by: Option<f64>,
}

impl Deed<'_> {
    /// Whether a session was not done and nobody said why.
    pub const fn is_missed(&self) -> bool {
        matches!(self.outcome, Outcome::Missed | Outcome::Other)
    }

    /// Whether it went beyond what was asked.
    pub const fn is_overcooked(&self) -> bool {
        !self.beyond.is_empty()
    }

    /// Whether the session is one of those that a plan is about.
    pub fn is_key(&self) -> bool {
        self.planned.as_ref().is_some_and(|it| it.session.main_purpose().is_key())
    }

    /// The day of the run, or of the session where nothing was run.
    pub fn day(&self) -> training::Date {
        let run = self.runs.first().map(|run| run.date());
        run.or(self.planned.as_ref().map(|it| it.date)).unwrap_or_default()
    }
}

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Its job was done on its day.
    Done,
    /// It was done on another day of its week.
    Moved,
    /// Its job was done, more than 15 % shorter than asked.
    Shorter,
    /// It was not done: what was run on its day had another job.
    Other,
    /// Nothing was run for it.
    Missed,
    /// It was left out because of pain, illness, soreness or exhaustion.
    Spared,
    /// Its day is still to come.
    ToCome,
    /// Nobody planned the run.
    Unplanned,
}

/// Puts a plan beside the runs up to the day judged. `easy` is the speed of running without a pace.
pub fn review<'a>(case: &Case<'a>, plan: &Plan, easy: MetresPerSecond) -> Review<'a> {
    let mut planned = plan.planned();
    planned.retain(|it| !it.session.is_rest());
    let weeks = (0..plan.weeks.len()).map(|index| (index + 1, plan.week(index)));
    let weeks = weeks.filter(|(_, week)| week.start <= case.on).map(|(number, week)| {
        let own: Vec<Planned> = planned.iter().filter(|it| week.holds(it.date)).cloned().collect();
        ReviewedWeek {
            number,
            week,
            deeds: pairs::deeds(case, &own, week, easy),
            adherence: adherence(case, week.start, week.end()),
        }
    });
    Review {
        weeks: weeks.collect(),
        adherence: adherence(case, plan.begins, last_day(plan)),
        next: next(case, &planned).cloned(),
    }
}

fn last_day(plan: &Plan) -> training::Date {
    plan.week(plan.weeks.len().saturating_sub(1)).end()
}

/// The first session after the day judged, or on it while nothing was run.
fn next<'a>(case: &Case<'_>, planned: &'a [Planned]) -> Option<&'a Planned> {
    let first = case.first_open_day();
    planned.iter().find(|it| it.date >= first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::examples::example;
    use training::plan::parse_plan;

    const EASY: MetresPerSecond = MetresPerSecond::from_seconds_per_km(360.0);

    /// Each deed of the last week in a line: its day, what became of it, and how it went beyond.
    #[track_caller]
    fn check(plan: &str, week: &str, expected: &[&str]) {
        let example = example(&format!("1 week:\n{week}"));
        let mut case = example.case();
        let plan = parse_plan(plan, example.last_week().start).unwrap();
        let planned = plan.planned();
        case.planned = &planned;
        let review = review(&case, &plan, EASY);
        let told = review.weeks[0].deeds.iter().map(|deed| {
            let beyond = deed.beyond.iter().map(|beyond| match beyond {
                Beyond::Longer(share) => format!(", {:.0} % longer", 100.0 * share),
                Beyond::Faster(share) => format!(", {:.0} % faster", 100.0 * share),
                Beyond::Harder => ", harder".to_owned(),
            });
            let day = deed.day().strftime("%a");
            let short = deed.short_by.map(|short| format!(", {:.0} %", 100.0 * short));
            let told = beyond.chain(short).collect::<String>();
            format!("{day} {:?}{told}", deed.outcome)
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_session_is_done_missed_or_moved() {
        check(
            "Mon easy 8km\nTue easy 8km\nFri easy 8km",
            "Mon easy 8km\nThu easy 7km",
            &["Mon Done", "Thu Moved", "Fri Missed"],
        );
    }

    #[test]
    fn a_hard_session_is_not_made_up_for_by_an_easy_run() {
        check(
            "Tue easy 2km + 5x(1km @4:00 / 400m jog) + easy 2km\nSun long 14km",
            "Wed easy 8km\nSun long 14km",
            &["Tue Missed", "Wed Unplanned", "Sun Done"],
        );
    }

    const TEMPO: &str = "Tue easy 15min + tempo 25min + easy 10min";

    #[test]
    fn an_easy_run_on_the_day_of_a_tempo_run_is_another_run_however_long() {
        check(TEMPO, "Tue easy 90min", &["Tue Other"]);
    }

    #[test]
    fn a_tempo_run_on_the_day_after_is_the_tempo_run() {
        check(
            &format!("{TEMPO}\nWed easy 8km"),
            "Wed easy 15min + tempo 25min + easy 10min",
            &["Wed Moved", "Wed Missed"],
        );
    }

    #[test]
    fn an_easy_day_run_too_hard_is_done_and_takes_no_run_of_another_day() {
        check(
            "Mon easy 8km\nWed easy 15min + 6x(3min / 2min jog) + easy 10min",
            "Mon tempo 8km @4:15\nWed easy 9km",
            &["Mon Done, harder", "Wed Other"],
        );
    }

    #[test]
    fn two_days_of_a_week_may_change_places() {
        check(
            &format!("{TEMPO}\nThu easy 8km"),
            "Tue easy 8km\nThu easy 15min + tempo 25min + easy 10min",
            &["Tue Moved", "Thu Moved"],
        );
    }

    #[test]
    fn intervals_are_no_tempo_run() {
        check(TEMPO, "Tue easy 10min + 6x(800m @3:40 / 2min jog) + easy 10min", &["Tue Other"]);
    }

    #[test]
    fn hills_stand_for_intervals_and_a_race_for_any_hard_work() {
        check(
            "Tue easy 10min + 6x(3min / 2min jog) + easy 10min\nSat tempo 10km",
            "Tue easy 10min + hills 6x(3min / 2min jog) + easy 10min\nSat race 10km @4:00",
            &["Tue Done", "Sat Done"],
        );
    }

    #[test]
    fn what_the_runner_says_a_run_was_for_counts() {
        check(TEMPO, "Tue easy 50min (meant as tempo)", &["Tue Done"]);
        check(TEMPO, "Tue easy 15min + tempo 25min + easy 10min (meant as easy)", &["Tue Other"]);
    }

    #[test]
    fn half_of_an_easy_run_is_shorter_and_neither_done_nor_overdone() {
        check("Wed easy 14km @6:00", "Wed easy 7km @4:50", &["Wed Shorter, 50 %"]);
    }

    #[test]
    fn what_is_shorter_by_15_percent_is_done() {
        check(
            "Mon easy 10km\nWed easy 10km",
            "Mon easy 8.5km\nWed easy 8.4km",
            &["Mon Done", "Wed Shorter, 16 %"],
        );
    }

    #[test]
    fn a_tempo_run_cut_short_is_shorter() {
        check(TEMPO, "Tue easy 10min + tempo 25min", &["Tue Shorter, 30 %"]);
    }

    #[test]
    fn a_long_run_is_told_by_its_length_and_less_than_half_of_it_is_another_run() {
        check("Sun long 20km", "Sun easy 18km", &["Sun Done"]);
        check("Sun long 20km", "Sun easy 12km", &["Sun Shorter, 40 %"]);
        check("Sun long 20km", "Sun easy 9km", &["Sun Other"]);
    }

    #[test]
    fn a_run_of_another_day_counts_from_half_of_the_session() {
        check("Mon easy 10km", "Tue easy 5km", &["Tue Shorter, 50 %"]);
        check("Mon easy 10km", "Tue easy 4km", &["Mon Missed", "Tue Unplanned"]);
    }

    #[test]
    fn a_short_hard_run_is_no_easy_run() {
        check("Wed easy 14km", "Wed tempo 5km @4:15", &["Wed Other"]);
    }

    #[test]
    fn running_easy_for_pain_instead_of_hard_is_no_miss() {
        check(TEMPO, "Tue easy 5km\ncheck-in Tue: soreness 6 left calf", &["Tue Spared"]);
    }

    #[test]
    fn what_is_longer_by_more_than_15_percent_is_overdone() {
        check(
            "Mon easy 10km\nSun long 14km",
            "Mon easy 11.5km\nSun long 17.5km",
            &["Mon Done", "Sun Done, 25 % longer"],
        );
    }

    #[test]
    fn what_is_faster_or_harder_than_asked_is_overdone() {
        check(
            "Mon easy 10km @6:00\nWed easy 8km",
            "Mon easy 10km @5:00\nWed tempo 8km @4:15",
            &["Mon Done, 20 % faster", "Wed Done, harder"],
        );
    }

    #[test]
    fn leaving_a_run_out_for_pain_is_no_miss() {
        check(
            "Mon easy 8km\nWed easy 8km",
            "Mon easy 8km\ncheck-in Wed: soreness 6 left calf",
            &["Mon Done", "Wed Spared"],
        );
    }

    #[test]
    fn several_recordings_of_a_day_are_one_session() {
        check(
            "Sun easy 2km + 5x(1km @4:00 / 400m jog) + easy 2km",
            "Sun easy 2km\nSun easy 1km + 5x(1km @4:00 / 400m jog)\nSun easy 2km",
            &["Sun Done"],
        );
    }

    #[test]
    fn the_plan_says_what_comes_next() {
        let example = example("1 week:\nMon easy 8km");
        let case = example.case();
        let plan =
            parse_plan("Week 1\nMon easy 8km\nWeek 2\nMon easy 9km", example.last_week().start);
        let plan = plan.unwrap();
        let review = review(&case, &plan, EASY);
        assert_eq!(review.next, plan.planned().get(1).cloned());
    }
}
