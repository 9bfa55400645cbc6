//! Signature material → verified or refused. Offline: trust roots are embedded or given, nothing is fetched.

mod documents;
mod envelope;
mod proof;
mod trust;

use sigstore_types::{Artifact as Material, ArtifactDigest, Bundle, HashAlgorithm, SignatureContent};
use sigstore_verify::{PublicKeyVerificationPolicy, VerificationPolicy};

use crate::document::statement::Proof;
use crate::error::{Error, Fault, quoted};
use crate::model::signer::Signer;
use crate::model::{Digest, Text};

pub(crate) use documents::check;
pub use proof::Verification;
pub use trust::{PublicKey, Trust};

/// Bytes of one bundle. Bundles that carry an SBOM have megabytes; nothing real has more than this.
const BUNDLE_BYTES: usize = 64 << 20;

/// What was signed.
#[derive(Debug, Clone)]
pub enum Artifact<'a> {
    /// The bytes themselves.
    Bytes(&'a [u8]),
    /// Their digest.
    Digest(Digest),
}

/// Who has to have signed.
#[derive(Debug, Clone)]
pub enum Expected {
    /// One of these identities, by a certificate.
    Signers(Vec<Signer>),
    /// The holder of this key.
    Key(PublicKey),
}

/// Verifies a Sigstore bundle (0.1 to 0.3, message signature or DSSE envelope) over an artifact.
///
/// ```
/// use tidewaiter::verify::{Artifact, Expected, Trust, verify};
/// use tidewaiter::model::signer::Signer;
///
/// let signer = Signer::exact("https://accounts.example", "ann@acme.example");
/// let refused = verify(b"{}", &Artifact::Bytes(b"x"), &Expected::Signers(vec![signer]), &Trust::public_good()?);
/// assert_eq!(refused.unwrap_err().code(), "unreadable_document");
/// # Ok::<(), tidewaiter::Error>(())
/// ```
///
/// # Errors
/// [`Error::UntrustedSignature`] says why the signature is refused; [`Error::UnreadableDocument`] that this is no bundle;
/// [`Error::InvalidGate`] that nobody is named who may sign.
pub fn verify(
    bundle: &[u8],
    artifact: &Artifact<'_>,
    expected: &Expected,
    trust: &Trust,
) -> Result<Verification, Error> {
    if matches!(expected, Expected::Signers(list) if list.is_empty()) {
        let reason = "nobody is named who may sign; an empty list is not everybody";
        return Err(Error::InvalidGate(Fault::new(reason, "name an identity and its issuer, or a key")));
    }
    let bundle = parse(bundle)?;
    let material = match artifact {
        Artifact::Bytes(bytes) => Material::from_blob(bytes),
        Artifact::Digest(digest) => Material::Digest(typed(digest)?),
    };
    let proof = match expected {
        Expected::Signers(_) => by_certificate(&bundle, &material, trust)?,
        Expected::Key(key) => by_key(&bundle, &material, key, trust)?,
    };
    if let Expected::Signers(list) = expected {
        let (san, issuer) = proof.identity.clone().unwrap_or_default();
        if !list.iter().any(|signer| signer.accepts(&san, &issuer)) {
            let reason = format!("it was signed by {} (issuer {}), who may not", quoted(&san), quoted(&issuer));
            return Err(untrusted(reason, "compare with the identities that are allowed"));
        }
    }
    Ok(Verification::of(proof, &bundle))
}

fn untrusted(reason: impl Into<String>, remedy: &str) -> Error {
    Error::UntrustedSignature(Fault::new(reason.into(), remedy))
}

fn refused(error: &sigstore_verify::Error) -> Error {
    untrusted(error.to_string(), "sign again, or do not use the artifact")
}

/// Parses a bundle; keys that stand twice are refused by its types.
fn parse(bundle: &[u8]) -> Result<Bundle, Error> {
    if bundle.len() > BUNDLE_BYTES {
        let reason = format!("the bundle has more than {} MiB", BUNDLE_BYTES >> 20);
        return Err(Error::LimitExceeded(Fault::new(reason, "no bundle needs that much; do not use it")));
    }
    let unreadable = |reason: String| {
        Error::UnreadableDocument(Fault::new(format!("it is not a Sigstore bundle: {reason}"), "give a bundle in JSON"))
    };
    let text = std::str::from_utf8(bundle).map_err(|_| unreadable("it is not UTF-8".to_owned()))?;
    Bundle::from_json(text)
        .or_else(|error| completed(text).ok_or(error).and_then(|text| Bundle::from_json(&text)))
        .map_err(|error| unreadable(error.to_string()))
}

/// cosign leaves the digest of a message out where the algorithm is Ed25519, and then writes an empty object.
fn completed(text: &str) -> Option<String> {
    let mut value = crate::document::json::parse_tree(text.as_bytes()).ok()?;
    let message = value.get_mut("messageSignature")?.as_object_mut()?;
    if !message.get("messageDigest")?.as_object()?.is_empty() {
        return None;
    }
    message.remove("messageDigest");
    serde_json::to_string(&value).ok()
}

fn typed(digest: &Digest) -> Result<ArtifactDigest, Error> {
    let algorithm = match digest.algorithm() {
        "sha256" => HashAlgorithm::Sha2256,
        "sha384" => HashAlgorithm::Sha2384,
        "sha512" => HashAlgorithm::Sha2512,
        other => {
            return Err(untrusted(format!("{other} does not identify an artifact"), "use sha256, sha384 or sha512"));
        }
    };
    let bytes = data_encoding::HEXLOWER.decode(digest.value().as_bytes()).unwrap_or_default();
    ArtifactDigest::new(algorithm, bytes).map_err(|error| untrusted(error.to_string(), "check the digest"))
}

/// Verifies by the certificate in the bundle, against each root until one vouches. Who may sign is decided elsewhere.
fn by_certificate(bundle: &Bundle, artifact: &Material<'_>, trust: &Trust) -> Result<Proof, Error> {
    if bundle.signing_certificate().is_none() {
        let reason = "it was signed with a key, not with a certificate";
        return Err(untrusted(reason, "name the public key that may sign"));
    }
    let mut first = None;
    for root in trust.roots() {
        let mut policy = VerificationPolicy::any_identity();
        if root.without_log {
            // An instance without a public log: its timestamp authority says when, its own authority who.
            policy = policy.skip_sct().skip_tlog_unsafe();
        }
        match root.verifier.verify(artifact.clone(), bundle, &policy) {
            Ok(result) => return Ok(proof::of_certificate(bundle, &result)),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.as_ref().map_or_else(|| untrusted("there is no trusted root", "give one"), refused))
}

/// Verifies with a key. A bundle without any entry of a log is verified all the same, and says so.
fn by_key(bundle: &Bundle, artifact: &Material<'_>, key: &PublicKey, trust: &Trust) -> Result<Proof, Error> {
    if bundle.signing_certificate().is_some() {
        let reason = "it was signed with a certificate, not with a key";
        return Err(untrusted(reason, "name the identity and the issuer that may sign"));
    }
    let data = &bundle.verification_material;
    if data.tlog_entries.is_empty() {
        envelope::bundle_without_log(bundle, artifact, key)?;
        return Ok(proof::of_key(bundle, key, None));
    }
    let policy = PublicKeyVerificationPolicy::new(key.der().clone());
    let mut first = None;
    for root in trust.roots() {
        match root.verifier.verify(artifact.clone(), bundle, &policy) {
            Ok(result) => return Ok(proof::of_key(bundle, key, Some(&result))),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.as_ref().map_or_else(|| untrusted("there is no trusted root", "give one"), refused))
}

/// The digests that a bundle is about: of its message, or of the subjects of its statement.
fn subjects(bundle: &Bundle) -> Vec<Digest> {
    match &bundle.content {
        SignatureContent::MessageSignature(message) => {
            let digest = message.message_digest.as_ref().and_then(|d| {
                Digest::new(algorithm(d.algorithm)?, &data_encoding::HEXLOWER.encode(d.digest.as_bytes()))
            });
            digest.into_iter().collect()
        }
        SignatureContent::DsseEnvelope(envelope) => envelope::subjects(envelope.payload.as_bytes()),
        _ => Vec::new(),
    }
}

/// The word for a hash algorithm that identifies artifacts.
fn algorithm(algorithm: HashAlgorithm) -> Option<&'static str> {
    match algorithm {
        HashAlgorithm::Sha2256 => Some("sha256"),
        HashAlgorithm::Sha2384 => Some("sha384"),
        HashAlgorithm::Sha2512 => Some("sha512"),
        _ => None,
    }
}

/// The words for what a bundle holds.
fn content_kind(bundle: &Bundle) -> Text {
    match &bundle.content {
        SignatureContent::MessageSignature(_) => "message_signature".into(),
        _ => "dsse".into(),
    }
}
