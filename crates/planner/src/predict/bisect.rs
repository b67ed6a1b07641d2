//! Where a rising function reaches a value, found by halving. Nothing of running.

/// Where between two bounds a rising function reaches a value; `None` where it does so outside them.
pub fn where_reaches(
    value: f64,
    (mut low, mut high): (f64, f64),
    rising: impl Fn(f64) -> f64,
) -> Option<f64> {
    if !(rising(low)..=rising(high)).contains(&value) {
        return None;
    }
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if rising(middle) < value { low = middle } else { high = middle }
    }
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_two_lies_between_one_and_two() {
        let root = where_reaches(2.0, (1.0, 2.0), |x| x * x).unwrap();
        assert!((root - std::f64::consts::SQRT_2).abs() < 1e-12);
        assert_eq!(where_reaches(2.0, (1.5, 2.0), |x| x * x), None);
    }
}
