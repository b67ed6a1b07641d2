//! The plans that the runner accepted, and how they were changed, kept for ever. A plan stays as it
//! was accepted; a change is proposed with its reasons, answered once, and counts from then on.

use crate::{
    Logbook, LogbookError,
    row::{spelled, unreadable},
};
use jiff::Timestamp;
use rusqlite::{Connection, Error, OptionalExtension, Row, types::Type};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use training::{Date, Goal, Plan, plan::parse_plan};

/// What the runner agrees to.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreedPlan {
    /// The weeks.
    pub plan: Plan,
    /// What they lead to.
    pub goal: Goal,
    /// What else was asked for, as words and values: `days` is `mon,tue,sat`.
    pub wishes: BTreeMap<String, String>,
    /// The rulebook it was made by.
    pub doctrine: String,
    /// The day from which it is the runner's plan.
    pub since: Date,
}

/// A plan that was accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanEntry {
    /// Its number, from one.
    pub number: i64,
    /// What was agreed to; its plan holds the changes that were asked for.
    pub agreed: AgreedPlan,
    /// How many changes that plan holds.
    pub changes: u32,
    /// When it was accepted.
    pub said_at: Timestamp,
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
    /// Why, in sentences.
    pub reasons: Vec<String>,
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
    /// Keeps a plan that the runner accepted, and gives it a number.
    pub fn accept_plan(&self, agreed: &AgreedPlan, at: Timestamp) -> Result<i64, LogbookError> {
        self.ask("keep a plan", |db| {
            db.execute(
                "INSERT INTO plans (plan, goal, wishes, doctrine, since, said_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (
                    agreed.plan.to_string(),
                    json(&agreed.goal)?,
                    json(&agreed.wishes)?,
                    &agreed.doctrine,
                    agreed.since.to_string(),
                    at.to_string(),
                ),
            )?;
            Ok(db.last_insert_rowid())
        })
    }

    /// Every plan as it was accepted, in that order.
    pub fn plans(&self) -> Result<Vec<PlanEntry>, LogbookError> {
        self.ask("read the plans", |db| {
            db.prepare_cached("SELECT * FROM plans ORDER BY number")?
                .query_map((), entry)?
                .collect()
        })
    }

    /// The plans that were the runner's by the end of a day, each as it stood then.
    pub fn plans_on(&self, on: Date) -> Result<Vec<PlanEntry>, LogbookError> {
        let mut plans = self.plans()?;
        plans.retain(|plan| plan.agreed.since <= on);
        for change in self.accepted_changes()? {
            let is_known = change.answer.is_some_and(|answer| answer.since <= on);
            let changed = plans.iter_mut().find(|plan| is_known && plan.number == change.plan);
            if let Some(plan) = changed {
                plan.agreed.plan = change.after;
                plan.changes += 1;
            }
        }
        Ok(plans)
    }

    /// The runner's plan on a day, as it stood then: the one accepted last.
    pub fn current_plan(&self, on: Date) -> Result<Option<PlanEntry>, LogbookError> {
        Ok(self.plans_on(on)?.pop())
    }

    /// Proposes a change of a plan as it stands, and gives it a number.
    pub fn propose_change(
        &self,
        plan: i64,
        after: &Plan,
        reasons: &[String],
        at: Timestamp,
    ) -> Result<i64, LogbookError> {
        let change = self.atomically("propose a change of a plan", |db| {
            let Some(before) = text_as_it_stands(db, plan)? else { return Ok(None) };
            db.execute(
                "INSERT INTO plan_changes (plan, before, after, reasons, said_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (plan, before, after.to_string(), json(&reasons)?, at.to_string()),
            )?;
            Ok(Some(db.last_insert_rowid()))
        })?;
        change.ok_or_else(|| LogbookError::NoSuchPlan { path: self.path.clone(), number: plan })
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
    fn accepted_changes(&self) -> Result<Vec<PlanChange>, LogbookError> {
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
    /// The plan is no longer the one that it would change.
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
    let is_outdated = is_accepted && text_as_it_stands(db, plan)? != Some(before);
    Ok(is_outdated.then_some(Refused::Outdated))
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

fn entry(row: &Row<'_>) -> rusqlite::Result<PlanEntry> {
    let agreed = AgreedPlan {
        plan: plan(row, "plan")?,
        goal: read_json(row, "goal")?,
        wishes: read_json(row, "wishes")?,
        doctrine: row.get("doctrine")?,
        since: spelled(row, "since")?,
    };
    let (number, said_at) = (row.get("number")?, spelled(row, "said_at")?);
    Ok(PlanEntry { number, agreed, changes: 0, said_at })
}

fn change(row: &Row<'_>) -> rusqlite::Result<PlanChange> {
    Ok(PlanChange {
        number: row.get("number")?,
        plan: row.get("plan")?,
        before: plan(row, "before")?,
        after: plan(row, "after")?,
        reasons: read_json(row, "reasons")?,
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

/// A plan as it was written; every one says when it begins.
fn plan(row: &Row<'_>, column: &str) -> rusqlite::Result<Plan> {
    parse_plan(&row.get::<_, String>(column)?, Date::default()).map_err(|error| {
        let index = row.as_ref().column_index(column).unwrap_or_default();
        Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
    })
}

fn json(said: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(said).map_err(unreadable)
}

fn read_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    serde_json::from_str(&row.get::<_, String>(column)?).map_err(unreadable)
}
