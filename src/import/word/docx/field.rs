//! Fields: links, references, numbers of pages, boxes of forms.
use super::reader::{DocxField, DocxLine, DocxReader, FieldText};
use crate::import::rich::{RichContent, RichRun};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::xml::XmlElement;
use std::sync::Arc;

/// How many fields may stand in each other; of further ones the text stays.
const MOST_OPEN: usize = 64;

impl DocxReader<'_> {
    /// Reads a mark of a field.
    pub(super) fn field_mark(&mut self, element: &XmlElement, line: &mut DocxLine) {
        match element.attribute("w:fldCharType") {
            Some("begin") => {
                let data = element.child("w:ffData");
                let check = data.and_then(|data| data.child("w:checkBox")).map(|check| {
                    let value = |name: &str| {
                        check.child(name).map(|mark| !matches!(mark.attribute("w:val"), Some("0" | "false")))
                    };
                    value("w:checked").or(value("w:default")).unwrap_or(false)
                });
                let list = data.and_then(|data| data.child("w:ddList"));
                let choices = list.map(|list| list.all("w:listEntry")).unwrap_or_default();
                let names: Vec<&str> =
                    choices.iter().filter_map(|choice| choice.attribute("w:val")).collect();
                self.text.tell_choices(&names);
                let at = list.and_then(|list| list.child_attribute("w:result", "w:val"));
                let chosen =
                    names.get(at.and_then(|at| at.parse().ok()).unwrap_or(0)).map(|name| (*name).to_owned());
                self.begin_field(check);
                if let Some(field) = self.fields.last_mut() {
                    field.chosen = chosen;
                    field.begins = line.runs.len();
                }
            }
            Some("separate") => self.begin_result(line),
            Some("end") => self.end_field(line),
            _ => {}
        }
    }

    /// A field begins.
    pub(super) fn begin_field(&mut self, check: Option<bool>) {
        if self.fields.len() >= MOST_OPEN {
            return;
        }
        self.fields.push(DocxField { check, ..DocxField::default() });
    }

    /// Adds to the instruction of the innermost field.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
            field.instruction.push_str(text);
        }
    }

    /// The text of the innermost field begins.
    pub(super) fn begin_result(&mut self, line: &mut DocxLine) {
        let Some(field) = self.fields.last_mut() else { return };
        field.in_result = true;
        let words = words_of(&field.instruction);
        let kind = words.first().map(|word| word.to_uppercase()).unwrap_or_default();
        let first = words.get(1).map(String::as_str).unwrap_or_default();
        let has = |switch: &str| words.iter().any(|word| word.eq_ignore_ascii_case(switch));
        match kind.as_str() {
            "HYPERLINK" => field.link = Some(hyperlink(&words)),
            "TOC" | "INDEX" | "TOA" => {
                field.use_of_text = FieldText::Contents;
                line.has_contents = true;
            }
            "REF" | "NOTEREF" if has("\\h") => field.link = Some(format!("#{first}").into()),
            "PAGEREF" => {
                field.link = Some(format!("#{first}").into());
                if !self.is_in_contents() {
                    self.text.tell(WordFindingKind::PageNumber, "");
                }
            }
            "PAGE" | "NUMPAGES" | "SECTIONPAGES" => field.use_of_text = FieldText::Paper,
            "MERGEFIELD" | "MACROBUTTON" | "ASK" | "FILLIN" => field.use_of_text = FieldText::Missing,
            "DATE" | "TIME" | "SAVEDATE" | "PRINTDATE" | "FILENAME" | "AUTHOR" | "USERNAME" => {
                self.text.tell(WordFindingKind::FieldFrozen, kind);
            }
            _ => {}
        }
    }

    /// The innermost field ends.
    pub(super) fn end_field(&mut self, line: &mut DocxLine) {
        let Some(field) = self.fields.pop() else { return };
        if let Some(is_ticked) = field.check {
            self.push(line, RichRun::plain(RichContent::Check(is_ticked)));
        }
        if let Some(chosen) = field.chosen.filter(|_| line.runs.len() == field.begins) {
            self.push(line, RichRun::text(chosen));
        }
        // A button without a text of its own shows the words of its instruction.
        if !field.in_result && field.instruction.trim_start().to_uppercase().starts_with("MACROBUTTON") {
            let text =
                words_of(&field.instruction).split_off(2.min(words_of(&field.instruction).len())).join(" ");
            self.push(line, RichRun::plain(RichContent::Placeholder("", text)));
        }
    }

    /// Whether what is being read belongs to a table of contents or an index.
    pub(super) fn is_in_contents(&self) -> bool {
        self.fields.iter().any(|field| field.use_of_text == FieldText::Contents)
    }
}

/// Where a link leads, by its instruction: an address, a place behind `\l`.
fn hyperlink(words: &[String]) -> Arc<str> {
    let place =
        words.iter().position(|word| word.eq_ignore_ascii_case("\\l")).and_then(|at| words.get(at + 1));
    let address = words.get(1).filter(|word| !word.starts_with('\\')).map(String::as_str).unwrap_or_default();
    match place {
        Some(place) => format!("{address}#{place}").into(),
        None => address.into(),
    }
}

/// The words of an instruction; those between quotation marks are one.
fn words_of(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in instruction.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_of_links() {
        let target = |text: &str| hyperlink(&words_of(text)).to_string();
        assert_eq!(target(" HYPERLINK \"https://a.fr/x y\" \\o \"tip\" "), "https://a.fr/x y");
        assert_eq!(target("HYPERLINK \\l \"_Toc1\""), "#_Toc1");
        assert_eq!(target("HYPERLINK \"a.docx\" \\l \"b\""), "a.docx#b");
    }
}
