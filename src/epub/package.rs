//! The list of all files, and what the book says of itself.
use super::archive::EpubFile;
use super::document;
use super::names::{text, write_to};
use super::pictures::PictureFile;
use super::words::EpubWords;
use crate::model::GuideBook;

/// The style, whose colour is that of the theme.
const STYLE: &str = include_str!("style.css");
/// The colour where the theme has none.
const ACCENT: &str = "#0b5147";

/// The files of an e-book as they come.
pub(super) struct Package<'a> {
    pub(super) book: &'a GuideBook,
    pub(super) words: &'a EpubWords,
    files: Vec<EpubFile>,
    manifest: String,
    spine: String,
}

impl<'a> Package<'a> {
    pub(super) fn new(book: &'a GuideBook, words: &'a EpubWords) -> Self {
        Self { book, words, files: Vec::new(), manifest: String::new(), spine: String::new() }
    }

    /// The colour of headings and links.
    pub(super) fn accent(&self) -> &'a str {
        self.book.accent.as_deref().unwrap_or(ACCENT)
    }

    pub(super) fn style(&mut self) {
        let style = STYLE.replace("ACCENT", self.accent());
        self.add("style.css", "text/css", "", style.into_bytes());
    }

    /// A page of the book, in the order of reading.
    pub(super) fn page(&mut self, path: &str, properties: Option<&str>, title: &str, body: &str) {
        let page = document::page(self.book.language.tag(), title, body);
        let more = properties.map(|name| format!(" properties=\"{name}\"")).unwrap_or_default();
        let id = self.add(path, "application/xhtml+xml", &more, page.into_bytes());
        write_to(&mut self.spine, format_args!("<itemref idref=\"{id}\"/>\n"));
    }

    pub(super) fn cover_picture(&mut self, drawing: &str) {
        let more = " properties=\"cover-image\"";
        self.add("cover.svg", "image/svg+xml", more, drawing.as_bytes().to_vec());
    }

    /// A picture, with a stand-in for programs that cannot show its format.
    pub(super) fn picture(&mut self, picture: &PictureFile<'_>) {
        let more = if picture.needs_stand_in() {
            let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">\
                <rect width=\"40\" height=\"30\" fill=\"none\" stroke=\"#666666\"/></svg>\n";
            let id = self.add(&format!("{}.svg", picture.path), "image/svg+xml", "", drawing.into());
            format!(" fallback=\"{id}\"")
        } else {
            String::new()
        };
        self.add(&picture.path, picture.media_type, &more, picture.bytes.to_vec());
    }

    /// Adds a file and gives its id in the list.
    fn add(&mut self, path: &str, media_type: &str, more: &str, bytes: Vec<u8>) -> String {
        let id = format!("f{}", self.files.len() + 1);
        write_to(
            &mut self.manifest,
            format_args!("<item id=\"{id}\" href=\"{path}\" media-type=\"{media_type}\"{more}/>\n"),
        );
        let is_plain = media_type.starts_with("image/") && media_type != "image/svg+xml";
        self.files.push(EpubFile { path: format!("EPUB/{path}"), bytes, is_plain });
        id
    }

    /// All files in the order that the format asks for.
    pub(super) fn into_files(self) -> Vec<EpubFile> {
        let plain = |path: &str, text: String| EpubFile {
            path: path.to_owned(),
            bytes: text.into_bytes(),
            is_plain: true,
        };
        let container = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n<rootfiles>\n\
            <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n";
        let mut files = vec![
            plain("mimetype", "application/epub+zip".to_owned()),
            plain("META-INF/container.xml", container.to_owned()),
            plain("EPUB/package.opf", self.opf()),
        ];
        files.extend(self.files);
        files
    }

    fn opf(&self) -> String {
        let language = self.book.language.tag();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{language}\">\n\
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}</metadata>\n\
             <manifest>\n{}</manifest>\n<spine>\n{}</spine>\n</package>\n",
            self.metadata(),
            self.manifest,
            self.spine
        )
    }

    fn metadata(&self) -> String {
        let book = self.book;
        let mut out = format!("<dc:identifier id=\"id\">urn:uuid:{}</dc:identifier>\n", uuid(&book.id));
        let mut put = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                write_to(&mut out, format_args!("<dc:{name}>{}</dc:{name}>\n", text(value)));
            }
        };
        put("title", Some(&book.title));
        put("language", Some(book.language.tag()));
        put("publisher", book.publisher.as_deref());
        put("creator", book.publisher.as_deref());
        put("description", book.description.as_deref());
        put("rights", book.license.as_deref());
        put("source", book.url.as_deref());
        let day = book.published.map_or_else(|| "2000-01-01".to_owned(), |day| day.to_string());
        let modified = format!("{day}T00:00:00Z");
        let visual = (!book.pictures.is_empty()).then_some(("schema:accessMode", "visual"));
        let all = [("dcterms:modified", modified.as_str()), ("schema:accessMode", "textual")];
        let rest = [
            ("schema:accessModeSufficient", "textual"),
            ("schema:accessibilityFeature", "tableOfContents"),
            ("schema:accessibilityFeature", "structuralNavigation"),
            ("schema:accessibilityFeature", "readingOrder"),
            ("schema:accessibilityFeature", "alternativeText"),
            ("schema:accessibilityFeature", "displayTransformability"),
            ("schema:accessibilityHazard", "none"),
            ("schema:accessibilitySummary", self.words.accessibility.as_str()),
        ];
        for (property, value) in all.into_iter().chain(visual).chain(rest) {
            write_to(&mut out, format_args!("<meta property=\"{property}\">{}</meta>\n", text(value)));
        }
        out.push_str("<meta name=\"generator\" content=\"Jalon\"/>\n");
        out
    }
}

/// An identifier in the form of a UUID whose content is our own (RFC 9562, version 8).
fn uuid(id: &str) -> String {
    let digits: String =
        id.chars().filter(char::is_ascii_hexdigit).chain("0".repeat(32).chars()).take(32).collect();
    let (version, variant) = (&digits[13..16], &digits[17..20]);
    format!("{}-{}-8{version}-8{variant}-{}", &digits[..8], &digits[8..12], &digits[20..])
}
