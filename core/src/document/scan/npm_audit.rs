//! `npm audit --json` of npm 6 and 7 and later, `pnpm audit --json`, and the JSON lines of `yarn audit --json`.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Scalar, Str};
use super::super::statement::{Content, Fix, FixState, MatchStatement, PackageStatement, RatingStatement, Scan, Tool};
use super::super::{Format, Kind, Recognise};
use super::{ecosystem, within_limit};

pub(crate) const FORMAT: Format = Format {
    name: "npm-audit",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

pub(crate) const YARN: Format = Format {
    name: "yarn-audit",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(recognise_yarn),
    lines: true,
    read: read_yarn,
};

fn recognise(outline: &Outline) -> Option<String> {
    if let Some(version) = outline.scalar("auditReportVersion") {
        return Some(version.to_owned());
    }
    let failed = outline.get("error").is_some_and(|e| e.has(&["code", "summary"]));
    (failed || outline.is_object("advisories") && outline.is_object("metadata")).then(|| "6".to_owned())
}

fn recognise_yarn(outline: &Outline) -> Option<String> {
    let kind = outline.text("type")?;
    (outline.has(&["data"]) && matches!(kind, "auditAdvisory" | "auditSummary")).then(|| "1".to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let report: Report<'_> = json::read_whole(text)?;
    if let Some(error) = &report.error {
        let summary = error.summary.as_ref().or(error.code.as_ref()).map(|s| s.to_string()).unwrap_or_default();
        let reason = format!("npm audit did not run: {}", summary.trim());
        return Err(Error::UnreadableDocument(
            Fault::new(reason, "make npm audit succeed, then check again").at("/error"),
        ));
    }
    content.tools.push(Tool::new("npm-audit", None));
    let mut matches = Vec::new();
    for (key, advisory) in report.advisories.iter() {
        advisory.state(&format!("/advisories/{}", &**key), &mut matches);
    }
    for (key, package) in report.vulnerabilities.iter() {
        package.state(&format!("/vulnerabilities/{}", key.replace('~', "~0").replace('/', "~1")), &mut matches);
    }
    within_limit(matches.len(), limits)?;
    let examined = report.metadata.as_ref().and_then(Metadata::examined);
    content.vulnerabilities = Some(Scan { matches, examined });
    Ok(())
}

fn read_yarn(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    content.tools.push(Tool::new("yarn-audit", None));
    let (mut matches, mut examined) = (Vec::new(), None);
    for (i, line) in serde_json::Deserializer::from_slice(text).into_iter::<Line<'_>>().enumerate() {
        let place = format!("line {}", i.saturating_add(1));
        let line = line.map_err(|error| json::refusal(&error))?;
        match line.data {
            Some(Data::Advisory { advisory }) => advisory.state(&place, &mut matches),
            Some(Data::Summary(summary)) => examined = summary.examined().or(examined),
            Some(Data::Other(_)) | None if &*line.kind == "error" => {
                content.skipped.note(place, "yarn audit reports an error".to_owned());
            }
            _ => {}
        }
        within_limit(matches.len(), limits)?;
    }
    matches.dedup_by(|a: &mut MatchStatement, b| {
        a.id == b.id && a.package.version == b.package.version && a.package.name == b.package.name
    });
    content.vulnerabilities = Some(Scan { matches, examined });
    Ok(())
}

impl Metadata {
    fn examined(&self) -> Option<u64> {
        if let Some(total) = self.total_dependencies {
            return Some(total);
        }
        match &self.dependencies {
            Some(Count::One(n)) => Some(*n),
            Some(Count::Kinds { total }) => *total,
            Some(Count::Other(_)) | None => None,
        }
    }
}

/// Versions that a range of the shape `>=1.2.3` starts with; anything else names no single version.
fn patched(range: Option<&str>) -> Fix {
    let range = range.unwrap_or_default().trim();
    if range.is_empty() {
        return Fix::default();
    }
    if range == "<0.0.0" {
        return Fix { state: FixState::NotFixed, versions: Vec::new() };
    }
    let starts = range.split("||").filter_map(|part| part.trim().strip_prefix(">="));
    let mut versions: Vec<Text> = starts.filter_map(|v| v.split_whitespace().next()).map(Text::new).collect();
    versions.sort();
    versions.dedup();
    Fix { state: FixState::Fixed, versions }
}

fn package(name: &str, version: &str, location: Option<Text>) -> PackageStatement {
    PackageStatement {
        purl: ecosystem::purl("npm", name, Some(version)),
        ecosystem: "npm".into(),
        name: name.into(),
        version: version.into(),
        location,
    }
}

fn ratings(severity: Option<&Str<'_>>, cvss: Option<&Cvss<'_>>) -> Vec<RatingStatement> {
    let word =
        severity.map(|s| RatingStatement { source: "github".into(), word: Some(s.text()), ..Default::default() });
    let vector = cvss.and_then(|c| c.vector.as_ref()).filter(|v| !v.is_empty());
    let scored = vector.map(|v| RatingStatement {
        source: "github".into(),
        vector: Some(v.text()),
        score: cvss.and_then(|c| c.score.as_ref()).and_then(|s| s.parse().ok()),
        ..RatingStatement::default()
    });
    word.into_iter().chain(scored).collect()
}

impl Advisory<'_> {
    /// npm 6, pnpm and yarn: one record per advisory, with the versions found.
    fn state(&self, place: &str, out: &mut Vec<MatchStatement>) {
        let ghsa = self.github_advisory_id.as_ref().filter(|g| !g.is_empty()).map(Str::text);
        let from_url = self.url.as_deref().and_then(ghsa_of);
        let mut ids: Vec<Text> = ghsa.or(from_url).into_iter().chain(self.cves.iter().map(Str::text)).collect();
        if ids.is_empty() {
            ids.push(format!("NPM-{}", self.id.as_deref().unwrap_or_default()).into());
        }
        let statement = |version: &str, path: Option<Text>| MatchStatement {
            place: place.into(),
            id: ids.first().cloned().unwrap_or_default(),
            aliases: ids.iter().skip(1).cloned().collect(),
            package: package(&self.module_name, version, path),
            ratings: ratings(self.severity.as_ref(), self.cvss.as_ref()),
            fix: patched(self.patched_versions.as_deref()),
            published: self.created.as_deref().and_then(Timestamp::read),
            title: self.title.as_ref().map(Str::text),
            url: self.url.as_ref().map(Str::text),
            ..MatchStatement::default()
        };
        if self.findings.is_empty() {
            out.push(statement("", None));
        }
        for finding in &self.findings {
            let path = finding.paths.first().map(Str::text);
            out.push(statement(finding.version.as_deref().unwrap_or_default(), path));
        }
    }
}

/// The advisory's id at the end of its address.
fn ghsa_of(url: &str) -> Option<Text> {
    url.rsplit('/').next().filter(|id| id.starts_with("GHSA-")).map(Text::new)
}

impl Package<'_> {
    /// npm 7: one record per package; `via` holds advisories, and names of packages that carry their own.
    fn state(&self, place: &str, out: &mut Vec<MatchStatement>) {
        for (i, via) in self.via.iter().enumerate() {
            let Via::Advisory(advisory) = via else { continue };
            let id = advisory.url.as_deref().and_then(ghsa_of);
            let source = advisory.source.as_deref().unwrap_or_default();
            let state = if self.fix_available.is_available() { FixState::Fixed } else { FixState::NotFixed };
            // The report names the range and the place in `node_modules`, never the installed version.
            out.push(MatchStatement {
                place: format!("{place}/via/{i}").into(),
                id: id.unwrap_or_else(|| format!("NPM-{source}").into()),
                package: package(&self.name, "", self.nodes.first().map(Str::text)),
                ratings: ratings(advisory.severity.as_ref().or(self.severity.as_ref()), advisory.cvss.as_ref()),
                fix: Fix { state, versions: Vec::new() },
                title: advisory.title.as_ref().map(Str::text),
                url: advisory.url.as_ref().map(Str::text),
                ..MatchStatement::default()
            });
        }
    }
}

// --- the documents --------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow, default)]
    advisories: Pairs<'a, Advisory<'a>>,
    #[serde(borrow, default)]
    vulnerabilities: Pairs<'a, Package<'a>>,
    metadata: Option<Metadata>,
    #[serde(borrow)]
    error: Option<Failure<'a>>,
}

#[derive(Deserialize)]
struct Failure<'a> {
    #[serde(borrow)]
    code: Option<Scalar<'a>>,
    #[serde(borrow)]
    summary: Option<Scalar<'a>>,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(rename = "totalDependencies")]
    total_dependencies: Option<u64>,
    dependencies: Option<Count>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Count {
    One(u64),
    Kinds { total: Option<u64> },
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct Advisory<'a> {
    #[serde(borrow)]
    id: Option<Scalar<'a>>,
    #[serde(borrow)]
    github_advisory_id: Option<Str<'a>>,
    #[serde(borrow, default)]
    cves: List<Str<'a>>,
    #[serde(borrow)]
    module_name: Str<'a>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    cvss: Option<Cvss<'a>>,
    #[serde(borrow)]
    patched_versions: Option<Str<'a>>,
    #[serde(borrow)]
    created: Option<Str<'a>>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    #[serde(borrow)]
    url: Option<Str<'a>>,
    #[serde(borrow, default)]
    findings: List<Occurrence<'a>>,
}

#[derive(Deserialize)]
struct Occurrence<'a> {
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow, default)]
    paths: List<Str<'a>>,
}

#[derive(Deserialize)]
struct Cvss<'a> {
    #[serde(borrow)]
    score: Option<Scalar<'a>>,
    #[serde(borrow, rename = "vectorString")]
    vector: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Package<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow, default)]
    via: List<Via<'a>>,
    #[serde(borrow, default)]
    nodes: List<Str<'a>>,
    #[serde(default)]
    fix_available: Available,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Via<'a> {
    #[serde(borrow)]
    Advisory(Box<Reason<'a>>),
    Name(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct Reason<'a> {
    #[serde(borrow)]
    source: Option<Scalar<'a>>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    #[serde(borrow)]
    url: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    cvss: Option<Cvss<'a>>,
}

/// Whether an update fixes it: a boolean, or the update.
#[derive(Deserialize)]
#[serde(untagged)]
enum Available {
    Bool(bool),
    Update(serde::de::IgnoredAny),
}

impl Default for Available {
    fn default() -> Self {
        Self::Bool(false)
    }
}

impl Available {
    fn is_available(&self) -> bool {
        !matches!(self, Self::Bool(false))
    }
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow, rename = "type")]
    kind: Str<'a>,
    #[serde(borrow)]
    data: Option<Data<'a>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Data<'a> {
    Advisory {
        #[serde(borrow)]
        advisory: Box<Advisory<'a>>,
    },
    Summary(Metadata),
    Other(serde::de::IgnoredAny),
}
