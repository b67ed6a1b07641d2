//! A plan beside what was run: each session done, done on another day, missed, or overdone; and the
//! runs that nobody planned. Judges nothing: how much of a plan should be run is for the rules to say.

mod besides;
mod beyond;
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
    /// How it went beyond what was asked.
    pub beyond: Vec<Beyond>,
}

impl Deed<'_> {
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
    /// It was run on its day.
    Done,
    /// It was run on another day of its week.
    Moved,
    /// It was not run.
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
        let own = planned.iter().filter(|it| week.holds(it.date)).cloned();
        ReviewedWeek {
            number,
            week,
            deeds: pairs::deeds(case, own.collect(), week, easy),
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
    let is_done = case.has_run_today();
    planned.iter().find(|it| it.date > case.on || (it.date == case.on && !is_done))
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
            format!("{day} {:?}{}", deed.outcome, beyond.collect::<String>())
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
