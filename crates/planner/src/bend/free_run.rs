//! A run that was not planned counts: the easy running that is left of its week shrinks by it, and a
//! demanding session beside it finds another day.

use super::{
    Bending,
    moving::{crowded, nearest},
    way_back::scale,
    words,
};
use rulebook::words::distance;
use training::{Date, Metres, NamedRun};

/// So little more than planned is no run of its own.
const LITTLE: Metres = Metres(1_000.0);

/// A run on a day, up to today; so much of it counted already.
pub(super) fn free_run(bending: &mut Bending<'_>, day: Date, counted: Metres) {
    let case = bending.reality.case;
    if !bending.draft.holds(day) {
        let text = format!("{} is no day of the plan, so nothing changes.", words::day(day));
        bending.say(text, &[]);
        return;
    }
    let runs = case.runs_between(day, day);
    if runs.is_empty() {
        let text = format!("No run is known of {}; import it first.", words::day(day));
        bending.say(text, &[]);
        return;
    }
    let extra = Metres(far(bending, runs) - bending.length(day) - counted.0);
    if extra < LITTLE {
        let text = if counted < LITTLE {
            "The run was about as long as planned; the week stays as it is."
        } else {
            "The run counted already, by a change that you accepted; the week stays as it is."
        };
        bending.say(text, &[]);
        return;
    }
    let last = bending.draft.week_of(day).end();
    let left = shrink(bending, last, extra);
    let said = |metres| distance(metres, case.units);
    let text = match left {
        Some(taken) => format!(
            "You ran {} that were not planned, and they count: the easy running left of the week is \
             {} less. What is hard or long stays.",
            said(extra),
            said(taken)
        ),
        None => format!(
            "You ran {} that were not planned. No easy running is left of the week to take it from, \
             so nothing else changes.",
            said(extra)
        ),
    };
    bending.say(text, &["grow-weeks-gently"]);
    make_room(bending);
}

/// How far runs went; what was not measured, at easy speed for its time.
fn far(bending: &Bending<'_>, runs: &[NamedRun]) -> f64 {
    let by_time =
        |run: &NamedRun| super::sessions::easy_distance(bending.reality.ruler, run.moving);
    runs.iter().map(|run| run.distance.unwrap_or_else(|| by_time(run)).0).sum()
}

/// Takes a distance from the fillers that are left up to a day; how much was taken.
fn shrink(bending: &mut Bending<'_>, last: Date, extra: Metres) -> Option<Metres> {
    let mut fillers = bending.fillers(&bending.draft.days_between(bending.from, last));
    let before = bending.lengths(&fillers);
    if fillers.is_empty() {
        return None;
    }
    let mut over = extra.0;
    fillers.sort_by(|one, other| bending.length(*one).total_cmp(&bending.length(*other)));
    for (place, day) in fillers.iter().enumerate() {
        let own = bending.length(*day);
        let share = over / (fillers.len() - place) as f64;
        scale(bending, (*day, *day), (own - share).max(0.0));
        over -= own - bending.length(*day);
    }
    Some(Metres(before - bending.lengths(&fillers)))
}

/// What is demanding on the next day, beside a hard run that was not planned, moves or becomes easy.
fn make_room(bending: &mut Bending<'_>) {
    let day = bending.from;
    if bending.draft.is_race(day) || crowded(bending, day).is_none_or(|beside| beside > day) {
        return;
    }
    let what = words::capital(&words::what(bending.draft.on(day)));
    let text = if let Some(other) = nearest(bending, day, day, |other| other > day) {
        format!("{what} moves to {}, away from it.", words::day(other))
    } else {
        bending.make_easy(day);
        format!("{what} becomes easy: it would follow a demanding run at once.")
    };
    bending.say(text, &["space-hard-days"]);
}
