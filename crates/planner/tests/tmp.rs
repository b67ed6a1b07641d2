use planner::*;
use rulebook::{Case, doctrine, examples::example};
use training::{calendar::add_days, *};
#[test]
fn x() {
    for (level, week, gap) in [
        (
            "intermediate",
            "Tue easy 8km\nWed easy 10min + 5x(3min / 2min jog) + easy 10min\nThu easy 6km\nSat easy 8km\nSun long 15km",
            10,
        ),
        (
            "intermediate",
            "Tue easy 8km\nWed easy 10min + 5x(3min / 2min jog) + easy 10min\nThu easy 6km\nSat easy 8km\nSun long 15km",
            20,
        ),
        (
            "intermediate",
            "Tue easy 8km\nWed easy 10min + 5x(3min / 2min jog) + easy 10min\nThu easy 6km\nSat easy 8km\nSun long 15km",
            34,
        ),
    ] {
        let ex = example(&format!("runner: {level}\n14 weeks:\n{week}"));
        let case = ex.case();
        let d = doctrine("evidence-first").unwrap();
        let days = (0..7).filter_map(|day| Weekday::from_monday_zero_offset(day).ok()).collect();
        let wish = Wish {
            goal: Goal::Race { distance: Metres(21097.5), on: Some(add_days(case.on, 7 * 14)) },
            time: None,
            days,
            long_day: None,
            most_minutes: vec![],
            weeks: None,
        };
        let plan = propose(&case, &d, &wish).unwrap().plan;
        let on = add_days(case.on, gap);
        let case = Case { on, ..case };
        let b = bend(
            &plan,
            &case,
            &d,
            &Event::Missed { from: add_days(on, -gap + 1), to: add_days(on, -1) },
        );
        for r in &b.reasons {
            println!("* {} {:?}", r.text, r.rules);
        }
        let said = |s: &[Session]| s.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        for c in &b.changes {
            println!(
                "{} {}: {} -> {}",
                c.date.strftime("%a"),
                c.date,
                said(&c.was),
                said(&c.becomes)
            );
        }
        println!(
            "kept {} {:?} still {:?}",
            b.kept.len(),
            b.key_sessions,
            b.still_broken.iter().map(|b| (b.week, b.finding.rule.0)).collect::<Vec<_>>()
        );
    }
}
