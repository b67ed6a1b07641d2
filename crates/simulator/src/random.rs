//! A small seeded generator, so that the same seed gives the same runner on every machine and in
//! every version. xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64.

/// A stream of random numbers that depends on its seed alone.
#[derive(Debug, Clone)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// A stream for a seed.
    pub fn seeded(seed: u64) -> Self {
        let mut mixer = seed;
        Self { state: std::array::from_fn(|_| splitmix(&mut mixer)) }
    }

    /// A stream for one purpose of a seed, independent of the streams for its other purposes.
    pub fn branch(seed: u64, label: u64) -> Self {
        Self::seeded(branch_seed(seed, label))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// Evenly distributed in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Evenly distributed between two numbers.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A whole number between two numbers, both included.
    pub fn whole(&mut self, low: u32, high: u32) -> u32 {
        low + (self.unit() * f64::from(high - low + 1)) as u32
    }

    /// True with the given probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of the choices; the slice holds at least one.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.whole(0, choices.len() as u32 - 1) as usize]
    }

    /// Normally distributed (Box and Muller 1958).
    pub fn normal(&mut self, mean: f64, sd: f64) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        mean + sd * radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// Normally distributed and held within `reach` standard deviations of the mean.
    pub fn near(&mut self, mean: f64, sd: f64, reach: f64) -> f64 {
        self.normal(mean, sd).clamp(mean - reach * sd, mean + reach * sd)
    }
}

/// The seed for one purpose of a seed.
pub fn branch_seed(seed: u64, label: u64) -> u64 {
    let mut mixer = seed ^ label.wrapping_mul(0xD1B5_4A32_D192_ED03);
    splitmix(&mut mixer)
}

fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Noise that remembers: each value keeps `memory` of the one before (first-order autoregressive),
/// with a steady standard deviation of `sd`.
#[derive(Debug, Clone)]
pub struct Drifting {
    memory: f64,
    sd: f64,
    value: f64,
}

impl Drifting {
    /// Starts at a value drawn from the noise's own distribution.
    pub fn new(memory: f64, sd: f64, random: &mut Random) -> Self {
        Self { memory, sd, value: random.normal(0.0, sd) }
    }

    /// The next value.
    pub fn next(&mut self, random: &mut Random) -> f64 {
        let fresh = self.sd * (1.0 - self.memory * self.memory).sqrt();
        self.value = self.memory * self.value + random.normal(0.0, fresh);
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let mut once = Random::seeded(7);
        let mut again = Random::seeded(7);
        assert!((0..100).all(|_| once.bits() == again.bits()));
        assert_ne!(Random::branch(7, 1).bits(), Random::branch(7, 2).bits());
    }

    #[test]
    fn normal_numbers_have_the_mean_and_spread_they_were_asked_for() {
        let mut random = Random::seeded(1);
        let draws: Vec<f64> = (0..20_000).map(|_| random.normal(3.0, 2.0)).collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / draws.len() as f64;
        assert!((mean - 3.0).abs() < 0.05, "mean {mean}");
        assert!((variance.sqrt() - 2.0).abs() < 0.05, "sd {}", variance.sqrt());
    }

    #[test]
    fn drifting_noise_keeps_its_spread_and_remembers() {
        let mut random = Random::seeded(2);
        let mut noise = Drifting::new(0.9, 0.15, &mut random);
        let values: Vec<f64> = (0..50_000).map(|_| noise.next(&mut random)).collect();
        let variance = values.iter().map(|x| x * x).sum::<f64>() / values.len() as f64;
        let together = values.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>();
        let memory = together / values.len() as f64 / variance;
        assert!((variance.sqrt() - 0.15).abs() < 0.01, "sd {}", variance.sqrt());
        assert!((memory - 0.9).abs() < 0.02, "memory {memory}");
    }
}
