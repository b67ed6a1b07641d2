//! How plans were changed, kept for ever: a change is proposed with its reasons, answered once, and
//! counts from then on.

use crate::{
    Logbook, LogbookError,
    plans::{json, plan, read_json},
    row::{spelled, spelled_if_any},
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use training::{Date, Plan};

/// A change that is to be proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedChange {
    /// The number of the plan it changes.
    pub plan: i64,
    /// The plan as it would be.
    pub after: Plan,
    /// What it is proposed for, in words: `ill from 2026-12-01 to 2026-12-03`.
    pub event: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// The day it is seen from.
    pub day: Date,
}

/// A change that was proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanChange {
    /// Its number, from one.
    pub number: i64,
    /// The number of the plan it changes.
    pub plan: i64,
    /// The plan as it stood.
    pub before: Plan,
    /// The plan as it would be.
    pub after: Plan,
    /// What it was proposed for, in words; empty where the reasons alone say it.
    pub event: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// The day it was seen from; `None` where that was not kept.
    pub day: Option<Date>,
    /// When it was proposed.
    pub said_at: Timestamp,
    /// What the runner answered; `None` as long as it waits.
    pub answer: Option<PlanAnswer>,
}

/// What the runner answered to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanAnswer {
    /// Accepted or declined.
    pub is_accepted: bool,
    /// The day from which it holds.
    pub since: Date,
    /// When it was said.
    pub said_at: Timestamp,
}

impl Logbook {
    /// Proposes a change of a plan as it stands, and gives it a number.
    pub fn propose_change(
        &self,
        proposed: &ProposedChange,
        at: Timestamp,
    ) -> Result<i64, LogbookError> {
        let ProposedChange { plan, after, event, reasons, day } = proposed;
        let change = self.atomically("propose a change of a plan", |db| {
            let Some(before) = text_as_it_stands(db, *plan)? else { return Ok(None) };
            let (after, day, at) = (after.to_string(), day.to_string(), at.to_string());
            db.execute(
                "INSERT INTO plan_changes (plan, before, after, event, reasons, day, said_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (plan, before, after, event, json(&reasons)?, day, at),
            )?;
            Ok(Some(db.last_insert_rowid()))
        })?;
        change.ok_or_else(|| LogbookError::NoSuchPlan { path: self.path.clone(), number: *plan })
    }

    /// The runner accepts or declines a change that waits for an answer. One that was proposed for
    /// a plan as it no longer stands can only be declined.
    pub fn answer_change(
        &self,
        change: i64,
        is_accepted: bool,
        since: Date,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        let refused = self.atomically("answer a change of a plan", |db| {
            let refused = why_refused(db, change, is_accepted)?;
            if refused.is_none() {
                db.execute(
                    "INSERT INTO plan_answers (change, is_accepted, since, said_at)
                     VALUES (?1, ?2, ?3, ?4)",
                    (change, is_accepted, since.to_string(), at.to_string()),
                )?;
            }
            Ok(refused)
        })?;
        let path = || self.path.clone();
        match refused {
            None => Ok(()),
            Some(Refused::Unknown) => {
                Err(LogbookError::NoSuchChange { path: path(), number: change })
            }
            Some(Refused::Outdated) => {
                Err(LogbookError::OutdatedChange { path: path(), number: change })
            }
        }
    }

    /// Every change that was ever proposed, in that order, with its answer.
    pub fn plan_changes(&self) -> Result<Vec<PlanChange>, LogbookError> {
        self.changes(
            "SELECT plan_changes.*, is_accepted, since, plan_answers.said_at AS answered_at
             FROM plan_changes LEFT JOIN plan_answers ON change = plan_changes.number
             ORDER BY plan_changes.number",
        )
    }

    /// The changes that count, in the order in which they were accepted.
    pub(crate) fn accepted_changes(&self) -> Result<Vec<PlanChange>, LogbookError> {
        self.changes(
            "SELECT plan_changes.*, is_accepted, since, plan_answers.said_at AS answered_at
             FROM plan_changes JOIN plan_answers ON change = plan_changes.number
             WHERE is_accepted ORDER BY plan_answers.number",
        )
    }

    fn changes(&self, question: &str) -> Result<Vec<PlanChange>, LogbookError> {
        self.ask("read the changes of the plans", |db| {
            db.prepare_cached(question)?.query_map((), change)?.collect()
        })
    }
}

/// Why a change cannot be answered so.
enum Refused {
    /// There is none of this number, or it was answered.
    Unknown,
    /// The plan is no longer the one that it would change, or was taken back.
    Outdated,
}

fn why_refused(
    db: &Connection,
    change: i64,
    is_accepted: bool,
) -> rusqlite::Result<Option<Refused>> {
    let waiting: Option<(i64, String)> = db
        .query_row(
            "SELECT plan, before FROM plan_changes WHERE number = ?1
             AND number NOT IN (SELECT change FROM plan_answers)",
            [change],
            |row| Ok((row.get("plan")?, row.get("before")?)),
        )
        .optional()?;
    let Some((plan, before)) = waiting else { return Ok(Some(Refused::Unknown)) };
    let stands = text_as_it_stands(db, plan)?;
    let is_outdated = is_accepted && (is_withdrawn(db, plan)? || stands != Some(before));
    Ok(is_outdated.then_some(Refused::Outdated))
}

fn is_withdrawn(db: &Connection, plan: i64) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM plan_withdrawals WHERE plan = ?1")?.exists([plan])
}

/// The text of a plan with every change that was accepted; `None` where there is no such plan.
fn text_as_it_stands(db: &Connection, plan: i64) -> rusqlite::Result<Option<String>> {
    let changed = db
        .query_row(
            "SELECT after FROM plan_changes JOIN plan_answers ON change = plan_changes.number
             WHERE plan = ?1 AND is_accepted ORDER BY plan_answers.number DESC LIMIT 1",
            [plan],
            |row| row.get(0),
        )
        .optional()?;
    let accepted =
        || db.query_row("SELECT plan FROM plans WHERE number = ?1", [plan], |row| row.get(0));
    changed.map_or_else(|| accepted().optional(), |text| Ok(Some(text)))
}

fn change(row: &Row<'_>) -> rusqlite::Result<PlanChange> {
    Ok(PlanChange {
        number: row.get("number")?,
        plan: row.get("plan")?,
        before: plan(row, "before")?,
        after: plan(row, "after")?,
        event: row.get("event")?,
        reasons: read_json(row, "reasons")?,
        day: spelled_if_any(row, "day")?,
        said_at: spelled(row, "said_at")?,
        answer: match row.get::<_, Option<bool>>("is_accepted")? {
            Some(is_accepted) => Some(PlanAnswer {
                is_accepted,
                since: spelled(row, "since")?,
                said_at: spelled(row, "answered_at")?,
            }),
            None => None,
        },
    })
}
