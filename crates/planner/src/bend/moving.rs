//! A session on another day: it changes places with the easy running there. Two hard days never come
//! next to each other, and where the day wanted does not work the nearest that does is proposed.

use super::{Bending, words};
use rulebook::{Case, RuleId, Verdict, judge::judge_by, measures::structure::is_hard_or_long};
use training::{
    Date,
    calendar::{add_days, days_between},
};

/// Why a day does not work.
pub(super) enum Unfit {
    /// It lies outside the plan, or its running is done.
    Closed,
    /// It holds a race.
    Race,
    /// It holds a key session of its own.
    Taken,
    /// A key session lies next to it.
    Crowded(Date),
    /// A rule would be broken that is kept now: its name, and what it says.
    Breaks(&'static str, String),
}

/// What the runner asks for.
pub(super) fn asked(bending: &mut Bending<'_>, from: Date, to: Date) {
    if bending.draft.on(from).is_empty() {
        let text = format!("Nothing is planned for {}, so nothing is moved.", words::day(from));
        bending.say(text, &[]);
        return;
    }
    let what = words::what(bending.draft.on(from));
    let unfit = match moved(bending, from, to) {
        Ok(()) => {
            let text = format!("{} moves to {}.", words::capital(&what), words::day(to));
            bending.say(text, &["space-hard-days"]);
            return;
        }
        Err(unfit) => unfit,
    };
    say_unfit(bending, to, &unfit);
    if bending.draft.is_race(from) {
        return;
    }
    let near = nearest(bending, from, to, |_| true);
    let text = match near {
        Some(day) => format!("The nearest day that works for {what} is {}.", words::day(day)),
        None => format!(
            "No other day of that week works for {what}: it stays where it is, and leaving it out \
             is fine too."
        ),
    };
    bending.say(text, &["space-hard-days"]);
}

/// Moves what lies on one day to another; the plan stays as it was where that does not work.
pub(super) fn moved(bending: &mut Bending<'_>, from: Date, to: Date) -> Result<(), Unfit> {
    if !bending.may_change(to) || from == to {
        return Err(Unfit::Closed);
    }
    if bending.draft.is_race(to) {
        return Err(Unfit::Race);
    }
    let is_key = bending.draft.is_key(from);
    if is_key && bending.draft.is_key(to) {
        return Err(Unfit::Taken);
    }
    let was = bending.draft.clone();
    if bending.may_change(from) {
        bending.draft.swap(from, to);
    } else {
        let session = bending.draft.on(from).to_vec();
        bending.draft.put(to, session);
    }
    let unfit = crowded(bending, to).filter(|_| is_key).map(Unfit::Crowded);
    let unfit = unfit
        .or_else(|| crowded(bending, from).filter(|_| !is_key).map(Unfit::Crowded))
        .or_else(|| too_soon_after_illness(bending, to))
        .or_else(|| broken(bending, from, to));
    match unfit {
        None => Ok(()),
        Some(unfit) => {
            bending.draft = was;
            Err(unfit)
        }
    }
}

/// The day nearest to another that works, in the week of it, moved there; of two as near, the later.
pub(super) fn nearest(
    bending: &mut Bending<'_>,
    from: Date,
    wanted: Date,
    suits: impl Fn(Date) -> bool,
) -> Option<Date> {
    let week = bending.draft.week_of(wanted);
    let mut days: Vec<Date> = (0..7).map(|day| add_days(week.start, day)).collect();
    days.retain(|day| *day != from && *day != wanted && suits(*day));
    days.sort_by_key(|day| (days_between(wanted, *day).abs(), *day < wanted));
    days.into_iter().find(|day| moved(bending, from, *day).is_ok())
}

/// The day beside a key day that holds something hard or long too, run or planned.
pub(super) fn crowded(bending: &Bending<'_>, day: Date) -> Option<Date> {
    let is_full = |day: &Date| {
        if *day >= bending.from {
            return bending.draft.is_key(*day);
        }
        let was_run = |run: &&training::NamedRun| run.date() == *day && is_hard_or_long(run);
        bending.reality.runs().iter().rev().take(14).any(|run| was_run(&run))
    };
    let beside = [add_days(day, -1), add_days(day, 1)];
    beside.into_iter().find(is_full).filter(|_| bending.draft.is_key(day))
}

/// What the rule of illness says of a day, by what the runner said so far.
fn too_soon_after_illness(bending: &Bending<'_>, day: Date) -> Option<Unfit> {
    let choice = bending.doctrine.choice(RuleId("rest-when-ill"))?;
    let runs = bending.reality.runs_until(&bending.draft, day);
    let check_ins = bending.reality.case.check_ins;
    let case = Case { check_ins, ..bending.reality.on(day, &runs) };
    let finding = judge_by(&case, choice).filter(|it| it.verdict == Verdict::Broken)?;
    Some(Unfit::Breaks(finding.rule.0, finding.message))
}

/// What a move breaks that was kept before, in its own weeks and the one after.
fn broken(bending: &Bending<'_>, from: Date, to: Date) -> Option<Unfit> {
    let first = bending.draft.index_of(from.min(to).max(bending.from))?;
    let last = bending.draft.index_of(from.max(to))? + 1;
    let mut walk = bending.reality.walk_to(&bending.draft, first);
    (first..=last.min(bending.draft.week_count() - 1)).find_map(|index| {
        let look = bending.reality.look_ahead(&mut walk, &bending.draft, index);
        walk.go_on();
        let first = bending.broken_anew(&look).into_iter().next()?;
        Some(Unfit::Breaks(first.finding.rule.0, first.finding.message))
    })
}

fn say_unfit(bending: &mut Bending<'_>, to: Date, unfit: &Unfit) {
    let day = words::day(to);
    let (text, rule) = match unfit {
        Unfit::Closed => {
            (format!("{day} cannot hold it: the day is over or not in the plan."), None)
        }
        Unfit::Race => (format!("{day} is the day of your race."), None),
        Unfit::Taken => {
            let own = words::what(bending.draft.on(to));
            (format!("{day} holds {own} already, and nothing is stacked."), Some("space-hard-days"))
        }
        Unfit::Crowded(beside) => {
            let text = format!(
                "{day} would put two demanding days next to each other: {} is one.",
                words::day(*beside)
            );
            (text, Some("space-hard-days"))
        }
        Unfit::Breaks(rule, message) => (format!("{day} does not work: {message}"), Some(*rule)),
    };
    bending.say(text, rule.as_slice());
}
