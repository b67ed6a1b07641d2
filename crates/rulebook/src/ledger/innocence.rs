//! Acquittals.
