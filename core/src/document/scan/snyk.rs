//! Snyk JSON: `snyk test` and `snyk container test`, for one project or a list of them.

use serde::Deserialize;

use crate::error::{Error, Fault, quoted};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Records, Scalar, Str};
use super::super::statement::{
    Content, EpssStatement, Fix, FixState, MatchStatement, PackageLicense, PackageStatement, RatingStatement, Scan,
    SubjectClaim, Tool,
};
use super::super::{Format, Kind, Recognise};
use super::{ecosystem, within_limit};

pub(crate) const FORMAT: Format =
    Format { name: "snyk", kind: Kind::Vulnerabilities, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let project = outline.first().unwrap_or(outline);
    let report = project.is_array("vulnerabilities")
        && ["packageManager", "dependencyCount", "summary", "licensesPolicy"].iter().any(|key| project.has(&[key]));
    let failure = project.has(&["ok", "error", "path"]);
    (report || failure).then(|| if outline.first().is_some() { "multi".to_owned() } else { String::new() })
}

const RECORDS: &[Records] = &[
    (&["vulnerabilities"], |v| Issue::deserialize(v).map(drop)),
    (&["*", "vulnerabilities"], |v| Issue::deserialize(v).map(drop)),
];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    content.tools.push(Tool::new("snyk", None));
    let mut scan = Scan::default();
    if text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[') {
        let projects: List<Project<'_>> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
        for (i, project) in projects.iter().enumerate() {
            project.state(&format!("/{i}"), &mut scan, content)?;
        }
    } else {
        let project: Project<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
        project.state("", &mut scan, content)?;
        for (i, application) in project.applications.iter().enumerate() {
            application.state(&format!("/applications/{i}"), &mut scan, content)?;
        }
    }
    within_limit(scan.matches.len(), limits)?;
    content.vulnerabilities = Some(scan);
    Ok(())
}

impl Project<'_> {
    fn state(&self, place: &str, scan: &mut Scan, content: &mut Content) -> Result<(), Error> {
        if let Some(error) = &self.error {
            let path = self.path.as_deref().unwrap_or("a project");
            let reason = format!("snyk could not test {}: {}", quoted(path), error.trim());
            return Err(Error::UnreadableDocument(
                Fault::new(reason, "make snyk succeed, then check again").at(format!("{place}/error")),
            ));
        }
        if let Some(count) = self.dependency_count {
            scan.examined = Some(scan.examined.unwrap_or_default().saturating_add(count));
        }
        if self.docker.is_some() {
            let name = self.path.as_ref().or(self.project_name.as_ref()).map(Str::text);
            content.subjects.push(SubjectClaim { name, digests: Vec::new() });
        }
        // Snyk lists an issue once for each way that leads to it.
        let mut seen = std::collections::HashSet::new();
        for (i, issue) in self.vulnerabilities.iter().enumerate() {
            if !seen.insert((
                issue.id.to_string(),
                issue.package_name().to_owned(),
                issue.version.as_deref().map(str::to_owned),
            )) {
                continue;
            }
            if issue.kind.as_deref() == Some("license") {
                let license = issue.license.as_ref().map_or_else(|| issue.id.text(), Str::text);
                let package = issue.package_name().into();
                content.licenses.get_or_insert_default().push(PackageLicense { package, license });
            } else {
                let manager = issue.package_manager.as_deref().or(self.package_manager.as_deref()).unwrap_or_default();
                scan.matches.push(issue.statement(format!("{place}/vulnerabilities/{i}").into(), manager));
            }
        }
        Ok(())
    }
}

impl Issue<'_> {
    fn package_name(&self) -> &str {
        let name = self.name.as_ref().or(self.package_name.as_ref()).or(self.module_name.as_ref());
        name.map(|n| &**n).unwrap_or_default()
    }

    fn statement(&self, place: Text, manager: &str) -> MatchStatement {
        let version = self.version.as_deref().unwrap_or_default();
        let name = self.package_name();
        let others = self.identifiers.iter().filter(|(kind, _)| matches!(&**kind, "CVE" | "GHSA" | "RHSA" | "RUSTSEC"));
        let epss = self.epss.as_ref().and_then(|e| {
            let score = e.probability.as_ref()?.parse().ok()?;
            Some(EpssStatement { score, percentile: e.percentile.as_ref().and_then(|p| p.parse().ok()), date: None })
        });
        MatchStatement {
            place,
            id: self.id.text(),
            aliases: others.flat_map(|(_, ids)| ids.iter().map(Str::text)).collect(),
            package: PackageStatement {
                purl: ecosystem::purl(manager, name, Some(version)),
                ecosystem: manager.into(),
                name: name.into(),
                version: version.into(),
                location: None,
            },
            ratings: self.ratings(),
            fix: self.fix(),
            epss,
            published: self.publication_time.as_deref().and_then(Timestamp::read),
            malicious: self.malicious.unwrap_or(false) || self.title.as_deref() == Some("Malicious Package"),
            title: self.title.as_ref().map(Str::text),
            url: Some(format!("https://security.snyk.io/vuln/{}", &*self.id).into()),
            ..MatchStatement::default()
        }
    }

    fn ratings(&self) -> Vec<RatingStatement> {
        let own = self.severity.as_ref().map(|s| RatingStatement {
            source: "snyk".into(),
            word: Some(s.text()),
            ..RatingStatement::default()
        });
        let nvd = self.nvd_severity.as_ref().map(|s| RatingStatement {
            source: "nvd".into(),
            word: Some(s.text()),
            ..RatingStatement::default()
        });
        let vector = self.cvss_v3.as_ref().filter(|v| !v.is_empty()).map(|v| RatingStatement {
            source: "snyk".into(),
            vector: Some(v.text()),
            score: self.cvss_score,
            ..RatingStatement::default()
        });
        let details = self.cvss_details.iter().map(|d| RatingStatement {
            source: d.assigner.as_ref().map_or_else(|| "snyk".into(), |a| a.to_ascii_lowercase().into()),
            vector: d.vector.as_ref().map(Str::text),
            score: d.score,
            ..RatingStatement::default()
        });
        own.into_iter().chain(nvd).chain(vector).chain(details.filter(|d| d.vector.is_some())).collect()
    }

    fn fix(&self) -> Fix {
        let mut versions: Vec<Text> =
            self.fixed_in.iter().chain(self.nearest_fixed_in.as_ref()).map(Str::text).collect();
        versions.retain(|v| !v.is_empty());
        versions.sort();
        versions.dedup();
        let state = match (versions.is_empty(), self.is_upgradable.or(self.is_patchable)) {
            (false, _) | (true, Some(true)) => FixState::Fixed,
            (true, Some(false)) => FixState::NotFixed,
            (true, None) => FixState::Unknown,
        };
        Fix { state, versions }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Project<'a> {
    #[serde(borrow, default)]
    vulnerabilities: List<Issue<'a>>,
    #[serde(borrow)]
    package_manager: Option<Str<'a>>,
    dependency_count: Option<u64>,
    #[serde(borrow)]
    project_name: Option<Str<'a>>,
    #[serde(borrow)]
    path: Option<Str<'a>>,
    #[serde(borrow)]
    error: Option<Str<'a>>,
    docker: Option<serde::de::IgnoredAny>,
    #[serde(borrow, default)]
    applications: List<Project<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Issue<'a> {
    #[serde(borrow)]
    id: Str<'a>,
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    license: Option<Str<'a>>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    #[serde(borrow, default)]
    identifiers: Pairs<'a, List<Str<'a>>>,
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    package_name: Option<Str<'a>>,
    #[serde(borrow)]
    module_name: Option<Str<'a>>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow)]
    package_manager: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    nvd_severity: Option<Str<'a>>,
    #[serde(borrow, rename = "CVSSv3")]
    cvss_v3: Option<Str<'a>>,
    cvss_score: Option<f64>,
    #[serde(borrow, default)]
    cvss_details: List<CvssDetail<'a>>,
    #[serde(borrow, default)]
    fixed_in: List<Str<'a>>,
    #[serde(borrow)]
    nearest_fixed_in: Option<Str<'a>>,
    is_upgradable: Option<bool>,
    is_patchable: Option<bool>,
    #[serde(borrow)]
    publication_time: Option<Str<'a>>,
    malicious: Option<bool>,
    #[serde(borrow, rename = "epssDetails")]
    epss: Option<EpssDetails<'a>>,
}

#[derive(Deserialize)]
struct CvssDetail<'a> {
    #[serde(borrow)]
    assigner: Option<Str<'a>>,
    #[serde(borrow, rename = "cvssV3Vector")]
    vector: Option<Str<'a>>,
    #[serde(rename = "cvssV3BaseScore")]
    score: Option<f64>,
}

#[derive(Deserialize)]
struct EpssDetails<'a> {
    #[serde(borrow)]
    probability: Option<Scalar<'a>>,
    #[serde(borrow)]
    percentile: Option<Scalar<'a>>,
}
