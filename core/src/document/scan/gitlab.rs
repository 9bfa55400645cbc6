//! GitLab security reports, schema versions 2 to 15: one report shape for every kind of scan.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Level, Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Records, Scalar, Str};
use super::super::statement::{
    Content, Fix, FixState, IssueStatement, IssueStatus, MatchStatement, PackageStatement, RatingStatement, Scan,
    SecretStatement, SubjectClaim, Tool,
};
use super::super::{Format, Kind, Recognise};
use super::{ecosystem, within_limit};

pub(crate) const CONTAINER_SCANNING: Format = Format {
    name: "gitlab-container_scanning",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(|o| recognise(o, &["container_scanning", "cluster_image_scanning"])),
    lines: false,
    read: read_packages,
};

pub(crate) const DEPENDENCY_SCANNING: Format = Format {
    name: "gitlab-dependency_scanning",
    kind: Kind::Vulnerabilities,
    recognise: Recognise::Json(|o| recognise(o, &["dependency_scanning"])),
    lines: false,
    read: read_packages,
};

pub(crate) const SECRET_DETECTION: Format = Format {
    name: "gitlab-secret_detection",
    kind: Kind::Secrets,
    recognise: Recognise::Json(|o| recognise(o, &["secret_detection"])),
    lines: false,
    read: read_secrets,
};

pub(crate) const SAST: Format = Format {
    name: "gitlab-sast",
    kind: Kind::Code,
    recognise: Recognise::Json(|o| recognise(o, &["sast"])),
    lines: false,
    read: read_code,
};

pub(crate) const DAST: Format = Format {
    name: "gitlab-dast",
    kind: Kind::Code,
    recognise: Recognise::Json(|o| recognise(o, &["dast", "api_fuzzing"])),
    lines: false,
    read: read_code,
};

pub(crate) const COVERAGE_FUZZING: Format = Format {
    name: "gitlab-coverage_fuzzing",
    kind: Kind::Code,
    recognise: Recognise::Json(|o| recognise(o, &["coverage_fuzzing"])),
    lines: false,
    read: read_code,
};

fn recognise(outline: &Outline, types: &[&str]) -> Option<String> {
    if !outline.is_array("vulnerabilities") {
        return None;
    }
    let stated = outline.get("scan").and_then(|scan| scan.text("type"));
    let first = outline.first_of("vulnerabilities").filter(|v| v.is_array("identifiers"));
    let of_first = || {
        let first = first?;
        // Up to schema 15 each record has a category; container reports before 14 do not, but name the image.
        first.text("category").or_else(|| first.get("location")?.has(&["image"]).then_some("container_scanning"))
    };
    let kind = stated.or_else(of_first)?;
    types.contains(&kind).then(|| outline.text("version").unwrap_or_default().to_owned())
}

const RECORDS: &[Records] = &[(&["vulnerabilities"], |v| Record::deserialize(v).map(drop))];

fn report<'a>(
    text: &'a [u8],
    tree: &'a mut Option<serde_json::Value>,
    limits: &Limits,
    content: &mut Content,
) -> Result<Report<'a>, Error> {
    let report: Report<'a> = json::read(text, RECORDS, tree, &mut content.skipped)?;
    within_limit(report.vulnerabilities.len(), limits)?;
    if let Some(scan) = &report.scan {
        let tool = scan.scanner.as_ref().or(scan.analyzer.as_ref());
        content.tools.extend(tool.map(|t| Tool::new(t.id.as_deref().unwrap_or("gitlab"), t.version.as_deref())));
        content.produced_at = scan.end_time.as_deref().and_then(Timestamp::read);
        if scan.status.as_deref().is_some_and(|s| s != "success") {
            content.skipped.note("/scan/status".into(), "the scan did not succeed".into());
        }
    }
    Ok(report)
}

fn read_packages(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report = report(text, &mut tree, limits, content)?;
    let mut scan = Scan::default();
    for (i, record) in report.vulnerabilities.iter().enumerate() {
        let place = format!("/vulnerabilities/{i}");
        match record.found(place.clone().into(), &report) {
            Some(found) => scan.matches.push(found),
            None => content.skipped.note(place, "the record names no package".into()),
        }
    }
    let image = report.vulnerabilities.iter().find_map(|v| v.location.as_ref()?.image.as_ref());
    if let Some(image) = image {
        let digests = image.rsplit_once('@').and_then(|(_, digest)| digest.parse().ok()).into_iter().collect();
        content.subjects.push(SubjectClaim { name: Some(image.text()), digests });
    }
    let listed = report.dependency_files.iter().map(|f| f.dependencies.len() as u64);
    scan.examined = (!report.dependency_files.is_empty()).then(|| listed.fold(0, u64::saturating_add));
    content.vulnerabilities = Some(scan);
    Ok(())
}

fn read_code(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report = report(text, &mut tree, limits, content)?;
    let found = report.vulnerabilities.iter().enumerate();
    content.code = Some(found.map(|(i, record)| record.issue(format!("/vulnerabilities/{i}").into())).collect());
    Ok(())
}

fn read_secrets(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let report = report(text, &mut tree, limits, content)?;
    let found = report.vulnerabilities.iter().enumerate();
    content.secrets = Some(found.map(|(i, record)| record.secret(format!("/vulnerabilities/{i}").into())).collect());
    Ok(())
}

impl Record<'_> {
    fn title(&self) -> Text {
        let title = self.name.as_ref().or(self.message.as_ref()).or(self.description.as_ref());
        title.map(|t| t.chars().take(200).collect::<String>().into()).unwrap_or_default()
    }

    fn found(&self, place: Text, report: &Report<'_>) -> Option<MatchStatement> {
        let location = self.location.as_ref()?;
        let dependency = location.dependency.as_ref()?;
        let name = dependency.package.as_ref()?.name.as_ref()?;
        let version = dependency.version.as_deref().unwrap_or_default();
        let mut ids = self.ids();
        let id = ids.next().or_else(|| self.identifiers.first().and_then(|i| i.value.as_ref()).map(Scalar::text))?;
        let ecosystem = self.ecosystem(report);
        Some(MatchStatement {
            place,
            id,
            aliases: ids.collect(),
            package: PackageStatement {
                purl: ecosystem::purl(&ecosystem, name, Some(version)),
                ecosystem: ecosystem.into(),
                name: name.text(),
                version: version.into(),
                location: location.file.as_ref().or(location.image.as_ref()).map(Str::text),
            },
            ratings: self.ratings(),
            fix: self.fix(),
            title: Some(self.title()),
            url: self.identifiers.iter().find_map(|i| i.url.as_ref()).map(Str::text),
            ..MatchStatement::default()
        })
    }

    /// The ids that name a vulnerability: CVE, GHSA and the like; not weaknesses and not the scanner's rules.
    fn ids(&self) -> impl Iterator<Item = Text> {
        let named = |kind: &str| matches!(kind, "cve" | "ghsa" | "rhsa" | "usn" | "elsa" | "osvdb" | "gemnasium");
        let of = |i: &Identifier<'_>| i.value.as_ref().or(i.name.as_ref()).map(Scalar::text);
        let mut ids: Vec<(bool, Text)> = self
            .identifiers
            .iter()
            .filter(|i| i.kind.as_deref().is_some_and(|k| named(&k.to_ascii_lowercase())))
            .filter_map(|i| Some((i.kind.as_deref() != Some("cve"), of(i)?)))
            .collect();
        ids.sort();
        ids.dedup();
        ids.into_iter().map(|(_, id)| id)
    }

    /// The distribution of the image, or the package manager of the lock file.
    fn ecosystem(&self, report: &Report<'_>) -> String {
        let Some(location) = &self.location else { return String::new() };
        if let Some(os) = location.operating_system.as_deref() {
            let family = os.split([' ', ':']).next().unwrap_or_default();
            return family.to_ascii_lowercase();
        }
        let file = location.file.as_deref().unwrap_or_default();
        let of_file = report.dependency_files.iter().find(|f| f.path.as_deref() == Some(file));
        of_file.and_then(|f| f.package_manager.as_deref()).unwrap_or_default().to_owned()
    }

    fn ratings(&self) -> Vec<RatingStatement> {
        let word = self.severity.as_ref().map(|s| RatingStatement {
            source: "gitlab".into(),
            word: Some(s.text()),
            ..RatingStatement::default()
        });
        let vectors = self.cvss_vectors.iter().map(|c| RatingStatement {
            source: c.vendor.as_ref().map_or_else(|| "gitlab".into(), |v| v.to_ascii_lowercase().into()),
            vector: c.vector.as_ref().map(Str::text),
            ..RatingStatement::default()
        });
        word.into_iter().chain(vectors).collect()
    }

    /// `Upgrade curl to 7.61.1-r0`, `Upgrade to version 2.2.3 or above.`
    fn fix(&self) -> Fix {
        let Some(solution) = self.solution.as_deref().filter(|s| s.starts_with("Upgrade")) else {
            return Fix::default();
        };
        let words = solution.split([' ', ',']).map(|w| w.trim_end_matches('.'));
        let versions = words.filter(|w| w.starts_with(|c: char| c.is_ascii_digit())).map(Text::new);
        let mut versions: Vec<Text> = versions.collect();
        versions.sort();
        versions.dedup();
        Fix { state: FixState::Fixed, versions }
    }

    fn issue(&self, place: Text) -> IssueStatement {
        let rule = self.identifiers.first().and_then(|i| i.value.as_ref()).map(Scalar::text);
        let location = self.location.as_ref();
        let dismissed = self.flags.iter().find(|f| f.kind.as_deref() == Some("flagged-as-likely-false-positive"));
        IssueStatement {
            place,
            rule: rule.unwrap_or_else(|| self.title()),
            message: self.title(),
            level: self.severity.as_deref().and_then(Level::from_word).unwrap_or_default(),
            status: IssueStatus::Fail,
            path: location.and_then(|l| l.file.as_ref().or(l.path.as_ref())).map(Str::text),
            line: location.and_then(|l| l.start_line),
            resource: location.and_then(|l| l.hostname.as_ref()).map(Str::text),
            fingerprint: None,
            suppression: dismissed.and_then(|f| f.description.as_ref()).map(Str::text),
        }
    }

    fn secret(&self, place: Text) -> SecretStatement {
        let rule = self.identifiers.first().and_then(|i| i.value.as_ref()).map(Scalar::text);
        let rule = rule.unwrap_or_else(|| self.title());
        let location = self.location.as_ref();
        let commit = location.and_then(|l| l.commit.as_ref());
        SecretStatement {
            place,
            description: self.title(),
            path: location.and_then(|l| l.file.as_ref()).map(Str::text).unwrap_or_default(),
            line: location.and_then(|l| l.start_line),
            // Zeros stand for a scan without history.
            commit: commit.and_then(|c| c.sha.as_ref()).filter(|s| s.bytes().any(|b| b != b'0')).map(Str::text),
            committed_at: commit.and_then(|c| c.date.as_deref()).and_then(Timestamp::read),
            clear_value: self.extract.as_ref().is_some_and(super::gitleaks::Clear::is_clear),
            private_key: rule.to_ascii_lowercase().contains("private key"),
            rule,
            ..SecretStatement::default()
        }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow, default)]
    vulnerabilities: List<Record<'a>>,
    #[serde(borrow, default)]
    dependency_files: List<DependencyFile<'a>>,
    #[serde(borrow)]
    scan: Option<ScanInfo<'a>>,
}

#[derive(Deserialize)]
struct DependencyFile<'a> {
    #[serde(borrow)]
    path: Option<Str<'a>>,
    #[serde(borrow)]
    package_manager: Option<Str<'a>>,
    #[serde(default)]
    dependencies: List<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct ScanInfo<'a> {
    #[serde(borrow)]
    scanner: Option<Program<'a>>,
    #[serde(borrow)]
    analyzer: Option<Program<'a>>,
    #[serde(borrow)]
    end_time: Option<Str<'a>>,
    #[serde(borrow)]
    status: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Program<'a> {
    #[serde(borrow)]
    id: Option<Str<'a>>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
    #[serde(borrow)]
    message: Option<Str<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    solution: Option<Str<'a>>,
    #[serde(borrow)]
    location: Option<Location<'a>>,
    #[serde(borrow, default)]
    identifiers: List<Identifier<'a>>,
    #[serde(borrow, default)]
    cvss_vectors: List<CvssVector<'a>>,
    #[serde(borrow, default)]
    flags: List<Flag<'a>>,
    #[serde(rename = "raw_source_code_extract")]
    extract: Option<super::gitleaks::Clear>,
}

#[derive(Deserialize)]
struct Flag<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct CvssVector<'a> {
    #[serde(borrow)]
    vendor: Option<Str<'a>>,
    #[serde(borrow)]
    vector: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Identifier<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    name: Option<Scalar<'a>>,
    #[serde(borrow)]
    value: Option<Scalar<'a>>,
    #[serde(borrow)]
    url: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Location<'a> {
    #[serde(borrow)]
    file: Option<Str<'a>>,
    #[serde(borrow)]
    path: Option<Str<'a>>,
    #[serde(borrow)]
    hostname: Option<Str<'a>>,
    start_line: Option<u64>,
    #[serde(borrow)]
    dependency: Option<Dependency<'a>>,
    #[serde(borrow)]
    operating_system: Option<Str<'a>>,
    #[serde(borrow)]
    image: Option<Str<'a>>,
    #[serde(borrow)]
    commit: Option<Commit<'a>>,
}

#[derive(Deserialize)]
struct Dependency<'a> {
    #[serde(borrow)]
    package: Option<PackageName<'a>>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct PackageName<'a> {
    #[serde(borrow)]
    name: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Commit<'a> {
    #[serde(borrow)]
    sha: Option<Str<'a>>,
    #[serde(borrow)]
    date: Option<Str<'a>>,
}
