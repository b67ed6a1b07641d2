//! Weeks filled with sessions: each day's role from the layout, each role's length from the outline.

use super::{
    contents::{Kitchen, Moment},
    layout::{Role, Room, layout},
    shape::Outline,
};
use std::collections::BTreeMap;
use training::{Level, Metres, Phase, PlanWeek, Purpose, Session, Weekday};

/// Shorter easy runs are not planned.
const SHORTEST: Metres = Metres::from_km(3.0);
/// An easy run stays below this share of the week's long run.
const EASY_OF_LONG: f64 = 0.85;
/// A recovery run is this share of an easy run.
const RECOVERY_OF_EASY: f64 = 0.6;
/// Minutes of a day on which no other limit is known.
const MANY_MINUTES: f64 = 240.0;

/// What weeks are filled from.
#[derive(Debug, Clone)]
pub struct Larder<'a> {
    /// What sessions are made from.
    pub kitchen: Kitchen<'a>,
    /// The days there are; `hard` is what a full week of the build holds.
    pub room: Room,
    /// The most minutes on some days.
    pub most_minutes: &'a [(Weekday, f64)],
    /// The longest a recovery run may be, in minutes.
    pub recovery_minutes: f64,
}

impl Larder<'_> {
    /// The sessions of one week.
    pub fn week(&self, index: usize, outline: &Outline) -> PlanWeek {
        let room = Room {
            hard: self.hard_sessions(outline),
            runs: self.room.runs.saturating_sub(outline.eased.runs_fewer).max(1),
            ..self.room.clone()
        };
        let roles = layout(&room);
        let hard = self.hard_days(index, outline, roles);
        let lengths = self.lengths(outline, roles, &hard);
        let sessions = (0..7).filter_map(|day| {
            let weekday = Weekday::from_monday_zero_offset(day as i8).ok()?;
            let session = match roles[day] {
                Role::Rest => return None,
                Role::Hard => hard.get(&day)?.clone(),
                Role::Long => self.kitchen.unbroken(Purpose::Long, lengths.long),
                Role::Recovery => self.kitchen.unbroken(Purpose::Recovery, lengths.recovery),
                Role::Easy => self.easy(day, outline, roles, &lengths),
            };
            Some((weekday, session))
        });
        PlanWeek {
            phase: Some(outline.phase),
            is_lighter: outline.is_lighter,
            sessions: sessions.collect(),
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
        let lighter = usize::from(outline.is_lighter && outline.phase != Phase::Taper);
        wanted.saturating_sub(lighter + outline.eased.hard_fewer)
    }

    fn hard_days(
        &self,
        week: usize,
        outline: &Outline,
        roles: [Role; 7],
    ) -> BTreeMap<usize, Session> {
        let days = (0..7).filter(|day| roles[*day] == Role::Hard).enumerate();
        days.map(|(turn, day)| {
            let moment = Moment {
                phase: outline.phase,
                progress: outline.progress,
                turn,
                week,
                is_lighter: outline.is_lighter,
                share: outline.eased.hard,
                most_minutes: self.minutes_on(day).min(self.minutes(outline.long).max(30.0)),
            };
            (day, self.kitchen.hard(moment))
        })
        .collect()
    }

    /// What is left of the week after its long and hard runs, shared among the others.
    fn lengths(
        &self,
        outline: &Outline,
        roles: [Role; 7],
        hard: &BTreeMap<usize, Session>,
    ) -> Lengths {
        let count = |role: Role| roles.iter().filter(|own| **own == role).count() as f64;
        let long_day = roles.iter().position(|role| *role == Role::Long).unwrap_or(6);
        let long = self.at_most(outline.long, self.minutes_on(long_day));
        let in_hard: f64 = hard.values().map(|session| self.kitchen.distance(session).0).sum();
        let parts = count(Role::Easy) + RECOVERY_OF_EASY * count(Role::Recovery);
        let left = (outline.distance.0 - long.0 - in_hard) / parts.max(1.0);
        let most = (EASY_OF_LONG * long.0).max(SHORTEST.0);
        let easy = left.clamp(SHORTEST.0.min(most), most);
        let recovery = RECOVERY_OF_EASY * easy * outline.eased.recovery;
        let recovery = self.at_most(Metres(recovery), self.recovery_minutes);
        Lengths { long, easy: Metres(easy), recovery }
    }

    /// One easy run of the week ends with strides, where the week has no other speed.
    fn easy(&self, day: usize, outline: &Outline, roles: [Role; 7], lengths: &Lengths) -> Session {
        let distance = self.at_most(lengths.easy, self.minutes_on(day));
        let first = roles.iter().position(|role| *role == Role::Easy) == Some(day);
        let wants_strides = outline.phase == Phase::Base
            && self.kitchen.baseline.level != Level::Beginner
            && !outline.is_lighter;
        if first && wants_strides {
            return self.kitchen.with_strides(distance);
        }
        self.kitchen.unbroken(Purpose::Easy, distance)
    }

    fn minutes_on(&self, day: usize) -> f64 {
        let named =
            self.most_minutes.iter().find(|(own, _)| own.to_monday_zero_offset() as usize == day);
        named.map_or(MANY_MINUTES, |(_, minutes)| *minutes)
    }

    fn minutes(&self, distance: Metres) -> f64 {
        distance.0 / self.kitchen.baseline.easy_speed.0 / 60.0
    }

    fn at_most(&self, distance: Metres, minutes: f64) -> Metres {
        Metres(distance.0.min(60.0 * minutes * self.kitchen.baseline.easy_speed.0))
    }
}

/// How far the runs of a week go.
struct Lengths {
    long: Metres,
    easy: Metres,
    recovery: Metres,
}
