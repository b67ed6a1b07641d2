//! Runners to plan for, each by the week they run again and again.

/// Weeks of a runner, from three easy runs to six with two hard ones.
pub const RUNNERS: [(&str, &str); 5] = [
    ("beginner", "Tue easy 25min\nThu easy 25min\nSun easy 35min"),
    ("intermediate", "Tue easy 7km\nThu easy 7km\nSun long 12km"),
    (
        "intermediate",
        "Tue easy 8km\nWed easy 10min + 5x(3min / 2min jog) + easy 10min\nThu easy 6km\nSat easy \
         8km\nSun long 15km",
    ),
    (
        "advanced",
        "Mon easy 10km\nTue easy 15min + tempo 20min + easy 10min\nWed recovery 6km\nThu easy 12km\n\
         Fri easy 10min + 5x(3min / 2min jog) + easy 10min\nSun long 20km",
    ),
    ("intermediate", "Tue easy 40min\nWed easy 40min\nFri easy 40min\nSun long 75min"),
];
