//! Image archives: what `docker save` and `skopeo copy oci-archive:` write. Layers are passed over, never unpacked.

use std::io::Read;

use crate::error::{Error, Fault};

/// Largest document inside an archive; configurations and manifests have kilobytes.
const ENTRY_BYTES: u64 = 4 << 20;
/// Entries of one archive; images have at most some hundred layers.
const ENTRIES: usize = 10_000;

/// Whether the bytes start a tar archive (POSIX.1-1988 `ustar`, which GNU tar writes too).
pub(crate) fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

/// The JSON documents of an image archive, in its order, by their names.
pub(crate) fn documents(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let broken = |error: std::io::Error| {
        let fault = Fault::new(format!("a broken tar archive ({error})"), "save the image again");
        Error::UnreadableDocument(fault)
    };
    let mut archive = tar::Archive::new(bytes);
    let mut out = Vec::new();
    let mut is_image = false;
    for (number, entry) in archive.entries().map_err(broken)?.enumerate() {
        if number >= ENTRIES {
            let fault = Fault::new(format!("an archive with more than {ENTRIES} entries"), "save only the image");
            return Err(Error::LimitExceeded(fault));
        }
        let mut entry = entry.map_err(broken)?;
        let name = entry.path().map_err(broken)?.to_string_lossy().trim_start_matches("./").to_owned();
        is_image |= matches!(name.as_str(), "manifest.json" | "index.json" | "oci-layout");
        let parts = name.split('/').count();
        let candidate = entry.header().entry_type().is_file()
            && entry.size() <= ENTRY_BYTES
            && ((parts == 1 && name.ends_with(".json")) || (parts == 3 && name.starts_with("blobs/")));
        if !candidate {
            continue;
        }
        let mut text = Vec::new();
        entry.read_to_end(&mut text).map_err(broken)?;
        if matches!(text.first(), Some(b'{' | b'[')) {
            out.push((name, text));
        }
    }
    if is_image {
        return Ok(out);
    }
    let fault = Fault::new("a tar archive that holds no image", "unpack it and give the documents");
    Err(Error::UnknownFormat(fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let mut builder = tar::Builder::new(Vec::new());
        for (name, text) in files {
            let mut header = tar::Header::new_ustar();
            header.set_size(text.len() as u64);
            header.set_mode(0o644);
            builder.append_data(&mut header, name, text.as_bytes()).unwrap();
        }
        builder.into_inner().unwrap()
    }

    #[test]
    fn documents_are_taken_and_layers_are_not() {
        let image =
            archive(&[("manifest.json", "[{}]"), ("ab.json", "{}"), ("ab/layer.tar", "{"), ("blobs/sha256/ff", "\0")]);
        assert!(is_tar(&image));
        let names: Vec<_> = documents(&image).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["manifest.json", "ab.json"]);
        assert!(documents(&archive(&[("a.txt", "x")])).is_err());
        assert!(documents(image.get(..700).unwrap()).is_err());
    }
}
