//! Cryptographic digests, whatever a tool calls the algorithm.

use std::fmt;
use std::str::FromStr;

use super::Text;

/// A digest: algorithm and value, in the spelling `sha256:<hex>`.
///
/// The algorithm is folded (`SHA-256`, `SHA256` and `sha256` are one), the value is lower-case hexadecimal of the
/// length that the algorithm has.
///
/// ```
/// use tidewaiter::Digest;
///
/// let a = Digest::new("SHA-256", &"AB".repeat(32)).unwrap();
/// let b: Digest = format!("sha256:{}", "ab".repeat(32)).parse().unwrap();
/// assert_eq!(a, b);
/// assert!(Digest::new("sha256", "abc").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest {
    algorithm: &'static str,
    value: Text,
}

/// Names, folded to letters and digits, with the canonical name, the bits, and whether collisions are out of reach.
const ALGORITHMS: &[(&str, &str, usize, bool)] = &[
    ("sha256", "sha256", 256, true),
    ("sha512", "sha512", 512, true),
    ("sha1", "sha1", 160, false),
    ("md5", "md5", 128, false),
    ("sha384", "sha384", 384, true),
    ("sha224", "sha224", 224, true),
    ("sha3224", "sha3-224", 224, true),
    ("sha3256", "sha3-256", 256, true),
    ("sha3384", "sha3-384", 384, true),
    ("sha3512", "sha3-512", 512, true),
    ("blake2b256", "blake2b-256", 256, true),
    ("blake2b384", "blake2b-384", 384, true),
    ("blake2b512", "blake2b-512", 512, true),
    ("blake3", "blake3", 256, true),
    ("streebog256", "streebog-256", 256, true),
    ("streebog512", "streebog-512", 512, true),
    ("md2", "md2", 128, false),
    ("md4", "md4", 128, false),
    ("md6", "md6", 512, false),
    ("adler32", "adler32", 32, false),
];

/// The longest folded algorithm name above.
const NAME_CHARS: usize = 12;

impl Digest {
    /// A digest from an algorithm name in any spelling and its value in hexadecimal.
    #[must_use]
    pub fn new(algorithm: &str, value: &str) -> Option<Self> {
        let mut folded = [0_u8; NAME_CHARS];
        let mut slots = folded.iter_mut();
        for byte in algorithm.bytes().filter(|b| !matches!(b, b'-' | b'_' | b'/' | b' ')) {
            *slots.next()? = byte.to_ascii_lowercase();
        }
        let left = slots.len();
        let folded = folded.get(..NAME_CHARS.checked_sub(left)?)?;
        let &(_, name, bits, _) = ALGORITHMS.iter().find(|(key, ..)| key.as_bytes() == folded)?;
        if value.len().checked_mul(4)? != bits || !value.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let value = if value.bytes().any(|b| b.is_ascii_uppercase()) {
            value.to_ascii_lowercase().into()
        } else {
            Text::new(value)
        };
        Some(Self { algorithm: name, value })
    }

    /// The SHA-256 of these bytes.
    #[must_use]
    pub fn sha256_of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        let hash = sha2::Sha256::digest(bytes);
        Self { algorithm: "sha256", value: data_encoding::HEXLOWER.encode(&hash).into() }
    }

    /// The canonical name of the algorithm: `sha256`, `sha3-512`, …
    #[must_use]
    pub fn algorithm(&self) -> &'static str {
        self.algorithm
    }

    /// The value, lower-case hexadecimal.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether nobody is known to be able to make a second thing with this digest: not for MD5 and SHA-1.
    #[must_use]
    pub fn is_strong(&self) -> bool {
        ALGORITHMS.iter().any(|&(_, name, _, strong)| name == self.algorithm && strong)
    }
}

/// The text is not `algorithm:hex`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a digest; write it as sha256: and 64 hexadecimal digits")]
pub struct InvalidDigest;

impl FromStr for Digest {
    type Err = InvalidDigest;

    fn from_str(text: &str) -> Result<Self, InvalidDigest> {
        text.split_once(':').and_then(|(algorithm, value)| Self::new(algorithm, value)).ok_or(InvalidDigest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.algorithm, self.value)
    }
}

impl serde::Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Digest {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Digest".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+:[0-9a-f]+$", "description": "algorithm:hex" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn algorithms_are_folded_and_lengths_checked() {
        for (algorithm, digits, expected) in [
            ("SHA-256", 64, Some("sha256")),
            ("SHA3-256", 64, Some("sha3-256")),
            ("BLAKE2b-512", 128, Some("blake2b-512")),
            ("SHA1", 40, Some("sha1")),
            ("sha256", 63, None),
            ("sha257", 64, None),
            ("a name that is far too long for any algorithm", 64, None),
        ] {
            assert_eq!(Digest::new(algorithm, &"0".repeat(digits)).map(|d| d.algorithm()), expected, "{algorithm}");
        }
        assert!(!Digest::new("md5", &"0".repeat(32)).unwrap().is_strong());
    }

    #[test]
    fn the_empty_digest_is_known() {
        let expected = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::sha256_of(b"").to_string(), expected);
    }
}
