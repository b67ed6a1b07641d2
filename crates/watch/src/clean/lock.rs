//! Cadence lock: stretches in which an optical sensor followed the steps instead of the pulse.
//! They are told, not mended: who judges by heart rate leaves them out (science.md 8.5).

use crate::recording::Recording;

/// Says where heart rate followed the cadence.
pub(super) fn report(_recording: &mut Recording) {}
