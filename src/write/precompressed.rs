//! Compressed copies of texts, `page.html.gz` beside `page.html`, which web servers send as they are. A copy of a file that
//! stays as it was published is kept, not made again.
use super::StagingStore;
use crate::failure::Failure;
use crate::model::{
    Bytes, ContentCoding, FileStore as _, Files, Noted, OutPath, StoredFile, StoredFiles, file_size,
};
use crate::stamp::{Made, Stamp};
use brotli::enc::{BrotliEncoderParams, writer::CompressorWriter};
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use std::io::Write as _;
use std::sync::Arc;

/// Endings of files that get smaller.
const TEXTS: [&str; 11] =
    ["css", "html", "ics", "js", "json", "md", "svg", "txt", "vcf", "webmanifest", "xml"];

/// A smaller file fits into the first packet as it is.
const WORTH_IT: u64 = 1024;

/// Level 9 of 11: the last two take ten times as long for 3 % less.
const BROTLI_LEVEL: i32 = 9;

/// The bytes that Brotli looks back at, as a power of two: pages are smaller.
const BROTLI_WINDOW: i32 = 20;

/// A copy, in a store or in memory.
enum Copy {
    Stored(StoredFile),
    Held(Vec<u8>),
}

/// The files of a site with the copies of its texts in these codings, in memory and in the store.
pub(crate) fn with_copies(
    codings: &[ContentCoding],
    held: &Files,
    stored: &StoredFiles,
    store: Option<&StagingStore>,
) -> Result<(Files, StoredFiles), Failure> {
    let wanted: Vec<_> = held
        .iter()
        .map(|(path, made)| (path, file_size(&made.value.value), Some(&made.value.value), false))
        .chain(stored.iter().map(|(path, file)| (path, file.size, None, file.is_current)))
        .filter(|(path, size, ..)| *size >= WORTH_IT && is_text(path))
        .collect();
    let copies: Result<Vec<_>, Failure> = wanted
        .into_par_iter()
        .map(|(path, _, bytes, is_current)| copies_of(codings, path, bytes, is_current, store))
        .collect();
    let (mut held, mut stored) = (held.clone(), stored.clone());
    for (path, copy) in copies?.into_iter().flatten() {
        match copy {
            Copy::Stored(file) => drop(stored.insert(path, file)),
            Copy::Held(bytes) => {
                let (from, value) = (Stamp::of_bytes(&bytes), Arc::new(Noted::clean(Bytes::from(bytes))));
                held.insert(path, Made { from, value });
            }
        }
    }
    Ok((held, stored))
}

fn is_text(path: &OutPath) -> bool {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    // Hidden files are for programs, and no server sends them.
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    !path.as_str().split('/').any(|part| part.starts_with('.'))
        && ending.is_some_and(|it| TEXTS.contains(&it))
}

/// The copies of a file; `bytes` are its own where they are in memory.
fn copies_of(
    codings: &[ContentCoding],
    path: &OutPath,
    bytes: Option<&Bytes>,
    is_current: bool,
    store: Option<&StagingStore>,
) -> Result<Vec<(OutPath, Copy)>, Failure> {
    let mut read = None;
    let mut copies = Vec::new();
    for coding in codings {
        let at = OutPath::new(format!("{}{}", path.as_str(), coding.ending()));
        let kept = store.filter(|_| is_current).and_then(|store| store.published(&at));
        let copy = match (kept, bytes, store) {
            (Some(kept), ..) => kept,
            (None, Some(bytes), _) => compress(bytes, *coding),
            (None, None, Some(store)) => {
                if read.is_none() {
                    read = Some(store.read(path)?);
                }
                compress(read.as_deref().unwrap_or_default(), *coding)
            }
            (None, None, None) => continue,
        };
        let stored = store.and_then(|store| store.put(&at, &copy));
        copies.push((at, stored.map_or(Copy::Held(copy), Copy::Stored)));
    }
    Ok(copies)
}

/// The copy depends on the bytes alone: neither time nor machine is in it.
fn compress(bytes: &[u8], coding: ContentCoding) -> Vec<u8> {
    match coding {
        ContentCoding::Gzip => {
            let mut out = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
            out.write_all(bytes).and_then(|()| out.finish()).expect("writing to memory cannot fail")
        }
        ContentCoding::Brotli => {
            let params = BrotliEncoderParams {
                quality: BROTLI_LEVEL,
                lgwin: BROTLI_WINDOW,
                size_hint: bytes.len(),
                ..BrotliEncoderParams::default()
            };
            let mut out = CompressorWriter::with_params(Vec::new(), 4096, &params);
            out.write_all(bytes).expect("writing to memory cannot fail");
            out.into_inner()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::files_of;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn texts_of_some_size_get_copies_that_hold_the_same() {
        let long = "Un guide est un dossier de fichiers texte. ".repeat(60);
        let files = files_of(&[
            ("a/index.html", &long),
            ("theme/x.css", "short"),
            ("plan.png", &long),
            (".hosting/nginx.conf.txt", &long),
        ]);
        let codings = [ContentCoding::Gzip, ContentCoding::Brotli];
        let (held, stored) =
            with_copies(&codings, &files, &StoredFiles::new(), None).expect("nothing is read");
        assert!(stored.is_empty());
        let added: Vec<_> =
            held.keys().filter(|path| !files.contains_key(*path)).map(OutPath::as_str).collect();
        assert_eq!(added, ["a/index.html.br", "a/index.html.gz"]);
        let copy = |ending: &str| held[&OutPath::new(format!("a/index.html{ending}"))].value.value.clone();
        let (mut gzip, mut brotli) = (String::new(), String::new());
        GzDecoder::new(&*copy(".gz")).read_to_string(&mut gzip).expect("it is gzip");
        brotli::Decompressor::new(&*copy(".br"), 4096).read_to_string(&mut brotli).expect("it is Brotli");
        assert_eq!((&gzip, &brotli), (&long, &long));
        assert!(copy(".br").len() < copy(".gz").len() && copy(".gz").len() < long.len() / 10);
        let again = with_copies(&codings, &files, &StoredFiles::new(), None).expect("nothing is read").0;
        assert_eq!(again[&OutPath::new("a/index.html.gz")].value.value, copy(".gz"));
    }
}
