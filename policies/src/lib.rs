//! The baseline policy pack of tidewaiter, compiled: programs, sources and annotations. How a rule is written stands in
//! `CONTRACT.md`.

pub mod annotations;
pub mod reach;

include!(concat!(env!("OUT_DIR"), "/pack.rs"));

/// The annotations of all rules, as a JSON array of [`annotations::Annotation`].
pub const RULES: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.json"));

/// The version of the pack.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
