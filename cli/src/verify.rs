//! `verify`: one bundle, one artifact, and who has to have signed.

use std::fmt::Write as _;

use tidewaiter::Error;
use tidewaiter::model::signer::Signer;
use tidewaiter::verify::{Artifact, Expected, PublicKey, Trust, Verification, verify as verified};

use crate::arguments::VerifyOptions;
use crate::{DENIED, Failure, print};

fn read(path: &std::path::Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))
}

fn text(path: &std::path::Path) -> Result<(String, String), Failure> {
    let name = path.display().to_string();
    let text = String::from_utf8(read(path)?).map_err(|_| Failure::Usage(format!("{name}: it is not text")))?;
    Ok((name, text))
}

fn expected(options: &VerifyOptions) -> Result<Expected, Failure> {
    if let Some(path) = &options.key {
        let (name, pem) = text(path)?;
        return Ok(Expected::Key(PublicKey::from_pem(&name, &pem)?));
    }
    let Some(issuer) = &options.issuer else {
        return Err(Failure::Usage("say who has to have signed: --identity and --issuer, or --key".to_owned()));
    };
    let signer = match (&options.identity, &options.identity_pattern) {
        (Some(identity), _) => Signer::exact(issuer, identity),
        (None, Some(pattern)) => Signer::pattern(issuer, pattern).map_err(|error| Failure::Usage(error.to_string()))?,
        (None, None) => return Err(Failure::Usage("an --issuer alone names nobody; add --identity".to_owned())),
    };
    Ok(Expected::Signers(vec![signer]))
}

pub(crate) fn verify(options: &VerifyOptions) -> Result<u8, Failure> {
    let trust = match &options.trusted_root {
        Some(path) => {
            let (name, json) = text(path)?;
            Trust::from_root(&name, &json)?
        }
        None => Trust::public_good()?,
    };
    let expected = expected(options)?;
    let bundle = read(&options.bundle)?;
    let content;
    let artifact = if let Ok(digest) = options.artifact.parse() {
        Artifact::Digest(digest)
    } else {
        content = read(std::path::Path::new(&options.artifact))?;
        Artifact::Bytes(&content)
    };
    let name = options.bundle.display().to_string();
    match verified(&bundle, &artifact, &expected, &trust) {
        Ok(verification) => {
            print(&if options.json { json(&verification) } else { table(&verification) })?;
            Ok(0)
        }
        Err(error @ Error::UntrustedSignature(_)) => {
            if options.json {
                let refusal = serde_json::json!({ "verified": false, "code": error.code(), "reason": error.reason() });
                print(&format!("{}\n", serde_json::to_string_pretty(&refusal).unwrap_or_default()))?;
            } else {
                print(&format!("refused  {name}: {}\n", error.reason()))?;
            }
            Ok(DENIED)
        }
        Err(error) => Err(error.into()),
    }
}

fn json(verification: &Verification) -> String {
    let mut value = serde_json::to_value(verification).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        object.insert("verified".to_owned(), true.into());
    }
    format!("{}\n", serde_json::to_string_pretty(&value).unwrap_or_default())
}

fn table(v: &Verification) -> String {
    let mut out = String::from("verified\n");
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(out, "  {name:<12} {value}");
    };
    for digest in &v.subjects {
        line("signed", &digest.to_string());
    }
    for (name, value) in [("identity", &v.san), ("issuer", &v.issuer), ("key", &v.key_id)] {
        if let Some(value) = value {
            line(name, value);
        }
    }
    if let Some(time) = v.time {
        line("time", &time.to_string());
    }
    line("log", if v.log_included { "included" } else { "not included" });
    for (name, value) in &v.claims {
        line(name, value);
    }
    out
}
