//! Hard bouts in a run: the level of effort that best divides its stretches, and whether what lies
//! above it is work. Knows stretches, not purposes.

use crate::shape::{share_with_twins, variation};
use crate::stretches::Stretch;

/// A hard stretch, in whole seconds since the first sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bout {
    /// First second.
    pub from: usize,
    /// The second after the last.
    pub to: usize,
    /// Mean effort, as a fraction of critical speed.
    pub effort: f64,
    /// Mean rise over run.
    pub grade: f64,
    /// Metres covered.
    pub metres: f64,
}

impl Bout {
    /// How long it lasted, in seconds.
    pub fn seconds(&self) -> f64 {
        (self.to - self.from) as f64
    }

    /// This bout and a later one as one.
    fn with(self, later: Self) -> Self {
        let (early, late) = (self.seconds(), later.seconds());
        let mean = |one: f64, other: f64| (one * early + other * late) / (early + late);
        Self {
            from: self.from,
            to: later.to,
            effort: mean(self.effort, later.effort),
            grade: mean(self.grade, later.grade),
            metres: self.metres + later.metres,
        }
    }
}

/// The bouts of a run and how clearly they stand out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pattern {
    /// The bouts, in order.
    pub bouts: Vec<Bout>,
    /// Mean effort of the bouts.
    pub work: f64,
    /// Mean effort of what lies beside and between them.
    pub rest: f64,
    /// The room between the easiest work and the hardest rest.
    pub margin: f64,
    /// The room between the easiest and the hardest work.
    pub spread: f64,
    /// Mean rise over run beside and between the bouts.
    pub rest_grade: f64,
    /// The share of all running that is in the bouts.
    pub share: f64,
    /// Whether the runner only stood beside and between the bouts.
    pub only_stands: bool,
    /// The share of hard running that belongs to no bout.
    pub left_out: f64,
}

impl Pattern {
    /// How far work stands above rest, as a fraction of critical speed.
    pub fn contrast(&self) -> f64 {
        self.work - self.rest
    }

    /// Seconds between each bout and the next.
    pub fn rest_seconds(&self) -> Vec<f64> {
        self.bouts.windows(2).map(|pair| (pair[1].from - pair[0].to) as f64).collect()
    }
}

/// The shortest bout, in seconds.
const BOUT_SECONDS_MIN: f64 = 12.0;
/// A dip shorter than this does not end a bout, in seconds; up to twice as long where the bouts on
/// both sides are long.
const DIP_SECONDS_MAX: f64 = 13.0;
/// A longer dip is bridged when it is this share of the work on both sides.
const DIP_SHARE: f64 = 0.1;
/// A dip stays above this share of the dividing level; below it the runner has stopped working.
const DIP_DEPTH: f64 = 0.7;
/// A dip that stays above this share of the dividing level may be as long as its share allows.
const SLIGHT_DIP_DEPTH: f64 = 0.9;
/// A bout shorter than this share of the typical one is a surge, not a rep.
const SURGE_SHARE: f64 = 0.25;
/// In a set of more bouts than [`FEW_BOUTS`] lengths may vary more: ladders and fartleks.
const VARIED_SURGE_SHARE: f64 = 0.15;
const FEW_BOUTS: usize = 4;
/// … when the typical bout is no longer than this, in seconds, …
const VARIED_SECONDS_MAX: f64 = 420.0;
/// … where another bout is as long within this share.
const ALIKE: f64 = 0.4;
/// Bouts that are nearly the whole run are the run, unless they are plainly hard.
const WHOLE_RUN_SHARE: f64 = 0.85;
/// From this fraction of critical speed running is hard whatever surrounds it.
const PLAINLY_HARD: f64 = 0.97;
/// With less moving than this beside the bouts, in seconds, the runner only stood there.
const MOVING_REST_SECONDS_MIN: f64 = 60.0;
/// A bout alone is work only from here, in seconds.
const ALONE_SECONDS_MIN: f64 = 240.0;
/// Each of two bouts is work only from here, in seconds.
const PAIR_SECONDS_MIN: f64 = 45.0;
/// A stretch beside a bout belongs to it from this share of the way from rest to work …
const NEAR_WORK: f64 = 0.6;
/// … when it is no longer than this share of the bout.
const GROWTH_MAX: f64 = 0.15;
/// A way into or out of a bout lasts no longer than this, in seconds.
const RAMP_SECONDS_MAX: f64 = 90.0;
/// A bout farther than this from all others, in seconds, must last to count.
const FAR_SECONDS: usize = 240;
/// However long the usual rest, this is far.
const FAR_SECONDS_MAX: usize = 600;
/// How long it must last, in seconds.
const FAR_BOUT_SECONDS_MIN: f64 = 300.0;
/// A few bouts together are work only from here, in seconds.
const FEW_SECONDS_MIN: f64 = 180.0;
/// So many bouts are no chance, however short.
const MANY_BOUTS: usize = 6;
/// Two bouts farther apart than this multiple of their work are chance.
const PAIR_REST_MAX: f64 = 1.5;
/// What lies within this many seconds of a bout is what the bout is compared with.
const BESIDE_SECONDS: usize = 300;
/// Work stands at least this far above what is beside it.
const CONTRAST_MIN: f64 = 0.10;
/// Work that lasts stands at least this far above what is beside it (science.md section 9: below
/// 8 % of critical speed nothing should be judged).
const LASTING_CONTRAST_MIN: f64 = 0.08;
/// A bout lasts from here, in seconds.
const LASTING_SECONDS: f64 = 480.0;

/// How hard a stretch must be to be called work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hardness {
    /// The least mean effort of reps.
    pub reps: f64,
    /// The least mean effort of bouts that last.
    pub lasting: f64,
}

/// The clearest pattern of work in the stretches; `None` when nothing stands out.
pub(crate) fn pattern(stretches: &[Stretch], hardness: Hardness) -> Option<Pattern> {
    (70..=125)
        .map(|percent| f64::from(percent) / 100.0)
        .filter_map(|cut| Some((cut, divide(stretches, cut)?)))
        .filter(|(_, pattern)| is_work(pattern, hardness))
        .map(|(cut, pattern)| (worth(&pattern, cut), pattern))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, pattern)| grown(pattern, stretches))
}

/// Each bout with the short stretches before and after it that are nearer to work than to rest.
fn grown(mut pattern: Pattern, stretches: &[Stretch]) -> Pattern {
    let near_work = pattern.rest + NEAR_WORK * pattern.contrast();
    for index in 0..pattern.bouts.len() {
        let bout = pattern.bouts[index];
        let earliest = index.checked_sub(1).map_or(0, |before| pattern.bouts[before].to);
        let latest = pattern.bouts.get(index + 1).map_or(usize::MAX, |next| next.from);
        let belongs = |stretch: &&Stretch| {
            !stretch.standing
                && stretch.effort >= near_work
                && stretch.seconds() <= GROWTH_MAX * bout.seconds()
        };
        let before = stretches.iter().rev().skip_while(|s| s.to > bout.from);
        let from = before.take_while(belongs).take_while(|s| s.from > earliest).last();
        let after = stretches.iter().skip_while(|s| s.from < bout.to);
        let to = after.take_while(belongs).take_while(|s| s.to < latest).last();
        pattern.bouts[index].from = from.map_or(bout.from, |stretch| stretch.from);
        pattern.bouts[index].to = to.map_or(bout.to, |stretch| stretch.to);
    }
    pattern
}

/// A run is best divided where the margin is wide, the work alike, and the level near the border of
/// hard running: below it easy running would be called work, above it part of the work is lost.
fn worth(pattern: &Pattern, cut: f64) -> f64 {
    let too_low = 1.5 * (0.82 - cut).max(0.0);
    let too_high = 0.3 * (cut - 0.95).max(0.0);
    pattern.margin.min(0.25) - 0.15 * pattern.spread - 0.2 * pattern.left_out - too_low - too_high
}

fn is_work(pattern: &Pattern, hardness: Hardness) -> bool {
    if pattern.share > WHOLE_RUN_SHARE && pattern.work < PLAINLY_HARD {
        return false;
    }
    if pattern.only_stands && !is_set_with_standing_rests(pattern) {
        return false;
    }
    let lasting = pattern.bouts.iter().all(|bout| bout.seconds() >= LASTING_SECONDS);
    let (least, contrast) = if lasting {
        (hardness.lasting, LASTING_CONTRAST_MIN)
    } else {
        (hardness.reps, CONTRAST_MIN)
    };
    pattern.work >= least && pattern.contrast() >= contrast && pattern.margin > 0.0
}

/// Stop lights divide an easy run too: with nothing but standing between the bouts they are reps
/// only when they are hard and alike.
fn is_set_with_standing_rests(pattern: &Pattern) -> bool {
    let seconds: Vec<f64> = pattern.bouts.iter().map(Bout::seconds).collect();
    pattern.bouts.len() >= 3
        && pattern.work >= PLAINLY_HARD
        && share_with_twins(&seconds, 0.08) >= 0.7
}

fn divide(stretches: &[Stretch], cut: f64) -> Option<Pattern> {
    let hard = hard_stretches(stretches, cut);
    let bouts = bouts_of(stretches, &hard, cut);
    if bouts.is_empty() {
        return None;
    }
    let inside = |stretch: &&Stretch| {
        bouts.iter().any(|bout| bout.from <= stretch.from && stretch.to <= bout.to)
    };
    let beside = |stretch: &&Stretch| {
        bouts.iter().any(|bout| {
            stretch.to + BESIDE_SECONDS > bout.from && stretch.from < bout.to + BESIDE_SECONDS
        })
    };
    let work = Levels::of(stretches.iter().filter(inside));
    let easier = |stretch: &&Stretch| !inside(stretch) && stretch.effort < cut;
    let moving = |stretch: &&Stretch| !stretch.standing;
    let mut rest = Levels::of(stretches.iter().filter(easier).filter(beside).filter(moving));
    let only_stands = rest.seconds() < MOVING_REST_SECONDS_MIN.min(0.1 * work.seconds());
    if only_stands {
        rest = Levels::of(stretches.iter().filter(easier).filter(beside));
    }
    let all_moving = Levels::of(stretches.iter().filter(moving)).seconds();
    let hard_seconds = Levels::of(stretches.iter().filter(|s| s.effort >= cut)).seconds();
    let bout_seconds: f64 = bouts.iter().map(Bout::seconds).sum();
    let between: Vec<&Stretch> = stretches
        .iter()
        .filter(|s| bouts[0].to <= s.from && s.to <= bouts[bouts.len() - 1].from)
        .filter(|s| !inside(s) && !s.standing)
        .collect();
    let seconds: f64 = between.iter().map(|stretch| stretch.seconds()).sum();
    let climbed: f64 = between.iter().map(|stretch| stretch.grade * stretch.seconds()).sum();
    Some(Pattern {
        rest_grade: climbed / seconds.max(1.0),
        only_stands,
        share: bout_seconds / all_moving.max(1.0),
        left_out: (1.0 - bout_seconds / hard_seconds.max(1.0)).max(0.0),
        margin: work.quantile(0.1) - rest.quantile(0.9),
        spread: work.quantile(0.9) - work.quantile(0.1),
        work: work.mean(),
        rest: rest.mean(),
        bouts,
    })
}

/// Which stretches are hard: above the cut, or a dip between two that are.
fn hard_stretches(stretches: &[Stretch], cut: f64) -> Vec<bool> {
    let hard: Vec<bool> =
        stretches.iter().map(|stretch| !stretch.standing && stretch.effort >= cut).collect();
    let mut bridged = hard.clone();
    for index in 1..stretches.len().saturating_sub(1) {
        let around = stretches[index - 1].seconds() + stretches[index + 1].seconds();
        let seconds = stretches[index].seconds();
        let short = seconds <= DIP_SECONDS_MAX.max((DIP_SHARE * around).min(2.0 * DIP_SECONDS_MAX));
        let shallow = !stretches[index].standing && stretches[index].effort > DIP_DEPTH * cut;
        bridged[index] |= hard[index - 1] && hard[index + 1] && short && shallow;
    }
    // A run that begins with work has its first seconds on the way up to speed.
    if let [first, second, ..] = stretches {
        let short = first.seconds() <= 2.0 * DIP_SECONDS_MAX;
        bridged[0] |= hard[1] && short && first.effort > DIP_DEPTH * cut && second.seconds() > 60.0;
    }
    bridged
}

fn bouts_of(stretches: &[Stretch], hard: &[bool], cut: f64) -> Vec<Bout> {
    let mut bouts: Vec<&[Stretch]> = Vec::new();
    let mut start = 0;
    for end in 1..=stretches.len() {
        if end < stretches.len() && hard[end] == hard[start] {
            continue;
        }
        if hard[start] {
            let (first, last) = (build_up(stretches, start, end), fade(stretches, start, end));
            bouts.push(&stretches[first..last.max(first + 1)]);
        }
        start = end;
    }
    let mut bouts = joined(stretches, &bouts, cut);
    bouts.retain(|bout| bout.seconds() >= BOUT_SECONDS_MIN);
    without_surges(bouts)
}

/// Joins bouts that only a slight, short easing divides.
fn joined(stretches: &[Stretch], pieces: &[&[Stretch]], cut: f64) -> Vec<Bout> {
    let mut bouts: Vec<Bout> = Vec::new();
    for piece in pieces {
        let bout = bout_of(piece);
        let Some(before) = bouts.last_mut() else {
            bouts.push(bout);
            continue;
        };
        let easing =
            Levels::of(stretches.iter().filter(|s| before.to <= s.from && s.to <= bout.from));
        let slight = easing.mean() > SLIGHT_DIP_DEPTH * cut;
        if slight && easing.seconds() <= DIP_SHARE * (before.seconds() + bout.seconds()) {
            *before = before.with(bout);
        } else {
            bouts.push(bout);
        }
    }
    bouts
}

/// Leaves out what is far shorter than the rest of the work.
fn without_surges(mut bouts: Vec<Bout>) -> Vec<Bout> {
    let seconds: f64 = bouts.iter().map(Bout::seconds).sum();
    let typical = bouts.iter().map(|bout| bout.seconds().powi(2)).sum::<f64>() / seconds.max(1.0);
    let all: Vec<f64> = bouts.iter().map(Bout::seconds).collect();
    let alike = |seconds: f64| {
        let near = |other: &&f64| (*other / seconds - 1.0).abs() <= ALIKE;
        all.len() > FEW_BOUTS
            && typical <= VARIED_SECONDS_MAX
            && all.iter().filter(near).count() > 1
    };
    bouts.retain(|bout| {
        let share = if alike(bout.seconds()) { VARIED_SURGE_SHARE } else { SURGE_SHARE };
        bout.seconds() >= share * typical
    });
    enough(in_one_set(bouts))
}

/// One or two bouts, or a few seconds of them, are chance: a hill, a green light, a lost signal.
fn enough(mut bouts: Vec<Bout>) -> Vec<Bout> {
    let alone = match bouts.len() {
        1 => ALONE_SECONDS_MIN,
        2 => PAIR_SECONDS_MIN,
        _ => BOUT_SECONDS_MIN,
    };
    bouts.retain(|bout| bout.seconds() >= alone);
    if bouts.len() == 1 {
        bouts.retain(|bout| bout.seconds() >= ALONE_SECONDS_MIN);
    }
    let work: f64 = bouts.iter().map(Bout::seconds).sum();
    let few = bouts.len() < MANY_BOUTS && work < FEW_SECONDS_MIN && !may_be_strides(&bouts);
    let apart = bouts.len() == 2
        && (bouts[1].from - bouts[0].to) as f64 > PAIR_REST_MAX * work
        && work < 2.0 * FAR_BOUT_SECONDS_MIN;
    if few || apart {
        bouts.clear();
    }
    bouts
}

/// Three or more short bouts of like length.
fn may_be_strides(bouts: &[Bout]) -> bool {
    let seconds: Vec<f64> = bouts.iter().map(Bout::seconds).collect();
    bouts.len() >= 3
        && bouts.iter().all(|bout| bout.effort >= 1.0)
        && variation(&seconds).is_some_and(|variation| variation < 0.3)
}

/// Leaves out bouts that lie far from all others: a dash for a bus belongs to no set. Bouts that
/// last may stand alone.
fn in_one_set(mut bouts: Vec<Bout>) -> Vec<Bout> {
    let mut gaps: Vec<usize> = bouts.windows(2).map(|pair| pair[1].from - pair[0].to).collect();
    gaps.sort_unstable();
    let Some(&usual) = gaps.get(gaps.len() / 2) else { return bouts };
    let far = FAR_SECONDS.max((7 * usual / 2).min(FAR_SECONDS_MAX));
    let near = |one: &Bout, other: &Bout| other.from.saturating_sub(one.to) < far;
    let all = bouts.clone();
    let mut index = 0;
    bouts.retain(|bout| {
        let before = index > 0 && near(&all[index - 1], bout);
        let after = index + 1 < all.len() && near(bout, &all[index + 1]);
        index += 1;
        before || after || bout.seconds() >= FAR_BOUT_SECONDS_MIN
    });
    bouts
}

/// Where a bout really begins: a first stretch that is nearer to what came before than to what
/// follows only leads up to it.
fn build_up(stretches: &[Stretch], start: usize, end: usize) -> usize {
    let Some(before) = start.checked_sub(1).map(|index| stretches[index].effort) else {
        return start;
    };
    let leads_up = end - start > 1 && {
        let (first, next) = (stretches[start].effort, stretches[start + 1].effort);
        stretches[start].seconds() <= RAMP_SECONDS_MAX && next - first > first - before
    };
    start + usize::from(leads_up)
}

/// Where a bout really ends: the mirror of [`build_up`].
fn fade(stretches: &[Stretch], start: usize, end: usize) -> usize {
    let Some(after) = stretches.get(end).map(|stretch| stretch.effort) else { return end };
    let fades = end - start > 1 && {
        let (last, before) = (stretches[end - 1].effort, stretches[end - 2].effort);
        stretches[end - 1].seconds() <= RAMP_SECONDS_MAX && before - last > last - after
    };
    end - usize::from(fades)
}

fn bout_of(stretches: &[Stretch]) -> Bout {
    let seconds: f64 = stretches.iter().map(Stretch::seconds).sum();
    let mean = |value: fn(&Stretch) -> f64| {
        stretches.iter().map(|stretch| value(stretch) * stretch.seconds()).sum::<f64>() / seconds
    };
    Bout {
        from: stretches[0].from,
        to: stretches[stretches.len() - 1].to,
        effort: mean(|stretch| stretch.effort),
        grade: mean(|stretch| stretch.grade),
        metres: seconds * mean(|stretch| stretch.speed),
    }
}

/// Levels of effort, weighted by how long they were held.
struct Levels(Vec<(f64, f64)>);

impl Levels {
    fn of<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> Self {
        let mut levels: Vec<_> =
            stretches.map(|stretch| (stretch.effort, stretch.seconds())).collect();
        levels.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self(levels)
    }

    fn seconds(&self) -> f64 {
        self.0.iter().map(|level| level.1).sum()
    }

    fn mean(&self) -> f64 {
        let seconds = self.seconds();
        if seconds == 0.0 {
            return 0.0;
        }
        self.0.iter().map(|level| level.0 * level.1).sum::<f64>() / seconds
    }

    fn quantile(&self, share: f64) -> f64 {
        let target = share * self.seconds();
        let mut passed = 0.0;
        for level in &self.0 {
            passed += level.1;
            if passed >= target {
                return level.0;
            }
        }
        self.0.last().map_or(0.0, |level| level.0)
    }
}
