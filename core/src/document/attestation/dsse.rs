//! DSSE envelopes, alone or in a list. Reading one verifies nothing: it says what somebody may have signed.

use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD};
use serde::Deserialize;

use crate::error::{Error, Fault, quoted};
use crate::limits::Limits;

use super::super::detect::Outline;
use super::super::json::{self, List, Str};
use super::super::statement::{Content, Embedded, EnvelopeStatement, Signed};
use super::super::{Format, Kind, Recognise};
use super::intoto;

pub(crate) const FORMAT: Format =
    Format { name: "dsse", kind: Kind::Attestations, recognise: Recognise::Json(recognise), lines: false, read };

/// Signatures of one envelope that are tried with the gate's keys; each costs a verification.
const SIGNATURES: usize = 64;

fn recognise(outline: &Outline) -> Option<String> {
    let envelope = outline.first().unwrap_or(outline);
    (envelope.text("payload").is_some() && envelope.is_array("signatures"))
        .then(|| envelope.text("payloadType").map(str::to_owned))
        .flatten()
}

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let is_list = text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[');
    if is_list {
        let envelopes: List<Envelope<'_>> = json::read_whole(text)?;
        return envelopes.iter().enumerate().try_for_each(|(i, e)| e.state(&format!("/{i}"), true, content));
    }
    let envelope: Envelope<'_> = json::read_whole(text)?;
    envelope.state("", true, content)
}

impl Envelope<'_> {
    /// `alone`: nothing around the envelope says more about its signatures.
    pub(super) fn state(&self, place: &str, alone: bool, content: &mut Content) -> Result<(), Error> {
        let place = format!("{place}/payload");
        let Some(payload) = decode(&self.payload) else {
            let fault = Fault::new("the payload is not base64", "fix the producer of the envelope").at(place);
            return Err(Error::UnreadableDocument(fault));
        };
        let signatures = self.signatures.len() as u64;
        if alone {
            let decoded = self.signatures.iter().filter_map(|s| decode(s.sig.as_deref().unwrap_or_default()));
            let envelope = EnvelopeStatement {
                payload_type: self.payload_type.to_string(),
                payload: payload.clone(),
                signatures: decoded.take(SIGNATURES).collect(),
            };
            content.material.push((place.as_str().into(), Signed::Envelope(envelope)));
        }
        match &*self.payload_type {
            "application/vnd.in-toto+json" => {
                let statement = intoto::state(&payload, &place, Some(signatures), content).map_err(|error| {
                    let reason = format!("the payload is not an in-toto statement ({})", error.reason());
                    Error::UnreadableDocument(Fault::new(reason, "fix the producer of the envelope").at(place.clone()))
                })?;
                content.attestations.get_or_insert_default().push(statement);
            }
            "" => {
                let fault = Fault::new("the envelope has no payload type", "fix the producer of the envelope");
                return Err(Error::UnreadableDocument(fault.at(place)));
            }
            other => {
                content.attestations.get_or_insert_default();
                content.skipped.note(place, format!("a payload of type {} is not read as a statement", quoted(other)));
                content.embedded.push(Embedded { place: "payload", bytes: payload });
            }
        }
        Ok(())
    }
}

/// Base64 in each of the spellings that envelopes use: standard or URL-safe, padded or not.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim().as_bytes();
    let url_safe = text.iter().any(|b| matches!(b, b'-' | b'_'));
    let padded = text.ends_with(b"=") || text.len().is_multiple_of(4);
    let encoding = match (url_safe, padded) {
        (false, true) => BASE64,
        (false, false) => BASE64_NOPAD,
        (true, true) => BASE64URL,
        (true, false) => BASE64URL_NOPAD,
    };
    encoding.decode(text).ok()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Envelope<'a> {
    #[serde(borrow)]
    payload_type: Str<'a>,
    #[serde(borrow)]
    payload: Str<'a>,
    #[serde(borrow, default)]
    signatures: List<Signature<'a>>,
}

#[derive(Deserialize)]
struct Signature<'a> {
    #[serde(borrow)]
    sig: Option<Str<'a>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_base64_is_decoded() {
        for text in ["+/8=", "-_8=", "+/8", "-_8"] {
            assert_eq!(decode(text).as_deref(), Some(&[0xfb, 0xff][..]), "{text}");
        }
        assert!(decode("a b").is_none() && decode("+/8==").is_none());
    }
}
