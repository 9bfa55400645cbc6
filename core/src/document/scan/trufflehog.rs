//! `TruffleHog` 3 JSON lines. A clean report is an empty file.

use serde::Deserialize;

use crate::error::Error;
use crate::limits::Limits;
use crate::model::Timestamp;

use super::super::detect::Outline;
use super::super::json::{self, Pairs, Str};
use super::super::statement::{Content, SecretStatement, Tool, Validity};
use super::super::{Format, Kind, Recognise};
use super::gitleaks::Clear;
use super::within_limit;

pub(crate) const FORMAT: Format =
    Format { name: "trufflehog-jsonl", kind: Kind::Secrets, recognise: Recognise::Json(recognise), lines: true, read };

fn recognise(outline: &Outline) -> Option<String> {
    let record = outline.first().unwrap_or(outline);
    (record.has(&["SourceMetadata"]) && record.has(&["DetectorName"])).then(|| "3".to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    content.tools.push(Tool::new("trufflehog", None));
    let mut list = Vec::new();
    if text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[') {
        let hits: json::List<Hit<'_>> = json::read_whole(text)?;
        list.extend(hits.iter().enumerate().map(|(i, hit)| hit.statement(format!("/{i}"))));
    } else {
        for (i, value) in serde_json::Deserializer::from_slice(text).into_iter::<Record<'_>>().enumerate() {
            let place = format!("line {}", i.saturating_add(1));
            match value.map_err(|error| json::refusal(&error))? {
                Record::Hit(hit) => list.push(hit.statement(place)),
                // Its own messages (`level`, `msg`) where a job merged both streams.
                Record::Message(_) => content.skipped.note(place, "no result of a detector".to_owned()),
            }
            within_limit(list.len(), limits)?;
        }
    }
    content.secrets = Some(list);
    Ok(())
}

impl Hit<'_> {
    fn statement(&self, place: String) -> SecretStatement {
        // One key for the kind of source (Git, Github, Filesystem, Docker, S3, …), all with similar members.
        let data = self.metadata.data.iter().next().map(|(_, data)| data);
        let detector = self.detector.text();
        let text =
            |field: Option<&Option<Str<'_>>>| field.and_then(Option::as_ref).filter(|f| !f.is_empty()).map(Str::text);
        SecretStatement {
            place: place.into(),
            description: format!("{} credential", &*detector).into(),
            path: text(data.map(|d| &d.file)).or_else(|| text(data.map(|d| &d.link))).unwrap_or_default(),
            line: data.and_then(|d| d.line),
            commit: text(data.map(|d| &d.commit)),
            committed_at: data.and_then(|d| d.timestamp.as_deref()).and_then(moment),
            layer: text(data.map(|d| &d.layer)),
            // Not verified means tried without success or not tried at all: the report does not tell which.
            validity: if self.verified { Validity::Active } else { Validity::Unknown },
            clear_value: self.raw.as_ref().is_some_and(Clear::is_clear),
            private_key: &*detector == "PrivateKey",
            rule: detector,
            ..SecretStatement::default()
        }
    }
}

/// `2022-06-16 10:17:40 -0700 -0700`: the zone stands there twice.
fn moment(text: &str) -> Option<Timestamp> {
    Timestamp::read(text).or_else(|| {
        let mut words = text.split_whitespace();
        let (day, time, zone) = (words.next()?, words.next()?, words.next()?);
        let (hours, minutes) = zone.split_at_checked(3)?;
        Timestamp::read(&format!("{day}T{time}{hours}:{minutes}"))
    })
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Record<'a> {
    #[serde(borrow)]
    Hit(Box<Hit<'a>>),
    Message(serde::de::IgnoredAny),
}

/// `RawV2`, `Redacted` and `ExtraData` may hold the value or parts of it; they are not read.
#[derive(Deserialize)]
struct Hit<'a> {
    #[serde(borrow, rename = "SourceMetadata")]
    metadata: Metadata<'a>,
    #[serde(borrow, rename = "DetectorName")]
    detector: Str<'a>,
    #[serde(default, rename = "Verified")]
    verified: bool,
    #[serde(rename = "Raw")]
    raw: Option<Clear>,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    #[serde(borrow, default, rename = "Data")]
    data: Pairs<'a, Data<'a>>,
}

#[derive(Deserialize)]
struct Data<'a> {
    #[serde(borrow)]
    file: Option<Str<'a>>,
    #[serde(borrow)]
    link: Option<Str<'a>>,
    #[serde(borrow)]
    commit: Option<Str<'a>>,
    #[serde(borrow)]
    timestamp: Option<Str<'a>>,
    #[serde(borrow)]
    layer: Option<Str<'a>>,
    line: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn the_zone_that_stands_twice_is_read_once() {
        let at = moment("2022-06-16 10:17:40 -0700 -0700").map(|t| t.to_string());
        assert_eq!(at.as_deref(), Some("2022-06-16T17:17:40Z"));
        assert_eq!(moment("yesterday"), None);
    }
}
