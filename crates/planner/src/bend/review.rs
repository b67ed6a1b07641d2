//! Two weeks are over: who keeps needing rest that was not planned gets a smaller target, and who was
//! fresh on every day and ran what was planned may grow. Everybody else holds.

use super::{Bending, words};
use crate::choice::choice;
use rulebook::{
    Case, Doctrine, Verdict,
    judge::judge_by,
    measures::{
        freshness::{Freshness, freshness},
        plan::adherence,
    },
};
use training::{Amount, Date, Effort, Metres, Part, Planned, Session, calendar::add_days};

/// The block that is looked at, and the one that is changed.
const BLOCK_DAYS: i64 = 14;
/// Frequent rest that was not planned lowers the target by this share (article "progression").
const LOWER_BY: f64 = 0.1;
/// Being fresh and having run so much of the plan allows growth (article "progression") …
const ADHERENCE: f64 = 0.9;
/// … by up to this share: tried from the largest step down.
const GROW_BY: [f64; 3] = [0.1, 0.07, 0.04];

/// Looks back on two weeks and changes the two to come.
pub(super) fn review(bending: &mut Bending<'_>) {
    if lower(bending) {
        return;
    }
    let planned = all_planned(bending);
    let case = Case { planned: &planned, ..bending.reality.case };
    let is_fresh = freshness(&case) == Some(Freshness::Fresh);
    let share = adherence(&case, add_days(case.on, 1 - BLOCK_DAYS), case.on)
        .and_then(|adherence| adherence.share());
    match share {
        Some(share) if is_fresh && share >= ADHERENCE => grow(bending),
        Some(share) if is_fresh => bending.say(
            format!(
                "You were fresh on every day you answered for, and ran {:.0} % of the plan; from 90 \
                 % on there is room for more. Hold it as it is.",
                100.0 * share
            ),
            &["grow-only-when-fresh"],
        ),
        _ => bending.say(
            "Two weeks of good check-ins and nine tenths of the plan would speak for more. Until \
             then the plan holds.",
            &["grow-only-when-fresh"],
        ),
    }
}

/// Lowers the target of the next two weeks by a tenth where the runner keeps needing rest that was
/// not planned; whether it was.
fn lower(bending: &mut Bending<'_>) -> bool {
    let planned = all_planned(bending);
    let case = Case { planned: &planned, ..bending.reality.case };
    let Some(message) = broken(&case, bending.doctrine) else { return false };
    let before = bending.draft.clone();
    for week in blocks(bending) {
        let off = LOWER_BY * bending.lengths(&week);
        take_from_fillers(bending, &week, off);
    }
    if bending.draft == before {
        return false;
    }
    let text = format!(
        "{message} The easy running of the next two weeks is less, so that these weeks hold a tenth \
         less: that is the plan's matter, not yours."
    );
    bending.say(text, &["lower-the-target"]);
    true
}

/// Lowers the target once the rule asks for it, and not again for every day that is missed later.
pub(super) fn lower_after(bending: &mut Bending<'_>, last_run: Date) {
    let planned = all_planned(bending);
    let case = Case { planned: &planned, ..bending.reality.case };
    if broken(&case.as_of(last_run), bending.doctrine).is_none() {
        lower(bending);
    }
}

fn broken(case: &Case<'_>, doctrine: &Doctrine) -> Option<String> {
    let finding = judge_by(case, &choice(doctrine, "lower-the-target"))?;
    (finding.verdict == Verdict::Broken).then_some(finding.message)
}

/// What was planned before, and this plan.
fn all_planned(bending: &Bending<'_>) -> Vec<Planned> {
    let before = bending.reality.case.planned.iter();
    let mut planned: Vec<Planned> =
        before.filter(|planned| planned.date < bending.plan.begins).cloned().collect();
    planned.extend(bending.plan.planned());
    planned
}

/// The running days of the next two blocks of seven days.
fn blocks(bending: &Bending<'_>) -> [Vec<Date>; 2] {
    let middle = add_days(bending.from, BLOCK_DAYS / 2);
    [
        bending.draft.days_between(bending.from, add_days(middle, -1)),
        bending.draft.days_between(middle, add_days(bending.from, BLOCK_DAYS - 1)),
    ]
}

/// Takes a distance from the easy runs of some days, in proportion.
fn take_from_fillers(bending: &mut Bending<'_>, days: &[Date], off: f64) {
    let fillers = bending.fillers(days);
    let share = (1.0 - off / bending.lengths(&fillers).max(1.0)).max(0.5);
    for day in fillers {
        bending.cut_to_share(day, share);
    }
}

/// Makes the easy runs of the next two weeks longer, by as much as keeps every rule.
fn grow(bending: &mut Bending<'_>) {
    let before = bending.draft.clone();
    for by in GROW_BY {
        for week in blocks(bending) {
            let more = by * bending.lengths(&week);
            add_to_fillers(bending, &week, more);
        }
        let look = bending.reality.look(&bending.draft);
        if bending.draft != before && bending.broken_anew(&look).is_empty() {
            let text = format!(
                "Every day of the last two weeks you answered for was a good one, and you ran what \
                 was planned: the easy runs up to {} grow, by {:.0} % of the week at most.",
                words::date(add_days(bending.from, BLOCK_DAYS - 1)),
                100.0 * by
            );
            bending.say(text, &["grow-only-when-fresh", "grow-weeks-gently"]);
            return;
        }
        bending.draft = before.clone();
    }
    bending.say(
        "Every day of the last two weeks you answered for was a good one, and you ran what was \
         planned. The plan grows as fast as is gentle already: hold it.",
        &["grow-only-when-fresh", "grow-weeks-gently"],
    );
}

fn add_to_fillers(bending: &mut Bending<'_>, days: &[Date], more: f64) {
    let fillers = bending.fillers(days);
    let share = (1.0 + more / bending.lengths(&fillers).max(1.0)).min(1.5);
    for day in fillers {
        bending.draft.each(day, |session| longer(session, share));
    }
}

/// An easy session made longer, its first unbroken part, in hundreds of metres or whole minutes.
fn longer(session: &Session, share: f64) -> Session {
    let mut parts = session.parts.clone();
    if let Some(Part::Unbroken { effort, .. }) = parts.first_mut() {
        *effort = Effort { amount: grown(effort.amount, share), ..*effort };
    }
    Session { parts }
}

fn grown(amount: Amount, share: f64) -> Amount {
    match amount {
        Amount::Distance(Metres(metres)) => {
            Amount::Distance(Metres((share * metres / 100.0).floor() * 100.0))
        }
        Amount::Time(time) => {
            Amount::Time(training::Seconds::from_minutes((share * time.minutes()).floor()))
        }
    }
}
