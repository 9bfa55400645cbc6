//! What SPDX 2.x documents say, whatever serialization they use (specification 2.2 and 2.3).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Digest, Text, Timestamp};

use super::super::json::{List, Str};
use super::super::statement::{
    Basis, Completeness, ComponentKind, ComponentStatement, Content, Field, LicenseStatement, Party, PartyKind,
    Relation, RelationKind, Sbom, SubjectClaim, Support, Tool,
};

/// The CISA types of SBOMs, as the `OpenChain` Telco guide wants them in the creator comment.
const SBOM_TYPES: &[&str] = &["design", "source", "build", "analyzed", "deployed", "runtime"];

impl Spdx<'_> {
    /// Writes down what the document states.
    pub(crate) fn state(&self, limits: &Limits, content: &mut Content) -> Result<(), Error> {
        let records = self.packages.len().saturating_add(self.files.len());
        if records > limits.records {
            let reason = format!("there are more than {} packages and files", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
        }
        let mut sbom = Sbom { uri: self.document_namespace.as_ref().map(Str::text), ..Sbom::default() };
        self.state_creation(&mut sbom, content);
        for (i, package) in self.packages.iter().enumerate() {
            sbom.components.push(package.statement(format!("/packages/{i}").into()));
        }
        for (i, file) in self.files.iter().enumerate() {
            sbom.components.push(file.statement(format!("/files/{i}").into()));
        }
        let nulls = self.packages.nulls.saturating_add(self.files.nulls).saturating_add(self.relationships.nulls);
        for _ in 0..nulls {
            content.skipped.note("/packages".into(), "null where a record belongs".into());
        }
        self.state_relations(&mut sbom);
        if let Some(primary) = sbom.primary.and_then(|i| sbom.components.get(i)) {
            let in_version = primary.version.text().and_then(|v| v.parse::<Digest>().ok());
            let digests = in_version.into_iter().chain(primary.hashes.iter().cloned()).collect();
            content.subjects.push(SubjectClaim { name: Some(primary.name.clone()), digests });
        }
        content.produced_at = sbom.timestamp;
        content.sbom = Some(sbom);
        Ok(())
    }

    fn state_creation(&self, sbom: &mut Sbom, content: &mut Content) {
        let Some(creation) = &self.creation_info else { return };
        if let Some(created) = &creation.created {
            sbom.timestamp = Timestamp::read(created);
            if sbom.timestamp.is_none() {
                sbom.timestamp_invalid = Some(created.text());
            }
        }
        for creator in &creation.creators {
            match party(creator) {
                Some(Party { kind: PartyKind::Tool, name, .. }) => content.tools.push(tool(&name)),
                Some(party) => sbom.authors.push(party),
                None => {}
            }
        }
        if let Some(comment) = &creation.comment {
            let words = comment.split(|c: char| !c.is_alphanumeric()).map(str::to_ascii_lowercase);
            sbom.generation_context =
                words.filter(|w| SBOM_TYPES.contains(&w.as_str())).take(1).map(Text::from).collect();
        }
    }

    fn state_relations(&self, sbom: &mut Sbom) {
        let document = self.id.as_deref().unwrap_or("SPDXRef-DOCUMENT");
        let mut described: Vec<&str> = self.document_describes.iter().map(|d| &**d).collect();
        for package in &self.packages {
            for file in &package.has_files {
                let (from, to) = (package.id.text(), file.text());
                sbom.relations.push(Relation { from, to, kind: RelationKind::Contains });
            }
        }
        for relationship in &self.relationships {
            let (from, to) = (&*relationship.element, &*relationship.related);
            match &*relationship.kind {
                "DESCRIBES" | "DESCRIBE" if from == document => described.push(to),
                "DESCRIBED_BY" if to == document => described.push(from),
                kind => sbom.relations.extend(relation(from, to, kind)),
            }
        }
        let places: BTreeMap<&str, usize> =
            sbom.components.iter().enumerate().map(|(i, c)| (c.local.as_str(), i)).collect();
        sbom.primary = described.iter().find_map(|id| places.get(id)).copied();
        let Some(primary) = sbom.primary.and_then(|i| sbom.components.get(i)).map(|c| c.local.clone()) else { return };
        sbom.completeness = self.relationships.iter().find_map(|r| {
            let about = *r.element == *primary && matches!(&*r.kind, "DEPENDS_ON" | "CONTAINS");
            match &*r.related {
                "NOASSERTION" if about => Some(Completeness::Unknown),
                "NONE" if about => Some(Completeness::Complete),
                _ => None,
            }
        });
    }
}

/// The edge behind a relationship, pointing from the user to the used (specification 2.3, clause 11.1).
fn relation(from: &str, to: &str, kind: &str) -> Option<Relation> {
    use RelationKind::{Contains, DependsOn, DevDependsOn};
    let (from, to, kind) = match kind {
        "DEPENDS_ON" | "DYNAMIC_LINK" | "STATIC_LINK" | "HAS_PREREQUISITE" => (from, to, DependsOn),
        "DEPENDENCY_OF"
        | "RUNTIME_DEPENDENCY_OF"
        | "OPTIONAL_DEPENDENCY_OF"
        | "PROVIDED_DEPENDENCY_OF"
        | "PREREQUISITE_FOR" => (to, from, DependsOn),
        "DEV_DEPENDENCY_OF"
        | "BUILD_DEPENDENCY_OF"
        | "TEST_DEPENDENCY_OF"
        | "DEV_TOOL_OF"
        | "BUILD_TOOL_OF"
        | "TEST_TOOL_OF" => (to, from, DevDependsOn),
        "CONTAINS" => (from, to, Contains),
        "CONTAINED_BY" => (to, from, Contains),
        _ => return None,
    };
    let (from, to) = (Text::new(from), Text::new(to));
    Some(match to.as_str() {
        "NOASSERTION" => return None,
        "NONE" => Relation { from, to: Text::default(), kind: RelationKind::None },
        _ => Relation { from, to, kind },
    })
}

/// Reads `Organization: Name (contact)`, `Person: …` and `Tool: …`.
pub(crate) fn party(text: &str) -> Option<Party> {
    let (kind, rest) = text.split_once(':')?;
    let kind = match kind.trim() {
        "Organization" | "Organisation" => PartyKind::Organization,
        "Person" => PartyKind::Person,
        "Tool" => PartyKind::Tool,
        _ => return None,
    };
    let rest = rest.trim();
    let (name, contact) = match rest.strip_suffix(')').and_then(|r| r.rsplit_once('(')) {
        Some((name, contact)) if kind != PartyKind::Tool => (name.trim(), contact.trim()),
        _ => (rest, ""),
    };
    let is_url = contact.contains("://");
    let given = |is: bool| (is && !contact.is_empty()).then(|| Text::new(contact));
    (!name.is_empty()).then(|| Party { kind, name: name.into(), email: given(!is_url), url: given(is_url) })
}

/// The version is glued to the name: it begins after the last dash that a digit (or `v` and a digit) follows.
fn tool(text: &str) -> Tool {
    let starts_version = |rest: &str| rest.trim_start_matches('v').starts_with(|c: char| c.is_ascii_digit());
    let split = text
        .rmatch_indices('-')
        .map(|(i, _)| text.split_at(i))
        .find(|(_, rest)| starts_version(rest.trim_start_matches('-')));
    match split {
        Some((name, version)) => Tool::new(name, Some(version.trim_start_matches('-'))),
        None => Tool::new(text, None),
    }
}

impl Package<'_> {
    fn statement(&self, place: Text) -> ComponentStatement {
        let mut purl = None;
        let mut cpes = Vec::new();
        let mut swid = None;
        for reference in &self.external_refs {
            match &*reference.kind {
                "purl" => purl = purl.or_else(|| Some(reference.locator.text())),
                "cpe23Type" | "cpe22Type" => cpes.push(reference.locator.text()),
                "swid" => swid = Some(reference.locator.text()),
                _ => {}
            }
        }
        let supplier = self.supplier.as_deref();
        let end = self.valid_until_date.as_ref().and_then(|d| Timestamp::read(d));
        ComponentStatement {
            local: self.id.text(),
            place,
            kind: self.kind(purl.as_deref()),
            name: self.name.as_ref().map(Str::text).unwrap_or_default(),
            version: Field::read(self.version_info.as_deref()),
            supplier: match supplier.and_then(party) {
                Some(party) => Field::Given(party.name),
                None => Field::read(supplier),
            },
            producer: self
                .originator
                .as_deref()
                .and_then(party)
                .or_else(|| supplier.and_then(party).filter(|p| p.email.is_some() || p.url.is_some())),
            licenses: licenses(self.license_declared.as_deref(), self.license_concluded.as_deref()),
            copyright: self.copyright_text.as_deref().is_some_and(|c| !matches!(c, "" | "NOASSERTION")),
            hashes: self.checksums.iter().filter_map(Checksum::digest).collect(),
            support: end.map(|end| Support { level: None, end_of_support: Some(end) }),
            distribution_uri: self
                .download_location
                .as_deref()
                .is_some_and(|d| !matches!(d, "" | "NOASSERTION" | "NONE")),
            purl,
            cpes,
            swid,
            ..ComponentStatement::default()
        }
    }

    fn kind(&self, purl: Option<&str>) -> ComponentKind {
        let os_package = purl.is_some_and(|p| {
            ["pkg:deb/", "pkg:rpm/", "pkg:apk/", "pkg:alpm/"].iter().any(|start| p.starts_with(start))
        });
        match self.primary_package_purpose.as_deref() {
            _ if os_package => ComponentKind::OsPackage,
            Some("APPLICATION") => ComponentKind::Application,
            Some("FRAMEWORK") => ComponentKind::Framework,
            Some("CONTAINER") => ComponentKind::Container,
            Some("OPERATING-SYSTEM" | "OPERATING_SYSTEM") => ComponentKind::OperatingSystem,
            Some("DEVICE") => ComponentKind::Device,
            Some("FIRMWARE") => ComponentKind::Firmware,
            Some("FILE") if purl.is_none() => ComponentKind::File,
            _ => ComponentKind::Library,
        }
    }
}

impl File<'_> {
    fn statement(&self, place: Text) -> ComponentStatement {
        ComponentStatement {
            local: self.id.text(),
            place,
            kind: ComponentKind::File,
            name: self.file_name.as_ref().map(Str::text).unwrap_or_default(),
            licenses: licenses(None, self.license_concluded.as_deref()),
            hashes: self.checksums.iter().filter_map(Checksum::digest).collect(),
            ..ComponentStatement::default()
        }
    }
}

fn licenses(declared: Option<&str>, concluded: Option<&str>) -> Vec<LicenseStatement> {
    let statement = |basis, text: Option<&str>| {
        let text = text.map(str::trim).filter(|t| !t.is_empty())?;
        Some(LicenseStatement { basis, text: text.into() })
    };
    statement(Basis::Declared, declared).into_iter().chain(statement(Basis::Concluded, concluded)).collect()
}

impl Checksum<'_> {
    fn digest(&self) -> Option<Digest> {
        Digest::new(&self.algorithm, &self.value)
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Spdx<'a> {
    #[serde(borrow, rename = "SPDXID")]
    pub(crate) id: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) document_namespace: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) creation_info: Option<CreationInfo<'a>>,
    #[serde(borrow)]
    pub(crate) document_describes: List<Str<'a>>,
    #[serde(borrow)]
    pub(crate) packages: List<Package<'a>>,
    #[serde(borrow)]
    pub(crate) files: List<File<'a>>,
    #[serde(borrow)]
    pub(crate) relationships: List<Relationship<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct CreationInfo<'a> {
    #[serde(borrow)]
    pub(crate) created: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) creators: List<Str<'a>>,
    #[serde(borrow)]
    pub(crate) comment: Option<Str<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Package<'a> {
    #[serde(borrow, rename = "SPDXID")]
    pub(crate) id: Str<'a>,
    #[serde(borrow)]
    pub(crate) name: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) version_info: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) supplier: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) originator: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) download_location: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) license_concluded: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) license_declared: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) copyright_text: Option<Str<'a>>,
    #[serde(borrow, default)]
    pub(crate) checksums: List<Checksum<'a>>,
    #[serde(borrow, default)]
    pub(crate) external_refs: List<ExternalRef<'a>>,
    #[serde(borrow)]
    pub(crate) primary_package_purpose: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) valid_until_date: Option<Str<'a>>,
    #[serde(borrow, default)]
    pub(crate) has_files: List<Str<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct File<'a> {
    #[serde(borrow, rename = "SPDXID")]
    pub(crate) id: Str<'a>,
    #[serde(borrow)]
    pub(crate) file_name: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) license_concluded: Option<Str<'a>>,
    #[serde(borrow, default)]
    pub(crate) checksums: List<Checksum<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Checksum<'a> {
    #[serde(borrow)]
    pub(crate) algorithm: Str<'a>,
    #[serde(borrow, rename = "checksumValue")]
    pub(crate) value: Str<'a>,
}

#[derive(Deserialize)]
pub(crate) struct ExternalRef<'a> {
    #[serde(borrow, rename = "referenceType")]
    pub(crate) kind: Str<'a>,
    #[serde(borrow, rename = "referenceLocator")]
    pub(crate) locator: Str<'a>,
}

#[derive(Deserialize)]
pub(crate) struct Relationship<'a> {
    #[serde(borrow, rename = "spdxElementId")]
    pub(crate) element: Str<'a>,
    #[serde(borrow, rename = "relatedSpdxElement")]
    pub(crate) related: Str<'a>,
    #[serde(borrow, rename = "relationshipType")]
    pub(crate) kind: Str<'a>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_are_taken_apart() {
        for (text, expected) in [
            (
                "Organization: Acme, Inc. (sec@acme.example)",
                Some((PartyKind::Organization, "Acme, Inc.", Some("sec@acme.example"))),
            ),
            ("Person: Jane Doe ()", Some((PartyKind::Person, "Jane Doe", None))),
            ("Tool: syft-1.57.0", Some((PartyKind::Tool, "syft-1.57.0", None))),
            ("NOASSERTION", None),
            ("Organization: ", None),
        ] {
            let found = party(text);
            assert_eq!(found.as_ref().map(|p| (p.kind, p.name.as_str(), p.email.as_deref())), expected, "{text}");
        }
    }

    #[test]
    fn the_version_of_a_tool_is_found_at_the_end_of_its_name() {
        for (text, name, version) in [
            ("syft-1.57.0", "syft", Some("1.57.0")),
            ("trivy-dev", "trivy-dev", None),
            ("spdx-maven-plugin-v0.6", "spdx-maven-plugin", Some("v0.6")),
            ("GitHub.com-Dependency-Graph", "GitHub.com-Dependency-Graph", None),
            ("Microsoft.SBOMTool-2.2.3-beta.1", "Microsoft.SBOMTool", Some("2.2.3-beta.1")),
        ] {
            let found = tool(text);
            assert_eq!((found.name.as_str(), found.version.as_deref()), (name, version));
        }
    }
}
