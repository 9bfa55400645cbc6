//! Syft's own JSON, schema 1.0 to 16.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::image::anchore::{Distro, Source};
use super::super::json::{self, List, Records, Scalar, Str};
use super::super::statement::{
    Basis, ComponentKind, ComponentStatement, Content, Field, LicenseStatement, Relation, RelationKind, Sbom, Tool,
};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "syft-json", kind: Kind::Sbom, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let by_name = outline.get("descriptor").and_then(|d| d.text("name")) == Some("syft");
    let by_url =
        outline.at(&["schema", "url"]).is_some_and(|u| matches!(u, Outline::Text(t) if t.contains("anchore/syft")));
    (outline.is_array("artifacts") && (by_name || by_url))
        .then(|| outline.get("schema").and_then(|s| s.text("version")).unwrap_or_default().to_owned())
}

const RECORDS: &[Records] = &[
    (&["artifacts"], |v| Artifact::deserialize(v).map(drop)),
    (&["artifactRelationships"], |v| Relationship::deserialize(v).map(drop)),
];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let document: Syft<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    document.state(limits, content)
}

impl Syft<'_> {
    fn state(&self, limits: &Limits, content: &mut Content) -> Result<(), Error> {
        if self.artifacts.len() > limits.records {
            let reason = format!("there are more than {} artifacts", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
        }
        let mut sbom = Sbom::default();
        if let Some(descriptor) = &self.descriptor {
            content.tools.push(Tool::new(descriptor.name.as_deref().unwrap_or("syft"), descriptor.version.as_deref()));
            sbom.timestamp = descriptor.timestamp.as_ref().and_then(|t| Timestamp::read(t));
        }
        for (i, artifact) in self.artifacts.iter().enumerate() {
            sbom.components.push(artifact.statement(i));
        }
        for _ in 0..self.artifacts.nulls {
            content.skipped.note("/artifacts".into(), "null where a record belongs".into());
        }
        for relationship in &self.relationships {
            sbom.relations.extend(relationship.relation());
        }
        self.state_source(&mut sbom, content);
        content.produced_at = sbom.timestamp;
        content.sbom = Some(sbom);
        Ok(())
    }

    /// The scanned thing is the primary component; syft does not list it among its artifacts.
    fn state_source(&self, sbom: &mut Sbom, content: &mut Content) {
        let Some(source) = &self.source else { return };
        let claim = source.claim();
        sbom.primary = Some(sbom.components.len());
        sbom.components.push(ComponentStatement {
            local: source.id().unwrap_or_else(|| "/source".into()),
            place: "/source".into(),
            kind: if source.is_image() { ComponentKind::Container } else { ComponentKind::Logical },
            name: claim.name.clone().unwrap_or_default(),
            version: Field::read(source.version()),
            ..ComponentStatement::default()
        });
        content.image = source.image(self.distro.as_ref());
        content.subjects.push(claim);
    }
}

impl Artifact<'_> {
    fn statement(&self, number: usize) -> ComponentStatement {
        let location = self.locations.first();
        ComponentStatement {
            local: self.id.as_ref().map_or_else(|| format!("#{number}").into(), Str::text),
            place: format!("/artifacts/{number}").into(),
            kind: match self.kind.as_deref() {
                Some("deb" | "rpm" | "apk" | "alpm") => ComponentKind::OsPackage,
                Some("linux-kernel" | "bitnami" | "binary") => ComponentKind::Application,
                _ => ComponentKind::Library,
            },
            name: self.name.text(),
            version: Field::read(self.version.as_deref()),
            purl: self.purl.as_ref().filter(|p| !p.is_empty()).map(Str::text),
            cpes: self.cpes.iter().map(Cpe::text).collect(),
            licenses: self.licenses.iter().filter_map(License::statement).collect(),
            location: location.and_then(|l| l.path.as_ref()).map(Str::text),
            layer: location.and_then(|l| l.layer.as_ref()).filter(|l| !l.is_empty()).map(Str::text),
            ..ComponentStatement::default()
        }
    }
}

impl Relationship<'_> {
    fn relation(&self) -> Option<Relation> {
        let (parent, child) = (self.parent.text(), self.child.text());
        match &*self.kind {
            // syft: the parent is a dependency of the child.
            "dependency-of" => Some(Relation { from: child, to: parent, kind: RelationKind::DependsOn }),
            "contains" => Some(Relation { from: parent, to: child, kind: RelationKind::Contains }),
            _ => None,
        }
    }
}

impl Cpe<'_> {
    fn text(&self) -> Text {
        match self {
            Self::Bare(cpe) | Self::Sourced { cpe } => cpe.text(),
        }
    }
}

impl License<'_> {
    fn statement(&self) -> Option<LicenseStatement> {
        let (text, basis) = match self {
            Self::Bare(text) => (&**text, Basis::Declared),
            Self::Full { value, spdx_expression, kind } => {
                let basis = if kind.as_deref() == Some("concluded") { Basis::Concluded } else { Basis::Declared };
                let expression = spdx_expression.as_deref().filter(|e| !e.is_empty());
                (expression.or(value.as_deref())?, basis)
            }
        };
        (!text.trim().is_empty()).then(|| LicenseStatement { basis, text: text.trim().into() })
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Syft<'a> {
    #[serde(borrow, default)]
    artifacts: List<Artifact<'a>>,
    #[serde(borrow, default, rename = "artifactRelationships")]
    relationships: List<Relationship<'a>>,
    #[serde(borrow)]
    source: Option<Source<'a>>,
    #[serde(borrow)]
    distro: Option<Distro<'a>>,
    #[serde(borrow)]
    descriptor: Option<Descriptor<'a>>,
}

#[derive(Deserialize)]
struct Descriptor<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    version: Option<Scalar<'a>>,
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Artifact<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow, default)]
    locations: List<Location<'a>>,
    #[serde(borrow, default)]
    licenses: List<License<'a>>,
    #[serde(borrow, default)]
    cpes: List<Cpe<'a>>,
    #[serde(borrow)]
    purl: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Location<'a> {
    #[serde(borrow)]
    path: Option<Str<'a>>,
    #[serde(borrow, rename = "layerID")]
    layer: Option<Str<'a>>,
}

/// A text before schema 7, an object since.
#[derive(Deserialize)]
#[serde(untagged)]
enum License<'a> {
    #[serde(borrow)]
    Bare(Str<'a>),
    #[serde(rename_all = "camelCase")]
    Full {
        #[serde(borrow)]
        value: Option<Str<'a>>,
        #[serde(borrow)]
        spdx_expression: Option<Str<'a>>,
        #[serde(borrow, rename = "type")]
        kind: Option<Str<'a>>,
    },
}

/// A text before schema 16, an object since.
#[derive(Deserialize)]
#[serde(untagged)]
enum Cpe<'a> {
    #[serde(borrow)]
    Bare(Str<'a>),
    Sourced {
        #[serde(borrow)]
        cpe: Str<'a>,
    },
}

#[derive(Deserialize)]
struct Relationship<'a> {
    #[serde(borrow)]
    parent: Str<'a>,
    #[serde(borrow)]
    child: Str<'a>,
    #[serde(borrow, rename = "type")]
    kind: Str<'a>,
}
