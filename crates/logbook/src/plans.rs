//! The plans that the runner accepted, kept for ever, and those that were taken back. A plan stays as
//! it was accepted; how it was changed since stands beside it.

use crate::{
    Logbook, LogbookError,
    row::{spelled, spelled_if_any, unreadable},
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
    /// The day from which it is no longer in force, where the runner took it back.
    pub withdrawn: Option<Date>,
    /// When it was accepted.
    pub said_at: Timestamp,
}

impl PlanEntry {
    /// Whether it was taken back before the day on which it begins: then it never took over.
    pub fn never_began(&self) -> bool {
        self.withdrawn.is_some_and(|since| since <= self.agreed.plan.begins)
    }
}

impl Logbook {
    /// Keeps a plan that the runner accepted, and gives it a number. Accepted twice in a row, as by a
    /// double click, it is one plan, unless it was changed or taken back between.
    pub fn accept_plan(&self, agreed: &AgreedPlan, at: Timestamp) -> Result<i64, LogbookError> {
        self.atomically("keep a plan", |db| {
            let words = [
                agreed.plan.to_string(),
                json(&agreed.goal)?,
                json(&agreed.wishes)?,
                agreed.doctrine.clone(),
                agreed.since.to_string(),
            ];
            if let Some(number) = newest_if_same(db, &words)? {
                return Ok(number);
            }
            let [plan, goal, wishes, doctrine, since] = words;
            db.execute(
                "INSERT INTO plans (plan, goal, wishes, doctrine, since, said_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (plan, goal, wishes, doctrine, since, at.to_string()),
            )?;
            Ok(db.last_insert_rowid())
        })
    }

    /// Every plan as it was accepted, in that order.
    pub fn plans(&self) -> Result<Vec<PlanEntry>, LogbookError> {
        self.ask("read the plans", |db| {
            db.prepare_cached(
                "SELECT plans.*, plan_withdrawals.since AS withdrawn FROM plans
                 LEFT JOIN plan_withdrawals ON plan_withdrawals.plan = plans.number ORDER BY plans.number",
            )?
            .query_map((), entry)?
            .collect()
        })
    }

    /// The plans that were the runner's by the end of a day, each as it stood then.
    pub fn plans_on(&self, on: Date) -> Result<Vec<PlanEntry>, LogbookError> {
        let mut plans = self.plans()?;
        plans.retain(|plan| plan.agreed.since <= on);
        for plan in &mut plans {
            plan.withdrawn = plan.withdrawn.filter(|since| *since <= on);
        }
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

    /// The runner's plan on a day, as it stood then: the one accepted last, unless it was taken back.
    /// One that was taken back before it began leaves the one before it in force.
    pub fn current_plan(&self, on: Date) -> Result<Option<PlanEntry>, LogbookError> {
        let last = self.plans_on(on)?.into_iter().rfind(|plan| !plan.never_began());
        Ok(last.filter(|plan| plan.withdrawn.is_none()))
    }

    /// The runner takes a plan back: it is kept, and from a day on no longer in force.
    pub fn withdraw_plan(&self, plan: i64, since: Date, at: Timestamp) -> Result<(), LogbookError> {
        let taken_back = self.ask("take a plan back", |db| {
            db.execute(
                "INSERT OR IGNORE INTO plan_withdrawals (plan, since, said_at)
                 SELECT number, ?2, ?3 FROM plans WHERE number = ?1",
                (plan, since.to_string(), at.to_string()),
            )
        })?;
        if taken_back > 0 {
            return Ok(());
        }
        let (path, number) = (self.path.clone(), plan);
        let before = self.plans()?.into_iter().find(|entry| entry.number == plan);
        Err(match before.and_then(|entry| entry.withdrawn) {
            Some(since) => LogbookError::AlreadyWithdrawn { path, number, since },
            None => LogbookError::NoSuchPlan { path, number },
        })
    }
}

/// The number of the newest plan, where it is in these words and still as it was accepted.
fn newest_if_same(db: &Connection, words: &[String; 5]) -> rusqlite::Result<Option<i64>> {
    db.query_row(
        "SELECT number FROM plans
         WHERE number = (SELECT max(number) FROM plans)
           AND (plan, goal, wishes, doctrine, since) = (?1, ?2, ?3, ?4, ?5)
           AND number NOT IN (SELECT plan FROM plan_withdrawals)
           AND number NOT IN (SELECT plan FROM plan_changes
                              JOIN plan_answers ON change = plan_changes.number WHERE is_accepted)",
        words.each_ref(),
        |row| row.get("number"),
    )
    .optional()
}

fn entry(row: &Row<'_>) -> rusqlite::Result<PlanEntry> {
    let agreed = AgreedPlan {
        plan: plan(row, "plan")?,
        goal: read_json(row, "goal")?,
        wishes: read_json(row, "wishes")?,
        doctrine: row.get("doctrine")?,
        since: spelled(row, "since")?,
    };
    Ok(PlanEntry {
        number: row.get("number")?,
        agreed,
        changes: 0,
        withdrawn: spelled_if_any(row, "withdrawn")?,
        said_at: spelled(row, "said_at")?,
    })
}

/// A plan as it was written; every one says when it begins.
pub(crate) fn plan(row: &Row<'_>, column: &str) -> rusqlite::Result<Plan> {
    parse_plan(&row.get::<_, String>(column)?, Date::default()).map_err(|error| {
        let index = row.as_ref().column_index(column).unwrap_or_default();
        Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
    })
}

pub(crate) fn json(said: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(said).map_err(unreadable)
}

pub(crate) fn read_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    serde_json::from_str(&row.get::<_, String>(column)?).map_err(unreadable)
}
