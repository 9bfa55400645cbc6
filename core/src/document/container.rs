//! From bytes on disk to UTF-8 text: compression, byte-order marks, UTF-16, and content that is no document at all.

use std::borrow::Cow;
use std::io::Read;

use crate::error::{Error, Fault};
use crate::limits::Limits;

/// Text with what was around it.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, [u8]>,
    pub(crate) encoding: &'static str,
    pub(crate) container: &'static str,
}

/// A small compressed file may grow to this size whatever its ratio.
const ALWAYS_ALLOWED: u64 = 4 << 20;

/// Unpacks and decodes; refuses by name what cannot be a document.
pub(crate) fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Decoded<'a>, Error> {
    if bytes.len() as u64 > limits.document_bytes {
        return Err(too_large(limits.document_bytes));
    }
    refuse_containers(bytes)?;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let unpacked = inflate(bytes, limits)?;
        if unpacked.starts_with(&[0x1f, 0x8b]) {
            return Err(unreadable("gzip inside gzip", "unpack it once"));
        }
        refuse_containers(&unpacked)?;
        let decoded = decode_text(&unpacked)?;
        let (text, encoding) = (decoded.0.into_owned(), decoded.1);
        return Ok(Decoded { text: Cow::Owned(text), encoding, container: "gzip" });
    }
    let (text, encoding) = decode_text(bytes)?;
    Ok(Decoded { text, encoding, container: "none" })
}

fn refuse_containers(bytes: &[u8]) -> Result<(), Error> {
    let is = |magic: &[u8]| bytes.starts_with(magic);
    let name = match bytes {
        _ if is(&[0x28, 0xb5, 0x2f, 0xfd]) => "zstd",
        _ if is(b"PK\x03\x04") || is(b"PK\x05\x06") => "zip",
        _ if is(&[0xfd, b'7', b'z', b'X', b'Z', 0]) => "xz",
        _ if is(b"BZh") => "bzip2",
        _ if is(b"7z\xbc\xaf") => "7z",
        _ => return Ok(()),
    };
    let fault = Fault::new(format!("a {name} file is not read"), "unpack it, or compress with gzip");
    Err(Error::UnknownFormat(fault))
}

fn inflate(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Error> {
    let by_ratio = (bytes.len() as u64).saturating_mul(limits.compression_ratio).max(ALWAYS_ALLOWED);
    let allowed = limits.document_bytes.min(by_ratio);
    let mut out = Vec::new();
    let mut reader = flate2::read::MultiGzDecoder::new(bytes).take(allowed.saturating_add(1));
    // A layer of an image or a bundle of files is no document; its start tells, and the rest stays packed.
    if reader.by_ref().take(512).read_to_end(&mut out).is_ok() && crate::document::image::archive::is_tar(&out) {
        let fault = Fault::new("a packed tar archive", "unpack it and give the documents, or give the image archive");
        return Err(Error::UnknownFormat(fault));
    }
    if let Err(error) = reader.read_to_end(&mut out) {
        return Err(unreadable(&format!("broken gzip data ({error})"), "fetch or write the file again"));
    }
    if out.len() as u64 > allowed {
        return Err(if allowed == limits.document_bytes {
            too_large(allowed)
        } else {
            let reason = format!("it unpacks to more than {} times its size", limits.compression_ratio);
            Error::LimitExceeded(Fault::new(reason, "unpack it first, or raise the limit `compression_ratio`"))
        });
    }
    Ok(out)
}

fn decode_text(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, &'static str), Error> {
    let (text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (Cow::Borrowed(rest), "utf-8-bom"),
        [0xff, 0xfe, rest @ ..] => (Cow::Owned(utf16(rest, u16::from_le_bytes)?), "utf-16le"),
        [0xfe, 0xff, rest @ ..] => (Cow::Owned(utf16(rest, u16::from_be_bytes)?), "utf-16be"),
        [b'{' | b'[' | b'<' | b'"', 0, ..] => (Cow::Owned(utf16(bytes, u16::from_le_bytes)?), "utf-16le"),
        [0, b'{' | b'[' | b'<' | b'"', ..] => (Cow::Owned(utf16(bytes, u16::from_be_bytes)?), "utf-16be"),
        _ => (Cow::Borrowed(bytes), "utf-8"),
    };
    refuse_non_documents(&text)?;
    Ok((text, encoding))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Vec<u8>, Error> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs.by_ref().filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(unit);
    let mut out = String::with_capacity(bytes.len() / 2);
    for (i, c) in char::decode_utf16(units).enumerate() {
        if let Ok(c) = c {
            out.push(c);
        } else {
            let fault = Fault::new("a broken UTF-16 character", "write the file as UTF-8").at(format!("character {i}"));
            return Err(Error::UnreadableDocument(fault));
        }
    }
    if pairs.remainder().is_empty() {
        Ok(out.into_bytes())
    } else {
        Err(unreadable("half a UTF-16 character at its end", "write the file as UTF-8"))
    }
}

fn refuse_non_documents(text: &[u8]) -> Result<(), Error> {
    let Some(start) = text.iter().position(|b| !b.is_ascii_whitespace() && *b != 0) else {
        return Err(if text.contains(&0) {
            unreadable("it holds only NUL bytes", "write the document again")
        } else {
            unreadable("it is empty", "check that the tool that should write it ran and succeeded")
        });
    };
    let head: Vec<u8> = text.iter().skip(start).take(64).map(u8::to_ascii_lowercase).collect();
    if head.starts_with(b"version https://git-lfs.github.com/spec/") {
        return Err(unreadable("it is a Git LFS pointer, not the document", "run `git lfs pull` before the check"));
    }
    if head.starts_with(b"<!doctype html") || head.starts_with(b"<html") {
        return Err(unreadable("it is an HTML page, not the document", "check how the file was downloaded"));
    }
    match memchr::memchr(0, text) {
        Some(at) => {
            let fault = Fault::new("a NUL byte in text", "write the document again").at(format!("byte {at}"));
            Err(Error::UnreadableDocument(fault))
        }
        None => Ok(()),
    }
}

fn unreadable(reason: &str, remedy: &str) -> Error {
    Error::UnreadableDocument(Fault::new(reason, remedy))
}

pub(super) fn too_large(allowed: u64) -> Error {
    let reason = format!("it is larger than {} MiB", allowed >> 20);
    Error::LimitExceeded(Fault::new(reason, "split it, or raise the limit `document_bytes`"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn text(bytes: &[u8]) -> Result<(String, &'static str, &'static str), &'static str> {
        match decode(bytes, &Limits::default()) {
            Ok(d) => Ok((String::from_utf8(d.text.into_owned()).unwrap(), d.encoding, d.container)),
            Err(error) => Err(error.code()),
        }
    }

    #[test]
    fn encodings_become_utf8() {
        let le: Vec<u8> = "{\"é\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(b"{}"), Ok(("{}".into(), "utf-8", "none")));
        assert_eq!(text("\u{feff}{}".as_bytes()), Ok(("{}".into(), "utf-8-bom", "none")));
        assert_eq!(text(&le), Ok(("{\"é\":1}".into(), "utf-16le", "none")));
        assert_eq!(text(&be), Ok(("{}".into(), "utf-16be", "none")));
        assert_eq!(text(&gzip(b"{}")), Ok(("{}".into(), "utf-8", "gzip")));
    }

    #[test]
    fn what_is_no_document_is_refused_by_name() {
        let bomb = gzip(&vec![b'['; 64 << 20]);
        for (bytes, code) in [
            (&b""[..], "unreadable_document"),
            (b" \n\t", "unreadable_document"),
            (&[0; 16], "unreadable_document"),
            (b"{\"a\":\0}", "unreadable_document"),
            (b"<!DOCTYPE html><html></html>", "unreadable_document"),
            (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "unreadable_document"),
            (b"PK\x03\x04rest", "unknown_format"),
            (&[0x28, 0xb5, 0x2f, 0xfd, 0], "unknown_format"),
            (&[0x1f, 0x8b, 8, 0, 1, 2], "unreadable_document"),
            (&gzip(&gzip(b"{}")), "unreadable_document"),
            (&bomb, "limit_exceeded"),
        ] {
            assert_eq!(text(bytes).unwrap_err(), code, "{:?}", bytes.get(..16.min(bytes.len())));
        }
    }
}
