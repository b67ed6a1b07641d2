//! After a bend, week by week: what breaks a firm rule is made shorter or easier until it does not,
//! whether the bend broke it or what was really run. A plan is accepted only when it keeps them all.

use super::{
    Bending,
    look::{Look, Walk},
    sessions,
    way_back::{obey, scale},
};
use crate::plan::{Broken, shape::LIGHTER};
use rulebook::Finding;
use std::ops::Range;
use training::{Date, Purpose, Week};

/// So many steps suffice for a week; what is left then was not to be mended by less running.
const MOST_STEPS: usize = 24;
/// Each step leaves this share.
const STEP: f64 = 0.9;
/// Hard work is taken back to this share at a time.
const LESS_WORK: f64 = 0.8;
/// After so many steps that only made it shorter, what is hard becomes easy.
const PATIENCE: usize = 3;
/// After so many that took from every hard session, one after the other becomes easy.
const MORE_PATIENCE: usize = 2 * PATIENCE;
/// After so many that took from all easy running, the longest of it alone is shortened.
const MOST_PATIENCE: usize = 3 * PATIENCE;

/// Goes through the weeks that are left, the earliest first, for a week depends only on those before
/// it. What leaving out all that is left of a week would not mend is let be: no plan could. Returns
/// what the plan still breaks.
pub(super) fn mend(bending: &mut Bending<'_>) -> Look {
    let weeks = bending.reality.open_weeks(&bending.draft);
    mend_weeks(bending, weeks)
}

/// The same for the week under way alone.
pub(super) fn mend_this_week(bending: &mut Bending<'_>) -> Look {
    let weeks = bending.reality.open_weeks(&bending.draft);
    mend_weeks(bending, weeks.start..weeks.end.min(weeks.start + 1))
}

fn mend_weeks(bending: &mut Bending<'_>, weeks: Range<usize>) -> Look {
    let mut rules: Vec<&'static str> = Vec::new();
    let mut left = Look::default();
    let mut walk = bending.reality.walk_to(&bending.draft, weeks.start);
    for index in weeks {
        left.add(mend_week(bending, &mut walk, index, &mut rules));
        walk.go_on();
    }
    rules.sort_unstable();
    rules.dedup();
    if !rules.is_empty() {
        bending.say(
            "Some days are shorter, easier or left out: beside what was really run, a rule would be \
             broken otherwise.",
            &rules,
        );
    }
    left
}

/// Mends a week, and notes for the sake of which rules; what is left of what it broke.
fn mend_week(
    bending: &mut Bending<'_>,
    walk: &mut Walk,
    index: usize,
    rules: &mut Vec<&'static str>,
) -> Look {
    let mut look = bending.reality.look_ahead(walk, &bending.draft, index);
    if look.is_clean() {
        return look;
    }
    let lost = with_nothing_left(bending, walk, index);
    for step in 0..MOST_STEPS {
        let was = bending.draft.clone();
        let mendable = look.broken().iter().filter(|broken| !lost.holds(broken));
        let helped = mendable.into_iter().find(|broken| {
            remedy(bending, bending.draft.week(index), broken, step);
            bending.draft != was
        });
        let Some(broken) = helped else { break };
        rules.push(broken.finding.rule.0);
        look = bending.reality.look_ahead(walk, &bending.draft, index);
    }
    bending.reality.look_ahead(walk, &bending.draft, index)
}

/// What a week breaks even if nothing more is run in it but a race.
fn with_nothing_left(bending: &Bending<'_>, walk: &mut Walk, index: usize) -> Look {
    let week = bending.draft.week(index);
    let mut empty = bending.draft.clone();
    for day in empty.days_between(week.start.max(bending.from), week.end()) {
        if !empty.is_race(day) {
            empty.put(day, Vec::new());
        }
    }
    bending.reality.look_ahead(walk, &empty, index)
}

/// Takes something from a week for the sake of a rule.
fn remedy(bending: &mut Bending<'_>, week: Week, broken: &Broken, step: usize) {
    let finding = &broken.finding;
    match finding.rule.0 {
        "build-long-runs-gradually" => {
            broken
                .day()
                .into_iter()
                .for_each(|it| bending.cut_to_share(it, allowed_share(finding)));
        }
        // Named easy, it would make the usual easy run shorter, and with it the next recovery run.
        "keep-recovery-runs-short" if step < PATIENCE => {
            broken.day().into_iter().for_each(|it| bending.cut_to_share(it, asked_share(finding)));
        }
        // Where recovery runs do not count towards a week, making them shorter does not help.
        "grow-weeks-gently" if step >= MOST_PATIENCE && shorten_longest(bending, week) => {}
        "grow-weeks-gently" => shorten_to(bending, week, allowed_share(finding)),
        "take-cutback-weeks" => lighten(bending, week),
        "take-rest-days" | "double-with-care" => drop_one(bending, week),
        rule if rule.contains("recover") => {
            for day in bending.draft.days_between(week.start.max(bending.from), week.end()) {
                bending.draft.each(day, |it| sessions::as_easy(it, Purpose::Recovery));
            }
        }
        "raise-one-thing-at-a-time" => ease_hard(bending, week, step),
        "return-gently" | "wait-after-long-races" if obeys(bending, week) => {}
        "return-gently" if finding.measured.is_some() => {
            shorten_to(bending, week, asked_share(finding));
        }
        "space-hard-days" | "limit-hard-runs" | "climb-after-a-base" | "wait-after-long-races" => {
            soften(bending, week);
        }
        _ if step >= PATIENCE && soften(bending, week) => {}
        _ => shorten_to(bending, week, STEP),
    }
}

/// Keeps what is left of a week, and what comes after it, to what the rules hold it to; whether that
/// changed the week.
fn obeys(bending: &mut Bending<'_>, week: Week) -> bool {
    let cut = obey(bending, week.start.max(bending.from));
    cut.iter().any(|(day, _)| week.holds(*day))
}

/// The share that would be allowed, of what was found, where both are told as growth.
fn allowed_share(finding: &Finding) -> f64 {
    let numbers = finding.measured.zip(finding.asked);
    let share = numbers
        .map_or(STEP, |(measured, asked)| (1.0 + asked.amount.value) / (1.0 + measured.value));
    share.min(0.995)
}

/// What is asked at most, as a share of what was found.
fn asked_share(finding: &Finding) -> f64 {
    let numbers = finding.measured.zip(finding.asked);
    numbers.map_or(STEP, |(measured, asked)| asked.amount.value / measured.value).min(0.995)
}

/// Less hard work: first a little less of each session, then one of them easy, then less again. A
/// single repetition cannot become less, and becomes easy.
fn ease_hard(bending: &mut Bending<'_>, week: Week, step: usize) {
    let hard = hard_days(bending, week);
    let is_one_too_many = step == PATIENCE - 1 && hard.len() > 1;
    if is_one_too_many || step > MORE_PATIENCE {
        soften(bending, week);
        return;
    }
    let was = bending.draft.clone();
    for day in hard {
        bending.draft.each(day, |session| sessions::with_less_work(session, LESS_WORK));
    }
    if bending.draft == was {
        soften(bending, week);
    }
}

/// The hard days of a week that may still change; a race stays.
fn hard_days(bending: &Bending<'_>, week: Week) -> Vec<Date> {
    let mut days = bending.draft.days_between(week.start.max(bending.from), week.end());
    days.retain(|day| bending.draft.is_hard(*day) && !bending.draft.is_race(*day));
    days
}

/// Takes the shortest run out of a week: an easy one, or where none is left a key session.
fn drop_one(bending: &mut Bending<'_>, week: Week) {
    let mut days = bending.draft.days_between(week.start.max(bending.from), week.end());
    days.retain(|day| !bending.draft.is_race(*day));
    if let Some(day) = bending.least(&days) {
        bending.draft.put(day, Vec::new());
    }
}

/// Takes a little off the longest easy running of a week; whether there is any worth it.
fn shorten_longest(bending: &mut Bending<'_>, week: Week) -> bool {
    let mut days = bending.draft.days_between(week.start.max(bending.from), week.end());
    days.retain(|day| {
        !bending.draft.is_hard(*day) && bending.length(*day) > 2.0 * sessions::SHORTEST.0
    });
    let longest = days.into_iter().max_by(|a, b| bending.length(*a).total_cmp(&bending.length(*b)));
    let Some(day) = longest else { return false };
    bending.cut_to_share(day, STEP);
    true
}

/// Makes the last hard session of a week easy; whether there is one.
fn soften(bending: &mut Bending<'_>, week: Week) -> bool {
    let Some(day) = hard_days(bending, week).pop() else { return false };
    bending.make_easy(day);
    true
}

/// Makes a week a lighter one, measured by the week before.
fn lighten(bending: &mut Bending<'_>, week: Week) {
    let length = |bending: &Bending<'_>, week: Week| {
        let runs = bending.reality.runs_until(&bending.draft, week.end());
        let case = bending.reality.on(week.end(), &runs);
        case.runs_in(week).iter().filter_map(|run| run.distance).map(|far| far.0).sum::<f64>()
    };
    let share = LIGHTER * length(bending, week.plus(-1)) / length(bending, week).max(1.0);
    shorten_to(bending, week, share.min(STEP));
}

/// Shortens what is left of a week to a share of the whole week.
fn shorten_to(bending: &mut Bending<'_>, week: Week, share: f64) {
    let first = week.start.max(bending.from);
    let left = bending.reality.planned_distance(&bending.draft, first, week.end());
    let run = bending.reality.runs().iter().rev().take_while(|run| run.date() >= week.start);
    let run: f64 = run.filter_map(|run| run.distance).map(|far| far.0).sum();
    shorten(bending, (first, week.end()), (share * (left + run) - run).max(0.0));
}

/// Shortens what lies between two days: the fillers alone while that suffices, else all of it.
fn shorten(bending: &mut Bending<'_>, (first, last): (Date, Date), most: f64) {
    let days = bending.draft.days_between(first, last);
    let fillers = bending.fillers(&days);
    let share = 1.0 - (bending.lengths(&days) - most) / bending.lengths(&fillers).max(1.0);
    if share < 0.6 {
        scale(bending, (first, last), most);
        return;
    }
    for day in fillers {
        bending.cut_to_share(day, share);
    }
}
