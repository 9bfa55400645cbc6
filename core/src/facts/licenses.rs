//! Every distinct license once, with the components under it.

use std::collections::HashMap;

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::{Basis, ComponentKind, Scope};
use crate::model::license::{Category, License, Term};
use crate::model::{Purl, Text};

use super::components::{scope, statements};
use super::identity::{Merged, Table};
use super::sboms::Reach;
use super::{LicenseSettings, ListMeans};

/// Components under one license.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LicenseUse {
    /// The license in force; `state` is `missing` where no document says anything.
    #[serde(flatten)]
    pub license: Reading,
    /// On what it rests.
    pub basis: Option<Basis>,
    /// What the authors declare, where somebody concluded something else.
    pub declared: Option<Reading>,
    /// Whether the components are needed when the subject runs.
    pub scope: Scope,
    /// The keys of the components, sorted.
    pub components: Vec<Text>,
}

/// A license text and what it means.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The SPDX expression, or the text as written if it is none.
    pub expression: Text,
    /// The texts as written, sorted.
    pub texts: Vec<Text>,
    /// `valid`, `ambiguous`, `none`, `noassertion`, `unparseable` or `missing`.
    pub state: &'static str,
    /// The ways to comply: each is a list of licenses that apply together.
    pub alternatives: Vec<Vec<Term>>,
    /// The category of the mildest way.
    pub mildest: Category,
    /// Deprecated ids that were used.
    pub deprecated: Vec<Text>,
    /// What an ambiguous name could mean.
    pub candidates: Vec<Text>,
}

impl Reading {
    fn of(license: &License, texts: Vec<Text>) -> Self {
        let terms = || license.alternatives.iter().flatten();
        let mut deprecated: Vec<Text> = terms().filter_map(|t| t.deprecated.clone()).collect();
        deprecated.sort();
        deprecated.dedup();
        Self {
            expression: license.text.clone(),
            texts,
            state: license.state.name(),
            mildest: license.mildest(),
            alternatives: license.alternatives.clone(),
            deprecated,
            candidates: license.candidates(),
        }
    }

    fn missing() -> Self {
        Self {
            expression: Text::default(),
            texts: Vec::new(),
            state: "missing",
            alternatives: Vec::new(),
            mildest: Category::Unknown,
            deprecated: Vec::new(),
            candidates: Vec::new(),
        }
    }
}

/// Reads each distinct text once.
#[derive(Default)]
struct Library {
    by_text: HashMap<Text, usize>,
    licenses: Vec<License>,
}

impl Library {
    fn number(&mut self, text: &Text) -> usize {
        if let Some(&number) = self.by_text.get(text) {
            return number;
        }
        let number = self.licenses.len();
        self.licenses.push(License::read(text));
        self.by_text.insert(text.clone(), number);
        number
    }

    fn reading(&self, numbers: &[usize], means: ListMeans) -> Reading {
        let list: Vec<License> = numbers.iter().filter_map(|n| self.licenses.get(*n)).cloned().collect();
        let mut texts: Vec<Text> = list.iter().map(|l| l.raw.clone()).collect();
        texts.sort();
        let joined = match (list.as_slice(), means) {
            ([single], _) => single.clone(),
            (_, ListMeans::And) => License::all(&list),
            (_, ListMeans::Or) => License::any(&list),
        };
        Reading::of(&joined, texts)
    }
}

/// What puts components into one row: the texts in force, on what they rest, the other texts, the scope.
type Group = (Vec<usize>, Option<Basis>, Vec<usize>, Scope);

/// One fact per distinct license and scope, sorted.
pub(super) fn facts(
    table: &Table,
    documents: &[Document],
    reach: &Reach,
    settings: &LicenseSettings,
) -> Vec<LicenseUse> {
    let mut library = Library::default();
    let found = found_by_scanners(table, documents);
    let mut groups: HashMap<Group, Vec<Text>> = HashMap::new();
    for (place, merged) in table.components.iter().enumerate() {
        if merged.primary {
            continue;
        }
        let extra = found.get(&place).map(Vec::as_slice).unwrap_or_default();
        let Some((basis, texts, declared)) = effective(merged, documents, extra, settings, &mut library) else {
            continue;
        };
        groups.entry((texts, basis, declared, scope(merged, documents, reach))).or_default().push(merged.key.clone());
    }
    // INVARIANT: the order of the map does not show; the rows are sorted before they leave.
    let mut rows: Vec<(Group, Vec<Text>)> = groups.into_iter().collect();
    rows.sort_unstable();
    let mut uses: Vec<LicenseUse> = rows
        .into_iter()
        .map(|((texts, basis, declared, scope), mut components)| {
            components.sort();
            let reading = |numbers: &[usize]| library.reading(numbers, settings.list_means);
            LicenseUse {
                license: if basis.is_some() { reading(&texts) } else { Reading::missing() },
                basis,
                declared: (!declared.is_empty()).then(|| reading(&declared)),
                scope,
                components,
            }
        })
        .collect();
    let key = |u: &LicenseUse| {
        let declared = u.declared.as_ref().map(|d| d.texts.clone());
        (
            u.license.expression.clone(),
            u.license.texts.clone(),
            u.basis,
            declared,
            u.scope,
            u.components.first().cloned(),
        )
    };
    uses.sort_by_cached_key(key);
    uses
}

/// The texts in force for a component: override, concluded, declared, detected; `None` for what has no license by
/// nature.
fn effective(
    merged: &Merged,
    documents: &[Document],
    found: &[Text],
    settings: &LicenseSettings,
    library: &mut Library,
) -> Option<(Option<Basis>, Vec<usize>, Vec<usize>)> {
    if let Some(text) = overridden(merged.purl.as_ref(), settings) {
        return Some((Some(Basis::Override), vec![library.number(text)], Vec::new()));
    }
    let mut texts = |basis: Basis, said: &mut dyn FnMut(&str) -> bool| {
        let licenses = statements(merged, documents).flat_map(|(_, s)| &s.licenses);
        let mut numbers: Vec<usize> =
            licenses.filter(|l| l.basis == basis && said(&l.text)).map(|l| library.number(&l.text)).collect();
        if basis == Basis::Detected {
            numbers.extend(found.iter().map(|text| library.number(text)));
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    };
    let mut substantial = |text: &str| text != "NOASSERTION";
    let mut any = |_: &str| true;
    let concluded = texts(Basis::Concluded, &mut substantial);
    let declared = texts(Basis::Declared, &mut substantial);
    let detected = texts(Basis::Detected, &mut substantial);
    if !concluded.is_empty() {
        let other = if declared == concluded { Vec::new() } else { declared };
        return Some((Some(Basis::Concluded), concluded, other));
    }
    if !declared.is_empty() {
        return Some((Some(Basis::Declared), declared, Vec::new()));
    }
    if !detected.is_empty() {
        return Some((Some(Basis::Detected), detected, Vec::new()));
    }
    for basis in [Basis::Concluded, Basis::Declared] {
        let unasserted = texts(basis, &mut any);
        if !unasserted.is_empty() {
            return Some((Some(basis), unasserted, Vec::new()));
        }
    }
    let asked = merged.kind.is_package() || merged.kind == ComponentKind::Firmware;
    asked.then_some((None, Vec::new(), Vec::new()))
}

/// The organisation's own finding for a package, with its version or for all versions.
fn overridden<'s>(purl: Option<&Purl>, settings: &'s LicenseSettings) -> Option<&'s Text> {
    if settings.overrides.is_empty() {
        return None;
    }
    let purl = purl?;
    settings.overrides.get(&purl.key()).or_else(|| settings.overrides.get(purl.package().as_str()))
}

/// Licenses that scanners report beside the bills of materials, by component.
fn found_by_scanners(table: &Table, documents: &[Document]) -> HashMap<usize, Vec<Text>> {
    let mut found: HashMap<usize, Vec<Text>> = HashMap::new();
    let reported: Vec<_> = documents
        .iter()
        .filter_map(|d| d.content.as_ref().ok())
        .filter_map(|c| c.licenses.as_ref())
        .flatten()
        .collect();
    if reported.is_empty() {
        return found;
    }
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, merged) in table.components.iter().enumerate() {
        for (_, statement) in statements(merged, documents) {
            by_name.entry(&statement.name).or_default().push(place);
        }
    }
    for license in reported {
        for place in by_name.get(license.package.as_str()).into_iter().flatten() {
            found.entry(*place).or_default().push(license.license.clone());
        }
    }
    found
}
