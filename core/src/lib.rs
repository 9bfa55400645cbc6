//! Policy gates for software supply chains: SBOMs, scans, signatures and plans in, one decision out.
//!
//! ```
//! use tidewaiter::{Dossier, Gate, Report};
//!
//! let gate = Gate::baseline()?;
//! let dossier = Dossier::new().add_bytes("sbom.cdx.json", br#"{"bomFormat":"CycloneDX","specVersion":"1.6"}"#.to_vec())?;
//! let now = "2026-11-23T12:00:00Z".parse().unwrap();
//! let decision = gate.check(&dossier, now)?;
//! assert_eq!(decision.exit_code(), 1);
//! println!("{}", decision.render(Report::Table)?);
//! # Ok::<(), tidewaiter::Error>(())
//! ```

#![forbid(unsafe_code)]

pub mod model;
mod error;
mod limits;
mod document;
#[cfg(feature = "verify")]
pub mod verify;
pub mod facts;
mod policy;
pub mod decision;
mod report;
mod dossier;
mod gate;
mod detection;

pub use decision::{Decision, Finding, Outcome, Waiver};
pub use detection::{Detection, detect};
pub use document::{Kind, format_names};
pub use dossier::{Dossier, Options};
pub use error::{Error, Fault};
pub use facts::Facts;
pub use gate::{Gate, GateBuilder, profile_names, test_policies};
pub use limits::Limits;
pub use model::{Digest, Level, Purl, Reference, Timestamp};
pub use policy::{Enforcement, ParameterInfo, Rule, Severity, TestResult, TestStatus};
pub use report::Report;
