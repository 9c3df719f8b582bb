//! The media type of a file, by its extension.

/// The `Content-Type` of a published path.
pub(super) fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "pdf" => "application/pdf",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "wasm" => "application/wasm",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "zip" => "application/zip",
        "gz" => "application/gzip",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => "application/octet-stream",
    }
}

/// Whether any page may load such a file.
pub(super) fn is_part_of_pages(path: &str) -> bool {
    // Most files of a large site; asked first, because each build asks for all of them.
    if path.strip_suffix(".html").is_some() {
        return false;
    }
    let kind = of(path);
    ["text/css", "text/javascript", "image/", "font/"].iter().any(|part| kind.starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_give_types() {
        assert_eq!(of("a/index.html"), "text/html; charset=utf-8");
        assert_eq!(of("A.PDF"), "application/pdf");
        assert_eq!(of("site.webmanifest"), "application/manifest+json");
        assert_eq!(
            (of("a.b/LICENSE"), of(".htaccess")),
            ("application/octet-stream", "application/octet-stream")
        );
        assert!(is_part_of_pages("a.svg") && !is_part_of_pages("search.json"));
    }
}
