//! Which format is this? Decided from the content alone, and never guessed.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::error::{Error, Fault};

/// How deep the outline goes; no marker of any format lies deeper.
const DEPTH: usize = 6;
/// Keys of one object that the outline keeps below the top level.
const INNER_KEYS: usize = 64;
/// Characters of a text that the outline keeps.
const TEXT_CHARS: usize = 200;

/// The shape of a JSON document: its keys, the first element of its lists, its short texts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outline {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    /// A list and its first element that is not null.
    Array(Option<Box<Outline>>),
    Object(Vec<(String, Outline)>),
    /// Deeper than any marker.
    Deep,
}

impl Outline {
    /// The value under a key of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Outline> {
        match self {
            Self::Object(pairs) => pairs.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The value at the end of a path of keys.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Outline> {
        path.iter().try_fold(self, |value, key| value.get(key))
    }

    /// Whether an object has all these keys.
    pub(crate) fn has(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.get(key).is_some())
    }

    /// The text under a key.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The text or number under a key, as text.
    pub(crate) fn scalar(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Self::Text(text) | Self::Number(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether the value under a key is a list.
    pub(crate) fn is_array(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Self::Array(_)))
    }

    /// Whether the value under a key is an object.
    pub(crate) fn is_object(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Self::Object(_)))
    }

    /// The first element of the list under a key.
    pub(crate) fn first_of(&self, key: &str) -> Option<&Outline> {
        self.get(key).and_then(Outline::first)
    }

    /// The first element of a list.
    pub(crate) fn first(&self) -> Option<&Outline> {
        match self {
            Self::Array(Some(first)) => Some(first),
            _ => None,
        }
    }
}

/// An outline, and whether text follows the first value (JSON lines, concatenated JSON).
#[derive(Debug)]
pub(crate) struct Outlined {
    pub(crate) outline: Outline,
    pub(crate) more: bool,
}

/// Outlines the first JSON value of the text; unless the whole is wanted, only until a marker has decided.
pub(crate) fn outline(text: &[u8], whole: bool) -> Result<Outlined, Error> {
    let mut decided = None;
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    match (Sketch { depth: 0, whole, decided: &mut decided }).deserialize(&mut deserializer) {
        Ok(outline) => Ok(Outlined { outline, more: deserializer.end().is_err() }),
        Err(error) => match decided {
            Some(outline) => Ok(Outlined { outline, more: false }),
            None => Err(super::json::refusal(&error)),
        },
    }
}

/// Whether no further key can change what this document is.
fn is_decided(pairs: &[(String, Outline)]) -> bool {
    let text = |key: &str| {
        pairs.iter().find(|(k, _)| k == key).and_then(|(_, v)| match v {
            Outline::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    (text("bomFormat") == Some("CycloneDX") && text("specVersion").is_some())
        || text("spdxVersion").is_some_and(|v| v.starts_with("SPDX-"))
}

/// What a document without content could be: it is evidence of nothing until somebody says what it is.
pub(crate) fn ambiguity(outline: &Outline) -> Option<Error> {
    let (shape, candidates) = match outline {
        Outline::Array(None) => ("an empty list", "gitleaks, snyk, checkov, pip-audit or trufflehog"),
        Outline::Object(pairs) if pairs.is_empty() => ("an empty object", "no format"),
        Outline::Object(_) if matches!(outline.get("results"), Some(Outline::Array(None) | Outline::Null)) => {
            ("an empty list of results", "osv-scanner, semgrep or tfsec")
        }
        _ => return None,
    };
    let reason = format!("{shape} says nothing about its own format (it could be {candidates})");
    let remedy = "declare the format with `--as FORMAT:FILE` (`as` in the bindings) if the tool ran and found nothing";
    Some(Error::UnknownFormat(Fault::new(reason, remedy)))
}

struct Sketch<'o> {
    depth: usize,
    whole: bool,
    decided: &'o mut Option<Outline>,
}

impl<'de> DeserializeSeed<'de> for Sketch<'_> {
    type Value = Outline;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Outline, D::Error> {
        if self.depth > DEPTH {
            deserializer.deserialize_ignored_any(IgnoredAny)?;
            return Ok(Outline::Deep);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Sketch<'_> {
    type Value = Outline;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Outline, E> {
        Ok(Outline::Null)
    }

    fn visit_bool<E>(self, v: bool) -> Result<Outline, E> {
        Ok(Outline::Bool(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Outline, E> {
        Ok(Outline::Number(v.to_string()))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Outline, E> {
        Ok(Outline::Number(v.to_string()))
    }

    fn visit_f64<E>(self, v: f64) -> Result<Outline, E> {
        Ok(Outline::Number(v.to_string()))
    }

    fn visit_str<E>(self, v: &str) -> Result<Outline, E> {
        Ok(Outline::Text(v.chars().take(TEXT_CHARS).collect()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Outline, A::Error> {
        let mut first = None;
        let depth = self.depth.saturating_add(1);
        while first.is_none() {
            match seq.next_element_seed(Sketch { depth, whole: self.whole, decided: &mut *self.decided })? {
                Some(Outline::Null) => {}
                Some(element) => first = Some(Box::new(element)),
                None => return Ok(Outline::Array(None)),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Outline::Array(first))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outline, A::Error> {
        let mut pairs: Vec<(String, Outline)> = Vec::new();
        let depth = self.depth.saturating_add(1);
        while let Some(key) = map.next_key::<String>()? {
            if self.depth > 0 && pairs.len() >= INNER_KEYS {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value_seed(Sketch { depth, whole: self.whole, decided: &mut *self.decided })?;
            pairs.push((key, value));
            if self.depth == 0 && !self.whole && is_decided(&pairs) {
                *self.decided = Some(Outline::Object(pairs));
                return Err(de::Error::custom("decided"));
            }
        }
        Ok(Outline::Object(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_keeps_keys_first_elements_and_short_texts() {
        let text = br#"{"a":[null,{"b":"c"},{"x":1}],"n":2,"d":{"e":{"f":{"g":{"h":{"i":{"j":1}}}}}}}"#;
        let outlined = outline(text, false).unwrap();
        let o = &outlined.outline;
        assert_eq!(o.first_of("a").and_then(|f| f.text("b")), Some("c"));
        assert_eq!(o.scalar("n"), Some("2"));
        assert_eq!(o.at(&["d", "e", "f", "g", "h", "i", "j"]), Some(&Outline::Deep));
        assert!(!outlined.more);
    }

    #[test]
    fn a_decisive_marker_ends_the_pass_before_broken_text() {
        let o = outline(br#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"#, false).unwrap();
        assert_eq!(o.outline.text("specVersion"), Some("1.6"));
        assert!(outline(br#"{"components":[{"#, false).is_err());
    }

    #[test]
    fn more_than_one_value_is_noticed() {
        assert!(outline(b"{}\n{}", false).unwrap().more);
        assert!(!outline(b"{}\n", false).unwrap().more);
    }

    #[test]
    fn what_says_nothing_is_ambiguous() {
        for (text, ambiguous) in
            [("[]", true), ("{}", true), (r#"{"results":[]}"#, true), (r#"{"results":[{}]}"#, false)]
        {
            let outlined = outline(text.as_bytes(), false).unwrap();
            assert_eq!(ambiguity(&outlined.outline).is_some(), ambiguous, "{text}");
        }
    }
}
