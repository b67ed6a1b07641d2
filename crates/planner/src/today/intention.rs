//! What the day would hold if nothing held it back: the plan's session, or what the runner's own
//! rhythm asks for.

use super::{habit::Habit, held::Held, limits::Limits, session};
use rulebook::{
    Allows, Case, Doctrine, RuleId, Topic, measures::roles::hard_run_yesterday, words::count,
};
use training::{Planned, Purpose, Seconds, Session, calendar::add_days};

/// The usual minutes of an easy run, where the log does not tell.
const EASY_MINUTES: f64 = 30.0;
/// The minutes of a first run ever, as the rule about coming back begins.
const FIRST_MINUTES: f64 = 20.0;
/// Where neither the doctrine nor the runner says from how many running days a week the day after
/// something hard is run.
const RECOVERY_RUNS_FROM: f64 = 4.0;

/// What the day would hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Intention {
    /// What is to be run; `None` is rest.
    pub purpose: Option<Purpose>,
    /// The shortest and longest minutes of easy running of that purpose.
    pub minutes: (f64, f64),
    /// The plan's session, where there is one.
    pub planned: Option<Session>,
    /// Why, in a sentence.
    pub why: String,
    /// The minutes of the runner's usual easy run.
    easy_minutes: f64,
    is_done: bool,
}

/// What the day would hold under a doctrine.
pub(super) fn intention(case: &Case<'_>, doctrine: &Doctrine) -> Intention {
    let habit = Habit::of(case);
    let easy_minutes = habit.easy_minutes.unwrap_or(EASY_MINUTES);
    let (purpose, why) = purpose(case, doctrine, &habit);
    let minutes = match purpose {
        Some(Purpose::Recovery) => session::recovery_minutes(case, doctrine),
        Some(Purpose::Easy) if case.first_run_day().is_none() => (FIRST_MINUTES, FIRST_MINUTES),
        Some(Purpose::Long) => around(habit.long_minutes.unwrap_or(easy_minutes)),
        _ => around(easy_minutes),
    };
    Intention {
        purpose,
        minutes,
        planned: planned(case).map(|planned| planned.session.clone()),
        why,
        easy_minutes,
        is_done: case.has_run_today(),
    }
}

fn purpose(case: &Case<'_>, doctrine: &Doctrine, habit: &Habit) -> (Option<Purpose>, String) {
    if case.has_run_today() {
        return (None, "You have run today; that was today's running.".to_owned());
    }
    if let Some(planned) = planned(case) {
        return as_planned(&planned.session);
    }
    if case.first_run_day().is_none() {
        return (Some(Purpose::Easy), "This would be the first run in your log.".to_owned());
    }
    if case.runs_between(add_days(case.on, -56), add_days(case.on, -1)).is_empty() {
        return (Some(Purpose::Easy), "There is no running in the last eight weeks.".to_owned());
    }
    if let Some(before) = hard_run_yesterday(case) {
        return after_hard(before.purpose(), doctrine, habit);
    }
    from_rhythm(habit)
}

fn as_planned(session: &Session) -> (Option<Purpose>, String) {
    if session.is_rest() {
        return (None, "Your plan holds rest today.".to_owned());
    }
    (Some(session.main_purpose()), format!("Your plan holds {session} today."))
}

/// The day after something hard: a recovery run for those who run often enough.
fn after_hard(before: Purpose, doctrine: &Doctrine, habit: &Habit) -> (Option<Purpose>, String) {
    let from = doctrine
        .choice(RuleId("earn-recovery-runs"))
        .map_or(RECOVERY_RUNS_FROM, |choice| choice.parameters().number("none_below"));
    let before = match before {
        Purpose::Long => "a long run",
        Purpose::Race => "a race",
        _ => "a hard run",
    };
    let often = format!("you run on {:.0} days a week", habit.days_a_week);
    if habit.days_a_week.round() >= from {
        let why = format!("Yesterday was {before}, and {often}: a short, slow run has its place.");
        return (Some(Purpose::Recovery), why);
    }
    (None, format!("Yesterday was {before}, and {often}: a day without running does more."))
}

fn from_rhythm(habit: &Habit) -> (Option<Purpose>, String) {
    if habit.is_long_day {
        return (Some(Purpose::Long), "It is the day of your long run.".to_owned());
    }
    if let Some(hard) = habit.hard_purpose {
        return (Some(hard), format!("On this weekday you usually run {hard}."));
    }
    let is_full = habit.days_lately as f64 >= habit.days_a_week.round().max(1.0);
    if !habit.runs_on_this_weekday && is_full {
        let days = count(habit.days_lately, "day");
        let why = format!("You ran on {days} of the last six, as often as in a usual week.");
        return (None, why);
    }
    (Some(Purpose::Easy), "Nothing else is due: an easy run builds the base.".to_owned())
}

fn planned<'a>(case: &Case<'a>) -> Option<&'a Planned> {
    case.planned_between(case.on, case.on).first()
}

fn around(minutes: f64) -> (f64, f64) {
    (0.8 * minutes, 1.1 * minutes)
}

impl Intention {
    /// Whether anything is to be run.
    pub const fn is_run(&self) -> bool {
        self.purpose.is_some()
    }

    /// Whether the day's running is done.
    pub const fn is_done(&self) -> bool {
        self.is_done
    }

    /// An easy run in the place of what the day would hold.
    pub fn easy_instead(&self) -> Self {
        Self {
            purpose: Some(Purpose::Easy),
            minutes: around(self.easy_minutes),
            planned: None,
            ..self.clone()
        }
    }

    /// Whether a hold takes something from it, or makes an easy day of the day after a hard one. What
    /// safety holds a day to is always said.
    pub fn is_shaped_by(&self, held: &Held, limits: &Limits) -> bool {
        let hold = &held.hold;
        let is_safety = held.rule.is_safety() && !self.is_done;
        let Some(purpose) = self.purpose else { return is_safety || !hold.allows.running() };
        let longest = hold.longest.map(Seconds::minutes);
        let farthest = hold.farthest.map(|metres| limits.minutes_within(metres));
        let cap = longest.into_iter().chain(farthest).fold(f64::INFINITY, f64::min);
        let is_cut = cap < self.minutes.1;
        let eases_recovery = purpose == Purpose::Recovery && held.rule.topic == Topic::Recovery;
        let is_eased = hold.allows <= Allows::Easy && (!purpose.is_easy() || eases_recovery);
        let is_shortened = hold.allows <= Allows::Short && purpose == Purpose::Long;
        is_safety || !hold.allows.running() || is_eased || is_shortened || is_cut
    }
}
