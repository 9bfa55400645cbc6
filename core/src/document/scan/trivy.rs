//! Trivy JSON, schema 2 and the list of results that came before it.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Level, Text, Timestamp};

use super::super::detect::Outline;
use super::super::image::config::ImageConfig;
use super::super::json::{self, List, Pairs, Records, Scalar, Str};
use super::super::statement::{
    Content, Fix, FixState, ImageStatement, IssueStatement, IssueStatus, MatchStatement, OsStatement, PackageLicense,
    PackageStatement, RatingStatement, Scan, SecretStatement, SubjectClaim, Tool,
};
use super::super::{Format, Kind, Recognise};
use super::trivy_package;

pub(crate) const FORMAT: Format =
    Format { name: "trivy", kind: Kind::Vulnerabilities, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    if outline.has(&["ArtifactName"]) {
        return outline.scalar("SchemaVersion").map(str::to_owned);
    }
    if outline.has(&["ClusterName"]) && (outline.has(&["Resources"]) || outline.has(&["Findings"])) {
        return Some("kubernetes".to_owned());
    }
    outline.first().filter(|first| first.has(&["Target", "Vulnerabilities"])).map(|_| "1".to_owned())
}

const RECORDS: &[Records] = &[
    (&["Results", "*", "Vulnerabilities"], |v| Vulnerability::deserialize(v).map(drop)),
    (&["Results", "*", "Misconfigurations"], |v| Misconfiguration::deserialize(v).map(drop)),
    (&["Results", "*", "Secrets"], |v| Secret::deserialize(v).map(drop)),
    (&["Results", "*", "Licenses"], |v| License::deserialize(v).map(drop)),
    (&["*", "Vulnerabilities"], |v| Vulnerability::deserialize(v).map(drop)),
    (&["Results"], |v| ResultEntry::deserialize(v).map(drop)),
];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let is_list = text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[');
    let report: Report<'_> = if is_list {
        let results = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
        Report { results, ..Report::default() }
    } else {
        json::read(text, RECORDS, &mut tree, &mut content.skipped)?
    };
    report.state(limits, content)
}

impl Report<'_> {
    fn state(&self, limits: &Limits, content: &mut Content) -> Result<(), Error> {
        content.tools.push(Tool::new("trivy", self.trivy.as_ref().and_then(|t| t.version.as_deref())));
        content.produced_at = self.created_at.as_ref().and_then(|c| Timestamp::read(c));
        self.state_subject(content);
        for (i, result) in self.results.iter().enumerate() {
            result.state(&format!("/Results/{i}"), content);
        }
        for (list, resources) in [("Resources", &self.resources), ("Findings", &self.findings)] {
            for (r, resource) in resources.iter().enumerate() {
                for (i, result) in resource.results.iter().enumerate() {
                    result.state(&format!("/{list}/{r}/Results/{i}"), content);
                }
            }
        }
        let scanned = |list: &Option<Scan>| list.as_ref().map_or(0, |s| s.matches.len());
        if scanned(&content.vulnerabilities) > limits.records {
            let reason = format!("there are more than {} vulnerabilities", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "split the report, or raise the limit `records`")));
        }
        if self.results.is_empty() && self.resources.is_empty() && self.findings.is_empty() {
            // Nothing was listed, not even a target: whether something was looked at cannot be seen.
            content.vulnerabilities = Some(Scan { matches: Vec::new(), examined: Some(0) });
        }
        Ok(())
    }

    fn state_subject(&self, content: &mut Content) {
        let metadata = self.metadata.as_ref();
        let is_image = self.artifact_type.as_deref() == Some("container_image");
        let repositories = metadata.iter().flat_map(|m| m.repo_digests.iter());
        let repositories = repositories.filter_map(|r| r.rsplit_once('@')).filter_map(|(_, d)| d.parse().ok());
        let image_id = metadata.and_then(|m| m.image_id.as_ref()).and_then(|id| id.parse().ok());
        let digests = repositories.chain(image_id).collect::<Vec<_>>();
        content
            .subjects
            .push(SubjectClaim { name: self.artifact_name.as_ref().map(Str::text), digests: digests.clone() });
        let Some(metadata) = metadata.filter(|_| is_image) else { return };
        let mut image = ImageStatement {
            reference: self.artifact_name.as_ref().map(Str::text),
            tags: metadata.repo_tags.iter().map(Str::text).collect(),
            digests,
            os: metadata.os.as_ref().map(|os| OsStatement {
                name: os.family.text(),
                version: os.name.as_ref().map(super::super::json::Scalar::text).unwrap_or_default(),
                end_of_support: None,
                end_of_life: Some(os.end_of_service_life.unwrap_or(false)),
            }),
            ..ImageStatement::default()
        };
        if let Some(config) = &metadata.image_config {
            config.state(&mut image);
        }
        content.image = Some(Box::new(image));
    }
}

impl ResultEntry<'_> {
    fn state(&self, place: &str, content: &mut Content) {
        let class = self.class.as_deref().unwrap_or_default();
        let target = self.target.as_deref().unwrap_or_default();
        if class.ends_with("-pkgs") || self.vulnerabilities.present || class.is_empty() {
            let scan = content.vulnerabilities.get_or_insert_with(|| Scan { examined: Some(0), ..Scan::default() });
            let examined = (self.packages.len() as u64).max(1);
            scan.examined = scan.examined.map(|n| n.saturating_add(examined));
            let ecosystem = self.kind.as_deref().unwrap_or_default();
            for (i, v) in self.vulnerabilities.iter().enumerate() {
                scan.matches.push(v.statement(format!("{place}/Vulnerabilities/{i}").into(), ecosystem, target));
            }
        }
        if class == "config" || self.misconfigurations.present {
            let list = content.misconfigurations.get_or_insert_default();
            let found = self.misconfigurations.iter().enumerate();
            list.extend(found.map(|(i, m)| m.statement(format!("{place}/Misconfigurations/{i}").into(), target)));
        }
        if class == "secret" || self.secrets.present {
            let list = content.secrets.get_or_insert_default();
            let found = self.secrets.iter().enumerate();
            list.extend(found.map(|(i, s)| s.statement(format!("{place}/Secrets/{i}").into(), target)));
        }
        if class.starts_with("license") || self.licenses.present {
            let list = content.licenses.get_or_insert_default();
            let found = self.licenses.iter();
            list.extend(found.map(License::statement));
        }
        let nulls = [self.vulnerabilities.nulls, self.misconfigurations.nulls, self.secrets.nulls];
        for _ in 0..nulls.iter().sum() {
            content.skipped.note(place.to_owned(), "null where a record belongs".into());
        }
    }
}

impl Vulnerability<'_> {
    fn statement(&self, place: Text, ecosystem: &str, target: &str) -> MatchStatement {
        let version = self.installed_version.as_deref().unwrap_or_default();
        let name = self.package.text();
        let purl = self.identifier.as_ref().and_then(|i| i.purl.as_ref()).filter(|p| !p.is_empty()).map(Str::text);
        let path = self.path.as_deref().filter(|p| !p.is_empty());
        let source = self.severity_source.as_deref().or(self.data_source.as_ref().and_then(|s| s.id.as_deref()));
        let stated = self.severity.as_ref().map(|word| RatingStatement {
            source: source.unwrap_or_default().into(),
            word: Some(word.text()),
            ..RatingStatement::default()
        });
        MatchStatement {
            place,
            id: self.id.text(),
            aliases: self.vendor_ids.iter().map(Str::text).collect(),
            package: PackageStatement {
                purl: purl.or_else(|| trivy_package::purl(ecosystem, &name, version)),
                ecosystem: ecosystem.into(),
                name,
                version: version.into(),
                location: path.or_else(|| (!target.is_empty()).then_some(target)).map(Text::new),
            },
            ratings: stated.into_iter().chain(self.vendor_words()).chain(self.vectors()).collect(),
            fix: self.fix(),
            published: self.published.as_ref().and_then(|p| Timestamp::read(p)),
            title: self.title.as_ref().map(Str::text),
            url: self.url.as_ref().map(Str::text),
            ..MatchStatement::default()
        }
    }

    /// Vendors by number: 0 unknown, 1 low, … 4 critical.
    fn vendor_words(&self) -> impl Iterator<Item = RatingStatement> {
        self.vendor_severity.iter().filter_map(|(vendor, number)| {
            let word = match number {
                1 => "LOW",
                2 => "MEDIUM",
                3 => "HIGH",
                4 => "CRITICAL",
                _ => return None,
            };
            Some(RatingStatement { source: vendor.text(), word: Some(word.into()), ..RatingStatement::default() })
        })
    }

    fn vectors(&self) -> impl Iterator<Item = RatingStatement> {
        self.cvss
            .iter()
            .flat_map(|(vendor, c)| {
                let rating = |vector: &Option<Str<'_>>, score: Option<f64>| {
                    let vector = vector.as_ref().filter(|v| !v.is_empty());
                    (vector.is_some()).then(|| RatingStatement {
                        source: vendor.text(),
                        vector: vector.map(Str::text),
                        score,
                        ..RatingStatement::default()
                    })
                };
                [rating(&c.v40_vector, c.v40_score), rating(&c.v3_vector, c.v3_score), rating(&c.v2_vector, c.v2_score)]
            })
            .flatten()
    }

    fn fix(&self) -> Fix {
        let fixed = self.fixed_version.as_deref().unwrap_or_default();
        let versions: Vec<Text> = fixed.split(',').map(str::trim).filter(|v| !v.is_empty()).map(Text::new).collect();
        let state = match self.status.as_deref() {
            _ if !versions.is_empty() => FixState::Fixed,
            Some("fixed") => FixState::Fixed,
            Some("will_not_fix" | "end_of_life") => FixState::WontFix,
            Some("affected" | "fix_deferred" | "under_investigation") => FixState::NotFixed,
            _ => FixState::Unknown,
        };
        Fix { state, versions }
    }
}

impl Misconfiguration<'_> {
    fn statement(&self, place: Text, target: &str) -> IssueStatement {
        let cause = self.cause.as_ref();
        IssueStatement {
            place,
            rule: self
                .avd_id
                .as_ref()
                .filter(|id| !id.is_empty())
                .or(self.id.as_ref())
                .map(Str::text)
                .unwrap_or_default(),
            message: self.message.as_ref().or(self.title.as_ref()).map(Str::text).unwrap_or_default(),
            level: self.severity.as_deref().and_then(Level::from_word).unwrap_or_default(),
            status: match self.status.as_deref() {
                Some("PASS") => IssueStatus::Pass,
                Some("EXCEPTION") => IssueStatus::Suppressed,
                _ => IssueStatus::Fail,
            },
            path: Some(target.into()),
            line: cause.and_then(|c| c.start_line),
            resource: cause.and_then(|c| c.resource.as_ref()).map(Str::text),
            ..IssueStatement::default()
        }
    }
}

impl Secret<'_> {
    fn statement(&self, place: Text, target: &str) -> SecretStatement {
        let rule = self.rule_id.text();
        SecretStatement {
            place,
            description: self.title.as_ref().map(Str::text).unwrap_or_default(),
            path: target.into(),
            line: self.start_line,
            layer: self.layer.as_ref().and_then(|l| l.diff_id.as_ref()).map(Str::text),
            private_key: rule.contains("private-key"),
            rule,
            ..SecretStatement::default()
        }
    }
}

impl License<'_> {
    fn statement(&self) -> PackageLicense {
        PackageLicense { package: self.package.as_ref().map(Str::text).unwrap_or_default(), license: self.name.text() }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Report<'a> {
    #[serde(borrow)]
    trivy: Option<Trivy<'a>>,
    #[serde(borrow)]
    created_at: Option<Str<'a>>,
    #[serde(borrow)]
    artifact_name: Option<Str<'a>>,
    #[serde(borrow)]
    artifact_type: Option<Str<'a>>,
    #[serde(borrow)]
    metadata: Option<Metadata<'a>>,
    #[serde(borrow)]
    results: List<ResultEntry<'a>>,
    /// Of a Kubernetes cluster: one list of all objects, before 0.51 two.
    #[serde(borrow)]
    resources: List<Resource<'a>>,
    #[serde(borrow)]
    findings: List<Resource<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Resource<'a> {
    #[serde(borrow, default)]
    results: List<ResultEntry<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Trivy<'a> {
    #[serde(borrow)]
    version: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Metadata<'a> {
    #[serde(borrow, rename = "OS")]
    os: Option<Os<'a>>,
    #[serde(borrow, rename = "ImageID")]
    image_id: Option<Str<'a>>,
    #[serde(borrow, default)]
    repo_tags: List<Str<'a>>,
    #[serde(borrow, default)]
    repo_digests: List<Str<'a>>,
    #[serde(borrow)]
    image_config: Option<ImageConfig<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Os<'a> {
    #[serde(borrow)]
    family: Str<'a>,
    #[serde(borrow)]
    name: Option<Scalar<'a>>,
    #[serde(rename = "EOSL")]
    end_of_service_life: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ResultEntry<'a> {
    #[serde(borrow)]
    target: Option<Str<'a>>,
    #[serde(borrow)]
    class: Option<Str<'a>>,
    #[serde(borrow, rename = "Type")]
    kind: Option<Str<'a>>,
    #[serde(default)]
    packages: List<serde::de::IgnoredAny>,
    #[serde(borrow, default)]
    vulnerabilities: List<Vulnerability<'a>>,
    #[serde(borrow, default)]
    misconfigurations: List<Misconfiguration<'a>>,
    #[serde(borrow, default)]
    secrets: List<Secret<'a>>,
    #[serde(borrow, default)]
    licenses: List<License<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Vulnerability<'a> {
    #[serde(borrow, rename = "VulnerabilityID")]
    id: Str<'a>,
    #[serde(borrow, default, rename = "VendorIDs")]
    vendor_ids: List<Str<'a>>,
    #[serde(borrow, rename = "PkgName")]
    package: Str<'a>,
    #[serde(borrow, rename = "PkgPath")]
    path: Option<Str<'a>>,
    #[serde(borrow, rename = "PkgIdentifier")]
    identifier: Option<Identifier<'a>>,
    #[serde(borrow)]
    installed_version: Option<Str<'a>>,
    #[serde(borrow)]
    fixed_version: Option<Str<'a>>,
    #[serde(borrow)]
    status: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    severity_source: Option<Str<'a>>,
    #[serde(borrow)]
    data_source: Option<DataSource<'a>>,
    #[serde(borrow, default)]
    vendor_severity: Pairs<'a, u8>,
    #[serde(borrow, default, rename = "CVSS")]
    cvss: Pairs<'a, CvssEntry<'a>>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    #[serde(borrow, rename = "PrimaryURL")]
    url: Option<Str<'a>>,
    #[serde(borrow, rename = "PublishedDate")]
    published: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Identifier<'a> {
    #[serde(borrow, rename = "PURL")]
    purl: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct DataSource<'a> {
    #[serde(borrow, rename = "ID")]
    id: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct CvssEntry<'a> {
    #[serde(borrow)]
    v2_vector: Option<Str<'a>>,
    #[serde(borrow)]
    v3_vector: Option<Str<'a>>,
    #[serde(borrow)]
    v40_vector: Option<Str<'a>>,
    v2_score: Option<f64>,
    v3_score: Option<f64>,
    v40_score: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Misconfiguration<'a> {
    #[serde(borrow, rename = "ID")]
    id: Option<Str<'a>>,
    #[serde(borrow, rename = "AVDID")]
    avd_id: Option<Str<'a>>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    #[serde(borrow)]
    message: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    status: Option<Str<'a>>,
    #[serde(borrow, rename = "CauseMetadata")]
    cause: Option<Cause<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Cause<'a> {
    #[serde(borrow)]
    resource: Option<Str<'a>>,
    start_line: Option<u64>,
}

/// `Match` and `Code` hold the line with the secret; they are not read.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Secret<'a> {
    #[serde(borrow, rename = "RuleID")]
    rule_id: Str<'a>,
    #[serde(borrow)]
    title: Option<Str<'a>>,
    start_line: Option<u64>,
    #[serde(borrow)]
    layer: Option<Layer<'a>>,
}

#[derive(Deserialize)]
struct Layer<'a> {
    #[serde(borrow, rename = "DiffID")]
    diff_id: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct License<'a> {
    #[serde(borrow, rename = "PkgName")]
    package: Option<Str<'a>>,
    #[serde(borrow, rename = "Name")]
    name: Str<'a>,
}
