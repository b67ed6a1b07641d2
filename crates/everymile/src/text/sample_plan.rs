//! A sample week of the rulebook as a plan that can be read, saved and checked: what does not add up
//! stands above it.

use super::wrap::wrap;
use rulebook::sample_weeks::{SampleWeek, notes};

/// Where the words for a day stand, after its session.
const COLUMN: usize = 26;

/// The week in the notation of plans; its lines of `#` are for the reader.
pub fn sample_plan(week: &SampleWeek) -> String {
    let (from, to) = week.miles;
    let more = if week.is_open { " or more" } else { "" };
    let heading = format!(
        "The sample week {}, headed {from:.0} to {to:.0}{more} miles, of the doctrine {}.",
        week.id, week.doctrine
    );
    let notes = notes(week).into_iter().map(|note| format!("Note: {note}"));
    let above: String =
        std::iter::once(heading).chain(notes).map(|said| wrap("# ", &said) + "\n").collect();
    let above = above.lines().map(|line| format!("# {}\n", line.trim_start_matches(['#', ' '])));
    let days = week.days.iter().map(|day| {
        let session = format!("{}  {}", &format!("{:?}", day.day)[..3], day.session);
        let said = [(session.as_str(), day.is_for), ("", day.besides)].into_iter();
        let lines = said.filter(|(_, said)| !said.is_empty());
        let lines = lines.map(|(session, said)| format!("{session:<COLUMN$} # {said}\n"));
        lines.collect::<Vec<_>>().concat()
    });
    format!("{}\nWeek 1\n{}", above.collect::<String>(), days.collect::<Vec<_>>().concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::plan::parse_plan;

    #[test]
    fn every_sample_week_reads_back_as_a_plan_and_says_what_does_not_add_up() {
        for week in rulebook::sample_weeks::sample_weeks() {
            let text = sample_plan(week);
            let plan = parse_plan(&text, jiff::civil::date(2026, 11, 30)).unwrap();
            assert_eq!(plan.weeks.len(), 1);
            let runs = week.days.iter().filter(|day| !day.session().is_rest()).count();
            assert_eq!(plan.planned().len(), runs, "{text}");
            assert!(text.contains("# Note: The week is headed"), "{text}");
        }
    }
}
