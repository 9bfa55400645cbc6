//! Sigstore bundles 0.1 to 0.3. Reading one verifies nothing: it says what somebody may have signed.

use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::model::Digest;

use super::super::detect::Outline;
use super::super::json::{self, Str};
use super::super::statement::{Content, SignatureStatement, Signed, SubjectClaim};
use super::super::{Format, Kind, Recognise};
use super::dsse::{Envelope, decode};

pub(crate) const FORMAT: Format = Format {
    name: "sigstore-bundle",
    kind: Kind::Signatures,
    recognise: Recognise::Json(recognise),
    lines: false,
    read,
};

/// Two spellings of the media type: `…bundle+json;version=0.2` and `…bundle.v0.3+json`.
fn recognise(outline: &Outline) -> Option<String> {
    let (_, tail) = outline.text("mediaType")?.split_once("sigstore.bundle")?;
    let held = outline.has(&["verificationMaterial"]) || outline.has(&["dsseEnvelope"]);
    let version = match tail.split_once("version=") {
        Some((_, version)) => version,
        None => tail.trim_start_matches(".v").trim_end_matches("+json"),
    };
    held.then(|| version.to_owned())
}

fn read(text: &[u8], _: &Limits, content: &mut Content) -> Result<(), Error> {
    let bundle: Bundle<'_> = json::read_whole(text)?;
    let place = if bundle.dsse_envelope.is_some() { "/dsseEnvelope/payload" } else { "/messageSignature" };
    content.material.push((place.into(), Signed::Bundle(text.into())));
    match (&bundle.dsse_envelope, &bundle.message_signature) {
        (Some(envelope), None) => envelope.state("/dsseEnvelope", false, content),
        (None, Some(signature)) => {
            // Without a digest the bundle does not tell what was signed; that is for a verifier with the artifact.
            let digests: Vec<Digest> = signature.digest().into_iter().collect();
            content.subjects.push(SubjectClaim { name: None, digests: digests.clone() });
            content.signatures = Some(vec![SignatureStatement {
                place: "/messageSignature".into(),
                kind: "keyless",
                subjects: digests,
                ..SignatureStatement::default()
            }]);
            Ok(())
        }
        _ => {
            let reason = "a bundle holds either an envelope or a message signature";
            Err(Error::UnreadableDocument(Fault::new(reason, "fix the producer of the bundle")))
        }
    }
}

impl MessageSignature<'_> {
    fn digest(&self) -> Option<Digest> {
        let digest = self.message_digest.as_ref()?;
        let value = data_encoding::HEXLOWER.encode(&decode(digest.digest.as_deref()?)?);
        Digest::new(&digest.algorithm.as_deref()?.replace("SHA2_", "SHA-"), &value)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bundle<'a> {
    #[serde(borrow)]
    dsse_envelope: Option<Envelope<'a>>,
    #[serde(borrow)]
    message_signature: Option<MessageSignature<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MessageSignature<'a> {
    #[serde(borrow)]
    message_digest: Option<MessageDigest<'a>>,
}

#[derive(Deserialize)]
struct MessageDigest<'a> {
    #[serde(borrow)]
    algorithm: Option<Str<'a>>,
    #[serde(borrow)]
    digest: Option<Str<'a>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_signature_names_the_digest_that_was_signed() {
        let text = r#"{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{},
            "messageSignature":{"messageDigest":{"algorithm":"SHA2_256",
            "digest":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},"signature":"aa"}}"#;
        let mut content = Content::default();
        read(text.as_bytes(), &Limits::default(), &mut content).unwrap();
        let empty = Digest::sha256_of(b"");
        assert_eq!(content.signatures.unwrap().first().unwrap().subjects, [empty]);
        let neither = r#"{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{}}"#;
        assert!(read(neither.as_bytes(), &Limits::default(), &mut Content::default()).is_err());
    }
}
