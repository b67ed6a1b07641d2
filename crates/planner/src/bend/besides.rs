//! Training beside running, once the runs around it have changed: what lies on a day of illness, before a
//! key session or before a race moves to a day that suits it, or is left out. What stands where it may
//! stays where it is.

use super::{Bending, Draft, Event, words};
use crate::plan::beside_running::BEFORE_RACE;
use rulebook::words::listed;
use training::{
    Beside, Date, Purpose, Sport,
    calendar::{add_days, days_between},
};

/// Gives what is trained beside running its place again.
pub(super) fn settle(bending: &mut Bending<'_>, event: &Event) {
    let old = Draft::of(bending.plan);
    let (mut moved, mut dropped) = (Vec::new(), Vec::new());
    for (day, beside) in bending.draft.besides_from(bending.from) {
        let closed = is_closed(bending, &old, event, day);
        let stands = |draft: &Draft| stands(draft, day, beside);
        if !closed && (stands(&bending.draft) || !stands(&old)) {
            continue;
        }
        bending.draft.take_beside(day, beside);
        let what = format!("{} on {}", beside.word(), words::day(day));
        match other_day(bending, &old, day, beside).filter(|_| !closed) {
            Some(other) => {
                bending.draft.put_beside(other, beside);
                moved.push(format!("{what} to {}", words::day(other)));
            }
            None => dropped.push(what),
        }
    }
    say(bending, "moves with the runs around it", &moved);
    say(bending, "is left out with the runs around it", &dropped);
}

fn say(bending: &mut Bending<'_>, what_becomes: &str, said: &[String]) {
    if said.is_empty() {
        return;
    }
    let text = format!("Beside running, this {what_becomes}: {}.", listed(said));
    bending.say(text, &["make-room-for-strength"]);
}

/// Whether a day holds no training at all: in an illness, or where the body asks today for rest.
fn is_closed(bending: &Bending<'_>, old: &Draft, event: &Event, day: Date) -> bool {
    match *event {
        Event::Sick { from, to, .. } => (from..=to).contains(&day),
        Event::RedCheckIn => {
            let today = bending.reality.case.on;
            day == today && !old.on(day).is_empty() && bending.draft.on(day).is_empty()
        }
        _ => false,
    }
}

/// Whether a day suits it: none lies just before a race; strength is never on the day of a long run nor
/// before a key session, and everything else wants a day without running.
fn stands(draft: &Draft, day: Date, beside: Beside) -> bool {
    let race = draft.race_from(day).map(|race| days_between(day, race));
    if race.is_some_and(|days| days <= BEFORE_RACE) {
        return false;
    }
    if beside.sport != Sport::Strength {
        return draft.on(day).is_empty();
    }
    let is_long = draft.on(day).iter().any(|it| it.main_purpose() == Purpose::Long);
    !is_long && !draft.is_key(add_days(day, 1))
}

/// The day of its week that its run moved to, else the nearest that suits it, with a day free of it on
/// either side.
fn other_day(bending: &Bending<'_>, old: &Draft, day: Date, beside: Beside) -> Option<Date> {
    let draft = &bending.draft;
    let week = draft.week_of(day);
    let is_apart = |other: Date| {
        let near = (-1..=1).map(|step| add_days(other, step));
        near.into_iter().all(|it| draft.besides_on(it).iter().all(|own| own.sport != beside.sport))
    };
    let suits = |other: &Date| {
        *other != day
            && *other >= bending.from
            && draft.besides_on(*other).is_empty()
            && is_apart(*other)
            && stands(draft, *other, beside)
    };
    let with_its_run = |other: Date| {
        !old.on(day).is_empty() && draft.on(other) == old.on(day) && old.on(other) != old.on(day)
    };
    let days = (0..7).map(|step| add_days(week.start, step)).filter(suits);
    days.min_by_key(|it| (!with_its_run(*it), days_between(day, *it).abs(), *it < day))
}
