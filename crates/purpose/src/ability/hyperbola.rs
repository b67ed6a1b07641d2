//! The speed–duration hyperbola d = CS·t + D′ (science.md section 2.1), fitted to maximal efforts.
//! Knows nothing of runs.

/// A fitted hyperbola.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hyperbola {
    /// Critical speed in m/s.
    pub critical_speed: f64,
    /// D′ in metres.
    pub reserve: f64,
    /// Standard error of D′ in metres.
    pub reserve_se: f64,
}

/// Least squares of distance (m) on time (s) over maximal efforts. `None` for fewer than three
/// efforts, a longest less than four times the shortest, a negative D′ or one above 600 m, a
/// standard error of critical speed above 3 %, or an effort slower than a longer one.
pub(super) fn fit(efforts: &[(f64, f64)]) -> Option<Hyperbola> {
    let mut efforts = efforts.to_vec();
    efforts.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (shortest, longest) = (efforts.first()?.1, efforts.last()?.1);
    let slows_down = efforts.windows(2).all(|pair| pair[0].0 / pair[0].1 >= pair[1].0 / pair[1].1);
    if efforts.len() < 3 || longest < 4.0 * shortest || !slows_down {
        return None;
    }
    let count = efforts.len() as f64;
    let mean = |pick: fn(&(f64, f64)) -> f64| efforts.iter().map(pick).sum::<f64>() / count;
    let (metres, seconds) = (mean(|effort| effort.0), mean(|effort| effort.1));
    let spread: f64 = efforts.iter().map(|(_, t)| (t - seconds).powi(2)).sum();
    let together: f64 = efforts.iter().map(|(d, t)| (t - seconds) * (d - metres)).sum();
    let critical_speed = together / spread;
    let reserve = metres - critical_speed * seconds;
    let missed: f64 = efforts.iter().map(|(d, t)| (d - reserve - critical_speed * t).powi(2)).sum();
    let variance = missed / (count - 2.0);
    let critical_speed_se = (variance / spread).sqrt();
    let is_sane = (0.0..=600.0).contains(&reserve) && critical_speed_se <= 0.03 * critical_speed;
    is_sane.then(|| Hyperbola {
        critical_speed,
        reserve,
        reserve_se: (variance * (1.0 / count + seconds.powi(2) / spread)).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(efforts: &[(f64, f64)], critical_speed: f64, reserve: f64, tolerance: f64) {
        let fitted = fit(efforts).unwrap();
        assert!((fitted.critical_speed - critical_speed).abs() < tolerance, "{fitted:?}");
        assert!((fitted.reserve - reserve).abs() < 100.0 * tolerance, "{fitted:?}");
    }

    #[test]
    fn the_vectors_of_section_2_1_are_met() {
        check(&[(800.0, 160.0), (1600.0, 360.0), (5000.0, 1210.0)], 4.0, 160.0, 1e-6);
        check(&[(1200.0, 240.0), (2400.0, 540.0), (5000.0, 1190.0)], 4.0, 240.0, 1e-6);
        check(&[(400.0, 80.0), (800.0, 180.0), (5000.0, 1310.0)], 3.73027, 114.494, 1e-5);
    }

    #[test]
    fn efforts_that_say_nothing_about_the_curve_are_refused() {
        assert_eq!(fit(&[(800.0, 160.0), (5000.0, 1210.0)]), None, "two are a line");
        assert_eq!(fit(&[(800.0, 160.0), (1000.0, 205.0), (1600.0, 360.0)]), None, "too alike");
    }

    #[test]
    fn an_effort_slower_than_a_longer_one_was_not_maximal() {
        assert_eq!(fit(&[(800.0, 220.0), (1600.0, 360.0), (5000.0, 1210.0)]), None);
    }

    #[test]
    fn efforts_that_do_not_lie_on_a_curve_are_refused() {
        assert_eq!(fit(&[(400.0, 60.0), (800.0, 170.0), (1500.0, 420.0), (3000.0, 850.0)]), None);
    }
}
