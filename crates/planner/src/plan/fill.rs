//! Weeks filled with sessions, one after the other: each day's role from the layout, each role's length
//! from the outline and from what the weeks before really came to.

use super::{
    EARLY,
    contents::{Kitchen, Moment},
    layout::{Role, Room, layout},
    lengths::{Lengths, SHORTEST, is_easy, lengths},
    shape::{Growth, Outline, largest_after},
    so_far::SoFar,
    trial::{Trial, trials, trials_before_race},
};
use std::collections::BTreeMap;
use training::{Level, Metres, Phase, PlanWeek, Purpose, Session, Weekday};

/// An easy run is better below this share of the week's long run.
const BALANCED: f64 = 0.7;
/// A hard session stays below this share of the long run.
const HARD_OF_LONG: f64 = 0.95;
/// In a week without a long run no run is longer than this share of the last long one.
const WITHOUT_LONG: f64 = 0.5;
/// The last week of a taper begins so many days before the race.
const LAST_WEEK: std::ops::Range<i64> = EARLY..7 + EARLY;
/// The longest run on the day before a race, in minutes (our own convention).
const EVE_MINUTES: f64 = 30.0;
/// Minutes of a day on which no other limit is known.
const MANY_MINUTES: f64 = 300.0;
/// A day with fewer minutes holds no hard session.
const HARD_MINUTES: f64 = 32.0;
/// A plan adds so many runs to a usual week at the most.
const MORE_RUNS: usize = 2;

/// What weeks are filled from.
#[derive(Debug, Clone)]
pub struct Larder<'a> {
    /// What sessions are made from.
    pub kitchen: Kitchen<'a>,
    /// The days there are; `runs` is what a usual week holds, `hard` a full week of the build.
    pub room: Room,
    /// The runs of a week that is as full as it may be.
    pub most_runs: usize,
    /// From how many runs a week one may be a recovery run.
    pub recovery_from: usize,
    /// The most minutes on some days.
    pub most_minutes: &'a [(Weekday, f64)],
    /// The longest a recovery run may be, in minutes.
    pub recovery_minutes: f64,
    /// By how much weeks and runs may grow.
    pub growth: Growth,
    /// The longest second run of a day, in minutes, where days may hold two.
    pub second_minutes: Option<f64>,
}

/// A week and where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its number, from 0.
    pub index: usize,
    /// Its outline.
    pub outline: &'a Outline,
    /// The days from its first one to the race, where there is one.
    pub race_in: Option<i64>,
}

impl Larder<'_> {
    /// The sessions of one week; what it comes to is added to what came before.
    pub fn week(&self, place: Place<'_>, so_far: &mut SoFar) -> PlanWeek {
        let outline = place.outline;
        let target = self.target(place, so_far);
        let made = self.fullest(place, target, so_far);
        so_far.add(&made.sessions, self, outline.lighter.is_some());
        PlanWeek {
            phase: Some(outline.phase),
            is_lighter: outline.lighter.is_some(),
            sessions: made.sessions,
            ..PlanWeek::default()
        }
    }

    /// How far the week and its long run are to go.
    fn target(&self, Place { outline, race_in, .. }: Place<'_>, so_far: &SoFar) -> Target {
        let safe = (1.0 + self.growth.single) * so_far.longest_lately().0;
        let (week, long) = match outline.lighter {
            Some(share) if outline.phase == Phase::Taper => {
                let share = share * share_before_race(race_in);
                (share * so_far.before_taper().0, outline.long.0)
            }
            Some(share) => {
                (share * so_far.last_full.0, share.mul_add(0.5, 0.5) * so_far.last_long().0)
            }
            None => {
                let most = largest_after(so_far.largest, self.growth.weekly);
                (outline.distance.0.min(most.0), outline.long.0)
            }
        };
        Target {
            week: Metres(week * outline.eased.week),
            long: Metres(long.min(safe) * outline.eased.long),
        }
    }

    /// The week with the fewest runs, and with as many recovery runs as have a reason, that holds the
    /// distance in balance; else the one that comes nearest to it.
    fn fullest(&self, place: Place<'_>, target: Target, so_far: &SoFar) -> Made {
        let mut best: Option<(f64, Made)> = None;
        for trial in self.trials(place) {
            let made = self.made(place, target, trial, so_far);
            let lack = made.lack(target.week, trial.as_good_as, &self.kitchen);
            if lack <= 0.0 {
                return made;
            }
            if best.as_ref().is_none_or(|(least, _)| lack < *least) {
                best = Some((lack, made));
            }
        }
        best.map_or_else(Made::default, |(_, made)| made)
    }

    /// What is tried to fill a week, one after the other.
    fn trials(&self, place: Place<'_>) -> Vec<Trial> {
        let usual = self.room.runs;
        let most = match place.outline.lighter {
            Some(_) => usual,
            None => self.most_runs.clamp(usual, usual + MORE_RUNS),
        };
        let recovery = |runs: usize| match runs {
            runs if runs < self.recovery_from => 0,
            runs if runs < 6 => 1,
            _ => 2,
        };
        let runs: Vec<_> = (usual..=most).map(|runs| (runs, recovery(runs))).collect();
        let is_last = place.race_in.is_some_and(|days| LAST_WEEK.contains(&days));
        if is_last && place.outline.phase == Phase::Taper {
            trials_before_race(&runs)
        } else {
            trials(&runs)
        }
    }

    fn made(&self, place: Place<'_>, target: Target, trial: Trial, so_far: &SoFar) -> Made {
        let eased = place.outline.eased;
        let mut room = self.room_for(place, trial.eve);
        // The week of the race has a day of rest more.
        let fewer = eased.runs_fewer + usize::from(room.long_day.is_none() && trial.runs > 3);
        room.runs = trial.runs.saturating_sub(fewer).max(1);
        room.recovery = trial.recovery.saturating_sub(eased.recovery_fewer);
        room.begins_tired = so_far.ends_tired;
        if room.days.is_empty() {
            return Made::default();
        }
        let roles = layout(&room);
        let longest = match room.long_day {
            Some(day) => {
                let longest = Metres(trial.longer * target.long.0);
                self.at_most(longest, self.minutes_on(place, day), Purpose::Long)
            }
            None => Metres(trial.longer * WITHOUT_LONG * so_far.longest_lately().0),
        };
        let hard = self.hard_days(place, roles, (longest, trial.is_drawn_out));
        let most_recovery = self.at_most(target.week, self.recovery_minutes, Purpose::Recovery);
        let lengths = lengths((target.week, longest), roles, &hard, &self.kitchen, most_recovery);
        self.written(place, roles, hard, &lengths)
    }

    /// The days from one of a week to the race.
    fn until_race(&self, place: Place<'_>, day: Weekday) -> i64 {
        let days = i64::from(day.since(self.room.first_day));
        place.race_in.map_or(i64::MAX, |race| race - days)
    }

    /// The days of a week: none on the day before the race, unless it is asked for, or after it, and
    /// nothing long or hard on the three days before.
    fn room_for(&self, place: Place<'_>, eve: bool) -> Room {
        let before_race = |day: Weekday| self.until_race(place, day);
        let days = |days: &[Weekday], least: i64| -> Vec<Weekday> {
            days.iter().copied().filter(|day| before_race(*day) >= least).collect()
        };
        Room {
            days: days(&self.room.days, if eve { 1 } else { 2 }),
            hard_days: days(&self.room.hard_days, 4),
            long_day: self
                .room
                .long_day
                .filter(|day| before_race(*day) >= 4 && !place.outline.eased.no_long),
            hard: self.hard_sessions(place.outline),
            ..self.room.clone()
        }
    }

    /// One hard session fewer in a lighter week and in the base; none for a beginner's base.
    fn hard_sessions(&self, outline: &Outline) -> usize {
        let full = self.room.hard;
        let wanted = match outline.phase {
            Phase::Base if self.kitchen.baseline.level == Level::Beginner => 0,
            Phase::Base | Phase::Taper => full.min(1),
            Phase::Build | Phase::Peak => full,
        };
        let lighter = usize::from(outline.lighter.is_some() && outline.phase != Phase::Taper);
        wanted.saturating_sub(lighter + outline.eased.hard_fewer)
    }

    /// The hard sessions by day; a day without time enough for one holds none.
    fn hard_days(
        &self,
        place: Place<'_>,
        roles: [Role; 7],
        (longest, is_drawn_out): (Metres, bool),
    ) -> BTreeMap<usize, Session> {
        let Place { index, outline, .. } = place;
        let days = (0..7).filter(|day| roles[*day] == Role::Hard).enumerate();
        days.filter_map(|(turn, day)| {
            let moment = Moment {
                phase: outline.phase,
                progress: outline.progress,
                turn,
                week: index,
                is_lighter: outline.lighter.is_some(),
                no_hills: outline.eased.no_hills,
                share: outline.eased.hard,
                most_minutes: self.minutes_on(place, weekday(day)?),
                farthest: Metres(HARD_OF_LONG * longest.0),
                is_drawn_out,
            };
            Some((day, self.kitchen.hard(moment)?))
        })
        .collect()
    }

    fn written(
        &self,
        place: Place<'_>,
        roles: [Role; 7],
        mut hard: BTreeMap<usize, Session>,
        lengths: &Lengths,
    ) -> Made {
        let outline = place.outline;
        let longest_easy = lengths.easy.iter().map(|it| it.0).fold(0.0, f64::max);
        let is_balanced = outline.phase == Phase::Taper && !roles.contains(&Role::Long);
        let easy_of_long = if is_balanced { 0.0 } else { longest_easy / lengths.long.0.max(1.0) };
        let mut made = Made { easy_of_long, ..Made::default() };
        let easy_days: Vec<usize> = (0..7).filter(|day| is_easy(*day, roles, &hard)).collect();
        let seconds = self.second_run(lengths, hard.len());
        let first = place_of(self.room.first_day);
        for day in (0..7).map(|step| (first + step) % 7) {
            let Some(weekday) = weekday(day) else { continue };
            let (session, is_hard) = match (roles[day], hard.remove(&day)) {
                (Role::Rest, _) => continue,
                (Role::Hard, Some(session)) => (session, true),
                (Role::Long, _) => (self.kitchen.unbroken(Purpose::Long, lengths.long), false),
                (Role::Recovery, _) => (self.recovery(weekday, place, lengths), false),
                (Role::Easy | Role::Hard, _) => {
                    let number = easy_days.iter().position(|own| *own == day);
                    let length = number.and_then(|number| lengths.easy.get(number).copied());
                    (self.easy(weekday, place, (&made, length.unwrap_or(SHORTEST))), false)
                }
            };
            made.sessions.push((weekday, session));
            if let Some(second) = seconds.clone().filter(|_| is_hard) {
                made.sessions.push((weekday, second));
            }
        }
        made
    }

    fn recovery(&self, day: Weekday, place: Place<'_>, lengths: &Lengths) -> Session {
        let wanted = Metres(place.outline.eased.recovery * lengths.recovery.0);
        let distance = self.at_most(wanted, self.minutes_on(place, day), Purpose::Recovery);
        self.kitchen.unbroken(Purpose::Recovery, distance)
    }

    /// The first easy run of a week without other speed ends with strides.
    fn easy(&self, day: Weekday, place: Place<'_>, (made, length): (&Made, Metres)) -> Session {
        let Place { outline, .. } = place;
        let minutes = self.minutes_on(place, day);
        let has_strides = |(_, session): &(Weekday, Session)| {
            session.parts.iter().any(|part| part.purpose() == Purpose::Strides)
        };
        let wants_strides = outline.phase == Phase::Base
            && self.kitchen.baseline.level != Level::Beginner
            && outline.lighter.is_none()
            && !made.sessions.iter().any(has_strides);
        if wants_strides {
            let distance = self.at_most(length, minutes - STRIDES_MINUTES, Purpose::Easy);
            return self.kitchen.with_strides(distance);
        }
        self.kitchen.unbroken(Purpose::Easy, self.at_most(length, minutes, Purpose::Easy))
    }

    /// A second run on a hard day takes what the single runs cannot hold.
    fn second_run(&self, lengths: &Lengths, days: usize) -> Option<Session> {
        let minutes = self.second_minutes?;
        let each = Metres(lengths.second.0 / days.max(1) as f64);
        let distance = self.at_most(each, minutes, Purpose::Easy);
        (distance >= SHORTEST).then(|| self.kitchen.unbroken(Purpose::Easy, distance))
    }

    fn minutes_on(&self, place: Place<'_>, day: Weekday) -> f64 {
        let named = self.most_minutes.iter().find(|(own, _)| *own == day);
        let most = if self.until_race(place, day) == 1 { EVE_MINUTES } else { MANY_MINUTES };
        named.map_or(most, |(_, minutes)| minutes.min(most))
    }

    fn at_most(&self, distance: Metres, minutes: f64, purpose: Purpose) -> Metres {
        let slowest = self.kitchen.speed_of(purpose).0.min(self.kitchen.baseline.easy_speed.0);
        Metres(distance.0.min(60.0 * minutes.max(0.0) * slowest))
    }
}

/// Whether a day with so many minutes holds a hard session.
pub fn has_time_for_hard(minutes: f64) -> bool {
    minutes >= HARD_MINUTES
}

/// What the strides after an easy run take.
const STRIDES_MINUTES: f64 = 7.0;

/// How full the week of the race can be: four days to run on before it are a whole week.
fn share_before_race(race_in: Option<i64>) -> f64 {
    race_in.map_or(1.0, |days| ((days - 1).clamp(0, 4) as f64) / 4.0)
}

fn place_of(day: Weekday) -> usize {
    day.to_monday_zero_offset() as usize
}

fn weekday(place: usize) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(place as i8).ok()
}

/// How far a week and its long run are to go.
#[derive(Debug, Clone, Copy)]
struct Target {
    week: Metres,
    long: Metres,
}

/// The sessions of a week.
#[derive(Debug, Clone, Default)]
struct Made {
    sessions: Vec<(Weekday, Session)>,
    /// The longest easy run as a share of the long one.
    easy_of_long: f64,
}

impl Made {
    /// What the week is short of, and how much its easy runs outgrow the long one, as shares; nothing
    /// where it is as it should be.
    fn lack(&self, week: Metres, as_good_as: f64, kitchen: &Kitchen<'_>) -> f64 {
        let missing = 1.0 - self.distance(kitchen).0 / week.0.max(1.0);
        let unbalanced = (self.easy_of_long - BALANCED).max(0.0);
        (missing - as_good_as).max(0.0) * 10.0 + unbalanced
    }

    fn distance(&self, kitchen: &Kitchen<'_>) -> Metres {
        self.sessions.iter().map(|(_, session)| kitchen.distance(session)).sum()
    }
}
