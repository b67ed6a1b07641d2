//! Whether a race of the plan may be run on its day: safety outranks it. Where an illness or a break
//! speaks against racing then, the day holds rest or easy running instead. A race that is farther
//! away than the next review of the plan is let be: there is time to be well again.

use super::{Bending, Event, look::Look, mend::mend, way_back::obey, words};
use rulebook::RuleId;
use training::{
    Amount, CheckIn, Date, Metres,
    calendar::{add_days, days_between},
};

/// Races within so many days are looked at: by then the plan is reviewed again.
const SOON_DAYS: i64 = 14;
/// Easy running in the place of a race goes no farther than this.
const INSTEAD: Metres = Metres::from_km(5.0);
/// The rule of illness.
const ILLNESS: RuleId = RuleId("rest-when-ill");

/// Takes out the races on whose day the rules of safety speak against racing; what the plan breaks
/// then, where there is one.
pub(super) fn weigh(bending: &mut Bending<'_>, event: &Event) -> Option<Look> {
    let said = said_ill(bending, event);
    let last = add_days(bending.from, SOON_DAYS - 1);
    let mut races = bending.draft.days_between(bending.from, last);
    races.retain(|day| bending.draft.is_race(*day));
    let mut is_any_out = false;
    for race in races {
        let Some(rule) = bending.reality.speaks_against(&bending.draft, race, &said) else {
            continue;
        };
        take_out(bending, race, rule, &said);
        is_any_out = true;
    }
    is_any_out.then(|| mend(bending))
}

/// What was said of illness, and the days of the one spoken of now, as far as nothing was said.
fn said_ill(bending: &Bending<'_>, event: &Event) -> Vec<CheckIn> {
    let mut said = bending.reality.case.check_ins.to_vec();
    let Event::Sick { from, to, .. } = *event else { return said };
    for day in (0..=days_between(from, to)).map(|day| add_days(from, day)) {
        if !said.iter().any(|it| it.date == day && it.is_ill.is_some()) {
            said.push(CheckIn { is_ill: Some(true), ..CheckIn::on(day) });
        }
    }
    said.sort_by_key(|it| it.date);
    said
}

fn take_out(bending: &mut Bending<'_>, race: Date, rule: RuleId, said: &[CheckIn]) {
    let is_ill = |it: &&CheckIn| it.is_ill == Some(true);
    let last_ill = said.iter().rfind(is_ill).map(|it| it.date).filter(|_| rule == ILLNESS);
    if last_ill.is_some_and(|last| last >= race) {
        bending.draft.put(race, Vec::new());
    } else {
        let instead = bending.reality.ruler.easy_run(Amount::Distance(INSTEAD));
        bending.draft.put(race, vec![instead]);
        obey(bending, race);
    }
    let instead = if bending.draft.on(race).is_empty() { "rest" } else { "a short easy run" };
    let why = match last_ill {
        Some(_) => "An illness and the first days after it are no time to race",
        None => "It would come in the first part of your way back, which has no room for a race",
    };
    let text = format!(
        "The race on {} is taken out, and the day holds {instead}. {why}. See how you are; the plan \
         says no. {}",
        words::date(race),
        after_all(bending, race, rule, last_ill)
    );
    bending.say(text, &[rule.0]);
}

/// What it would take to run the race after all.
fn after_all(bending: &Bending<'_>, race: Date, rule: RuleId, last_ill: Option<Date>) -> String {
    let easy_days = bending.doctrine.choice(ILLNESS).filter(|it| it.rule.id == rule);
    let easy_days = easy_days.map(|choice| choice.parameters().number("easy_days") as i64);
    match last_ill.zip(easy_days) {
        Some((_, easy_days)) if add_days(race, -easy_days) > bending.from => format!(
            "If you are well from {} on and take it easily until then, nothing speaks against it \
             any more: leave this change open until then, or ask for the race again.",
            words::day(add_days(race, -easy_days))
        ),
        _ => {
            "Too few days are left to change that: a later race is the kinder one, or this one at \
              an easy jog once you are well."
                .to_owned()
        }
    }
}
