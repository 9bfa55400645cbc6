//! Grype JSON, any version.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::image::anchore::{Distro, Source};
use super::super::json::{self, List, Records, Scalar, Str};
use super::super::statement::{
    Confidence, Content, Database, EpssStatement, Fix, FixState, KevStatement, MatchStatement, PackageStatement,
    RatingStatement, Scan, SupportStatement, Tool,
};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "grype", kind: Kind::Vulnerabilities, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let descriptor = outline.get("descriptor");
    let by_name = matches!(descriptor.and_then(|d| d.text("name")), Some("grype" | "xeol"));
    let by_match = outline
        .first_of("matches")
        .is_some_and(|m| m.has(&["artifact"]) && (m.has(&["vulnerability"]) || m.has(&["Cycle"])));
    (outline.has(&["matches"]) && (by_name || by_match || outline.has(&["source", "descriptor"])))
        .then(|| descriptor.and_then(|d| d.text("version")).unwrap_or_default().to_owned())
}

const RECORDS: &[Records] =
    &[(&["matches"], |v| Match::deserialize(v).map(drop)), (&["ignoredMatches"], |v| Match::deserialize(v).map(drop))];

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut tree = None;
    let document: Grype<'_> = json::read(text, RECORDS, &mut tree, &mut content.skipped)?;
    if document.matches.len() > limits.records {
        let reason = format!("there are more than {} matches", limits.records);
        return Err(Error::LimitExceeded(Fault::new(reason, "split the report, or raise the limit `records`")));
    }
    document.state(content);
    Ok(())
}

impl Grype<'_> {
    fn state(&self, content: &mut Content) {
        if let Some(descriptor) = &self.descriptor {
            descriptor.state(content);
        }
        if let Some(source) = &self.source {
            content.subjects.push(source.claim());
            content.image = source.image(self.distro.as_ref());
        }
        if !self.matches.present {
            // A scan that ended before it matched writes `null`; that is not a clean scan.
            content.skipped.note("/matches".into(), "there is no list of matches: the scan did not finish".into());
        }
        for _ in 0..self.matches.nulls {
            content.skipped.note("/matches".into(), "null where a match belongs".into());
        }
        content.support = self.matches.iter().enumerate().filter_map(|(i, m)| m.support(i)).collect();
        if self.descriptor.as_ref().and_then(|d| d.name.as_deref()) == Some("xeol") {
            return;
        }
        let found = self.matches.iter().enumerate().filter_map(|(i, m)| m.statement(format!("/matches/{i}").into()));
        let ignored = self.ignored.iter().enumerate();
        let ignored = ignored.filter_map(|(i, m)| m.statement(format!("/ignoredMatches/{i}").into()));
        content.vulnerabilities = Some(Scan { matches: found.chain(ignored).collect(), examined: None });
    }
}

impl Descriptor<'_> {
    fn state(&self, content: &mut Content) {
        content.tools.push(Tool::new(self.name.as_deref().unwrap_or("grype"), self.version.as_deref()));
        content.produced_at = self.timestamp.as_ref().and_then(|t| Timestamp::read(t));
        let Some(db) = &self.db else { return };
        // Since schema 6 the facts about the database stand under `status`.
        let status = db.status.as_deref().unwrap_or(db);
        content.databases.push(Database {
            kind: "vulnerabilities",
            name: "grype-db".into(),
            version: status.schema_version.as_ref().map(super::super::json::Scalar::text),
            built_at: status.built.as_ref().and_then(|b| Timestamp::read(b)).filter(|b| b.unix_seconds() > 0),
        });
    }
}

impl Match<'_> {
    /// xeol reports release cycles in the same shape.
    fn support(&self, number: usize) -> Option<SupportStatement> {
        let end = Timestamp::read(self.cycle.as_ref()?.end_of_life.as_deref()?)?;
        Some(SupportStatement { place: format!("/matches/{number}").into(), package: self.artifact.package(), end })
    }

    fn statement(&self, place: Text) -> Option<MatchStatement> {
        let v = self.vulnerability.as_ref()?;
        let related = &self.related;
        let epss = v.epss.iter().chain(related.iter().flat_map(|r| r.epss.iter())).next();
        let kev = v.known_exploited.iter().chain(related.iter().flat_map(|r| r.known_exploited.iter())).next();
        Some(MatchStatement {
            place,
            id: v.id.text(),
            aliases: related.iter().map(|r| r.id.text()).filter(|id| *id != *v.id).collect(),
            package: self.artifact.package(),
            ratings: v.ratings().chain(related.iter().flat_map(Vulnerability::ratings)).collect(),
            fix: v.fix.as_ref().map(FixEntry::fix).unwrap_or_default(),
            epss: epss.and_then(Epss::statement),
            kev: kev.map(KnownExploited::statement),
            confidence: self.confidence(),
            malicious: v.id.starts_with("MAL-"),
            title: v.description.as_ref().map(|d| Text::from(d.chars().take(200).collect::<String>())),
            url: v.data_source.as_ref().map(Str::text),
            suppressed: (!self.applied_ignore_rules.is_empty()).then(|| self.ignore_reason()),
            ..MatchStatement::default()
        })
    }

    fn confidence(&self) -> Confidence {
        let best = self.details.iter().filter_map(|d| d.kind.as_deref()).map(|kind| match kind {
            "cpe-match" => Confidence::Low,
            "exact-indirect-match" => Confidence::Medium,
            _ => Confidence::High,
        });
        best.max().unwrap_or_default()
    }

    fn ignore_reason(&self) -> Text {
        let reason = self.applied_ignore_rules.iter().find_map(|r| r.reason.as_deref().or(r.vex_status.as_deref()));
        reason.filter(|r| !r.is_empty()).unwrap_or("an ignore rule of grype").into()
    }
}

impl Artifact<'_> {
    fn package(&self) -> PackageStatement {
        PackageStatement {
            purl: self.purl.as_ref().filter(|p| !p.is_empty()).map(Str::text),
            ecosystem: self.kind.as_ref().map(Str::text).unwrap_or_default(),
            name: self.name.text(),
            version: self.version.as_ref().map(Str::text).unwrap_or_default(),
            location: self.locations.first().and_then(|l| l.path.as_ref()).map(Str::text),
        }
    }
}

impl Vulnerability<'_> {
    fn ratings(&self) -> impl Iterator<Item = RatingStatement> {
        let namespace = self.namespace.as_deref().unwrap_or_default();
        let word = self.severity.as_ref().map(|s| RatingStatement {
            source: authority(namespace).into(),
            word: Some(s.text()),
            ..RatingStatement::default()
        });
        let scored = self.cvss.iter().map(move |c| RatingStatement {
            source: c.source.as_ref().filter(|s| !s.is_empty()).map_or_else(|| authority(namespace).into(), Str::text),
            vector: c.vector.as_ref().map(Str::text),
            score: c.metrics.as_ref().and_then(|m| m.base_score),
            version: c.version.as_ref().map(super::super::json::Scalar::text),
            word: None,
        });
        word.into_iter().chain(scored)
    }
}

/// Whose data a namespace holds: `debian:distro:debian:12` → debian, `github:language:python` → github, `nvd:cpe` → nvd.
fn authority(namespace: &str) -> &str {
    namespace.split(':').next().unwrap_or_default()
}

impl FixEntry<'_> {
    fn fix(&self) -> Fix {
        let state = match self.state.as_deref() {
            Some("fixed") => FixState::Fixed,
            Some("not-fixed") => FixState::NotFixed,
            Some("wont-fix") => FixState::WontFix,
            // Old reports only list versions.
            _ if !self.versions.is_empty() => FixState::Fixed,
            _ => FixState::Unknown,
        };
        Fix { state, versions: self.versions.iter().map(Str::text).collect() }
    }
}

impl Epss<'_> {
    fn statement(&self) -> Option<EpssStatement> {
        let date = self.date.as_ref().map(Str::text);
        Some(EpssStatement { score: self.epss?, percentile: self.percentile, date })
    }
}

impl KnownExploited<'_> {
    fn statement(&self) -> KevStatement {
        KevStatement {
            added: self.date_added.as_ref().and_then(|d| Timestamp::read(d)),
            due: self.due_date.as_ref().and_then(|d| Timestamp::read(d)),
            ransomware: self.ransomware.as_deref() == Some("Known"),
        }
    }
}

// --- the document ---------------------------------------------------------------------------------------------------

#[derive(Deserialize)]
struct Grype<'a> {
    #[serde(borrow, default)]
    matches: List<Match<'a>>,
    #[serde(borrow, default, rename = "ignoredMatches")]
    ignored: List<Match<'a>>,
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
    version: Option<Str<'a>>,
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    #[serde(borrow)]
    db: Option<Db<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Db<'a> {
    #[serde(borrow)]
    built: Option<Str<'a>>,
    #[serde(borrow)]
    schema_version: Option<Scalar<'a>>,
    #[serde(borrow)]
    status: Option<Box<Db<'a>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Match<'a> {
    #[serde(borrow)]
    vulnerability: Option<Vulnerability<'a>>,
    #[serde(borrow, rename = "Cycle")]
    cycle: Option<Cycle<'a>>,
    #[serde(borrow, default, rename = "relatedVulnerabilities")]
    related: List<Vulnerability<'a>>,
    #[serde(borrow, default, rename = "matchDetails")]
    details: List<Detail<'a>>,
    #[serde(borrow)]
    artifact: Artifact<'a>,
    #[serde(borrow, default)]
    applied_ignore_rules: List<IgnoreRule<'a>>,
}

#[derive(Deserialize)]
struct Cycle<'a> {
    #[serde(borrow, rename = "Eol")]
    end_of_life: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vulnerability<'a> {
    #[serde(borrow)]
    id: Str<'a>,
    #[serde(borrow)]
    data_source: Option<Str<'a>>,
    #[serde(borrow)]
    namespace: Option<Str<'a>>,
    #[serde(borrow)]
    severity: Option<Str<'a>>,
    #[serde(borrow)]
    description: Option<Str<'a>>,
    #[serde(borrow, default)]
    cvss: List<CvssEntry<'a>>,
    #[serde(borrow)]
    fix: Option<FixEntry<'a>>,
    #[serde(borrow, default)]
    epss: List<Epss<'a>>,
    #[serde(borrow, default)]
    known_exploited: List<KnownExploited<'a>>,
}

#[derive(Deserialize)]
struct CvssEntry<'a> {
    #[serde(borrow)]
    source: Option<Str<'a>>,
    #[serde(borrow)]
    version: Option<Scalar<'a>>,
    #[serde(borrow)]
    vector: Option<Str<'a>>,
    metrics: Option<Metrics>,
}

#[derive(Deserialize)]
struct Metrics {
    #[serde(rename = "baseScore")]
    base_score: Option<f64>,
}

#[derive(Deserialize)]
struct FixEntry<'a> {
    #[serde(borrow, default)]
    versions: List<Str<'a>>,
    #[serde(borrow)]
    state: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Epss<'a> {
    epss: Option<f64>,
    percentile: Option<f64>,
    #[serde(borrow)]
    date: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct KnownExploited<'a> {
    #[serde(borrow)]
    date_added: Option<Str<'a>>,
    #[serde(borrow)]
    due_date: Option<Str<'a>>,
    #[serde(borrow, rename = "knownRansomwareCampaignUse")]
    ransomware: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Detail<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Artifact<'a> {
    #[serde(borrow)]
    name: Str<'a>,
    #[serde(borrow)]
    version: Option<Str<'a>>,
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    purl: Option<Str<'a>>,
    #[serde(borrow, default)]
    locations: List<Location<'a>>,
}

#[derive(Deserialize)]
struct Location<'a> {
    #[serde(borrow)]
    path: Option<Str<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct IgnoreRule<'a> {
    #[serde(borrow)]
    reason: Option<Str<'a>>,
    #[serde(borrow)]
    vex_status: Option<Str<'a>>,
}
