//! The floor under the score: figures that were reached once and may not be lost again.

use crate::table::Section;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::Path};

/// The committed floors, by the figure's name.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Floor {
    /// Figures that may not fall below.
    #[serde(default)]
    pub at_least: BTreeMap<String, f64>,
    /// Figures that may not rise above.
    #[serde(default)]
    pub at_most: BTreeMap<String, f64>,
}

/// Reads `scores-floor.toml` of the repository.
pub fn read(repository: &Path) -> Result<Floor> {
    let path = repository.join("scores-floor.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

/// Every figure that broke its floor, as a line to print. Figures that could not be measured here
/// (without the shared data) are left out.
pub fn broken(sections: &[Section], floor: &Floor) -> Vec<String> {
    let figures = sections.iter().flat_map(|section| &section.figures);
    let measured = figures.filter_map(|figure| Some((figure.name, figure.value?)));
    measured
        .filter_map(|(name, value)| {
            let low = floor.at_least.get(name).filter(|floor| value < **floor);
            let high = floor.at_most.get(name).filter(|floor| value > **floor);
            low.or(high).map(|floor| format!("{name} is {value:.4}, the floor is {floor}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Figure;

    #[test]
    fn a_figure_breaks_its_floor_on_its_own_side_only() {
        let floor: Floor = toml::from_str("[at-least]\nf1 = 0.9\n[at-most]\nerror = 0.02").unwrap();
        let figure = |name, value| Figure::told(name, "", Some(value));
        let section = Section {
            figures: vec![figure("f1", 0.95), figure("f1", 0.85), figure("error", 0.03)],
            ..Section::default()
        };
        let broken = broken(&[section], &floor);
        assert_eq!(broken.len(), 2);
        assert!(broken[0].starts_with("f1 is 0.8500"));
    }
}
