//! What is known of the runner: what they said, word by word, and what they can do: what counts beside
//! what the runs alone show, with the runs behind it.

use super::{
    calendar::RunInBrief,
    runner::{Estimate, estimate},
};
use crate::{
    analysis::History,
    profile_words::{self, Said, WORDS},
    settings::Settings,
};
use serde::Serialize;
use std::collections::BTreeSet;
use training::{Ability, Date, Goal, NamedRun, RunId};
use utoipa::ToSchema;

/// What is known of the runner on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Profile {
    /// The name of this shape.
    pub schema: &'static str,
    /// The day.
    pub on: Date,
    /// Every word of the profile, in the order of the words.
    pub said: Vec<WordSaid>,
    /// What the runner can do.
    pub can_do: CanDo,
    /// The runs that any of it rests on, newest first.
    pub runs: Vec<RunInBrief>,
    /// The day of the last run before the day asked; `null` where there is none.
    pub last_run: Option<Date>,
    /// The day of the race of the goal, where it is over.
    pub race_over: Option<Date>,
}

/// A word of the profile.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WordSaid {
    /// The word.
    pub word: &'static str,
    /// Its value as the runner reads it; `null` is not said.
    pub value: Option<String>,
    /// How a value may be written.
    pub example: &'static str,
}

/// What the runner can do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CanDo {
    /// Critical speed: the second threshold.
    pub critical_speed_mps: Known,
    /// Metres that can be run above critical speed.
    pub d_prime_m: Known,
    /// Speed at the first threshold.
    pub lt1_speed_mps: Known,
    /// The usual speed of easy runs.
    pub easy_speed_mps: Known,
    /// Highest heart rate.
    pub hr_max_bpm: Known,
    /// Heart rate at the second threshold.
    pub lt2_hr_bpm: Known,
    /// Heart rate at the first threshold.
    pub lt1_hr_bpm: Known,
}

/// A number about the runner: what counts, and what the runs alone show.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Known {
    /// What counts: what the runner said, else what the runs show; `null` is not known.
    pub counts: Option<Estimate>,
    /// What the runs show without a word of the runner on thresholds and heart rate.
    pub by_runs: Option<Estimate>,
}

impl Profile {
    /// What is known on a day.
    pub fn new(history: &History, settings: &Settings, on: Date) -> Self {
        let mut said = profile_words::said(history.profile(), settings.units);
        said.extend(settings.said());
        let can_do = CanDo::new(&history.ability_on(on), &history.ability_by_runs(on));
        let behind = can_do.runs_behind();
        let runs = history.runs.iter().rev().filter(|run| behind.contains(&run.id));
        let last_run = history.runs.iter().map(NamedRun::date).rfind(|day| *day < on);
        let race_over = match history.profile().goal {
            Some(Goal::Race { on: Some(race), .. }) => Some(race).filter(|race| *race < on),
            _ => None,
        };
        Self {
            schema: "everymile.profile/1",
            on,
            said: said.into_iter().map(WordSaid::new).collect(),
            runs: runs.map(|run| RunInBrief::new(run, &[])).collect(),
            can_do,
            last_run,
            race_over,
        }
    }
}

impl WordSaid {
    fn new((word, value): Said) -> Self {
        let known = WORDS.iter().find(|(own, ..)| *own == word);
        Self { word, value, example: known.map_or("", |(_, _, example)| example) }
    }
}

impl CanDo {
    fn new(counts: &Ability, by_runs: &Ability) -> Self {
        let both = |ability: fn(&Ability) -> Option<Estimate>| Known {
            counts: ability(counts),
            by_runs: ability(by_runs),
        };
        Self {
            critical_speed_mps: both(|it| estimate(it.critical_speed.as_ref())),
            d_prime_m: both(|it| estimate(it.d_prime.as_ref())),
            lt1_speed_mps: both(|it| estimate(it.lt1_speed.as_ref())),
            easy_speed_mps: both(|it| estimate(it.easy_speed.as_ref())),
            hr_max_bpm: both(|it| estimate(it.hr_max.as_ref())),
            lt2_hr_bpm: both(|it| estimate(it.lt2_hr.as_ref())),
            lt1_hr_bpm: both(|it| estimate(it.lt1_hr.as_ref())),
        }
    }

    /// Every number, in the order in which they are shown.
    pub const fn all(&self) -> [&Known; 7] {
        [
            &self.critical_speed_mps,
            &self.d_prime_m,
            &self.lt1_speed_mps,
            &self.easy_speed_mps,
            &self.hr_max_bpm,
            &self.lt2_hr_bpm,
            &self.lt1_hr_bpm,
        ]
    }

    fn runs_behind(&self) -> BTreeSet<RunId> {
        let estimates = self.all().into_iter().flat_map(|known| [&known.counts, &known.by_runs]);
        estimates.flatten().flat_map(|estimate| estimate.from.clone()).collect()
    }
}
