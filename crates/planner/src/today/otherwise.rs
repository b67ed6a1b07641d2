//! What would make another day of it: answers of the runner's, a later day, or the wish to run all the
//! same. Nothing is promised that was not decided: every change is tried on the facts themselves.

use super::{
    Scene,
    decide::{Outcome, decide},
    held::{Held, held},
};
use crate::prescription::{Action, Condition, Otherwise};
use rulebook::{Case, Fact};
use training::{CheckIn, NamedRun, OutOfTen, Question, calendar::add_days};

/// A later day is looked for within so many days: after seven without a run everything is a way back.
const DAYS_AHEAD: i64 = 6;
/// Nights are tried from this many hours of sleep down.
const LONGEST_NIGHT: u8 = 8;

/// What would change the day.
pub(super) fn would_change(scene: &Scene<'_>, outcome: &Outcome) -> Vec<Otherwise> {
    if scene.intention.is_done() && outcome.action != Action::SeeAClinician {
        return Vec::new();
    }
    let mut answers = Answers::of(&scene.case);
    let mut changes = lifted(scene, outcome, &mut answers);
    changes.extend(in_time(scene, outcome));
    if outcome.session.is_some() {
        changes.extend(held_back(scene, outcome, &mut answers));
    }
    changes.extend(if_run_anyway(scene, outcome));
    changes
}

/// What was said up to the day, with room to say something else of it.
struct Answers {
    said: Vec<CheckIn>,
    today: CheckIn,
}

impl Answers {
    fn of(case: &Case<'_>) -> Self {
        let today = case.check_in_today().cloned().unwrap_or_else(|| CheckIn::on(case.on));
        let before = case.check_ins.partition_point(|check_in| check_in.date < case.on);
        let mut said = case.check_ins[..before].to_vec();
        said.push(today.clone());
        Self { said, today }
    }

    /// The outcome if some answers of the day were others; what the day would hold, and how slow easy
    /// running is, do not depend on them.
    fn outcome_with(&mut self, scene: &Scene<'_>, facts: &[Fact]) -> Outcome {
        if let Some(last) = self.said.last_mut() {
            *last = self.today.clone();
            for fact in facts {
                fact.say(last);
            }
        }
        let case = Case { check_ins: &self.said, ..scene.case };
        let held = held(&case, scene.doctrine);
        decide(&scene.intention, &scene.limits, held.iter().map(|held| &held.hold))
    }
}

/// Every set of answers that would lift a hold and make another day of it; and all of them together
/// where that is more than each alone.
fn lifted(scene: &Scene<'_>, outcome: &Outcome, answers: &mut Answers) -> Vec<Otherwise> {
    let mut ways: Vec<&[Fact]> = Vec::new();
    for held in scene.held.iter().filter(|held| !held.hold.lifted_by.is_empty()) {
        if !ways.contains(&held.hold.lifted_by.as_slice()) {
            ways.push(&held.hold.lifted_by);
        }
    }
    let together = strictest(&ways.concat());
    let alone = ways.iter().map(|way| way.to_vec());
    let all = (ways.len() > 1).then_some(together);
    let mut changes: Vec<Otherwise> = Vec::new();
    for facts in alone.chain(all) {
        let then = answers.outcome_with(scene, &facts).in_words();
        if then != outcome.in_words() && changes.iter().all(|known| known.then != then) {
            changes.push(Otherwise { condition: Condition::All(facts), then });
        }
    }
    changes
}

/// Of facts about the same question the one that asks most.
fn strictest(facts: &[Fact]) -> Vec<Fact> {
    let mut kept: Vec<Fact> = Vec::new();
    for fact in facts {
        match kept.iter_mut().find(|known| known.question() == fact.question()) {
            Some(known) => *known = stricter(*known, *fact),
            None => kept.push(*fact),
        }
    }
    let is_without_pain = kept.contains(&Fact::NoPain);
    kept.retain(|fact| !(is_without_pain && matches!(fact, Fact::SwellingDown { .. })));
    kept
}

fn stricter(one: Fact, other: Fact) -> Fact {
    match (one, other) {
        (Fact::AtMost(_, most), Fact::AtMost(_, less)) if less < most => other,
        (Fact::AtLeast(_, least), Fact::AtLeast(_, more)) if more > least => other,
        _ => one,
    }
}

/// The first of the next days that would be another day, once a hold that no answer lifts is over.
fn in_time(scene: &Scene<'_>, outcome: &Outcome) -> Option<Otherwise> {
    let strictest = scene.shaping().map(|held| held.hold.allows).min()?;
    let (waiting, lifted): (Vec<&Held>, Vec<&Held>) =
        scene.shaping().partition(|held| held.hold.lifted_by.is_empty());
    if waiting.is_empty() || lifted.iter().any(|held| held.hold.allows == strictest) {
        return None;
    }
    (1..=DAYS_AHEAD).find_map(|ahead| {
        let day = add_days(scene.case.on, ahead);
        let case = on_a_later_day(&scene.case, ahead);
        let later = Scene::of(&case, scene.doctrine);
        let then = later.outcome();
        let is_over = |held: &&Held| {
            let own = later.held.iter().find(|other| other.rule.id == held.rule.id);
            own.is_none_or(|own| own.hold.allows > held.hold.allows)
        };
        let is_another = then.session.is_some() && then.in_words() != outcome.in_words();
        (is_another && waiting.iter().any(is_over))
            .then(|| Otherwise { condition: Condition::On(day), then: then.in_words() })
    })
}

/// The case as it will stand in so many days if nothing is run or said until then.
fn on_a_later_day<'a>(case: &Case<'a>, ahead: i64) -> Case<'a> {
    let runs = case.runs.partition_point(|run| NamedRun::date(run) <= case.on);
    let others = case.cross_training.partition_point(|it| it.start.date() <= case.on);
    let said = case.check_ins.partition_point(|check_in| check_in.date <= case.on);
    Case {
        runs: &case.runs[..runs],
        cross_training: &case.cross_training[..others],
        check_ins: &case.check_ins[..said],
        on: add_days(case.on, ahead),
        ..*case
    }
}

/// The answers from which on a day of running would be another: the first on each scale that makes a
/// difference; those that make the same together.
fn held_back(scene: &Scene<'_>, outcome: &Outcome, answers: &mut Answers) -> Vec<Otherwise> {
    let mut changes: Vec<(Vec<Fact>, String)> = Vec::new();
    for scale in scales(&answers.today) {
        let first = scale.into_iter().find_map(|fact| {
            let then = answers.outcome_with(scene, &[fact]).in_words();
            (then != outcome.in_words()).then_some((fact, then))
        });
        let Some((fact, then)) = first else { continue };
        match changes.iter_mut().find(|(_, known)| *known == then) {
            Some((facts, _)) => facts.push(fact),
            None => changes.push((vec![fact], then)),
        }
    }
    let change = |(facts, then)| Otherwise { condition: Condition::Any(facts), then };
    changes.into_iter().map(change).collect()
}

/// The answers that are worse than today's, scale by scale, the mildest first.
fn scales(today: &CheckIn) -> [Vec<Fact>; 4] {
    let worse = |question, said: Option<u8>, lowest: u8, highest: u8| {
        let values = said.map_or(lowest, |said| said + 1)..=highest;
        values.map(|value| Fact::AtLeast(question, f64::from(value))).collect::<Vec<_>>()
    };
    let hurts = today.pain.as_ref().is_some_and(|pain| pain.level > OutOfTen::NONE);
    let slept = today.sleep.map_or(LONGEST_NIGHT, |slept| (slept.0 / 3600.0).floor() as u8);
    let nights = (1..=slept.min(LONGEST_NIGHT)).rev();
    [
        if hurts { Vec::new() } else { vec![Fact::AtLeast(Question::Pain, 1.0)] },
        worse(Question::Soreness, today.soreness.map(u8::from), 1, 10),
        worse(Question::Fatigue, today.fatigue.map(u8::from), 2, 5),
        nights.map(|hours| Fact::Below(Question::Sleep, f64::from(hours))).collect(),
    ]
}

/// On a day that is meant for rest though nothing forbids running: what would be allowed.
fn if_run_anyway(scene: &Scene<'_>, outcome: &Outcome) -> Option<Otherwise> {
    let intention = &scene.intention;
    if intention.is_run() || outcome.session.is_some() || intention.is_done() {
        return None;
    }
    let easy = intention.easy_instead();
    let other = decide(&easy, &scene.limits, scene.held.iter().map(|held| &held.hold));
    other
        .session
        .is_some()
        .then(|| Otherwise { condition: Condition::Anyway, then: other.in_words() })
}
