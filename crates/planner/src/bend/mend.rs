//! After a bend, week by week: what breaks a firm rule that the plan did not break before is made
//! shorter or easier until it does not.

use super::{Bending, look::week_index, sessions, way_back::scale};
use crate::plan::Broken;
use rulebook::About;
use training::{Date, Metres, Purpose, Week};

/// So many steps suffice for a week; what is left then was not to be mended by less running.
const MOST_STEPS: usize = 12;
/// Each step leaves this share.
const STEP: f64 = 0.9;
/// After so many steps that only made it shorter, what is hard becomes easy.
const PATIENCE: usize = 3;

/// Goes through the weeks that may differ, the earliest first, for a week depends only on those
/// before it.
pub(super) fn mend(bending: &mut Bending<'_>) {
    let old = super::Draft::of(bending.plan);
    let changes = old.changes(&bending.draft, bending.from);
    let Some(first) = changes.first().and_then(|it| week_index(&bending.draft, it.date)) else {
        return;
    };
    let mut is_said = false;
    for index in first..bending.draft.week_count() {
        is_said |= mend_week(bending, index);
    }
    if is_said {
        bending.say(
            "Some days are a little shorter or easier than that alone would ask for, so that no rule \
             is broken that the plan kept before.",
            &[],
        );
    }
}

fn mend_week(bending: &mut Bending<'_>, index: usize) -> bool {
    for step in 0..MOST_STEPS {
        let look = bending.reality.look_at_week(&bending.draft, index);
        let new = bending.reality.beyond(&look, &bending.before);
        let was = bending.draft.clone();
        let helps = new.iter().any(|broken| {
            remedy(bending, bending.draft.week(index), broken, step);
            bending.draft != was
        });
        if !helps {
            return step > 0;
        }
    }
    true
}

/// Takes something from a week for the sake of a rule.
fn remedy(bending: &mut Bending<'_>, week: Week, broken: &Broken, step: usize) {
    let finding = &broken.finding;
    let first = week.start.max(bending.from);
    match finding.rule.0 {
        "build-long-runs-gradually" => {
            if let About::Run(id) = &finding.about {
                let numbers = finding.measured.zip(finding.asked);
                let share = numbers.map_or(STEP, |(measured, asked)| {
                    (1.0 + asked.amount.value) / (1.0 + measured.value)
                });
                cut_run(bending, &id.0, share.min(0.999));
            }
        }
        "take-rest-days" | "double-with-care" | "break-up-straight-days" => {
            drop_filler(bending, week);
        }
        "place-recovery-runs" | "recover-slowly" | "keep-recovery-runs-short" => {
            for day in bending.draft.days_between(first, week.end()) {
                bending.draft.each(day, sessions::recovery_as_easy);
            }
        }
        "space-hard-days" | "limit-hard-runs" | "climb-after-a-base" | "wait-after-long-races" => {
            soften(bending, week, 0.0);
        }
        "raise-one-thing-at-a-time" => {
            soften(bending, week, if step < PATIENCE { 0.8 } else { 0.0 });
        }
        _ => {
            let planned = bending.reality.planned_distance(&bending.draft, first, week.end());
            if step < PATIENCE || !soften(bending, week, 0.0) {
                shorten(bending, (first, week.end()), STEP * planned);
            }
        }
    }
}

/// Cuts one run, by the number it was imagined under.
fn cut_run(bending: &mut Bending<'_>, id: &str, share: f64) {
    let number = id.strip_prefix("planned-").and_then(|number| number.parse::<usize>().ok());
    let planned = bending.draft.planned_from(bending.from);
    let Some(day) = number.and_then(|number| planned.get(number)).map(|planned| planned.date)
    else {
        return;
    };
    let ruler = bending.reality.ruler;
    let cut = |session: &_| ruler.cut(session, Metres(share * ruler.distance(session).0));
    bending.draft.each(day, cut);
}

/// Takes the shortest easy run out of a week.
fn drop_filler(bending: &mut Bending<'_>, week: Week) {
    let length = |day: &Date| bending.reality.planned_distance(&bending.draft, *day, *day);
    let days = bending.draft.days_between(week.start.max(bending.from), week.end());
    let fillers = days.into_iter().filter(|day| !bending.draft.is_key(*day));
    let shortest = fillers.min_by(|one, other| length(one).total_cmp(&length(other)));
    if let Some(day) = shortest {
        bending.draft.put(day, Vec::new());
    }
}

/// Gives the last hard session of a week a share of its work, or makes it easy; a race stays.
fn soften(bending: &mut Bending<'_>, week: Week, share: f64) -> bool {
    let days = bending.draft.days_between(week.start.max(bending.from), week.end());
    let hard = |day: &&Date| bending.draft.is_hard(**day) && !bending.draft.is_race(**day);
    let Some(day) = days.iter().rev().find(hard).copied() else { return false };
    let ruler = bending.reality.ruler;
    let was = bending.draft.on(day).to_vec();
    if share > 0.0 {
        bending.draft.each(day, |session| match session.main_purpose() {
            Purpose::Race => session.clone(),
            _ => ruler.with_less_work(session, share),
        });
    }
    if bending.draft.on(day) == was.as_slice() {
        bending.draft.each(day, |session| ruler.easy_instead(session));
    }
    true
}

/// Shortens what lies between two days: the fillers alone while that suffices, else all of it.
fn shorten(bending: &mut Bending<'_>, (first, last): (Date, Date), most: f64) {
    let ruler = bending.reality.ruler;
    let days = bending.draft.days_between(first, last);
    let fillers: Vec<Date> =
        days.iter().copied().filter(|day| !bending.draft.is_key(*day)).collect();
    let length = |bending: &Bending<'_>, day: Date| {
        bending.reality.planned_distance(&bending.draft, day, day)
    };
    let all: f64 = days.iter().map(|day| length(bending, *day)).sum();
    let easy: f64 = fillers.iter().map(|day| length(bending, *day)).sum();
    let share = 1.0 - (all - most) / easy.max(1.0);
    if share < 0.6 {
        scale(bending, (first, last), most);
        return;
    }
    for day in fillers {
        bending.draft.each(day, |it| ruler.cut(it, Metres(share * ruler.distance(it).0)));
    }
}
