//! Every component once, with who said what about it.

use serde::Serialize;

use crate::document::Document;
use crate::document::statement::{Basis, ComponentKind, ComponentStatement, Field, Party, Scope};
use crate::model::{Digest, Text, Timestamp};

use super::identity::{Merged, Table, sbom_of};
use super::sboms::Reach;
use super::sorted;

/// A component of the subject.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Component {
    /// The package URL without qualifiers, or kind, name and version.
    pub key: Text,
    /// The name, with its group or namespace.
    pub name: Text,
    /// The version.
    pub version: Option<Text>,
    /// The package URL as the first document writes it.
    pub purl: Option<Text>,
    /// The type of the package URL.
    pub purl_type: Option<Text>,
    /// CPE names.
    pub cpes: Vec<Text>,
    /// SWID tag ids.
    pub swids: Vec<Text>,
    /// What it is: `primary` for what an SBOM describes, otherwise a kind of component.
    pub kind: Text,
    /// Whether it is needed when the subject runs.
    pub scope: Scope,
    /// A primary component depends on it; absent where no document has a dependency graph.
    pub direct: Option<bool>,
    /// Who supplies it.
    pub supplier: Supplier,
    /// Who made it.
    pub producer: Option<Party>,
    /// License texts by what they rest on.
    pub licenses: LicenseTexts,
    /// Digests of it.
    pub hashes: Vec<Digest>,
    /// When its support ends.
    pub end_of_support: Option<Timestamp>,
    /// Where it was found.
    pub path: Option<Text>,
    /// The image layer that holds it.
    pub layer: Option<Text>,
    /// The documents that list it, and where.
    pub sources: Vec<Source>,
}

/// A place in an input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Place in `inputs`.
    pub input: usize,
    /// JSON Pointer or line.
    pub at: Text,
}

/// Who supplies a component.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Supplier {
    /// `given`, `unknown` (the author says that nobody knows) or `absent`.
    pub state: &'static str,
    /// The name.
    pub name: Option<Text>,
}

/// License texts by what they rest on.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LicenseTexts {
    /// Found in files.
    pub detected: Vec<Text>,
    /// Written by the authors.
    pub declared: Vec<Text>,
    /// Decided by whoever made a document.
    pub concluded: Vec<Text>,
}

/// The statements about a merged component.
pub(super) fn statements<'a>(
    merged: &'a Merged,
    documents: &'a [Document],
) -> impl Iterator<Item = (usize, &'a ComponentStatement)> {
    merged.statements.iter().filter_map(move |&(d, c)| {
        let sbom = documents.get(d).and_then(sbom_of)?;
        Some((d, sbom.components.get(c)?))
    })
}

/// The scope that the strictest statement gives: what one document needs is needed.
pub(super) fn scope(merged: &Merged, documents: &[Document], reach: &Reach) -> Scope {
    let stated = merged.statements.iter().filter_map(|&(d, c)| {
        let statement = documents.get(d).and_then(sbom_of)?.components.get(c)?;
        Some(if reach.only_dev(d, c) { Scope::Dev.max(statement.scope) } else { statement.scope })
    });
    stated.min().unwrap_or_default()
}

/// One fact per component, sorted by key.
pub(super) fn facts(table: &Table, documents: &[Document], reach: &Reach) -> Vec<Component> {
    let mut components: Vec<Component> = table.components.iter().map(|m| component(m, documents, reach)).collect();
    components.sort_by(|a, b| a.key.cmp(&b.key));
    components
}

fn component(merged: &Merged, documents: &[Document], reach: &Reach) -> Component {
    let all = || statements(merged, documents).map(|(_, s)| s);
    let supplier = all().find_map(|s| s.supplier.text().cloned());
    let unknown = all().any(|s| s.supplier == Field::Unknown);
    let direct = merged.statements.iter().filter_map(|&(d, c)| reach.direct(d, c)).max();
    Component {
        key: merged.key.clone(),
        name: all().map(|s| s.name.clone()).find(|n| !n.is_empty()).unwrap_or_default(),
        version: all()
            .find_map(|s| s.version.text().cloned())
            .or_else(|| merged.purl.as_ref().and_then(|p| p.version().map(Text::new))),
        purl: all().find_map(|s| s.purl.clone()),
        purl_type: merged.purl.as_ref().map(|p| Text::new(p.kind())),
        cpes: sorted(all().flat_map(|s| s.cpes.iter().cloned())),
        swids: sorted(all().filter_map(|s| s.swid.clone())),
        kind: kind_name(merged),
        scope: scope(merged, documents, reach),
        direct,
        supplier: Supplier {
            state: if supplier.is_some() {
                "given"
            } else if unknown {
                "unknown"
            } else {
                "absent"
            },
            name: supplier,
        },
        producer: all().find_map(|s| s.producer.clone()),
        licenses: LicenseTexts {
            detected: texts(all(), Basis::Detected),
            declared: texts(all(), Basis::Declared),
            concluded: texts(all(), Basis::Concluded),
        },
        hashes: sorted(all().flat_map(|s| s.hashes.iter().cloned())),
        end_of_support: all().find_map(|s| s.support.as_ref().and_then(|s| s.end_of_support)),
        path: all().find_map(|s| s.location.clone()),
        layer: all().find_map(|s| s.layer.clone()),
        sources: sorted(statements(merged, documents).map(|(d, s)| Source { input: d, at: s.place.clone() })),
    }
}

/// `primary`, or the word for the kind.
pub(super) fn kind_name(merged: &Merged) -> Text {
    if merged.primary { Text::new_static("primary") } else { word(merged.kind) }
}

/// The word for a kind of component.
pub(super) fn word(kind: ComponentKind) -> Text {
    Text::new_static(match kind {
        ComponentKind::Library => "library",
        ComponentKind::Framework => "framework",
        ComponentKind::Application => "application",
        ComponentKind::OsPackage => "os-package",
        ComponentKind::OperatingSystem => "operating-system",
        ComponentKind::Container => "container",
        ComponentKind::File => "file",
        ComponentKind::Firmware => "firmware",
        ComponentKind::Device => "device",
        ComponentKind::Data => "data",
        ComponentKind::CryptographicAsset => "cryptographic-asset",
        ComponentKind::Logical => "logical",
    })
}

fn texts<'a>(all: impl Iterator<Item = &'a ComponentStatement>, basis: Basis) -> Vec<Text> {
    sorted(all.flat_map(|s| &s.licenses).filter(|l| l.basis == basis).map(|l| l.text.clone()))
}
