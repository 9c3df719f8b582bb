//! Documents of Word: Office Open XML.
//!
//! 1. `read` opens the files of the archive: the text, `styles`, `numbering`, footnotes, comments, and what each refers to
//!    (`relations`).
//! 2. `reader` goes through the text with what it knows on its way: `body` reads blocks, `inline` the text of paragraphs with its
//!    `letters`, `field` fields, `formula` formulas, `drawing` pictures and boxes, `chunks` embedded documents.
//! 3. Footnotes are read in the order in which the text refers to them; headers and footers are told.
mod body;
mod chunks;
mod drawing;
mod field;
mod formula;
mod inline;
mod letters;
mod numbering;
mod reader;
mod relations;
mod styles;

use super::archive::WordArchive;
use super::finding::{WordFinding, WordFindingKind};
use super::refusal::WordRefusal;
use super::text::WordText;
use super::xml::{XmlElement, XmlNode, read_xml};
use body::push_raw_text;
use numbering::Numbering;
use reader::{DocxParts, DocxReader};
use relations::Relations;
use std::collections::HashMap;
use styles::DocxStyles;

/// Reads a document.
pub(super) fn read(archive: &mut WordArchive<'_>) -> Result<WordText, WordRefusal> {
    read_to(archive, chunks::DEEPEST)
}

/// Reads a document that may embed others, down to a depth.
fn read_to(archive: &mut WordArchive<'_>, depth: usize) -> Result<WordText, WordRefusal> {
    let root = Relations::read(archive, "")?;
    let document = root.of_kind("officeDocument").next().unwrap_or("word/document.xml").to_owned();
    let parts = read_parts(archive, &document, depth)?;
    let mut reader = DocxReader::new(&parts);
    reader.text.language.clone_from(&parts.styles.language);
    reader.text.title = title(archive, &root)?;
    let Some(body) = parts.document.descendant("w:body") else {
        return Err(WordRefusal::MissingPart(document));
    };
    reader.body(body);
    read_footnotes(&mut reader);
    let mut text = reader.text;
    for (kind, part) in
        [("header", WordFindingKind::HeaderLeftOut), ("footer", WordFindingKind::FooterLeftOut)]
    {
        let files: Vec<String> = parts.relations.of_kind(kind).map(str::to_owned).collect();
        let mut seen: Vec<String> = Vec::new();
        for file in files {
            let raw = raw_text(archive, &file)?;
            if !raw.trim().is_empty() && !seen.contains(&raw) {
                text.findings.push(WordFinding { kind: part, block: 0, text: raw.clone() });
                seen.push(raw);
            }
        }
    }
    Ok(text)
}

/// Reads the files that belong to the text.
fn read_parts(archive: &mut WordArchive<'_>, document: &str, depth: usize) -> Result<DocxParts, WordRefusal> {
    let root = optional(archive, Some(document))?;
    let root = root.ok_or_else(|| WordRefusal::MissingPart(document.to_owned()))?;
    let relations = Relations::read(archive, document)?;
    let part = |kind: &'static str| relations.of_kind(kind).next().map(str::to_owned);
    let styles = optional(archive, part("styles").as_deref())?.map(|root| DocxStyles::read(&root));
    let numbering = optional(archive, part("numbering").as_deref())?.map(|root| Numbering::read(&root));
    let comments = optional(archive, part("comments").as_deref())?;
    let comments = comments.map(|root| by_id(root, "w:comment")).unwrap_or_default();
    let mut footnotes = Vec::new();
    for (kind, name) in [("footnotes", "w:footnote"), ("endnotes", "w:endnote")] {
        if let Some(path) = part(kind)
            && let Some(root) = optional(archive, Some(&path))?
        {
            footnotes.push((name, by_id(root, name), Relations::read(archive, &path)?));
        }
    }
    let checks = read_checks(archive, &relations)?;
    let mut objects = HashMap::new();
    for kind in ["chart", "diagramData"] {
        let files: Vec<String> = relations.of_kind(kind).map(str::to_owned).collect();
        for file in files {
            objects.insert(file.clone(), raw_text(archive, &file)?);
        }
    }
    let chunks = chunks::read(archive, &relations, (depth, read_to));
    Ok(DocxParts {
        document: root,
        styles: styles.unwrap_or_default(),
        numbering: numbering.unwrap_or_default(),
        relations,
        footnotes,
        comments,
        checks,
        objects,
        chunks,
    })
}

/// Boxes to tick among the controls. The state of one that keeps it in a binary file is not known: it is not ticked.
fn read_checks(
    archive: &mut WordArchive<'_>,
    relations: &Relations,
) -> Result<HashMap<String, bool>, WordRefusal> {
    const CHECK_BOX: &str = "{8BD21D40-EC42-11CE-9E0D-00AA006002F3}";
    let mut checks = HashMap::new();
    let files: Vec<String> = relations.of_kind("control").map(str::to_owned).collect();
    for file in files {
        let Some(root) = optional(archive, Some(&file))? else { continue };
        let Some(control) = root.child("ax:ocx").filter(|control| {
            control.attribute("ax:classid").is_some_and(|class| class.eq_ignore_ascii_case(CHECK_BOX))
        }) else {
            continue;
        };
        let properties = control.all("ax:ocxPr");
        let value = properties.iter().find(|property| property.attribute("ax:name") == Some("Value"));
        let is_ticked = value.is_some_and(|value| value.attribute("ax:value") == Some("1"));
        checks.insert(file, is_ticked);
    }
    Ok(checks)
}

/// The elements of a name in the root of a file, by their ids.
fn by_id(mut file: XmlElement, name: &str) -> HashMap<String, XmlElement> {
    let mut found = HashMap::new();
    let Some(XmlNode::Element(root)) = file.children.pop() else { return found };
    for node in root.children {
        if let XmlNode::Element(element) = node
            && &*element.name == name
            && let Some(id) = element.attribute("w:id").map(str::to_owned)
        {
            found.insert(id, element);
        }
    }
    found
}

/// A file of XML, if it is named and there.
fn optional(archive: &mut WordArchive<'_>, path: Option<&str>) -> Result<Option<XmlElement>, WordRefusal> {
    let Some(path) = path else { return Ok(None) };
    archive.xml(path)?.map(|bytes| read_xml(path, &bytes)).transpose()
}

/// The text of a file without its structure.
fn raw_text(archive: &mut WordArchive<'_>, path: &str) -> Result<String, WordRefusal> {
    let mut text = String::new();
    if let Some(root) = optional(archive, Some(path))? {
        push_raw_text(&root, &mut text);
    }
    Ok(text.trim().to_owned())
}

/// The title in the properties.
fn title(archive: &mut WordArchive<'_>, root: &Relations) -> Result<Option<String>, WordRefusal> {
    let path = root.of_kind("core-properties").next().map(str::to_owned);
    let properties = optional(archive, path.as_deref())?;
    let title = properties.and_then(|root| root.descendant("dc:title").map(XmlElement::text));
    Ok(title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty()))
}

/// Reads the footnotes that are referred to; a note may refer to another.
fn read_footnotes(reader: &mut DocxReader<'_>) {
    let mut at = 0;
    let end = reader.text.blocks.len();
    while let Some((name, id)) = reader.footnotes.get(at).cloned() {
        at += 1;
        let file = reader.parts.footnotes.iter().find(|(known, _, _)| *known == name);
        let note = file.and_then(|(_, footnotes, _)| footnotes.get(&id));
        reader.fields.clear();
        let mut blocks = Vec::new();
        if let (Some((_, _, relations)), Some(note)) = (file, note) {
            reader.relations = relations;
            blocks = reader.blocks(note);
        } else if name == chunks::CHUNK {
            blocks = reader.footnote_of_chunk(&id);
        }
        reader.text.footnotes.push(blocks);
    }
    debug_assert_eq!(end, reader.text.blocks.len(), "footnotes are no blocks of the text");
}
