//! Shared arithmetic: what is measured of a case, without judging it.

pub mod days;
