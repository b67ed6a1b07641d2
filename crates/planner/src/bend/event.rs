//! What can happen to a plan, and what is proposed then.

use crate::plan::Broken;
use rulebook::RuleId;
use training::{Beside, Date, Metres, Plan, Planned, Seconds, Session};

/// What can happen to a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Nothing was run from one day to another, both included, up to today.
    Missed {
        /// The first missed day.
        from: Date,
        /// The last missed day.
        to: Date,
    },
    /// The runner is or was ill from one day to another, both included.
    Sick {
        /// The first day of the illness.
        from: Date,
        /// The last day, as far as it is known.
        to: Date,
        /// The hard session that was made easy for it already, by a change that was accepted; `None`
        /// where none was. Only the first one after an illness is left out.
        eased: Option<Date>,
    },
    /// The runner is away from one day to another, both included.
    Travel {
        /// The first day away.
        from: Date,
        /// The last day away.
        to: Date,
        /// What can be run there.
        possible: Possible,
    },
    /// A race is to be run.
    Race {
        /// Its day.
        day: Date,
        /// Its distance.
        distance: Metres,
    },
    /// What is planned for one day is to be done on another.
    Move {
        /// The day of the plan.
        from: Date,
        /// The day wanted.
        to: Date,
    },
    /// Today's answers may speak against today's session.
    RedCheckIn,
    /// A run that was not planned was run.
    FreeRun {
        /// Its day.
        day: Date,
        /// How far of it counted already, by changes that were accepted: those are in the plan.
        counted: Metres,
    },
    /// What was run so far is a little more or less than was planned: does the week under way still
    /// keep its rules? Only that week changes.
    AsRun,
    /// Two weeks are over: does the plan ask for too much, or is there room for more?
    Review,
}

/// What can be run on a journey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Possible {
    /// No running.
    Nothing,
    /// Easy running.
    EasyRunning,
    /// Anything, no longer than this.
    UpTo(Seconds),
}

/// A proposal: the plan as it would be, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Bend {
    /// What happened.
    pub event: Event,
    /// The whole plan as it would be; the accepted one where nothing changes.
    pub plan: Plan,
    /// The days that change, oldest first.
    pub changes: Vec<Change>,
    /// Why, in plain sentences, in the order in which they were weighed.
    pub reasons: Vec<Reason>,
    /// The key sessions that stay on purpose: those of the weeks that change, and the race.
    pub kept: Vec<Planned>,
    /// Of the key sessions still to come, how many are in the plan as they were, on their day or on
    /// another, and how many there were.
    pub key_sessions: (usize, usize),
    /// The firm rules that the bent plan breaks, which leaving out what is left would not mend; after
    /// [`Event::AsRun`] those of the week under way.
    pub still_broken: Vec<Broken>,
}

/// A day that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// What was planned; nothing is rest.
    pub was: Vec<Session>,
    /// What would be planned; nothing is rest.
    pub becomes: Vec<Session>,
    /// What was planned beside running.
    pub beside_was: Vec<Beside>,
    /// What would be planned beside running.
    pub beside_becomes: Vec<Beside>,
}

/// Why a plan changes, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// In a sentence or two.
    pub text: String,
    /// The rules behind it, the weightiest first.
    pub rules: Vec<RuleId>,
}

impl Bend {
    /// Whether the plan stays as it is.
    pub const fn is_unchanged(&self) -> bool {
        self.changes.is_empty()
    }
}
