//! What a supplier says about a vulnerability in a product (VEX), in the common vocabulary.

use serde::{Deserialize, Serialize};

/// The status of a statement, from the most to the least cautious.
///
/// ```
/// use tidewaiter::model::vex::Status;
///
/// assert_eq!(Status::from_name("known_not_affected"), Some(Status::NotAffected));
/// assert!(Status::Affected < Status::NotAffected, "the more cautious status comes first");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The product is affected.
    Affected,
    /// Nobody knows yet.
    UnderInvestigation,
    /// The product holds the fix.
    Fixed,
    /// The vulnerability cannot be exploited in the product.
    NotAffected,
}

impl Status {
    /// The common word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Affected => "affected",
            Self::UnderInvestigation => "under_investigation",
            Self::Fixed => "fixed",
            Self::NotAffected => "not_affected",
        }
    }

    /// The status behind a word of OpenVEX, CSAF or CycloneDX.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "affected" | "known_affected" | "first_affected" | "last_affected" | "exploitable" => Self::Affected,
            "under_investigation" | "in_triage" => Self::UnderInvestigation,
            "fixed" | "first_fixed" | "resolved" | "resolved_with_pedigree" => Self::Fixed,
            "not_affected" | "known_not_affected" | "false_positive" => Self::NotAffected,
            _ => return None,
        })
    }
}

/// The common justification behind a word of CycloneDX; OpenVEX and CSAF use the common words themselves.
///
/// Where CycloneDX says something that has no counterpart (`protected_at_perimeter`), its own word stays.
///
/// ```
/// assert_eq!(tidewaiter::model::vex::justification("code_not_present"), "vulnerable_code_not_present");
/// ```
#[must_use]
pub fn justification(word: &str) -> &str {
    match word {
        "code_not_present" => "vulnerable_code_not_present",
        "code_not_reachable" => "vulnerable_code_not_in_execute_path",
        "requires_configuration" | "requires_dependency" | "requires_environment" => {
            "vulnerable_code_cannot_be_controlled_by_adversary"
        }
        "protected_by_compiler" | "protected_at_runtime" | "protected_by_mitigating_control" => {
            "inline_mitigations_already_exist"
        }
        other => other,
    }
}
