//! What was planned beside running, and how much of it the log holds.

use rulebook::Case;
use training::Plan;

/// What was planned beside running up to a day, and what of it was done in its week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Besides {
    /// Sessions whose day has come.
    pub planned: usize,
    /// Those of them that the log holds, on any day of their week.
    pub done: usize,
}

/// Counts them; `None` where nothing was planned, or where the log holds nothing beside running, so that
/// nobody can tell.
pub fn besides(case: &Case<'_>, plan: &Plan) -> Option<Besides> {
    if case.cross_training.is_empty() {
        return None;
    }
    let mut counted = Besides { planned: 0, done: 0 };
    for index in 0..plan.weeks.len() {
        let week = plan.week(index);
        let mut open: Vec<_> = case
            .cross_training
            .iter()
            .filter(|it| week.holds(it.start.date()) && it.start.date() <= case.on)
            .collect();
        let due = plan.besides().into_iter().filter(|(day, _)| week.holds(*day) && *day <= case.on);
        for (_, beside) in due {
            counted.planned += 1;
            if let Some(place) = open.iter().position(|it| beside.is_met_by(it.sport)) {
                open.remove(place);
                counted.done += 1;
            }
        }
    }
    (counted.planned > 0).then_some(counted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::examples::example;
    use training::plan::parse_plan;

    const PLAN: &str =
        "Week 1\nTue easy 8km\nTue strength 30min\nThu bike 40min\nSat strength 30min";

    fn counted(days: &str) -> Option<Besides> {
        let example = example(&format!("1 week:\nTue easy 8km\n{days}"));
        let week = example.last_week();
        besides(&example.case(), &parse_plan(PLAN, week.start).unwrap())
    }

    #[test]
    fn strength_counts_on_any_day_of_its_week_and_for_nothing_else() {
        assert_eq!(counted("Wed strength"), Some(Besides { planned: 3, done: 1 }));
    }

    #[test]
    fn a_log_without_any_cannot_tell() {
        assert_eq!(counted(""), None);
    }
}
