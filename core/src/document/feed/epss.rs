//! Scores of the Exploit Prediction Scoring System, CSV as FIRST publishes it.

use std::sync::Arc;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::{Text, Timestamp};

use super::super::statement::{Content, Database, EpssStatement};
use super::super::{Format, Kind, Recognise};

pub(crate) const FORMAT: Format =
    Format { name: "epss-csv", kind: Kind::Epss, recognise: Recognise::Text(recognise), lines: false, read };

/// The scores of one day, searchable by CVE.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct EpssFeed {
    pub(crate) model: Option<Text>,
    pub(crate) date: Option<Timestamp>,
    /// Sorted by CVE; scores and percentiles in billionths, so that they print as they were written.
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    cve: u64,
    score: u32,
    percentile: u32,
}

const BILLION: u32 = 1_000_000_000;
/// Bytes of an entry in an index: the CVE, the score, the percentile.
const ENTRY_BYTES: usize = 16;
/// Begins every index; the number changes with its layout.
const MAGIC: &str = "tidewaiter-epss-1";

impl EpssFeed {
    /// How many CVEs have a score.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The score of a CVE. The date is the day of the whole feed.
    pub(crate) fn get(&self, cve: &str) -> Option<EpssStatement> {
        let key = number_of(cve)?;
        let at = self.entries.binary_search_by_key(&key, |e| e.cve).ok()?;
        let entry = self.entries.get(at)?;
        let share = |billionths: u32| f64::from(billionths) / f64::from(BILLION);
        let date = self.date.map(|d| Text::from(d.to_string().chars().take(10).collect::<String>()));
        Some(EpssStatement { score: share(entry.score), percentile: Some(share(entry.percentile)), date })
    }

    /// The feed as an index that loads without parsing.
    pub(crate) fn to_index(&self) -> Vec<u8> {
        let date = self.date.map(Timestamp::unix_seconds).unwrap_or_default();
        let head = format!("{MAGIC}\n{}\n{date}\n{}\n", self.model.as_deref().unwrap_or_default(), self.entries.len());
        let mut out = Vec::with_capacity(self.entries.len().saturating_mul(ENTRY_BYTES).saturating_add(head.len()));
        out.extend_from_slice(head.as_bytes());
        for entry in &self.entries {
            out.extend_from_slice(&entry.cve.to_le_bytes());
            out.extend_from_slice(&entry.score.to_le_bytes());
            out.extend_from_slice(&entry.percentile.to_le_bytes());
        }
        out
    }

    /// The feed in an index; `None` if this is not a whole index of this version.
    pub(crate) fn from_index(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut line = || {
            let end = memchr::memchr(b'\n', rest)?;
            let (line, tail) = rest.split_at_checked(end)?;
            rest = tail.get(1..)?;
            std::str::from_utf8(line).ok()
        };
        if line()? != MAGIC {
            return None;
        }
        let model = Some(line()?).filter(|m| !m.is_empty()).map(Text::new);
        let date = line()?.parse::<i64>().ok().filter(|s| *s != 0).and_then(Timestamp::from_unix_seconds);
        let count: usize = line()?.parse().ok()?;
        let chunks = rest.chunks_exact(ENTRY_BYTES);
        if chunks.len() != count || !chunks.remainder().is_empty() {
            return None;
        }
        let entry = |chunk: &[u8]| {
            let (cve, rest) = chunk.split_first_chunk::<8>()?;
            let (score, rest) = rest.split_first_chunk::<4>()?;
            let (percentile, _) = rest.split_first_chunk::<4>()?;
            let [score, percentile] = [u32::from_le_bytes(*score), u32::from_le_bytes(*percentile)];
            Some(Entry { cve: u64::from_le_bytes(*cve), score, percentile })
        };
        Some(Self { model, date, entries: chunks.map(entry).collect::<Option<_>>()? })
    }
}

/// A CVE as a number: the year above, the sequence number below.
fn number_of(cve: &str) -> Option<u64> {
    let (year, number) = cve.get(4..)?.split_once('-')?;
    let is_cve = cve.get(..4)?.eq_ignore_ascii_case("CVE-");
    let (year, number) = (year.parse::<u32>().ok()?, number.parse::<u32>().ok()?);
    is_cve.then_some((u64::from(year) << 32) | u64::from(number))
}

/// A decimal fraction from 0 to 1 in billionths.
fn billionths(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut value: u32 = whole.parse::<u32>().ok().filter(|w| *w <= 1)?.checked_mul(BILLION)?;
    let mut unit = BILLION / 10;
    for digit in fraction.bytes() {
        let digit = u32::from(digit.checked_sub(b'0').filter(|d| *d <= 9)?);
        value = value.checked_add(digit.checked_mul(unit)?)?;
        unit /= 10;
    }
    (value <= BILLION).then_some(value)
}

fn recognise(head: &str) -> Option<String> {
    let first = head.lines().next()?.trim();
    if first.starts_with("cve,epss") {
        return Some(String::new());
    }
    let model = first.strip_prefix("#model_version:")?.split(',').next()?;
    head.lines().nth(1)?.starts_with("cve,epss").then(|| model.to_owned())
}

fn read(text: &[u8], limits: &Limits, content: &mut Content) -> Result<(), Error> {
    let mut feed = EpssFeed::default();
    let mut number = 0_usize;
    let mut rest = text;
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        rest = tail.get(1..).unwrap_or_default();
        number = number.saturating_add(1);
        if line.starts_with(b"CVE-") {
            match entry(line) {
                Some(entry) => feed.entries.push(entry),
                None => content.skipped.note(format!("line {number}"), "not a row of CVE, score and percentile".into()),
            }
        } else if let Some(comment) = line.strip_prefix(b"#") {
            feed.comment(&String::from_utf8_lossy(comment));
        } else if !line.trim_ascii().is_empty() && !line.starts_with(b"cve,") {
            content.skipped.note(format!("line {number}"), "not a row of CVE, score and percentile".into());
        }
        if feed.entries.len() > limits.records {
            let reason = format!("there are more than {} rows", limits.records);
            return Err(Error::LimitExceeded(Fault::new(reason, "raise the limit `records`")));
        }
    }
    feed.entries.sort_unstable();
    feed.entries.dedup_by_key(|e| e.cve);
    let skipped = std::mem::take(&mut content.skipped);
    *content = Content { skipped, ..stated(feed) };
    Ok(())
}

/// What a feed states, whether it was read from its rows or from an index.
pub(crate) fn stated(feed: EpssFeed) -> Content {
    Content {
        produced_at: feed.date,
        databases: vec![Database {
            kind: "epss",
            name: "EPSS".into(),
            version: feed.model.clone(),
            built_at: feed.date,
        }],
        epss: Some(Arc::new(feed)),
        ..Content::default()
    }
}

impl EpssFeed {
    /// `model_version:v2025.03.14,score_date:2025-06-01T00:00:00+0000`
    fn comment(&mut self, comment: &str) {
        for part in comment.trim().split(',') {
            match part.split_once(':') {
                Some(("model_version", model)) => self.model = Some(model.into()),
                Some(("score_date", date)) => self.date = Timestamp::read(&date.replace("+0000", "Z")),
                _ => {}
            }
        }
    }
}

fn entry(line: &[u8]) -> Option<Entry> {
    let line = std::str::from_utf8(line).ok()?.trim_end();
    let mut cells = line.split(',');
    let (cve, score, percentile) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Entry { cve: number_of(cve)?, score: billionths(score)?, percentile: billionths(percentile)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "#model_version:v2025.03.14,score_date:2025-06-01T00:00:00+0000\ncve,epss,percentile\n\
        CVE-2024-0001,0.97565,0.99997\nCVE-1999-0002,0.08,0.53000\nCVE-2024-x,1,1\nCVE-2024-2,1.5,0\n";

    fn feed() -> (Arc<EpssFeed>, u64) {
        let mut content = Content::default();
        read(TEXT.as_bytes(), &Limits::default(), &mut content).unwrap();
        (content.epss.unwrap(), content.skipped.count)
    }

    #[test]
    fn rows_are_found_by_cve_and_broken_ones_counted() {
        let (feed, skipped) = feed();
        assert_eq!(skipped, 2);
        let found = feed.get("CVE-2024-0001").unwrap();
        assert_eq!((found.score.to_string().as_str(), found.date.as_deref()), ("0.97565", Some("2025-06-01")));
        assert!(feed.get("CVE-2024-3").is_none() && feed.get("GHSA-1").is_none() && feed.get("").is_none());
    }

    #[test]
    fn an_index_holds_the_whole_feed() {
        let (feed, _) = feed();
        let index = feed.to_index();
        assert_eq!(EpssFeed::from_index(&index).as_ref(), Some(&*feed));
        assert!(EpssFeed::from_index(&index[..index.len() - 1]).is_none());
        assert!(EpssFeed::from_index(b"").is_none());
    }
}
