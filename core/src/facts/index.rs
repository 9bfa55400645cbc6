//! Places in the lists of facts, by the question that rules ask, so that no rule walks thousands of rows.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::Document;
use crate::model::{Level, Purl, Text, Timestamp};

use super::Denied;
use super::components::Source;
use super::identity::Table;
use super::vulnerabilities::Vulnerability;

/// Answers that were looked up once.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Index {
    /// Places in `vulnerabilities`.
    pub vulnerabilities: VulnerabilityIndex,
    /// Components on the deny list of the gate.
    pub denied_components: Vec<DeniedComponent>,
    /// Components whose support has ended or ends.
    pub support: Vec<SupportEnd>,
    /// Components by kind, the primary ones left out.
    pub kinds: BTreeMap<Text, u64>,
    /// Package-like components of scanned documents.
    pub packages: u64,
}

/// Places in `vulnerabilities`; those that do not count (suppressed) stand only under `suppressed`.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VulnerabilityIndex {
    /// How many there are.
    pub total: u64,
    /// Records that their publishers withdrew.
    pub withdrawn: u64,
    /// By level.
    pub critical: Vec<usize>,
    /// By level.
    pub high: Vec<usize>,
    /// By level.
    pub medium: Vec<usize>,
    /// By level.
    pub low: Vec<usize>,
    /// Without a level.
    pub unknown: Vec<usize>,
    /// Known to be exploited.
    pub kev: Vec<usize>,
    /// With an EPSS score of 0.01 or more.
    pub epss: Vec<usize>,
    /// Malware.
    pub malicious: Vec<usize>,
    /// With decision points of CISA.
    pub ssvc: Vec<usize>,
    /// New since the earlier decision.
    pub new: Vec<usize>,
    /// Opinions differ by two levels or more.
    pub disagreeing: Vec<usize>,
    /// A score contradicts its vector.
    pub inconsistent: Vec<usize>,
    /// Nobody can say whether the version is affected.
    pub undecidable: Vec<usize>,
    /// Another scanner of the dossier does not report it.
    pub disputed: Vec<usize>,
    /// With statements that would suppress it and may not.
    pub vex_refused: Vec<usize>,
    /// With a statement that counts.
    pub vex: Vec<usize>,
    /// Suppressed by a statement or by the scanner.
    pub suppressed: Vec<usize>,
}

/// A component on the deny list.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeniedComponent {
    /// The key of the component.
    pub component: Text,
    /// The entry of the list that it matches.
    pub entry: Text,
    /// Why it is on the list.
    pub reason: Text,
    /// Why it cannot be decided whether the version is in the range.
    pub undecidable: bool,
}

/// When the support of a component ends.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportEnd {
    /// The key of the component.
    pub component: Text,
    /// When it ends.
    pub end: Timestamp,
    /// Whole days from `now`; negative after the end.
    pub days_left: i64,
    /// Where it is said, if a scanner says it.
    pub source: Option<Source>,
}

/// EPSS scores below this are not indexed; a rule with a lower threshold would look at nearly everything.
const EPSS_FLOOR: f64 = 0.01;

impl VulnerabilityIndex {
    pub(super) fn of(list: &[Vulnerability], withdrawn: u64) -> Self {
        let mut index = Self { total: list.len() as u64, withdrawn, ..Self::default() };
        for (i, v) in list.iter().enumerate() {
            index.note(i, v);
        }
        index
    }

    fn note(&mut self, i: usize, v: &Vulnerability) {
        let put = |list: &mut Vec<usize>, holds: bool| {
            if holds {
                list.push(i);
            }
        };
        put(&mut self.vex, v.vex.is_some());
        put(&mut self.vex_refused, !v.vex_refused.is_empty());
        put(&mut self.suppressed, v.suppressed.is_some());
        if v.suppressed.is_some() {
            return;
        }
        put(&mut self.critical, v.severity.level == Level::Critical);
        put(&mut self.high, v.severity.level == Level::High);
        put(&mut self.medium, v.severity.level == Level::Medium);
        put(&mut self.low, v.severity.level == Level::Low);
        put(&mut self.unknown, v.severity.level == Level::Unknown);
        put(&mut self.kev, v.kev.as_ref().is_some_and(|k| k.listed));
        put(&mut self.epss, v.epss.as_ref().is_some_and(|e| e.score >= EPSS_FLOOR));
        put(&mut self.malicious, v.malicious);
        put(&mut self.ssvc, v.ssvc.is_some());
        put(&mut self.new, v.new == Some(true));
        put(&mut self.disagreeing, v.severity.spread >= 2);
        put(&mut self.inconsistent, v.severity.inconsistent);
        put(&mut self.undecidable, v.undecidable.is_some());
        put(&mut self.disputed, !v.missing_from.is_empty());
    }
}

/// Components that the gate's deny list names, sorted.
pub(super) fn denied(table: &Table, entries: &[Denied]) -> Vec<DeniedComponent> {
    let mut out = Vec::new();
    for entry in entries {
        for &place in table.versions_of(&entry.package) {
            let Some(merged) = table.components.get(place) else { continue };
            let version = merged.purl.as_ref().and_then(Purl::version).unwrap_or_default();
            let inside = entry.range.as_ref().map_or(Some(true), |range| range.contains(version));
            if inside != Some(false) {
                out.push(DeniedComponent {
                    component: merged.key.clone(),
                    entry: entry.text.clone(),
                    reason: entry.reason.clone(),
                    undecidable: inside.is_none(),
                });
            }
        }
    }
    out.sort_by(|a, b| (&a.component, &a.entry).cmp(&(&b.component, &b.entry)));
    out
}

/// Components whose end of support is known, by their own documents or by a scanner; sorted.
pub(super) fn support(table: &Table, documents: &[Document], now: Timestamp) -> Vec<SupportEnd> {
    let mut out: BTreeMap<(Text, Timestamp), Option<Source>> = BTreeMap::new();
    for merged in &table.components {
        let stated = super::components::statements(merged, documents);
        if let Some(end) = stated.filter_map(|(_, s)| s.support.as_ref()?.end_of_support).min() {
            out.insert((merged.key.clone(), end), None);
        }
    }
    for (input, document) in documents.iter().enumerate() {
        let statements = document.content.as_ref().map(|c| c.support.as_slice()).unwrap_or_default();
        for statement in statements {
            let purl = statement.package.purl.as_ref().and_then(|p| p.parse::<Purl>().ok());
            let (key, _) = table.find(&statement.package, purl.as_ref());
            out.insert((key, statement.end), Some(Source { input, at: statement.place.clone() }));
        }
    }
    out.into_iter()
        .map(|((component, end), source)| SupportEnd { component, end, days_left: end.days_since(now), source })
        .collect()
}
