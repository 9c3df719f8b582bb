//! `OpenDocument` texts, as `LibreOffice` writes them.
//!
//! 1. `read` opens the files of the archive: the text, the `styles`, form controls, changes and objects.
//! 2. `reader` goes through the text with what it knows on its way: `body` reads blocks, `inline` the text of paragraphs
//!    with their form `controls` and each `formula`.
//! 3. Footnotes are read in the order of their references; headers and footers are told.
mod body;
mod controls;
mod formula;
mod inline;
mod reader;
mod styles;

use super::archive::WordArchive;
use super::finding::{WordFinding, WordFindingKind};
use super::refusal::WordRefusal;
use super::text::WordText;
use super::xml::{XmlElement, read_xml};
use body::raw_text;
use reader::{OdtChange, OdtParts, OdtReader};

/// Reads a document.
pub(super) fn read(archive: &mut WordArchive<'_>) -> Result<WordText, WordRefusal> {
    let manifest = optional(archive, "META-INF/manifest.xml")?;
    if manifest.is_some_and(|root| root.descendant("manifest:encryption-data").is_some()) {
        return Err(WordRefusal::Encrypted);
    }
    let content = optional(archive, "content.xml")?
        .ok_or_else(|| WordRefusal::MissingPart("content.xml".to_owned()))?;
    let styles = optional(archive, "styles.xml")?;
    let meta = optional(archive, "meta.xml")?;
    let mut parts = OdtParts::default();
    for root in styles.iter().chain([&content]) {
        parts.styles.add(root);
    }
    let body = content
        .descendant("office:text")
        .ok_or_else(|| WordRefusal::MissingPart("office:text".to_owned()))?;
    parts.controls = controls::read(body);
    read_changes(body, &mut parts);
    read_objects(archive, body, &mut parts)?;
    let mut reader = OdtReader::new(&parts);
    let title = meta.and_then(|root| root.descendant("dc:title").map(XmlElement::text));
    reader.text.title = title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
    reader.text.language = styles.as_ref().and_then(language);
    reader.body(body);
    let mut at = 0;
    while let Some(note) = reader.footnotes.get(at).copied() {
        at += 1;
        let blocks = note.child("text:note-body").map(|body| reader.blocks(body)).unwrap_or_default();
        reader.text.footnotes.push(blocks);
    }
    let mut text = reader.text;
    if let Some(styles) = &styles {
        tell_margins(styles, &mut text);
    }
    Ok(text)
}

/// A file of XML, if it is there.
fn optional(archive: &mut WordArchive<'_>, path: &str) -> Result<Option<XmlElement>, WordRefusal> {
    archive.xml(path)?.map(|bytes| read_xml(path, &bytes)).transpose()
}

/// The language of the default style.
fn language(styles: &XmlElement) -> Option<String> {
    let defaults = styles.all("style:default-style");
    let languages =
        defaults.iter().filter_map(|style| style.child_attribute("style:text-properties", "fo:language"));
    languages.into_iter().find(|language| *language != "none").map(str::to_owned)
}

/// The tracked changes.
fn read_changes(body: &XmlElement, parts: &mut OdtParts) {
    for region in body.all("text:changed-region") {
        let ids = [region.attribute("text:id"), region.attribute("id")];
        let Some(id) = ids.into_iter().flatten().next() else { continue };
        let author = region.descendant("dc:creator").map(XmlElement::text).unwrap_or_default();
        let text = region.child("text:deletion").map(raw_text).unwrap_or_default();
        let is_insertion = region.child("text:insertion").is_some();
        parts.changes.insert(id.to_owned(), OdtChange { is_insertion, author, text });
    }
}

/// Formulas and charts.
fn read_objects(
    archive: &mut WordArchive<'_>,
    body: &XmlElement,
    parts: &mut OdtParts,
) -> Result<(), WordRefusal> {
    for object in body.all("draw:object") {
        let Some(target) = object.attribute("xlink:href") else { continue };
        let folder = target.trim_start_matches("./").trim_end_matches('/').to_owned();
        if parts.objects.contains_key(&folder) {
            continue;
        }
        // A formula of an older program may have a document type: it is told as an object that is left out.
        if let Some(bytes) = archive.xml(&format!("{folder}/content.xml"))?
            && let Ok(root) = read_xml(&folder, &bytes)
        {
            let formula = root.descendant("math:semantics").or(root.descendant("math:math"));
            let text = match formula {
                Some(formula) => formula::text(formula),
                None => root.descendant("office:body").map(raw_text).unwrap_or_default(),
            };
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            parts.objects.insert(folder, (formula.is_some(), text));
        }
    }
    Ok(())
}

/// Tells the text of headers and footers.
fn tell_margins(styles: &XmlElement, text: &mut WordText) {
    let kinds = [
        (["style:header", "style:header-left", "style:header-first"], WordFindingKind::HeaderLeftOut),
        (["style:footer", "style:footer-left", "style:footer-first"], WordFindingKind::FooterLeftOut),
    ];
    for (names, kind) in kinds {
        let mut seen: Vec<String> = Vec::new();
        for page in styles.all("style:master-page") {
            for part in page.elements().filter(|part| names.contains(&&*part.name)) {
                let raw = raw_text(part);
                if !raw.is_empty() && !seen.contains(&raw) {
                    text.findings.push(WordFinding { kind, block: 0, text: raw.clone() });
                    seen.push(raw);
                }
            }
        }
    }
}
