//! Numbers as they leave: no more digits than were measured, so that results compare and compress.

/// To a tenth: metres, seconds.
pub fn tenth(value: f64) -> f64 {
    unsigned((value * 10.0).round() / 10.0)
}

/// To a thousandth: speeds, shares.
pub fn thousandth(value: f64) -> f64 {
    unsigned((value * 1000.0).round() / 1000.0)
}

/// The sum of nothing is minus zero in floating point, which no reader wants to see.
fn unsigned(value: f64) -> f64 {
    value + 0.0
}
