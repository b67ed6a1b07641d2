//! A plan that bends: what becomes of it when days are missed, an illness or a journey comes between,
//! a race is added, a session is moved, or a run was not planned. A bend is a proposal: it never
//! touches the plan that was accepted. Key sessions survive and fillers go first; nothing is made up
//! for; and no firm rule is broken that the plan kept before.

mod besides;
mod draft;
mod event;
mod free_run;
mod goal_race;
mod look;
mod mend;
mod missed;
mod moving;
mod race;
mod race_day;
mod red;
mod review;
mod sessions;
mod stale;
mod travel;
mod way_back;
mod words;

pub use event::{Bend, Change, Event, Possible, Reason};
pub use stale::{Stale, stale};

use crate::{Action, plan::Broken};
use draft::Draft;
use look::{Look, Reality};
use rulebook::{Case, Doctrine, RuleId};
use std::cell::OnceCell;
use training::{Date, Metres, Plan, Planned, calendar::add_days};

/// What becomes of a plan when something happens. The case holds the runs so far; the plan is the one
/// that was accepted, and stays as it is.
pub fn bend(plan: &Plan, case: &Case<'_>, doctrine: &Doctrine, event: &Event) -> Bend {
    let mut bending = Bending::of(plan, case, doctrine);
    match *event {
        Event::Missed { from, to } => missed::missed(&mut bending, from, to),
        Event::Sick { from, to, eased } => missed::sick(&mut bending, (from, to), eased),
        Event::Travel { from, to, possible } => travel::travel(&mut bending, (from, to), possible),
        Event::Race { day, distance } => race::race(&mut bending, day, distance),
        Event::Move { from, to } => moving::asked(&mut bending, from, to),
        Event::RedCheckIn => red::red(&mut bending),
        Event::FreeRun { day, counted } => free_run::free_run(&mut bending, day, counted),
        Event::AsRun => {
            let look = mend::mend_this_week(&mut bending);
            besides::settle(&mut bending, event);
            return bending.result(event, look);
        }
        Event::Review => review::review(&mut bending),
    }
    let look = mend::mend(&mut bending);
    let look = keep_races_safe(&mut bending, event).unwrap_or(look);
    besides::settle(&mut bending, event);
    bending.result(event, look)
}

/// What the day asks of the plan by itself, given what is to be done today: where that is not today's
/// session as planned, what is left of it; else the week under way, beside what was really run.
pub fn asked_by_the_day(plan: &Plan, case: &Case<'_>, doctrine: &Doctrine, action: Action) -> Bend {
    let bent = |event| bend(plan, case, doctrine, &event);
    let swapped = (action != Action::Run).then(|| bent(Event::RedCheckIn));
    swapped.filter(|it| !it.is_unchanged()).unwrap_or_else(|| bent(Event::AsRun))
}

/// Safety outranks a race; of one that stays it is said what the days without running mean for it.
/// Where the event is the runner's own wish for a day or a race, nothing is asked. What the plan
/// breaks where a race was taken out.
fn keep_races_safe(bending: &mut Bending<'_>, event: &Event) -> Option<Look> {
    if matches!(event, Event::Race { .. } | Event::Move { .. }) {
        return None;
    }
    let look = race_day::weigh(bending, event);
    if let Event::Missed { to, .. } | Event::Sick { to, .. } | Event::Travel { to, .. } = *event
        && look.is_none()
    {
        missed::weigh_the_race(bending, to);
    }
    look
}

/// The days on which two plans differ, oldest first.
pub fn differences(before: &Plan, after: &Plan) -> Vec<Change> {
    Draft::of(before).changes(&Draft::of(after), before.begins)
}

/// The hard session after a day that an accepted change made easy: the first one after an illness.
pub fn eased(before: &Plan, after: &Plan, last: Date) -> Option<Date> {
    let (was, is) = (Draft::of(before), Draft::of(after));
    let is_eased = |day: &Date| was.is_hard(*day) && !is.is_hard(*day) && !is.on(*day).is_empty();
    was.days_from(add_days(last, 1)).into_iter().find(is_eased)
}

/// How much less an accepted plan holds than it did before a change.
pub fn taken(before: &Plan, after: &Plan, case: &Case<'_>) -> Metres {
    let ruler = sessions::Ruler::of(case);
    let whole = |plan: &Plan| -> f64 {
        plan.planned().iter().map(|planned| ruler.distance(&planned.session).0).sum()
    };
    Metres((whole(before) - whole(after)).max(0.0))
}

/// A plan while it is being bent.
struct Bending<'a> {
    plan: &'a Plan,
    doctrine: &'a Doctrine,
    /// What was run, and how a session would be run.
    reality: Reality<'a>,
    /// The plan as it will be.
    draft: Draft,
    /// The first day that may still change: today, or tomorrow once today's running is done.
    from: Date,
    reasons: Vec<Reason>,
    /// What the plan would break if it went on unbent, once it was looked at.
    before: OnceCell<Look>,
}

impl<'a> Bending<'a> {
    fn of(plan: &'a Plan, case: &Case<'a>, doctrine: &'a Doctrine) -> Self {
        let from = case.first_open_day();
        let draft = Draft::of(plan);
        let reality = Reality::of(case, doctrine, &draft, from);
        let (reasons, before) = (Vec::new(), OnceCell::new());
        Self { plan, doctrine, reality, draft, from, reasons, before }
    }

    /// What the plan would break if it went on unbent.
    fn before(&self) -> &Look {
        self.before.get_or_init(|| self.reality.look(&Draft::of(self.plan)))
    }

    /// What the plan as it will be breaks and the plan as it stands does not.
    fn broken_anew(&self, look: &Look) -> Vec<Broken> {
        self.reality.beyond(look, self.before())
    }

    /// Says why, with the rules behind it.
    fn say(&mut self, text: impl Into<String>, rules: &[&'static str]) {
        let rules = rules.iter().map(|rule| RuleId(rule)).collect();
        let reason = Reason { text: text.into(), rules };
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// Whether a day lies in the plan and may still change.
    fn may_change(&self, day: Date) -> bool {
        day >= self.from && self.draft.holds(day)
    }

    /// How far what is planned for a day goes, in metres.
    fn length(&self, day: Date) -> f64 {
        self.reality.planned_distance(&self.draft, day, day)
    }

    /// How far what is planned for some days goes, in metres.
    fn lengths(&self, days: &[Date]) -> f64 {
        days.iter().map(|day| self.length(*day)).sum()
    }

    /// Those of some days that hold neither a hard nor a long run.
    fn fillers(&self, days: &[Date]) -> Vec<Date> {
        days.iter().copied().filter(|day| !self.draft.is_key(*day)).collect()
    }

    /// Which of some days a week can spare best: the shortest filler, else the shortest key session.
    fn least(&self, days: &[Date]) -> Option<Date> {
        let worth = |day: &Date| (self.draft.is_key(*day), self.length(*day));
        days.iter().copied().min_by(|one, other| {
            let ((key, length), (other_key, other_length)) = (worth(one), worth(other));
            key.cmp(&other_key).then(length.total_cmp(&other_length))
        })
    }

    /// Cuts every session of a day to a share of it.
    fn cut_to_share(&mut self, day: Date, share: f64) {
        let ruler = self.reality.ruler;
        self.draft.each(day, |it| ruler.cut(it, Metres(share * ruler.distance(it).0)));
    }

    /// Makes easy what is hard on a day; a race stays.
    fn make_easy(&mut self, day: Date) {
        let ruler = self.reality.ruler;
        self.draft.each(day, |session| ruler.easy_instead(session));
    }

    fn result(self, event: &Event, look: Look) -> Bend {
        let old = Draft::of(self.plan);
        let changes = old.changes(&self.draft, self.from);
        let plan = if changes.is_empty() { self.plan.clone() } else { self.draft.plan() };
        Bend {
            event: event.clone(),
            kept: self.kept(&old, &changes),
            key_sessions: old.key_sessions_kept(&self.draft, self.from, self.reality.ruler),
            plan,
            changes,
            reasons: self.reasons,
            still_broken: look.into_broken(),
        }
    }

    /// The key sessions that stay as they are in the weeks that change, and the race.
    fn kept(&self, old: &Draft, changes: &[Change]) -> Vec<Planned> {
        let touched = |day: Date| changes.iter().any(|it| old.week_of(it.date) == old.week_of(day));
        let stays = |day: Date| changes.iter().all(|it| it.date != day);
        old.key_sessions(self.from, self.reality.ruler)
            .into_iter()
            .filter(|it| stays(it.date) && (old.is_race(it.date) || touched(it.date)))
            .collect()
    }
}
