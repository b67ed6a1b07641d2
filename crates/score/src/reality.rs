//! Plans meet reality: simulated runners live through their plan with illness, journeys, missed days,
//! bad mornings and runs that nobody planned. Once the plan bends to all of it, and once it is
//! followed blindly through the same days. Which rules the weeks break, and whose doing it is, is
//! said in `reality/blame.rs`; how much of the key sessions comes to be, in `reality/lives.rs`.

mod blame;
mod chance;
mod life;
mod lives;
mod running;
mod trainee;

use crate::{
    table::{Figure, Section, Table, number, share},
    wrong::list,
};
use anyhow::Result;
use blame::{Break, Rules};
use lives::{Lived, Lives};
use rayon::prelude::*;
use std::{collections::BTreeMap, env};
use training::Level;

/// How many runners live through a plan, unless `REALITY_RUNNERS` says otherwise.
const RUNNERS: u64 = 1_000;

/// What comes of plans in reality, bent and unbent.
pub fn score() -> Result<Section> {
    let doctrine = rulebook::doctrine(rulebook::DEFAULT_DOCTRINE)?;
    let rules = Rules::of(&doctrine);
    let runners = env::var("REALITY_RUNNERS").ok().map_or(Ok(RUNNERS), |count| count.parse())?;
    let lives: Vec<Lives> = (0..runners)
        .into_par_iter()
        .filter_map(|seed| Lives::of(seed, &doctrine, &rules))
        .collect();
    list("reality-wrong.tsv", HEAD, lives.iter().flat_map(rows))?;
    let sum = |count: fn(&Lives) -> usize| lives.iter().map(count).sum::<usize>();
    Ok(Section {
        title: "Plans in reality",
        about: format!(
            "{runners} simulated runners from beginners to elites with eight weeks of running behind \
             them ask for a plan; {} get one that fits, {} weeks in all, and live through it under \
             `{}`. They run a little faster, slower, shorter and longer than is written, skip days, \
             fall ill for two to ten days, travel, have bad mornings and run what nobody planned. \
             Whenever that happens, and every Monday, the plan bends and the bend is accepted ({} times): \
             after two weeks for what they were like, else for what was really run. The same days are lived through again by the plan as it was first accepted. A plan \
             speaks at the beginning of every week and after all that happens; a broken rule is its \
             doing when what was really run by then and what it asks for in the rest of the week break \
             it, and what was run alone does not. That holds for days too on which nothing came of it: \
             a plan followed blindly goes on asking somebody who is ill. The rules are those of safety, \
             asked on every day, and the firm ones that look at every plan. A key session is a hard or \
             long one, or the race; as many count as the plan held when it was accepted. Every break of \
             a bent plan is listed in \
             `target/score/reality-wrong.tsv`.",
            lives.len(),
            sum(|it| it.weeks),
            doctrine.name,
            sum(|it| it.bent.bends)
        ),
        figures: figures(&lives),
        tables: vec![by_level(&lives), by_rule(&lives)],
    })
}

fn figures(lives: &[Lives]) -> Vec<Figure> {
    let bent = |count: fn(&Lived) -> usize| lives.iter().map(|it| count(&it.bent)).sum::<usize>();
    let blind = |count: fn(&Lived) -> usize| lives.iter().map(|it| count(&it.blind)).sum::<usize>();
    let weeks: usize = lives.iter().map(|it| it.weeks).sum();
    let keys: usize = lives.iter().map(|it| it.keys).sum();
    let most =
        |of: fn(&Lives) -> &Lived| lives.iter().filter_map(|it| of(it).jump).reduce(f64::max);
    let told = Figure::told;
    let whole = |count: usize| Some(count as f64);
    vec![
        told(
            "reality.safety-weeks",
            "weeks in which a bent plan breaks a rule of safety",
            whole(bent(Lived::safety_weeks)),
        )
        .at_most(0.0),
        told(
            "reality.firm-weeks",
            "weeks in which a bent plan breaks another firm rule",
            whole(bent(Lived::firm_weeks)),
        )
        .at_most(0.0),
        told(
            "reality.keys-bent",
            "key sessions run, the plan bent",
            share(bent(|it| it.keys), keys),
        ),
        told("reality.keys-blind", "the same, followed blindly", share(blind(|it| it.keys), keys)),
        told(
            "reality.safety-weeks-blind",
            "weeks in which the plan followed blindly breaks a rule of safety",
            whole(blind(Lived::safety_weeks)),
        ),
        told(
            "reality.firm-weeks-blind",
            "weeks in which it breaks another firm rule",
            whole(blind(Lived::firm_weeks)),
        ),
        told(
            "reality.weeks-over-growth",
            "weeks as they were run that grew too fast, the plan bent",
            share(bent(|it| it.over_growth), weeks),
        ),
        told(
            "reality.weeks-over-growth-blind",
            "the same, followed blindly",
            share(blind(|it| it.over_growth), weeks),
        ),
        told(
            "reality.longest-jump",
            "the largest jump of an asked run over the longest of 30 days, the plan bent",
            most(|it| &it.bent),
        ),
        told("reality.longest-jump-blind", "the same, followed blindly", most(|it| &it.blind)),
    ]
}

fn by_level(lives: &[Lives]) -> Table {
    let head = [
        "",
        "runners",
        "weeks",
        "bends",
        "key sessions, bent",
        "blind",
        "plan's breaks, bent",
        "blind",
    ];
    let mut table = Table::new("By level:", &head);
    let levels = [
        (Level::Beginner, "beginners"),
        (Level::Intermediate, "intermediate"),
        (Level::Advanced, "advanced"),
        (Level::Elite, "elites"),
    ];
    for (level, words) in levels {
        let own = || lives.iter().filter(|it| it.level == level);
        let sum = |count: fn(&Lives) -> usize| own().map(count).sum::<usize>();
        let keys = sum(|it| it.keys);
        table.row([
            words.to_owned(),
            own().count().to_string(),
            sum(|it| it.weeks).to_string(),
            sum(|it| it.bent.bends).to_string(),
            number(share(sum(|it| it.bent.keys), keys)),
            number(share(sum(|it| it.blind.keys), keys)),
            sum(|it| it.bent.by_plan().count()).to_string(),
            sum(|it| it.blind.by_plan().count()).to_string(),
        ]);
    }
    table
}

fn by_rule(lives: &[Lives]) -> Table {
    let head = [
        "rule",
        "the plan's, bent",
        "blind",
        "the running's, bent",
        "blind",
        "the race's, bent",
        "blind",
        "the world's, bent",
        "blind",
    ];
    let caption = "Weeks that break a rule, by whose doing it is:";
    let mut table = Table::new(caption, &head);
    let mut counts: BTreeMap<&'static str, [usize; 8]> = BTreeMap::new();
    for (is_blind, lived) in lives.iter().flat_map(|it| [(0, &it.bent), (1, &it.blind)]) {
        for Break { rule, doing, .. } in &lived.breaks {
            counts.entry(rule.0).or_default()[2 * *doing as usize + is_blind] += 1;
        }
    }
    for (rule, counts) in counts {
        let cell = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
        table.row([format!("`{rule}`")].into_iter().chain(counts.map(cell)));
    }
    table
}

const HEAD: [&str; 6] = ["seed", "level", "week", "rule", "doing", "said"];

fn rows(lives: &Lives) -> impl Iterator<Item = [String; HEAD.len()]> + '_ {
    lives.bent.breaks.iter().map(|it| {
        [
            lives.seed.to_string(),
            format!("{:?}", lives.level).to_lowercase(),
            it.week.to_string(),
            it.rule.to_string(),
            format!("{:?}", it.doing).to_lowercase(),
            it.said.clone(),
        ]
    })
}
