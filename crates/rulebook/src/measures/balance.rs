//! Load day by day, smoothed slowly and quickly: what runners call fitness, fatigue and form (two
//! running means of 42 and 7 days; Banister and others 1975, in the form of training logs). They
//! describe how much was trained lately and before. They measure no fitness and foretell nothing, no
//! injury either (Impellizzeri and others 2020).

use super::{
    load::{load, load_of_other},
    statistics::{mean, median},
    volume::history_days,
};
use crate::case::Case;
use training::{
    Date, NamedRun,
    calendar::{add_days, days_between},
};

/// Days over which load is smoothed: slowly, quickly.
const SLOW: f64 = 42.0;
const QUICK: f64 = 7.0;
/// Both begin as the mean of so many first days, and are told from then on.
const WARM_UP: i64 = 28;
/// With a load that had to be guessed for more than this share of the runs nothing is told (our own
/// convention).
const GUESSED_MOST: f64 = 0.5;

/// Load over a history.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// The first day that is told.
    pub since: Date,
    /// Every day from then to the day judged.
    pub days: Vec<Day>,
    /// How many runs there are.
    pub runs: usize,
    /// Of how many the load was guessed from their minutes, because neither speed nor heart rate
    /// told how hard they were.
    pub guessed: usize,
}

/// A day of it, in load points: an easy minute is one, a moderate two, a hard three.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// The load of a day over the last six weeks, smoothed.
    pub fitness: f64,
    /// The load of a day over the last week, smoothed.
    pub fatigue: f64,
    /// What the day began with: yesterday's fitness less yesterday's fatigue.
    pub form: f64,
}

/// Load over the whole history up to the day judged; `None` with less than four weeks of it, or where
/// too few runs tell how hard they were. Other sports count where their heart rate tells.
pub fn balance(case: &Case<'_>) -> Option<Balance> {
    let (first, days) = (case.first_run_day()?, history_days(case)?);
    if days <= WARM_UP {
        return None;
    }
    let runs = case.runs_between(first, case.on);
    let (loads, guessed) = loads(runs)?;
    let of_runs = runs.iter().map(NamedRun::date).zip(loads);
    let of_others = case
        .cross_training
        .iter()
        .filter_map(|other| Some((other.start.date(), load_of_other(other, case.ability)?)));
    let mut daily = vec![0.0; usize::try_from(days).ok()?];
    for (date, load) in of_runs.chain(of_others) {
        let day = usize::try_from(days_between(first, date)).ok();
        if let Some(sum) = day.and_then(|day| daily.get_mut(day)) {
            *sum += load;
        }
    }
    let since = add_days(first, WARM_UP);
    Some(Balance { since, days: smoothed(&daily)?, runs: runs.len(), guessed })
}

/// The load of each run, and how many were guessed: their minutes at the runner's usual load a
/// minute, or a usual run where nobody knows the minutes. `None` where too many would be.
fn loads(runs: &[NamedRun]) -> Option<(Vec<f64>, usize)> {
    let known: Vec<Option<f64>> = runs.iter().map(load).collect();
    let guessed = known.iter().filter(|load| load.is_none()).count();
    if guessed as f64 > GUESSED_MOST * runs.len() as f64 {
        return None;
    }
    let told: Vec<f64> = known.iter().flatten().copied().collect();
    let a_minute = |(run, load): (&NamedRun, &Option<f64>)| Some((*load)? / run.time()?.minutes());
    let minutes: Vec<f64> = runs.iter().zip(&known).filter_map(a_minute).collect();
    let (usual, usual_a_minute) = (median(&told)?, median(&minutes)?);
    let guess = |run: &NamedRun| run.time().map_or(usual, |time| usual_a_minute * time.minutes());
    let of = |(run, load): (&NamedRun, Option<f64>)| load.unwrap_or_else(|| guess(run));
    Some((runs.iter().zip(known).map(of).collect(), guessed))
}

/// The running means of some daily loads, after the first days that they begin with.
fn smoothed(loads: &[f64]) -> Option<Vec<Day>> {
    let (before, told) = loads.split_at_checked(WARM_UP as usize)?;
    let begin = mean(before)?;
    let days = told.iter().scan((begin, begin), |(slow, quick), load| {
        let form = *slow - *quick;
        *slow += (load - *slow) / SLOW;
        *quick += (load - *quick) / QUICK;
        Some(Day { fitness: *slow, fatigue: *quick, form })
    });
    Some(days.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    #[test]
    fn the_running_means_are_those_of_training_logs() {
        let mut loads = vec![0.0; WARM_UP as usize];
        loads.extend([100.0, 0.0, 50.0, 80.0, 0.0, 120.0, 60.0]);
        let last = *smoothed(&loads).unwrap().last().unwrap();
        assert!((last.fitness - 9.1311).abs() < 1e-4, "{}", last.fitness);
        assert!((last.fatigue - 39.9831).abs() < 1e-4, "{}", last.fatigue);
        assert!((last.form - (7.8904 - 36.6470)).abs() < 1e-4, "{}", last.form);
    }

    #[test]
    fn who_always_runs_the_same_is_as_fit_as_tired() {
        let days = smoothed(&[50.0; 60]).unwrap();
        assert!(days.iter().all(|day| (day.fitness - 50.0).abs() < 1e-9 && day.form.abs() < 1e-9));
    }

    #[test]
    fn a_week_off_leaves_form_up_and_fitness_down() {
        let example = example("8 weeks:\nMon easy 40min\nThu easy 40min\n1 week:\nMon rest");
        let days = balance(&example.case()).unwrap().days;
        let (before, last) = (days[days.len() - 8], days[days.len() - 1]);
        assert!(last.form > 0.0 && last.fitness < before.fitness);
    }

    #[test]
    fn four_weeks_are_too_few_and_runs_of_unknown_effort_tell_nothing() {
        assert_eq!(balance(&example("4 weeks:\nMon easy 40min").case()), None);
        let unknown = example("runner: thresholds unknown\n8 weeks:\nMon easy 40min");
        assert_eq!(balance(&unknown.case()), None);
    }
}
