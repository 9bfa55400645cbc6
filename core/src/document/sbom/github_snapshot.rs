//! Snapshots of GitHub's dependency submission API: manifests with resolved packages.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Purl, Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Scalar, Str};
use super::super::statement::{
    ComponentKind, ComponentStatement, Content, Field, Relation, RelationKind, Sbom, Scope, Tool,
};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "github-snapshot", kind: Kind::Sbom, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let marked = outline.get("detector").is_some_and(|d| d.has(&["name"])) && outline.is_object("manifests");
    marked.then(|| outline.scalar("version").unwrap_or_default().to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let snapshot: Snapshot<'_> = json::read_whole(text)?;
    content.tools.push(Tool::new(&snapshot.detector.name, snapshot.detector.version.as_deref()));
    content.produced_at = snapshot.scanned.as_deref().and_then(Timestamp::read);
    let mut sbom = Sbom { timestamp: content.produced_at, ..Sbom::default() };
    for (name, manifest) in snapshot.manifests.iter() {
        for (key, package) in manifest.resolved.iter() {
            let place = format!("/manifests/{}/resolved/{}", escape(name), escape(key));
            package.state(place, name, key, manifest, &mut sbom, content);
        }
        if sbom.components.len() > limits.records {
            let reason = format!("there are more than {} packages", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "split the document, or raise the limit `records`")));
        }
    }
    content.sbom = Some(sbom);
    Ok(())
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

impl Package<'_> {
    fn state(
        &self,
        place: String,
        name: &str,
        key: &str,
        manifest: &Manifest<'_>,
        sbom: &mut Sbom,
        content: &mut Content,
    ) {
        let Some(purl) = &self.package_url else {
            return content.skipped.note(place, "the package has no package URL".to_owned());
        };
        let parsed = purl.parse::<Purl>().ok();
        let local = Text::from(format!("{name}#{key}"));
        for target in &self.dependencies {
            let to = Text::from(format!("{name}#{}", &**target));
            sbom.relations.push(Relation { from: local.clone(), to, kind: RelationKind::DependsOn });
        }
        sbom.components.push(ComponentStatement {
            local,
            place: place.into(),
            kind: ComponentKind::Library,
            name: parsed.as_ref().map_or_else(|| Text::new(key), |p| Text::new(p.name())),
            version: Field::read(parsed.as_ref().and_then(Purl::version)),
            purl: Some(purl.text()),
            scope: if self.scope.as_deref() == Some("development") { Scope::Dev } else { Scope::Required },
            location: manifest.file.as_ref().and_then(|f| f.source_location.as_ref()).map(Str::text),
            ..ComponentStatement::default()
        });
    }
}

#[derive(Deserialize)]
struct Snapshot<'a> {
    #[serde(borrow)]
    detector: Detector<'a>,
    #[serde(borrow)]
    scanned: Option<Str<'a>>,
    #[serde(borrow, default)]
    manifests: Pairs<'a, Manifest<'a>>,
}

#[derive(Deserialize)]
struct Detector<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Scalar<'a>>,
}

#[derive(Deserialize)]
struct Manifest<'a> {
    #[serde(borrow)]
    file: Option<ManifestFile<'a>>,
    #[serde(borrow, default)]
    resolved: Pairs<'a, Package<'a>>,
}

#[derive(Deserialize)]
struct ManifestFile<'a> {
    #[serde(borrow)]
    source_location: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(borrow)]
    package_url: Option<Str<'a>>,
    #[serde(borrow)]
    scope: Option<Str<'a>>,
    #[serde(borrow, default)]
    dependencies: List<Str<'a>>,
}
