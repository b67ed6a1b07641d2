//! Which run was for which session of a week. What did the job of a session on its day belongs to it,
//! then what did it on another day, then what was run on its day instead; what is left over nobody
//! planned.

use super::{
    Deed, Outcome,
    beyond::beyond,
    job::{Did, IN_PLACE, did},
};
use rulebook::{Case, measures::plan::is_spared};
use training::{Date, MetresPerSecond, NamedRun, Planned, Session, Week, calendar::days_between};

/// What became of the sessions of a week, and the runs that nobody planned, by day.
pub fn deeds<'a>(
    case: &Case<'a>,
    planned: &[Planned],
    week: Week,
    easy: MetresPerSecond,
) -> Vec<Deed<'a>> {
    let left = case.runs_in(week).iter().collect();
    let mut pairs = Pairs { on: case.on, easy, left };
    let mut deeds = Vec::new();
    for (index, session) in planned.iter().enumerate() {
        let is_last_of_day = planned.get(index + 1).is_none_or(|next| next.date != session.date);
        let (runs, outcome) = pairs.on_its_day(session, is_last_of_day);
        let planned = Some(session.clone());
        deeds.push(Deed { planned, runs, outcome, beyond: Vec::new(), short_by: None });
    }
    pairs.on_other_days(&mut deeds, |session| session.main_purpose().is_key());
    pairs.on_their_days_anyway(&mut deeds, |did| (did == Did::TooHard).then_some(Outcome::Done));
    pairs.on_other_days(&mut deeds, |_| true);
    pairs.on_their_days_anyway(&mut deeds, |_| Some(Outcome::Other));
    for deed in &mut deeds {
        excuse(case, deed);
        measure(deed, easy);
    }
    deeds.extend(pairs.left.into_iter().map(unplanned));
    deeds.sort_by_key(Deed::day);
    deeds
}

/// The runs of a week that belong to no session yet.
struct Pairs<'a> {
    on: Date,
    easy: MetresPerSecond,
    left: Vec<&'a NamedRun>,
}

impl<'a> Pairs<'a> {
    /// What did the job of a session on its day: all that was run then, for a session may be recorded in
    /// pieces, else one run of it; of several sessions of a day only the last takes all.
    fn on_its_day(
        &mut self,
        planned: &Planned,
        is_last_of_day: bool,
    ) -> (Vec<&'a NamedRun>, Outcome) {
        let of_the_day = self.left_on(planned.date);
        let all = Some(of_the_day.clone()).filter(|runs| is_last_of_day && !runs.is_empty());
        let single = of_the_day.into_iter().map(|run| vec![run]);
        let found = all.into_iter().chain(single).find_map(|runs| {
            let outcome = match did(&planned.session, &runs, self.easy) {
                Did::All => Outcome::Done,
                Did::Part(_) => Outcome::Shorter,
                Did::TooHard | Did::Other => return None,
            };
            Some((runs, outcome))
        });
        let (runs, outcome) = found.unwrap_or((Vec::new(), Outcome::ToCome));
        (self.taken(runs), outcome)
    }

    /// Gives some of the sessions that are still open the runs of other days that did their job.
    fn on_other_days(&mut self, deeds: &mut [Deed<'a>], may_choose: fn(&Session) -> bool) {
        for deed in deeds.iter_mut().filter(|deed| deed.runs.is_empty()) {
            let Some(planned) = &deed.planned else { continue };
            if planned.date >= self.on || !may_choose(&planned.session) {
                continue;
            }
            if let Some((run, outcome)) = self.nearest(planned) {
                (deed.runs, deed.outcome) = (self.taken(vec![run]), outcome);
            }
        }
    }

    /// The run that took the place of a session: one as long as asked, then the nearest, the later of
    /// two.
    fn nearest(&self, planned: &Planned) -> Option<(&'a NamedRun, Outcome)> {
        let days = |run: &NamedRun| days_between(planned.date, run.date());
        let alike = self.left.iter().filter_map(|run| {
            let outcome = match did(&planned.session, &[run], self.easy) {
                Did::All => Outcome::Moved,
                Did::Part(short) if 1.0 - short >= IN_PLACE => Outcome::Shorter,
                _ => return None,
            };
            Some((*run, outcome))
        });
        alike.min_by_key(|(run, outcome)| {
            (*outcome == Outcome::Shorter, days(run).abs(), -days(run))
        })
    }

    /// Gives the sessions that are still open what was run on their days, where that makes it something:
    /// easy running that was too hard was done all the same.
    fn on_their_days_anyway(
        &mut self,
        deeds: &mut [Deed<'a>],
        outcome: fn(Did) -> Option<Outcome>,
    ) {
        for deed in deeds.iter_mut().filter(|deed| deed.runs.is_empty()) {
            let Some(planned) = &deed.planned else { continue };
            let runs = self.left_on(planned.date);
            if runs.is_empty() {
                continue;
            }
            if let Some(outcome) = outcome(did(&planned.session, &runs, self.easy)) {
                (deed.runs, deed.outcome) = (self.taken(runs), outcome);
            }
        }
    }

    fn left_on(&self, day: Date) -> Vec<&'a NamedRun> {
        self.left.iter().copied().filter(|run| run.date() == day).collect()
    }

    /// Runs that from now on belong to a session.
    fn taken(&mut self, runs: Vec<&'a NamedRun>) -> Vec<&'a NamedRun> {
        self.left.retain(|left| runs.iter().all(|run| run.id != left.id));
        runs
    }
}

/// What was not done on a day that is over was missed, or left out for good reason unless the day was
/// hard all the same.
fn excuse(case: &Case<'_>, deed: &mut Deed<'_>) {
    let Some(date) = deed.planned.as_ref().map(|it| it.date) else { return };
    let is_open = deed.outcome == Outcome::ToCome && date < case.on;
    if !is_open && deed.outcome != Outcome::Other {
        return;
    }
    let was_hard = case.runs_between(date, date).iter().any(|run| run.purpose().is_hard());
    if is_spared(case, date) && !was_hard {
        deed.outcome = Outcome::Spared;
    } else if is_open {
        deed.outcome = Outcome::Missed;
    }
}

/// How far what was done went beyond what was asked, or how much of it was left out.
fn measure(deed: &mut Deed<'_>, easy: MetresPerSecond) {
    let Some(planned) = &deed.planned else { return };
    match deed.outcome {
        Outcome::Done | Outcome::Moved => {
            deed.beyond = beyond(&planned.session, &deed.runs, easy);
        }
        Outcome::Shorter => deed.short_by = did(&planned.session, &deed.runs, easy).short(),
        _ => {}
    }
}

fn unplanned(run: &NamedRun) -> Deed<'_> {
    Deed {
        planned: None,
        runs: vec![run],
        outcome: Outcome::Unplanned,
        beyond: Vec::new(),
        short_by: None,
    }
}
