//! OSV records: the advisories that OSV-Scanner embeds, and documents that are one such record.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Str};
use super::super::statement::{AdvisoryStatement, Content, RatingStatement};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "osv", kind: Kind::Advisories, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    let record = outline.text("id").is_some() && outline.text("modified").is_some();
    (record && (outline.is_array("affected") || outline.has(&["schema_version"])))
        .then(|| outline.text("schema_version").unwrap_or_default().to_owned())
}

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let record: Record<'_> = json::read_whole(text)?;
    content.produced_at = record.modified.as_deref().and_then(Timestamp::read);
    content.advisories = Some(vec![record.advisory()]);
    Ok(())
}

impl Record<'_> {
    fn advisory(&self) -> AdvisoryStatement {
        AdvisoryStatement {
            id: self.id.text(),
            aliases: self.aliases(),
            ratings: self.ratings(),
            withdrawn: self.is_withdrawn(),
        }
    }

    /// `related` names other vulnerabilities; `upstream` names those that a distribution's record is about.
    pub(super) fn aliases(&self) -> Vec<Text> {
        self.aliases.iter().chain(&self.upstream).map(Str::text).filter(|a| *a != *self.id).collect()
    }

    pub(super) fn ratings(&self) -> Vec<RatingStatement> {
        let source = authority(&self.id);
        let of_packages = self.affected.iter().flat_map(|a| a.severity.iter());
        let scored = self.severity.iter().chain(of_packages).map(|s| RatingStatement {
            source: source.into(),
            vector: Some(s.score.text()).filter(|v| v.contains('/')),
            ..RatingStatement::default()
        });
        let own = self.database_specific.as_ref();
        let of_ecosystems = self.affected.iter().filter_map(|a| a.ecosystem_specific.as_ref());
        let word = own.into_iter().chain(of_ecosystems).find_map(|d| d.severity.as_ref()).and_then(Word::text);
        let word = word.map(|word| RatingStatement { source: source.into(), word: Some(word), ..Default::default() });
        let mut ratings: Vec<_> = scored.filter(|r| r.vector.is_some()).chain(word).collect();
        ratings.dedup_by(|a, b| a.vector == b.vector && a.word == b.word);
        ratings
    }

    pub(super) fn is_withdrawn(&self) -> bool {
        self.withdrawn.as_ref().is_some_and(|w| !w.is_empty())
    }

    /// The versions that end an affected range of this package, sorted.
    pub(super) fn fixed(&self, name: &str) -> Vec<Text> {
        let about = self.affected.iter().filter(|a| a.package.as_ref().is_none_or(|p| &*p.name == name));
        let ranges = about.flat_map(|a| &a.ranges).filter(|r| r.kind.as_deref() != Some("GIT"));
        let mut fixed: Vec<Text> =
            ranges.flat_map(|r| &r.events).filter_map(|e| e.fixed.as_ref().map(Str::text)).collect();
        fixed.sort();
        fixed.dedup();
        fixed
    }
}

/// Whose data a record is: the prefix of its id.
pub(super) fn authority(id: &str) -> &'static str {
    match id.split('-').next().unwrap_or_default() {
        "GHSA" => "github",
        "CVE" => "nvd",
        "RUSTSEC" => "rustsec",
        "PYSEC" => "pypi",
        "GO" => "govulndb",
        "DEBIAN" | "DSA" | "DLA" => "debian",
        "ALPINE" => "alpine",
        "UBUNTU" | "USN" => "ubuntu",
        "RHSA" | "RHBA" | "RHEA" => "redhat",
        _ => "osv",
    }
}

#[derive(Deserialize)]
pub(super) struct Record<'a> {
    #[serde(borrow)]
    pub(super) id: Str<'a>,
    #[serde(borrow, default)]
    aliases: List<Str<'a>>,
    #[serde(borrow, default)]
    upstream: List<Str<'a>>,
    #[serde(borrow)]
    modified: Option<Str<'a>>,
    #[serde(borrow)]
    pub(super) published: Option<Str<'a>>,
    #[serde(borrow)]
    withdrawn: Option<Str<'a>>,
    #[serde(borrow)]
    pub(super) summary: Option<Str<'a>>,
    #[serde(borrow, default)]
    severity: List<Score<'a>>,
    #[serde(borrow, default)]
    affected: List<Affected<'a>>,
    #[serde(borrow)]
    database_specific: Option<Specific<'a>>,
}

#[derive(Deserialize)]
struct Score<'a> {
    #[serde(borrow)]
    score: Str<'a>,
}

#[derive(Deserialize)]
struct Affected<'a> {
    #[serde(borrow)]
    package: Option<Named<'a>>,
    #[serde(borrow, default)]
    severity: List<Score<'a>>,
    #[serde(borrow, default)]
    ranges: List<Range<'a>>,
    #[serde(borrow)]
    ecosystem_specific: Option<Specific<'a>>,
}

#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    name: Str<'a>,
}

#[derive(Deserialize)]
struct Range<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow, default)]
    events: List<Event<'a>>,
}

#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    fixed: Option<Str<'a>>,
}

/// Free text of the database or the ecosystem; some of them say how bad it is.
#[derive(Deserialize)]
struct Specific<'a> {
    #[serde(borrow)]
    severity: Option<Word<'a>>,
}

/// A word, or something else under the same key.
#[derive(Deserialize)]
#[serde(untagged)]
enum Word<'a> {
    #[serde(borrow)]
    Text(Str<'a>),
    Other(serde::de::IgnoredAny),
}

impl Word<'_> {
    fn text(&self) -> Option<Text> {
        match self {
            Self::Text(text) => Some(text.text()),
            Self::Other(_) => None,
        }
    }
}
