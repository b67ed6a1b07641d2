//! A plan as pages: all weeks in brief, some of them in full, and what its sessions are for. Also the
//! plan that is proposed, with where it starts from.

use super::{
    Pen, capital, count, day,
    ink::Tone,
    page,
    session::sentence,
    table::{Side, Table, cell},
    wrap::wrap,
};
use crate::{
    race_words,
    units::{duration, number, total, word},
    view::{Plan, PlanWeek, PlannedSession},
};
use std::collections::{BTreeMap, BTreeSet};
use training::{Date, Goal, Metres, Part, Purpose, Seconds, Session, Weekday, calendar::add_days};

/// Where the words of a session stand, after its day.
const COLUMN: usize = 14;

/// Which weeks are shown in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// All weeks in brief, and this one and the next in full.
    Now,
    /// One week.
    Week(usize),
    /// Every week.
    All,
}

/// An accepted plan; how everymile is called for this logbook and for the day is handed in.
pub fn plan(plan: &Plan, shown: Shown, (command, on): &(String, String), pen: Pen) -> String {
    let in_full = plan.in_full(shown);
    let brief = (shown == Shown::Now).then(|| brief(plan, pen));
    let next = match shown {
        Shown::Now => format!(
            "One week, planned against run, and for the watch:\n  {command} plan show --week \
             N{on}\n  {command} plan review{on}\n  {command} plan export --fit workouts{on}\n"
        ),
        Shown::Week(_) | Shown::All => String::new(),
    };
    let parts = [heading(plan, pen), brief.unwrap_or_default()];
    let weeks = in_full.iter().map(|week| week_in_full(plan, week, pen));
    let parts = parts.into_iter().chain(weeks).chain([jobs(&in_full), next]);
    page(parts)
}

/// What a plan leads to and when, and where it comes from.
fn heading(plan: &Plan, pen: Pen) -> String {
    let title = pen.ink.paint(Tone::Strong, &wrap("", &name(plan, pen)));
    let Some((number, since)) = plan.number.zip(plan.since) else { return title + "\n" };
    let changes = match plan.changes {
        0 => String::new(),
        changes => format!(", changed {} since", rulebook::words::times(changes as usize)),
    };
    let kept = format!(
        "Plan {number}, yours since {}, made by the doctrine {}{changes}.",
        day(since),
        plan.doctrine
    );
    let when = match plan.this_week() {
        Some(week) => format!("{} is in week {week}.", day(plan.date)),
        None if plan.date < plan.begins => format!("It begins on {}.", day(plan.begins)),
        None => format!("It ended on {}.", day(plan.ends)),
    };
    format!("{title}\n{}\n{when}\n", wrap("", &kept))
}

/// `Half-marathon on Sun 18 Apr 2027 in 1:45:00: 20 weeks from Mon 30 Nov 2026`
pub(super) fn name(plan: &Plan, pen: Pen) -> String {
    let goal = match &plan.goal {
        Goal::Race { distance, on } => {
            let race = race_words::name(*distance, pen.units);
            on.map_or_else(|| format!("{race}, no day yet"), |on| format!("{race} on {}", day(on)))
        }
        Goal::Fitness => "base and fitness".to_owned(),
        Goal::Wellbeing => "running for its own sake".to_owned(),
    };
    let aim = plan.time_s.map(|time| format!(" in {}", duration(Seconds(time))));
    let weeks = count(plan.weeks.len(), "week");
    format!("{}{}: {weeks} from {}", capital(&goal), aim.unwrap_or_default(), day(plan.begins))
}

/// Every week in a line.
fn brief(plan: &Plan, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("", Side::Left),
        ("week", Side::Right),
        ("from", Side::Left),
        ("phase", Side::Left),
        (word(pen.units), Side::Right),
        ("longest", Side::Right),
        ("", Side::Left),
    ]);
    for week in &plan.weeks {
        let is_this = plan.this_week() == Some(week.week);
        let tone = if is_this { Tone::Strong } else { Tone::Plain };
        let whole = |metres: f64| format!("{:.0}", number(Metres(metres), pen.units).round());
        let cells = [
            if is_this { "→".to_owned() } else { String::new() },
            week.week.to_string(),
            day(week.start),
            week.phase.map_or("", training::Phase::word).to_owned(),
            whole(week.distance_m),
            whole(week.longest_m),
            remark(week).to_owned(),
        ];
        table.row(cells.map(|text| cell(text).in_tone(tone)));
    }
    table.write(pen.ink)
}

fn remark(week: &PlanWeek) -> &'static str {
    let is_race = week.sessions.iter().any(|session| session.purpose == Purpose::Race);
    match (is_race, week.lighter) {
        (true, _) => "race",
        (false, true) => "lighter",
        (false, false) => "",
    }
}

/// A week day by day.
pub(super) fn week_in_full(plan: &Plan, week: &PlanWeek, pen: Pen) -> String {
    let phase = week.phase.map(|phase| format!(", {}", phase.word())).unwrap_or_default();
    let lighter = if week.lighter { ", lighter" } else { "" };
    let size = |metres: f64| total(Metres(metres), pen.units);
    let heading = format!(
        "Week {}{phase}{lighter}: {}, the longest run {}",
        week.week,
        size(week.distance_m),
        size(week.longest_m)
    );
    let days = (0..7).map(|place| add_days(week.start, place)).map(|date| {
        let own = || week.sessions.iter().filter(|session| session.date == date);
        let is_today = date == plan.date;
        let besides = week.besides.iter().filter(|beside| beside.date == date);
        let besides = besides.map(|beside| on_day(date, is_today, &beside.title()) + "\n");
        let lines: String =
            own().map(|session| lines(session, is_today, pen)).chain(besides).collect();
        let lines = if lines.is_empty() { on_day(date, is_today, "Rest") + "\n" } else { lines };
        if is_today { pen.ink.paint(Tone::Strong, lines.trim_end()) + "\n" } else { lines }
    });
    format!("{}\n{}", pen.ink.paint(Tone::Strong, &heading), days.collect::<String>())
}

/// A session on its day: its title, and in a sentence what the title does not say.
fn lines(session: &PlannedSession, is_today: bool, pen: Pen) -> String {
    let title = on_day(session.date, is_today, &session.title(pen.units));
    if !says_more(&session.session) {
        return title + "\n";
    }
    let indent = " ".repeat(COLUMN);
    format!("{title}\n{}\n", wrap(&indent, &sentence(&session.session, pen.units)))
}

/// A day, with a mark where it is today, and what it holds.
fn on_day(date: Date, is_today: bool, what: &str) -> String {
    let mark = if is_today { '→' } else { ' ' };
    let date = date.strftime("%a %-d %b").to_string();
    let today = if is_today { " (today)" } else { "" };
    wrap(&format!("{mark} {date:<width$}", width = COLUMN - 2), &format!("{what}{today}"))
}

/// Whether a sentence would say more of a session than its title.
fn says_more(session: &Session) -> bool {
    let has_target =
        |part: &Part| part.efforts().any(|(it, _)| it.speed.is_some() || it.hr_cap.is_some());
    session.parts.len() > 1 || session.parts.iter().any(has_target)
}

/// What the sessions of some weeks are for, each purpose once.
pub(super) fn jobs(weeks: &[&PlanWeek]) -> String {
    let sessions = || weeks.iter().flat_map(|week| &week.sessions);
    let purposes: BTreeSet<Purpose> = sessions().map(|session| session.purpose).collect();
    let lines = purposes.iter().filter_map(|purpose| {
        let session: &PlannedSession = sessions().find(|session| session.purpose == *purpose)?;
        Some(wrap(&format!("  {:<12}", purpose.word()), session.job) + "\n")
    });
    let besides: BTreeMap<&str, &str> =
        weeks.iter().flat_map(|week| &week.besides).map(|it| (it.beside.word(), it.job)).collect();
    let besides = besides.iter().map(|(word, job)| wrap(&format!("  {word:<12}"), job) + "\n");
    let lines: String = lines.chain(besides).collect();
    if lines.is_empty() { lines } else { format!("What they are for\n{lines}") }
}

/// `Mon, Tue and Sun`.
pub(super) fn weekdays(days: &[Weekday]) -> String {
    let names: Vec<String> = days.iter().map(|day| format!("{day:?}")[..3].to_owned()).collect();
    rulebook::words::listed(&names)
}

impl Plan {
    /// The weeks that are shown in full.
    fn in_full(&self, shown: Shown) -> Vec<&PlanWeek> {
        let now = self.this_week().unwrap_or(if self.date < self.begins { 1 } else { usize::MAX });
        let is_shown = |week: &&PlanWeek| match shown {
            Shown::Now => week.week == now || week.week == now.saturating_add(1),
            Shown::Week(number) => week.week == number,
            Shown::All => true,
        };
        self.weeks.iter().filter(is_shown).collect()
    }
}
