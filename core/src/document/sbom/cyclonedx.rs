//! What CycloneDX documents say, in JSON and in XML (specification 1.0 to 1.7).

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::vex::{self, Status};
use crate::model::{Digest, Text, Timestamp};

use super::super::json::{List, Scalar, Str};
use super::super::statement::{
    Basis, Completeness, ComponentKind, ComponentStatement, Content, Field, FileFacts, LicenseStatement,
    MatchStatement, PackageStatement, Party, PartyKind, RatingStatement, Relation, RelationKind, Sbom, Scan, Scope,
    SubjectClaim, Support, Tool, Vex, VexProduct, VexStatement,
};

impl Bom<'_> {
    /// Whether the document only speaks of vulnerabilities.
    pub(crate) fn is_vex(&self) -> bool {
        self.vulnerabilities.present && !self.components.present
    }

    /// Writes down what the document states.
    pub(crate) fn state(&self, limits: &Limits, content: &mut Content) -> Result<(), Error> {
        let mut sbom = Sbom {
            version: self.version.as_ref().map(Scalar::text),
            uri: self.serial_number.as_ref().map(|serial| self.link(serial)),
            signed: self.signature.is_some(),
            embedded_vulnerabilities: self.vulnerabilities.len() as u64,
            ..Sbom::default()
        };
        if let Some(metadata) = &self.metadata {
            metadata.state(&mut sbom, content);
        }
        for (i, component) in self.components.iter().enumerate() {
            component.state(&format!("/components/{i}"), None, limits, &mut sbom)?;
        }
        let nulls = self.components.nulls.saturating_add(self.vulnerabilities.nulls);
        for _ in 0..nulls {
            content.skipped.note("/components".into(), "null where a record belongs".into());
        }
        for dependency in &self.dependencies {
            dependency.state(&mut sbom);
        }
        self.state_completeness(&mut sbom);
        self.state_vulnerabilities(&sbom, content);
        content.produced_at = sbom.timestamp;
        if !self.is_vex() {
            content.sbom = Some(sbom);
        }
        Ok(())
    }

    /// The BOM-Link of the document: serial number and version (specification, "BOM-Link").
    fn link(&self, serial: &str) -> Text {
        match serial.strip_prefix("urn:uuid:") {
            Some(uuid) => format!("urn:cdx:{uuid}/{}", self.version.as_deref().unwrap_or("1")).into(),
            None => serial.into(),
        }
    }

    fn state_completeness(&self, sbom: &mut Sbom) {
        let Some(primary) = sbom.primary.and_then(|i| sbom.components.get(i)).map(|c| c.local.clone()) else { return };
        let about_all = |c: &&Composition<'_>| !c.dependencies.present && !c.assemblies.present;
        let about_primary = |c: &&Composition<'_>| c.dependencies.iter().any(|r| **r == *primary);
        let assembled = |c: &&Composition<'_>| c.assemblies.iter().any(|r| **r == *primary);
        let stated = self.compositions.iter().find(about_primary);
        let stated = stated.or_else(|| self.compositions.iter().find(assembled));
        sbom.completeness = stated.or_else(|| self.compositions.iter().find(about_all)).map(|c| match &*c.aggregate {
            "complete" => Completeness::Complete,
            word if word.starts_with("incomplete") => Completeness::Incomplete,
            _ => Completeness::Unknown,
        });
    }

    fn state_vulnerabilities(&self, sbom: &Sbom, content: &mut Content) {
        if !self.vulnerabilities.present {
            return;
        }
        let locals: std::collections::BTreeMap<&str, &ComponentStatement> =
            sbom.components.iter().map(|c| (c.local.as_str(), c)).collect();
        let mut scan = Scan { examined: Some(sbom.components.len() as u64), ..Scan::default() };
        let mut vex = Vex { is_final: true, ..Vex::default() };
        vex.author = sbom.authors.first().map(|party| party.name.clone());
        for (i, vulnerability) in self.vulnerabilities.iter().enumerate() {
            let place = Text::from(format!("/vulnerabilities/{i}"));
            for affected in &vulnerability.affects {
                if let Some(component) = locals.get(&*affected.reference) {
                    scan.matches.push(vulnerability.as_match(&place, component));
                }
            }
            if let Some(statement) = vulnerability.as_vex(&place, sbom, &locals) {
                vex.statements.push(statement);
            }
        }
        if !self.is_vex() {
            content.vulnerabilities = Some(scan);
        }
        if self.is_vex() || !vex.statements.is_empty() {
            content.vex = Some(vex);
        }
    }
}

impl Metadata<'_> {
    fn state(&self, sbom: &mut Sbom, content: &mut Content) {
        if let Some(text) = &self.timestamp {
            sbom.timestamp = Timestamp::read(text);
            if sbom.timestamp.is_none() {
                sbom.timestamp_invalid = Some(text.text());
            }
        }
        content.tools = self.tools.iter().flat_map(Tools::list).collect();
        for author in &self.authors {
            sbom.authors.extend(author.party(PartyKind::Person));
        }
        for organization in self.manufacturer.iter().chain(&self.manufacture).chain(&self.supplier) {
            sbom.authors.extend(organization.party(PartyKind::Organization));
        }
        sbom.generation_context = self
            .lifecycles
            .iter()
            .filter_map(|l| l.phase.as_ref().or(l.name.as_ref()))
            .map(|p| Text::new(&**p))
            .collect();
        if let Some(component) = &self.component {
            let mut statement = component.statement("/metadata/component".into(), 0);
            if statement.local.is_empty() {
                statement.local = "/metadata/component".into();
            }
            content.subjects.push(SubjectClaim { name: Some(statement.name.clone()), digests: component.digests() });
            sbom.primary = Some(sbom.components.len());
            sbom.components.push(statement);
        }
    }
}

impl<'a> Component<'a> {
    /// The digests by which the component itself may be called: an image digest written as version, its hashes.
    fn digests(&self) -> Vec<Digest> {
        let version = self.version.as_ref().and_then(|v| v.parse().ok());
        let in_purl = self.purl.as_ref().and_then(|p| p.parse::<crate::model::Purl>().ok());
        let in_purl = in_purl.and_then(|p| p.version().and_then(|v| v.parse().ok()));
        let mut digests: Vec<Digest> = version.into_iter().chain(in_purl).chain(self.hashes()).collect();
        digests.extend(self.properties.repo_digests.iter().cloned());
        digests.sort();
        digests.dedup();
        digests
    }

    fn hashes(&self) -> impl Iterator<Item = Digest> {
        self.hashes.iter().filter_map(|h| Digest::new(&h.alg, &h.content))
    }

    fn state(&self, place: &str, parent: Option<&Text>, limits: &Limits, sbom: &mut Sbom) -> Result<(), Error> {
        if sbom.components.len() >= limits.records {
            let reason = format!("there are more than {} components", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
        }
        let statement = self.statement(place.into(), sbom.components.len());
        let local = statement.local.clone();
        if let Some(parent) = parent {
            sbom.relations.push(Relation { from: parent.clone(), to: local.clone(), kind: RelationKind::Contains });
        }
        sbom.components.push(statement);
        for (i, inner) in self.components.iter().enumerate() {
            inner.state(&format!("{place}/components/{i}"), Some(&local), limits, sbom)?;
        }
        Ok(())
    }

    fn statement(&self, place: Text, number: usize) -> ComponentStatement {
        let references = &self.external_references;
        ComponentStatement {
            local: self.bom_ref.as_ref().map_or_else(|| format!("#{number}").into(), Str::text),
            place,
            kind: self.kind(),
            name: self.full_name(),
            version: Field::read(self.version.as_deref()),
            purl: self.purl.as_ref().filter(|p| !p.is_empty()).map(Str::text),
            cpes: self.cpe.iter().filter(|c| !c.is_empty()).map(Str::text).collect(),
            swid: self.swid.as_ref().and_then(|s| s.tag_id.as_ref()).map(Str::text),
            supplier: Field::read(self.supplier.as_ref().and_then(|s| s.name.as_deref())),
            producer: self.producer(),
            licenses: self.licenses.iter().filter_map(LicenseChoice::statement).chain(self.evidence()).collect(),
            copyright: self.copyright.as_ref().is_some_and(|c| !c.is_empty()),
            hashes: self.hashes().collect(),
            scope: self.scope(),
            file: FileFacts { distribution_sha512: references.distribution_sha512, ..self.properties.file },
            support: self.properties.support.clone(),
            distribution_uri: references.distribution,
            location: self.properties.path.clone(),
            layer: self.properties.layer.clone(),
        }
    }

    fn evidence(&self) -> impl Iterator<Item = LicenseStatement> {
        let found = self.evidence.iter().flat_map(|e| e.licenses.iter()).filter_map(LicenseChoice::statement);
        found.map(|license| LicenseStatement { basis: Basis::Detected, ..license })
    }

    fn kind(&self) -> ComponentKind {
        let os_package = self.purl.as_ref().is_some_and(|p| {
            ["pkg:deb/", "pkg:rpm/", "pkg:apk/", "pkg:alpm/"].iter().any(|start| p.starts_with(start))
        });
        match self.kind.as_deref() {
            _ if os_package => ComponentKind::OsPackage,
            Some("framework") => ComponentKind::Framework,
            Some("application") => ComponentKind::Application,
            Some("operating-system") => ComponentKind::OperatingSystem,
            Some("container") => ComponentKind::Container,
            Some("file") if self.purl.is_none() => ComponentKind::File,
            Some("firmware") => ComponentKind::Firmware,
            Some("device" | "device-driver" | "platform") => ComponentKind::Device,
            Some("machine-learning-model" | "data") => ComponentKind::Data,
            Some("cryptographic-asset") => ComponentKind::CryptographicAsset,
            _ => ComponentKind::Library,
        }
    }

    /// Group and name the way the ecosystem joins them.
    fn full_name(&self) -> Text {
        let name = self.name.as_deref().unwrap_or_default();
        match self.group.as_deref() {
            None | Some("") => name.into(),
            Some(group) => format!("{group}/{name}").into(),
        }
    }

    fn scope(&self) -> Scope {
        match self.scope.as_deref() {
            _ if self.properties.development => Scope::Dev,
            Some("optional") => Scope::Optional,
            Some("excluded") => Scope::Excluded,
            _ => Scope::Required,
        }
    }

    fn producer(&self) -> Option<Party> {
        let manufacturer = self.manufacturer.as_ref().and_then(|m| m.party(PartyKind::Organization));
        let author = || self.authors.iter().find_map(|a| a.party(PartyKind::Person));
        let named = |name: &Option<Str<'a>>, kind| {
            let name = name.as_ref().filter(|n| !n.is_empty())?;
            Some(Party { kind, name: name.text(), email: None, url: None })
        };
        manufacturer
            .or_else(author)
            .or_else(|| named(&self.publisher, PartyKind::Organization))
            .or_else(|| named(&self.author, PartyKind::Person))
            .or_else(|| {
                let supplier = self.supplier.as_ref()?.party(PartyKind::Organization)?;
                (supplier.email.is_some() || supplier.url.is_some()).then_some(supplier)
            })
    }
}

impl LicenseChoice<'_> {
    fn statement(&self) -> Option<LicenseStatement> {
        let inner = self.license.as_ref();
        let text = self.expression.as_deref().or_else(|| inner.and_then(|l| l.id.as_deref().or(l.name.as_deref())));
        let text = text.or_else(|| inner.and_then(|l| l.url.as_deref())).filter(|t| !t.trim().is_empty())?;
        let acknowledged = self.acknowledgement.as_deref().or_else(|| inner.and_then(|l| l.acknowledgement.as_deref()));
        let basis = if acknowledged == Some("concluded") { Basis::Concluded } else { Basis::Declared };
        Some(LicenseStatement { basis, text: text.trim().into() })
    }
}

impl Dependency<'_> {
    fn state(&self, sbom: &mut Sbom) {
        let from = self.reference.text();
        if self.depends_on.is_empty() && self.provides.is_empty() {
            sbom.relations.push(Relation { from, to: Text::default(), kind: RelationKind::None });
            return;
        }
        for to in &self.depends_on {
            let (from, to) = (from.clone(), to.text());
            sbom.relations.push(Relation { from, to, kind: RelationKind::DependsOn });
        }
    }
}

impl Vulnerability<'_> {
    fn aliases(&self) -> Vec<Text> {
        self.references.iter().filter_map(|r| r.id.as_ref()).map(Str::text).collect()
    }

    fn as_match(&self, place: &Text, component: &ComponentStatement) -> MatchStatement {
        MatchStatement {
            place: place.clone(),
            id: self.id.as_ref().map(Str::text).unwrap_or_default(),
            aliases: self.aliases(),
            package: PackageStatement {
                purl: component.purl.clone(),
                ecosystem: Text::default(),
                name: component.name.clone(),
                version: component.version.text().cloned().unwrap_or_default(),
                location: component.location.clone(),
            },
            ratings: self.ratings.iter().map(Rating::statement).collect(),
            published: self.published.as_ref().and_then(|p| Timestamp::read(p)),
            title: self.description.as_ref().map(Str::text),
            ..MatchStatement::default()
        }
    }

    fn as_vex(
        &self,
        place: &Text,
        sbom: &Sbom,
        locals: &std::collections::BTreeMap<&str, &ComponentStatement>,
    ) -> Option<VexStatement> {
        let analysis = self.analysis.as_ref()?;
        let primary = sbom.primary.and_then(|i| sbom.components.get(i));
        let products = self.affects.iter().map(|affected| {
            let component = locals.get(&*affected.reference).copied();
            let id = match component {
                Some(c) => c.purl.clone().unwrap_or_else(|| c.local.clone()),
                None => affected.reference.text(),
            };
            match primary.filter(|p| component.is_some_and(|c| c.local != p.local)) {
                // A part of the product that the document describes.
                Some(p) => VexProduct {
                    ids: vec![p.purl.clone().unwrap_or_else(|| p.name.clone())],
                    parts: vec![id],
                    ..VexProduct::default()
                },
                None => VexProduct { ids: vec![id], ..VexProduct::default() },
            }
        });
        let time = analysis.last_updated.as_ref().or(analysis.first_issued.as_ref()).or(self.updated.as_ref());
        Some(VexStatement {
            place: place.clone(),
            vulnerability: self.id.as_ref()?.text(),
            aliases: self.aliases(),
            status: Status::from_name(analysis.state.as_deref()?)?,
            justification: analysis.justification.as_deref().map(|j| vex::justification(j).into()),
            impact: analysis.detail.as_ref().is_some_and(|d| !d.is_empty()),
            action: analysis.response.first().map(Str::text),
            timestamp: time.and_then(|t| Timestamp::read(t)).or(sbom.timestamp),
            products: products.collect(),
        })
    }
}

impl Rating<'_> {
    fn statement(&self) -> RatingStatement {
        let version = self.method.as_deref().and_then(|m| match m {
            "CVSSv2" => Some("2.0"),
            "CVSSv3" => Some("3.0"),
            "CVSSv31" => Some("3.1"),
            "CVSSv4" => Some("4.0"),
            _ => None,
        });
        RatingStatement {
            source: self.source.as_ref().and_then(|s| s.name.as_ref()).map(Str::text).unwrap_or_default(),
            vector: self.vector.as_ref().map(Str::text),
            score: self.score,
            version: version.map(Text::new),
            word: self.severity.as_ref().map(Str::text),
        }
    }
}

impl Tools<'_> {
    fn list(&self) -> Vec<Tool> {
        let list = match self {
            Self::Old(list) => list,
            Self::New { components, services } if components.is_empty() => services,
            Self::New { components, .. } => components,
            Self::Other(_) => return Vec::new(),
        };
        list.iter().filter_map(|t| Some(Tool::new(t.name.as_deref()?, t.version.as_deref()))).collect()
    }
}

impl Organization<'_> {
    fn party(&self, kind: PartyKind) -> Option<Party> {
        let contact = self.contact.first();
        let name = self.name.as_ref().or_else(|| contact.and_then(|c| c.name.as_ref())).filter(|n| !n.is_empty())?;
        let email = self.contact.iter().find_map(|c| c.email.as_ref());
        Some(Party { kind, name: name.text(), email: email.map(Str::text), url: self.url.first().map(Str::text) })
    }
}

impl Contact<'_> {
    fn party(&self, kind: PartyKind) -> Option<Party> {
        let name = self.name.as_ref().or(self.email.as_ref()).filter(|n| !n.is_empty())?;
        Some(Party { kind, name: name.text(), email: self.email.as_ref().map(Str::text), url: None })
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Bom<'a> {
    #[serde(borrow)]
    pub(crate) serial_number: Option<Str<'a>>,
    #[serde(borrow)]
    pub(crate) version: Option<Scalar<'a>>,
    #[serde(borrow)]
    pub(crate) metadata: Option<Metadata<'a>>,
    #[serde(borrow, default)]
    pub(crate) components: List<Component<'a>>,
    #[serde(borrow, default)]
    pub(crate) dependencies: List<Dependency<'a>>,
    #[serde(borrow, default)]
    pub(crate) compositions: List<Composition<'a>>,
    #[serde(borrow, default)]
    pub(crate) vulnerabilities: List<Vulnerability<'a>>,
    pub(crate) signature: Option<IgnoredAny>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata<'a> {
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    #[serde(borrow)]
    tools: Option<Tools<'a>>,
    #[serde(borrow, default)]
    authors: List<Contact<'a>>,
    #[serde(borrow)]
    component: Option<Component<'a>>,
    #[serde(borrow)]
    manufacture: Option<Organization<'a>>,
    #[serde(borrow)]
    manufacturer: Option<Organization<'a>>,
    #[serde(borrow)]
    supplier: Option<Organization<'a>>,
    #[serde(borrow, default)]
    lifecycles: List<Lifecycle<'a>>,
}

#[derive(Deserialize)]
struct Lifecycle<'a> {
    #[serde(borrow)]
    phase: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
}

/// A list until 1.4, an object since 1.5.
#[derive(Deserialize)]
#[serde(untagged)]
enum Tools<'a> {
    #[serde(borrow)]
    Old(List<ToolEntry<'a>>),
    New {
        #[serde(borrow, default)]
        components: List<ToolEntry<'a>>,
        #[serde(borrow, default)]
        services: List<ToolEntry<'a>>,
    },
    Other(IgnoredAny),
}

#[derive(Deserialize)]
struct ToolEntry<'a> {
    #[serde(borrow)]
    name: Option<Scalar<'a>>,
    #[serde(borrow)]
    version: Option<Scalar<'a>>,
}

#[derive(Deserialize)]
struct Contact<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    email: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Organization<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow, default)]
    url: List<Str<'a>>,
    #[serde(borrow, default)]
    contact: List<Contact<'a>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Component<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow, rename = "bom-ref")]
    bom_ref: Option<Str<'a>>,
    #[serde(borrow)]
    supplier: Option<Organization<'a>>,
    #[serde(borrow)]
    manufacturer: Option<Organization<'a>>,
    #[serde(borrow, default)]
    authors: List<Contact<'a>>,
    #[serde(borrow)]
    author: Option<Str<'a>>,
    #[serde(borrow)]
    publisher: Option<Str<'a>>,
    #[serde(borrow)]
    group: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow)]
    scope: Option<Str<'a>>,
    #[serde(borrow, default)]
    hashes: List<Hash<'a>>,
    #[serde(borrow, default)]
    licenses: List<LicenseChoice<'a>>,
    #[serde(borrow)]
    copyright: Option<Str<'a>>,
    #[serde(borrow)]
    cpe: Option<Str<'a>>,
    #[serde(borrow)]
    purl: Option<Str<'a>>,
    #[serde(borrow)]
    swid: Option<Swid<'a>>,
    #[serde(default)]
    external_references: References,
    #[serde(borrow, default)]
    components: List<Component<'a>>,
    #[serde(default)]
    properties: Properties,
    #[serde(borrow)]
    evidence: Option<Evidence<'a>>,
}

#[derive(Deserialize)]
struct Evidence<'a> {
    #[serde(borrow, default)]
    licenses: List<LicenseChoice<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Swid<'a> {
    #[serde(borrow)]
    tag_id: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Hash<'a> {
    #[serde(borrow)]
    alg: Str<'a>,
    #[serde(borrow)]
    content: Str<'a>,
}

#[derive(Deserialize)]
struct LicenseChoice<'a> {
    #[serde(borrow)]
    license: Option<License<'a>>,
    #[serde(borrow)]
    expression: Option<Str<'a>>,
    #[serde(borrow)]
    acknowledgement: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct License<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    url: Option<Str<'a>>,
    #[serde(borrow)]
    acknowledgement: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Dependency<'a> {
    #[serde(borrow, rename = "ref")]
    reference: Str<'a>,
    #[serde(borrow, default)]
    depends_on: List<Str<'a>>,
    #[serde(borrow, default)]
    provides: List<Str<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Composition<'a> {
    #[serde(borrow)]
    aggregate: Str<'a>,
    #[serde(borrow, default)]
    assemblies: List<Str<'a>>,
    #[serde(borrow, default)]
    dependencies: List<Str<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Vulnerability<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow, default)]
    references: List<VulnerabilityReference<'a>>,
    #[serde(borrow, default)]
    ratings: List<Rating<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
    #[serde(borrow)]
    published: Option<Str<'a>>,
    #[serde(borrow)]
    updated: Option<Str<'a>>,
    #[serde(borrow)]
    analysis: Option<Analysis<'a>>,
    #[serde(borrow, default)]
    affects: List<Affected<'a>>,
}

#[derive(Deserialize)]
struct VulnerabilityReference<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Rating<'a> {
    #[serde(borrow)]
    source: Option<Source<'a>>,
    score: Option<f64>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    method: Option<Str<'a>>,
    #[serde(borrow)]
    vector: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Source<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Analysis<'a> {
    #[serde(borrow)]
    state: Option<Str<'a>>,
    #[serde(borrow)]
    justification: Option<Str<'a>>,
    #[serde(borrow, default)]
    response: List<Str<'a>>,
    #[serde(borrow)]
    detail: Option<Str<'a>>,
    #[serde(borrow)]
    first_issued: Option<Str<'a>>,
    #[serde(borrow)]
    last_updated: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Affected<'a> {
    #[serde(borrow, rename = "ref")]
    reference: Str<'a>,
}

/// The properties that facts need, picked while reading: a syft component has dozens.
#[derive(Default)]
struct Properties {
    path: Option<Text>,
    layer: Option<Text>,
    development: bool,
    file: FileFacts,
    support: Option<Support>,
    repo_digests: Vec<Digest>,
}

impl Properties {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "syft:location:0:path" | "aquasecurity:trivy:FilePath" => self.path = Some(value.into()),
            "syft:location:0:layerID" | "aquasecurity:trivy:LayerDiffID" => self.layer = Some(value.into()),
            "cdx:npm:package:development" | "cdx:pipenv:development" => self.development = value == "true",
            "bsi:component:filename" => self.file.filename = !value.is_empty(),
            "bsi:component:executable" => self.file.executable = !value.is_empty(),
            "bsi:component:archive" => self.file.archive = !value.is_empty(),
            "bsi:component:structured" => self.file.structured = !value.is_empty(),
            "aquasecurity:trivy:RepoDigest" => {
                self.repo_digests.extend(value.rsplit_once('@').and_then(|(_, digest)| digest.parse().ok()));
            }
            "cdx:lifecycle:milestone:endOfSupport" => {
                self.support.get_or_insert_default().end_of_support = Timestamp::read(value);
            }
            "cdx:lifecycle:supportLevel" => self.support.get_or_insert_default().level = Some(value.into()),
            _ => {}
        }
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fold(deserializer, |properties: &mut Self, property: Property<'_>| {
            if let (Some(name), Some(value)) = (&property.name, &property.value) {
                properties.take(name, value);
            }
        })
    }
}

#[derive(Deserialize)]
struct Property<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    value: Option<Scalar<'a>>,
}

/// What external references tell about a component.
#[derive(Default)]
struct References {
    distribution: bool,
    distribution_sha512: bool,
    source: bool,
}

impl<'de> Deserialize<'de> for References {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fold(deserializer, |references: &mut Self, reference: ExternalReference<'_>| match reference.kind.as_deref() {
            Some("distribution") => {
                references.distribution = true;
                references.distribution_sha512 |= reference
                    .hashes
                    .iter()
                    .any(|h| Digest::new(&h.alg, &h.content).is_some_and(|digest| digest.algorithm() == "sha512"));
            }
            Some("vcs" | "source-distribution") => references.source = true,
            _ => {}
        })
    }
}

#[derive(Deserialize)]
struct ExternalReference<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow, default)]
    hashes: List<Hash<'a>>,
}

/// Reads a list element by element into one value, without keeping the elements.
fn fold<'de, D: Deserializer<'de>, T: Default, E: Deserialize<'de>>(
    deserializer: D,
    take: impl FnMut(&mut T, E),
) -> Result<T, D::Error> {
    struct Fold<T, E, F>(F, std::marker::PhantomData<(T, E)>);

    impl<'de, T: Default, E: Deserialize<'de>, F: FnMut(&mut T, E)> Visitor<'de> for Fold<T, E, F> {
        type Value = T;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a list")
        }

        fn visit_unit<Err>(self) -> Result<T, Err> {
            Ok(T::default())
        }

        fn visit_none<Err>(self) -> Result<T, Err> {
            Ok(T::default())
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
            deserializer.deserialize_seq(self)
        }

        fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<T, A::Error> {
            let mut out = T::default();
            while let Some(element) = seq.next_element::<Option<E>>()? {
                if let Some(element) = element {
                    (self.0)(&mut out, element);
                }
            }
            Ok(out)
        }
    }

    deserializer.deserialize_option(Fold(take, std::marker::PhantomData))
}
