//! How much faster or slower the second half of a run was than the first.

use super::intensity::effort_speed;
use training::{NamedRun, Purpose, Segment, SegmentKind};

/// How much faster the second half by time was, as a share of the first: 0.08 is 8 % faster,
/// negative is slower. Strides, stops and walks are left out; `None` where a speed is not known.
pub fn second_half_gain(run: &NamedRun) -> Option<f64> {
    let even: Vec<&Segment> = run.segments.iter().filter(|segment| is_even(segment)).collect();
    let half = even.iter().map(|segment| segment.duration().0).sum::<f64>() / 2.0;
    let (mut passed, mut first, mut second) = (0.0, 0.0, 0.0);
    for segment in even {
        let speed = effort_speed(run, segment)?.0;
        let seconds = segment.duration().0;
        let in_first = (half - passed).clamp(0.0, seconds);
        first += speed * in_first;
        second += speed * (seconds - in_first);
        passed += seconds;
    }
    (first > 0.0).then(|| second / first - 1.0)
}

fn is_even(segment: &Segment) -> bool {
    !matches!(segment.kind, SegmentKind::Stop | SegmentKind::Stride | SegmentKind::Rest)
        && segment.purpose != Purpose::Walk
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn check(day: &str, expected: f64) {
        let example = example(&format!("1 week:\n{day}"));
        let gain = second_half_gain(&example.runs[0]).unwrap();
        assert!((gain - expected).abs() < 0.001, "{day}: {gain}");
    }

    #[test]
    fn halves_are_halves_of_the_time() {
        check("Tue recovery 20min @6:40 + recovery 20min @6:00", 1.0 / 9.0);
        check("Tue recovery 10min @6:40 + recovery 30min @6:40", 0.0);
        check("Tue recovery 20min @6:00 + recovery 20min @6:40", -0.1);
    }

    #[test]
    fn strides_at_the_end_are_no_faster_half() {
        check("Tue recovery 30min @6:40 + strides 4x(20s @3:20 / 60s jog)", 0.0);
    }
}
