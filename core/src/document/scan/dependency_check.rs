//! OWASP Dependency-Check, JSON and XML; the XML is turned into the shape of the JSON form.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Scalar, Str};
use super::super::statement::{
    Confidence, Content, Database, KevStatement, MatchStatement, PackageStatement, RatingStatement, Scan, Tool,
};
use super::super::xml::{self, Element};
use super::super::{Format, Kind, Recognise};
use super::within_limit;

pub(crate) const JSON: Format = Format {
    name: "dependency-check-json",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

pub(crate) const XML: Format = Format {
    name: "dependency-check-xml",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Text(recognise_xml),
    lines: false,
    read: read_xml,
};

fn recognise(outline: &Outline) -> Option<String> {
    (outline.is_object("scanInfo") && outline.is_array("dependencies"))
        .then(|| outline.scalar("reportSchema").unwrap_or_default().to_owned())
}

fn recognise_xml(head: &str) -> Option<String> {
    let (name, attributes) = xml::root(head)?;
    let (_, after) = attributes.split_once("dependency-check.").filter(|_| name == "analysis")?;
    Some(after.split(".xsd").next().unwrap_or_default().to_owned())
}

const RECORDS: &[Records] = &[(&["dependencies"], |v| Dependency::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report: Report<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    report.state(limits, content)
}

fn read_xml(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let value = value(&xml::parse(text)?);
    let report: Report<'_> = json::from_tree(value, RECORDS, &mut tree, &mut content.skipped)?;
    report.state(limits, content)
}

/// Lists in the XML form wrap their elements; attributes become members.
fn value(element: &Element) -> Value {
    let list = match element.name.as_str() {
        "dependencies" | "vulnerabilities" | "evidenceCollected" | "vulnerabilityIds" => true,
        "identifiers" => element.children.iter().any(|c| matches!(c.name.as_str(), "package" | "identifier")),
        _ => false,
    };
    if list {
        let of = |name: &str| element.children.iter().filter(|c| c.name == name).map(value).collect::<Vec<_>>();
        if element.name == "identifiers" {
            return Value::Array(if of("package").is_empty() { of("identifier") } else { of("package") });
        }
        // Suppressed ones stand in the same list under another name.
        return Value::Array(element.children.iter().map(value).collect());
    }
    if element.children.is_empty() && element.attributes.is_empty() {
        return element.text.trim().into();
    }
    let mut members: Map<String, Value> =
        element.attributes.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
    if element.name == "suppressedVulnerability" {
        members.insert("suppressed".into(), true.into());
    }
    let mut sources = Vec::new();
    for child in &element.children {
        match (element.name.as_str(), child.name.as_str()) {
            ("scanInfo", "dataSource") => sources.push(value(child)),
            _ => {
                members.entry(child.name.clone()).or_insert_with(|| value(child));
            }
        }
    }
    if !sources.is_empty() {
        members.insert("dataSource".into(), sources.into());
    }
    Value::Object(members)
}

impl Report<'_> {
    fn state(&self, limits: &Limits, content: &mut Content) -> Result<(), Error> {
        content.tools.push(Tool::new("dependency-check", self.scan_info.engine_version.as_deref()));
        let project = self.project_info.as_ref();
        content.produced_at = project.and_then(|p| p.report_date.as_deref()).and_then(Timestamp::read);
        for source in &self.scan_info.data_source {
            // `VersionCheckOn` tells when a newer program was looked for.
            let name = source.name.as_deref().unwrap_or_default();
            if name.starts_with("NVD") && name.contains("Modified") || name.contains("Last Modified") {
                let built_at = source.timestamp.as_deref().and_then(Timestamp::read);
                content.databases.push(Database {
                    kind: "vulnerabilities",
                    name: name.into(),
                    version: None,
                    built_at,
                });
            }
        }
        let mut matches = Vec::new();
        for (d, dependency) in self.dependencies.iter().enumerate() {
            dependency.state(&format!("/dependencies/{d}"), &mut matches);
        }
        within_limit(matches.len(), limits)?;
        content.vulnerabilities = Some(Scan { matches, examined: Some(self.dependencies.len() as u64) });
        Ok(())
    }
}

impl Dependency<'_> {
    fn state(&self, place: &str, out: &mut Vec<MatchStatement>) {
        let mut packages = self.packages.iter().chain(&self.identifiers);
        let identity = packages.find_map(|p| p.purl().map(|purl| (p, purl)));
        let confidence = match identity.as_ref().and_then(|(p, _)| p.confidence.as_deref()) {
            Some("HIGHEST" | "HIGH") => Confidence::High,
            Some("MEDIUM") => Confidence::Medium,
            _ => Confidence::Low,
        };
        let purl = identity.map(|(_, purl)| purl);
        let (name, version) = match purl.as_ref().and_then(|p| p.parse::<crate::model::Purl>().ok()) {
            Some(purl) => (Text::new(purl.name()), Text::new(purl.version().unwrap_or_default())),
            None => (self.file_name.as_ref().map(Str::text).unwrap_or_default(), Text::default()),
        };
        let package = PackageStatement {
            purl,
            ecosystem: Text::default(),
            name,
            version,
            location: self.file_path.as_ref().map(|p| p.trim().into()),
        };
        for (v, vulnerability) in self.vulnerabilities.iter().enumerate() {
            let place = format!("{place}/vulnerabilities/{v}").into();
            let statement = vulnerability.statement(place, &package, confidence, vulnerability.suppressed.is_some());
            out.push(statement);
        }
        for (v, vulnerability) in self.suppressed_vulnerabilities.iter().enumerate() {
            let place = format!("{place}/suppressedVulnerabilities/{v}").into();
            out.push(vulnerability.statement(place, &package, confidence, true));
        }
    }
}

impl Identifier<'_> {
    fn purl(&self) -> Option<Text> {
        if let Some(id) = self.id.as_ref().filter(|id| id.starts_with("pkg:")) {
            return Some(id.text());
        }
        // Before 5.0: `maven` and `group:artifact:version`, some in parentheses.
        let name = self.name.as_deref()?.trim_matches(['(', ')']);
        let mut parts = name.split(':');
        match (self.kind.as_deref(), parts.next(), parts.next(), parts.next()) {
            (Some("maven"), Some(group), Some(artifact), Some(version)) => {
                Some(format!("pkg:maven/{group}/{artifact}@{version}").into())
            }
            _ => None,
        }
    }
}

impl Vulnerability<'_> {
    fn statement(
        &self,
        place: Text,
        package: &PackageStatement,
        confidence: Confidence,
        suppressed: bool,
    ) -> MatchStatement {
        let source = match self.source.as_deref() {
            Some("NVD") => "nvd".into(),
            Some("OSSINDEX") => "ossindex".into(),
            Some(other) => other.to_ascii_lowercase().into(),
            None => Text::default(),
        };
        let base = self.cvss_v3.as_ref().and_then(|c| c.base_severity.as_ref());
        let word = self.severity.as_ref().or(base).map(|s| RatingStatement {
            source: source.clone(),
            word: Some(s.text()),
            ..RatingStatement::default()
        });
        let v3 = self.cvss_v3.as_ref().and_then(Cvss::v3_vector);
        let v4 = self.cvss_v4.as_ref().and_then(|c| c.vector.as_ref()).map(Str::text);
        let vectors = v4.into_iter().chain(v3).map(|vector| RatingStatement {
            source: source.clone(),
            vector: Some(vector),
            ..RatingStatement::default()
        });
        let reason = self.notes.as_ref().filter(|n| !n.trim().is_empty());
        let reason = reason.map_or_else(|| "a suppression of Dependency-Check".into(), |n| n.trim().into());
        MatchStatement {
            place,
            id: self.name.text(),
            package: package.clone(),
            ratings: word.into_iter().chain(vectors).collect(),
            kev: self.known_exploited.as_ref().map(|k| KevStatement {
                added: k.date_added.as_deref().and_then(Timestamp::read),
                due: k.due_date.as_deref().and_then(Timestamp::read),
                ransomware: false,
            }),
            confidence,
            title: self.description.as_ref().map(|d| d.trim().chars().take(200).collect::<String>().into()),
            suppressed: suppressed.then_some(reason),
            ..MatchStatement::default()
        }
    }
}

impl Cvss<'_> {
    /// The vector is spelled out in words: `attackVector: NETWORK`.
    fn v3_vector(&self) -> Option<Text> {
        let letter =
            |word: &Option<Str<'_>>| word.as_ref().and_then(|w| w.chars().next()).map(|c| c.to_ascii_uppercase());
        let version = self.version.as_deref().filter(|v| v.starts_with('3')).unwrap_or("3.1");
        let vector = format!(
            "CVSS:{version}/AV:{}/AC:{}/PR:{}/UI:{}/S:{}/C:{}/I:{}/A:{}",
            letter(&self.attack_vector)?,
            letter(&self.attack_complexity)?,
            letter(&self.privileges_required)?,
            letter(&self.user_interaction)?,
            letter(&self.scope)?,
            letter(&self.confidentiality_impact)?,
            letter(&self.integrity_impact)?,
            letter(&self.availability_impact)?,
        );
        Some(vector.into())
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    #[serde(borrow)]
    scan_info: ScanInfo<'a>,
    #[serde(borrow)]
    project_info: Option<ProjectInfo<'a>>,
    #[serde(borrow, default)]
    dependencies: List<Dependency<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ScanInfo<'a> {
    #[serde(borrow)]
    engine_version: Option<Str<'a>>,
    #[serde(borrow, default)]
    data_source: List<DataSource<'a>>,
}

#[derive(Deserialize)]
struct DataSource<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    timestamp: Option<Scalar<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProjectInfo<'a> {
    #[serde(borrow)]
    report_date: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Dependency<'a> {
    #[serde(borrow)]
    file_name: Option<Str<'a>>,
    #[serde(borrow)]
    file_path: Option<Str<'a>>,
    #[serde(borrow, default)]
    packages: List<Identifier<'a>>,
    #[serde(borrow, default)]
    identifiers: List<Identifier<'a>>,
    #[serde(borrow, default)]
    vulnerabilities: List<Vulnerability<'a>>,
    #[serde(borrow, default)]
    suppressed_vulnerabilities: List<Vulnerability<'a>>,
}

#[derive(Deserialize)]
struct Identifier<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    confidence: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vulnerability<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    source: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow, rename = "cvssv3", alias = "cvssV3")]
    cvss_v3: Option<Cvss<'a>>,
    #[serde(borrow, rename = "cvssv4", alias = "cvssV4")]
    cvss_v4: Option<Cvss<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
    #[serde(borrow)]
    notes: Option<Str<'a>>,
    #[serde(borrow, rename = "knownExploitedVulnerability")]
    known_exploited: Option<Exploited<'a>>,
    suppressed: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Exploited<'a> {
    #[serde(borrow)]
    date_added: Option<Str<'a>>,
    #[serde(borrow)]
    due_date: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cvss<'a> {
    #[serde(borrow)]
    version: Option<Scalar<'a>>,
    #[serde(borrow, alias = "vectorString")]
    vector: Option<Str<'a>>,
    #[serde(borrow)]
    base_severity: Option<Str<'a>>,
    #[serde(borrow)]
    attack_vector: Option<Str<'a>>,
    #[serde(borrow)]
    attack_complexity: Option<Str<'a>>,
    #[serde(borrow)]
    privileges_required: Option<Str<'a>>,
    #[serde(borrow)]
    user_interaction: Option<Str<'a>>,
    #[serde(borrow)]
    scope: Option<Str<'a>>,
    #[serde(borrow)]
    confidentiality_impact: Option<Str<'a>>,
    #[serde(borrow)]
    integrity_impact: Option<Str<'a>>,
    #[serde(borrow)]
    availability_impact: Option<Str<'a>>,
}
