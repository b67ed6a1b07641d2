//! What is shown: the same views for the terminal, for JSON and for the page. Plain data in the
//! units of the inside, metres and seconds; the field names are a promise.

mod analysis;
mod check_in;
mod compared;
mod finding;
mod judged;
mod other;
mod patterns;
mod pillars;
mod plan;
mod plan_bend;
mod plan_changes;
mod plan_check;
mod plan_review;
mod predictions;
mod replay;
mod round;
mod run;
mod runner;
mod signs;
mod today;
mod week;
mod year;

pub use analysis::{Analysis, Duplicate, Failed, Files, SCHEMA, Scope, Sign};
pub use check_in::DaySaid;
pub use compared::{Compared, Number, Parted, Shares, Under};
pub use finding::Finding;
pub use judged::Judged;
pub use other::Other;
pub use patterns::Patterns;
pub use pillars::{Pillar, Pillars};
pub use plan::{Plan, PlanWeek, PlannedSession};
pub use plan_bend::{DayChanged, PlanBent, ReasonSaid, days_changed};
pub use plan_changes::{Answered, ChangeProposed, ChangesOfPlans};
pub use plan_check::{BrokenRule, PlanChecked};
pub use plan_review::{PlanReviewed, ReviewedWeek, SessionReviewed, last_week_over};
pub use predictions::{ByModel, Index, Predictions, RaceForetold, Range};
pub use replay::{Replayed, RuleTurned, WeeksSummed};
pub use run::{Oddity, Run, Segment};
pub use runner::{Estimate, Runner};
pub use signs::{OpenedSign, Signs};
pub use today::{Elsewhere, Session, Today};
pub use week::{Sums, Week};
pub use year::{BuildUp, Lacking, WeekOfYear, Year};
