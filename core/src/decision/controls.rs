//! Frameworks and their controls, by what the rules behind them say.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Text;
use crate::policy::Rule;

use super::{RuleResult, RuleStatus};

/// One control of one framework.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ControlResult {
    /// The framework: `nist-800-53`, `pci-dss`, …
    pub framework: Text,
    /// The control.
    pub control: Text,
    /// What the rules say together.
    pub status: ControlStatus,
    /// The rules behind it.
    pub rules: Vec<Text>,
}

/// What the rules behind a control say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ControlStatus {
    /// At least one was asked, and none found anything.
    Satisfied,
    /// At least one found something that is neither waived nor only a warning, or could not tell.
    NotSatisfied,
    /// None was asked.
    NotAssessed,
}

pub(super) fn results(results: &[RuleResult], rules: &[Rule]) -> Vec<ControlResult> {
    let by_id: BTreeMap<&str, &RuleResult> = results.iter().map(|r| (r.id.as_str(), r)).collect();
    let mut controls: BTreeMap<(&Text, &Text), (ControlStatus, Vec<Text>)> = BTreeMap::new();
    for rule in rules {
        let status = match by_id.get(rule.id.as_str()).map(|r| (r.result, r.open)) {
            None | Some((RuleStatus::NotApplicable, _)) => ControlStatus::NotAssessed,
            Some((RuleStatus::Error, _)) => ControlStatus::NotSatisfied,
            Some((_, open)) if open > 0 => ControlStatus::NotSatisfied,
            Some(_) => ControlStatus::Satisfied,
        };
        for (framework, ids) in &rule.controls {
            for id in ids {
                let (known, behind) =
                    controls.entry((framework, id)).or_insert((ControlStatus::NotAssessed, Vec::new()));
                *known = match (*known, status) {
                    (ControlStatus::NotSatisfied, _) | (_, ControlStatus::NotSatisfied) => ControlStatus::NotSatisfied,
                    (ControlStatus::Satisfied, _) | (_, ControlStatus::Satisfied) => ControlStatus::Satisfied,
                    _ => ControlStatus::NotAssessed,
                };
                behind.push(rule.id.clone());
            }
        }
    }
    let row = |((framework, control), (status, rules)): ((&Text, &Text), (ControlStatus, Vec<Text>))| ControlResult {
        framework: framework.clone(),
        control: control.clone(),
        status,
        rules,
    };
    controls.into_iter().map(row).collect()
}
