//! A plan beside what was run, week by week, and what to do next.

use super::{Pen, count, day, ink::Tone, page, wrap::wrap};
use crate::{
    units::{Units, distance, duration, total},
    view::{PlanReviewed, ReviewedWeek, SessionReviewed},
};
use planner::review::Outcome;
use training::{Metres, Seconds};

/// The page; how everymile is called for this logbook and for the day is handed in.
pub fn plan_reviewed(review: &PlanReviewed, called: &(String, String), pen: Pen) -> String {
    let weeks = review.weeks.iter().map(|week| one_week(week, pen));
    let parts = [answer(review, pen)].into_iter().chain(weeks).chain([next(review, called, pen)]);
    page(parts)
}

fn answer(review: &PlanReviewed, pen: Pen) -> String {
    let begun = match review.weeks.len() {
        0 => format!("Plan {} begins on {}.", review.number, day(review.begins)),
        weeks => {
            let of = review.of_weeks;
            format!("Plan {} up to {}, in week {weeks} of {of}.", review.number, day(review.date))
        }
    };
    let share = review.amounts.share.map(|share| {
        let (run, planned) = (
            amount(review.amounts.run_m, review.amounts.run_s, pen.units),
            amount(review.amounts.planned_m, review.amounts.planned_s, pen.units),
        );
        format!(
            " You ran {:.0}\u{a0}% of what was planned so far: {run} of {planned}.",
            100.0 * share
        )
    });
    let said = [
        (review.done, "done"),
        (review.moved, "done on another day"),
        (review.shorter, "cut short"),
        (review.missed, "missed"),
        (review.spared, "left out for your body's sake"),
        (review.overcooked, "overcooked"),
        (review.unplanned, "not planned"),
    ];
    let counts: Vec<String> = said
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    let counts = match counts.as_slice() {
        [] => String::new(),
        counts => wrap("", &format!("{}.{}", counts.join(", "), keys(review))) + "\n",
    };
    let heading = wrap("", &(begun + &share.unwrap_or_default()));
    pen.ink.paint(Tone::Strong, &heading) + "\n" + &counts + &besides(review)
}

/// How many of the sessions that the plan is about were done.
fn keys(review: &PlanReviewed) -> String {
    match (review.key_due, review.key_done) {
        (0, _) => String::new(),
        (due, done) => format!(" Of {} you did {done}.", count(due, "hard or long run")),
    }
}

/// Strength and cross-training, where the log tells of any.
fn besides(review: &PlanReviewed) -> String {
    let counted = review.besides_planned.zip(review.besides_done);
    counted.map_or_else(String::new, |(planned, done)| {
        let said = format!(
            "Beside running, {done} of {} of strength and cross-training {} in the log.",
            count(planned, "planned session"),
            if done == 1 { "is" } else { "are" }
        );
        wrap("", &said) + "\n"
    })
}

fn amount(metres: Option<f64>, seconds: Option<f64>, units: Units) -> String {
    match (metres, seconds) {
        (Some(metres), _) => total(Metres(metres), units),
        (None, Some(seconds)) => format!("{:.0} min", Seconds(seconds).minutes()),
        (None, None) => crate::units::NOTHING.to_owned(),
    }
}

fn one_week(week: &ReviewedWeek, pen: Pen) -> String {
    let phase = week.phase.map(|phase| format!(", {}", phase.word())).unwrap_or_default();
    let lighter = if week.lighter { ", lighter" } else { "" };
    let share = week.amounts.share.map(|share| format!(": {:.0}\u{a0}%", 100.0 * share));
    let heading = format!(
        "Week {}{phase}{lighter}, from {}{}",
        week.week,
        day(week.start),
        share.unwrap_or_default()
    );
    let deeds = week.deeds.iter().map(|deed| one_deed(deed, pen));
    format!("{}\n{}", pen.ink.paint(Tone::Strong, &heading), deeds.collect::<String>())
}

/// `  Tue 1 Dec   done          Easy run, 8 km: 8.1 km in 48:10`
fn one_deed(deed: &SessionReviewed, pen: Pen) -> String {
    let (word, tone) = outcome(deed);
    let date = deed.date.strftime("%a %-d %b").to_string();
    let told: Vec<String> =
        [meant(deed, pen.units), ran(deed, pen.units)].into_iter().flatten().collect();
    let told = [told.join(": ")].into_iter().chain(beyond(deed)).chain(short(deed));
    let told = told.collect::<Vec<_>>().join("; ");
    let lines = wrap(&format!("  {date:<12}{word:<13}"), &told);
    lines.replacen(word, &pen.ink.paint(tone, word), 1) + "\n"
}

/// `Easy run, 8 km`, and of a run on another day also the one it was meant for.
fn meant(deed: &SessionReviewed, units: Units) -> Option<String> {
    let session = deed.session.as_ref()?;
    let moved = match deed.outcome {
        Outcome::Moved | Outcome::Shorter if session.date != deed.date => {
            format!(" (meant for {})", session.date.strftime("%A"))
        }
        _ => String::new(),
    };
    Some(session.title(units) + &moved)
}

/// `8.1 km in 48:10`, and of another run also what it was: `easy, 8.1 km in 48:10`
fn ran(deed: &SessionReviewed, units: Units) -> Option<String> {
    let time = duration(Seconds(deed.moving_s?));
    let far = deed.distance_m.map(|metres| format!("{} in ", distance(Metres(metres), units)));
    let purposes = deed.purposes.iter().map(|purpose| format!("{purpose}, "));
    let purposes = match deed.outcome {
        Outcome::Other | Outcome::Spared => purposes.collect(),
        _ => String::new(),
    };
    Some(purposes + &far.unwrap_or_default() + &time)
}

/// `55 % shorter than asked`
fn short(deed: &SessionReviewed) -> Option<String> {
    deed.short_by.map(|by| format!("{:.0}\u{a0}% shorter than asked", 100.0 * by))
}

/// `58 % longer and harder than asked`
fn beyond(deed: &SessionReviewed) -> Option<String> {
    let kinds = deed.beyond.iter().map(|it| match it.by {
        Some(by) => format!("{:.0}\u{a0}% {}", 100.0 * by, it.kind),
        None => it.kind.to_owned(),
    });
    let kinds: Vec<String> = kinds.collect();
    (!kinds.is_empty()).then(|| format!("{} than asked", rulebook::words::listed(&kinds)))
}

const fn outcome(deed: &SessionReviewed) -> (&'static str, Tone) {
    if !deed.beyond.is_empty() {
        return ("overcooked", Tone::Doubt);
    }
    match deed.outcome {
        Outcome::Done => ("done", Tone::Good),
        Outcome::Moved => ("moved", Tone::Good),
        Outcome::Shorter => ("shorter", Tone::Plain),
        Outcome::Other => ("another run", Tone::Doubt),
        Outcome::Missed => ("missed", Tone::Doubt),
        Outcome::Spared => ("spared", Tone::Good),
        Outcome::ToCome => ("to come", Tone::Faint),
        Outcome::Unplanned => ("not planned", Tone::Faint),
    }
}

fn next(review: &PlanReviewed, (command, on): &(String, String), pen: Pen) -> String {
    let session =
        review.next.as_ref().map(|next| format!("{}: {}.", day(next.date), next.title(pen.units)));
    let advice = session.iter().chain(&review.advice).map(|line| wrap("  - ", line) + "\n");
    let to_come = match review.next {
        Some(_) => format!("The weeks to come:\n  {command} plan show{on}\n"),
        None => String::new(),
    };
    let heading = pen.ink.paint(Tone::Strong, "What next");
    format!("{heading}\n{}{to_come}", advice.collect::<String>())
}
