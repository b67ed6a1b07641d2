//! The score: how often everymile is right, on labelled real runs and on simulated runners.
fn main() {}
