//! CVE records (format 5) with the stakeholder-specific decision points that CISA adds (Vulnrichment).

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::detect::Outline;
use super::super::json::{self, List, Pairs, Str};
use super::super::statement::{AdvisoryStatement, Content, RatingStatement, SsvcStatement};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "cve-record", kind: Kind::Advisories, recognise: Recognise::Json(recognise), lines: false, read };

fn recognise(outline: &Outline) -> Option<String> {
    (outline.text("dataType") == Some("CVE_RECORD")).then(|| outline.text("dataVersion").unwrap_or_default().to_owned())
}

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let record: Record<'_> = json::read_whole(text)?;
    let metadata = &record.metadata;
    content.produced_at = metadata.updated.as_deref().and_then(Timestamp::read);
    let mut ssvc = Vec::new();
    let mut ratings = Vec::new();
    let containers = record.containers.cna.iter().chain(&record.containers.adp);
    for metric in containers.flat_map(|c| &c.metrics) {
        if let Some(other) = metric.other.as_ref().filter(|o| o.kind.as_deref() == Some("ssvc")) {
            ssvc.extend(other.content.as_ref().map(|c| c.statement(metadata.id.text())));
        }
        let vectors = [&metric.v4, &metric.v31, &metric.v30].into_iter().flatten();
        ratings.extend(vectors.map(|c| RatingStatement {
            source: "cve".into(),
            vector: c.vector.as_ref().map(Str::text),
            ..RatingStatement::default()
        }));
    }
    content.advisories = Some(vec![AdvisoryStatement {
        id: metadata.id.text(),
        aliases: Vec::new(),
        ratings,
        withdrawn: metadata.state.as_deref() == Some("REJECTED"),
    }]);
    content.ssvc = Some(ssvc);
    Ok(())
}

impl Ssvc<'_> {
    fn statement(&self, cve: Text) -> SsvcStatement {
        // One object per decision point, each with one member.
        let point = |name: &str| {
            let points = self.options.iter().flat_map(Pairs::iter);
            let found = points.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
            found.map(|value| value.to_ascii_lowercase().into()).next()
        };
        SsvcStatement {
            cve,
            exploitation: point("Exploitation"),
            automatable: point("Automatable"),
            technical_impact: point("Technical Impact"),
            timestamp: self.timestamp.as_deref().and_then(Timestamp::read),
        }
    }
}

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow, rename = "cveMetadata")]
    metadata: Metadata<'a>,
    #[serde(borrow)]
    containers: Containers<'a>,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    #[serde(borrow, rename = "cveId")]
    id: Str<'a>,
    #[serde(borrow)]
    state: Option<Str<'a>>,
    #[serde(borrow, rename = "dateUpdated")]
    updated: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Containers<'a> {
    #[serde(borrow)]
    cna: Option<Container<'a>>,
    #[serde(borrow, default)]
    adp: List<Container<'a>>,
}

#[derive(Deserialize)]
struct Container<'a> {
    #[serde(borrow, default)]
    metrics: List<Metric<'a>>,
}

#[derive(Deserialize)]
struct Metric<'a> {
    #[serde(borrow, rename = "cvssV4_0")]
    v4: Option<Cvss<'a>>,
    #[serde(borrow, rename = "cvssV3_1")]
    v31: Option<Cvss<'a>>,
    #[serde(borrow, rename = "cvssV3_0")]
    v30: Option<Cvss<'a>>,
    #[serde(borrow)]
    other: Option<Other<'a>>,
}

#[derive(Deserialize)]
struct Cvss<'a> {
    #[serde(borrow, rename = "vectorString")]
    vector: Option<Str<'a>>,
}

#[derive(Deserialize)]
struct Other<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Str<'a>>,
    #[serde(borrow)]
    content: Option<Ssvc<'a>>,
}

#[derive(Deserialize)]
struct Ssvc<'a> {
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    #[serde(borrow, default)]
    options: List<Pairs<'a, Str<'a>>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decision_points_are_read_from_the_adp_container() {
        let text = r#"{"dataType":"CVE_RECORD","dataVersion":"5.1","cveMetadata":{"cveId":"CVE-2024-1","state":"PUBLISHED"},
            "containers":{"cna":{},"adp":[{"metrics":[{"other":{"type":"ssvc","content":{"timestamp":"2024-05-01T00:00:00Z",
            "options":[{"Exploitation":"active"},{"Automatable":"no"},{"Technical Impact":"total"}]}}}]}]}}"#;
        let mut content = Content::default();
        read(text.as_bytes(), &Limits::default(), &mut content).unwrap();
        let ssvc = content.ssvc.unwrap();
        let found =
            ssvc.first().map(|s| (s.exploitation.as_deref(), s.automatable.as_deref(), s.technical_impact.as_deref()));
        assert_eq!(found, Some((Some("active"), Some("no"), Some("total"))));
    }
}
