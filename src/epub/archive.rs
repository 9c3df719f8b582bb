//! The archive of an e-book. Only this file names the ZIP crate here.
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file of the archive.
#[derive(Debug)]
pub(super) struct EpubFile {
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
    /// Whether it is stored as it is: what programs look for in the archive without opening it, and pictures.
    pub(super) is_plain: bool,
}

/// The files as an archive, without a date.
pub(super) fn packed(files: &[EpubFile]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let method = if file.is_plain { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        writer.start_file(file.path.as_str(), options).expect("names are short and each stands once");
        writer.write_all(&file.bytes).expect("writing to memory cannot fail");
    }
    writer.finish().expect("writing to memory cannot fail").into_inner()
}
