//! The text of paragraphs: runs, links, fields, changes, comments.
use super::body::push_raw_text;
use super::formula;
use super::letters;
use super::reader::{DocxLine, DocxReader, FieldText};
use crate::import::rich::{RichContent, RichRun};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::letters::Letters;
use crate::import::word::symbol;
use crate::import::word::xml::XmlElement;

/// By what a run is told to be marked as missing until its label is known.
const MISSING: &str = "";

/// How much of the text that a comment is about is told, in bytes.
const LONGEST_ABOUT: usize = 500;

/// How many comments may be about one place.
const MOST_OPEN: usize = 100;

impl DocxReader<'_> {
    /// Reads what a paragraph, a link or a change holds.
    pub(super) fn inline(&mut self, parent: &XmlElement, line: &mut DocxLine) {
        for child in parent.elements() {
            match &*child.name {
                "w:r" => self.run(child, line),
                "w:hyperlink" => self.hyperlink(child, line),
                "w:fldSimple" => {
                    self.begin_field(None);
                    self.instruct(child.attribute("w:instr").unwrap_or_default());
                    self.begin_result(line);
                    self.inline(child, line);
                    self.end_field(line);
                }
                "w:ins" => self.inserted(child, line),
                "w:del" => self.deleted(child),
                "w:moveTo" | "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo" | "w:sdtContent"
                | "mc:Choice" => {
                    self.inline(child, line);
                }
                "w:sdt" => self.inline_control(child, line),
                "w:bookmarkStart" => {
                    if let Some(name) = child.attribute("w:name").filter(|name| *name != "_GoBack") {
                        self.push(line, RichRun::plain(RichContent::Anchor(name.to_owned())));
                    }
                }
                "w:commentRangeStart" if self.commented.len() < MOST_OPEN => {
                    self.commented
                        .push((child.attribute("w:id").unwrap_or_default().to_owned(), String::new()));
                }
                "mc:AlternateContent" => {
                    if let Some(choice) = child.elements().next() {
                        self.inline(choice, line);
                    }
                }
                "m:oMath" | "m:oMathPara" => {
                    let text = formula::text(child);
                    self.text.tell(WordFindingKind::FormulaAsText, text.clone());
                    self.push(line, RichRun::text(text));
                }
                "w:subDoc" => {
                    let relation = child.attribute("r:id").and_then(|id| self.relations.get(id));
                    let target = relation.map_or_else(String::new, |relation| relation.target.clone());
                    self.text.tell(WordFindingKind::DocumentLeftOut, target);
                }
                _ => {}
            }
        }
    }

    fn hyperlink(&mut self, element: &XmlElement, line: &mut DocxLine) {
        let anchor = element.attribute("w:anchor").or(element.attribute("w:docLocation"));
        let outside =
            element.attribute("r:id").and_then(|id| self.relations.get(id)).map(|to| to.target.clone());
        let target = match (outside, anchor) {
            (Some(address), Some(anchor)) if !address.contains('#') => format!("{address}#{anchor}"),
            (Some(address), _) => address,
            (None, Some(anchor)) => format!("#{anchor}"),
            (None, None) => "#".to_owned(),
        };
        let before = line.link.replace(target.as_str().into());
        self.inline(element, line);
        line.link = before;
    }

    fn inserted(&mut self, element: &XmlElement, line: &mut DocxLine) {
        let mut text = String::new();
        push_raw_text(element, &mut text);
        let author = element.attribute("w:author").unwrap_or_default();
        self.tell_more(WordFindingKind::InsertionKept, author, &text);
        self.inline(element, line);
    }

    /// Reads a control inside of a paragraph: a box to tick, a text to fill in, a choice.
    fn inline_control(&mut self, element: &XmlElement, line: &mut DocxLine) {
        let properties = element.child("w:sdtPr");
        let property = |name: &str| properties.and_then(|properties| properties.child(name));
        let Some(content) = element.child("w:sdtContent") else { return };
        if let Some(check) = property("w14:checkbox") {
            let value = check.child_attribute("w14:checked", "w14:val");
            let is_ticked = value.is_some_and(|value| matches!(value, "1" | "true" | "on"));
            self.push(line, RichRun::plain(RichContent::Check(is_ticked)));
            return;
        }
        for list in ["w:dropDownList", "w:comboBox"] {
            let choices = property(list).map(|list| list.all("w:listItem")).unwrap_or_default();
            let names = choices
                .iter()
                .filter_map(|choice| choice.attribute("w:displayText").or(choice.attribute("w:value")));
            let names: Vec<&str> = names.collect();
            self.text.tell_choices(&names);
        }
        if property("w:showingPlcHdr").is_some() {
            let mut text = String::new();
            push_raw_text(content, &mut text);
            self.push(line, RichRun::plain(RichContent::Placeholder(MISSING, text)));
        } else {
            self.inline(content, line);
        }
    }

    /// Reads a run.
    fn run(&mut self, element: &XmlElement, line: &mut DocxLine) {
        let own = element.child("w:rPr").map(letters::read).unwrap_or_default();
        let style = element.child("w:rPr").and_then(|letters| letters.child_attribute("w:rStyle", "w:val"));
        let letters = style.map_or(own.clone(), |style| own.over(&self.parts.styles.letters(style)));
        if letters.is_hidden() {
            let mut text = String::new();
            push_raw_text(element, &mut text);
            let is_text = !self.is_in_contents();
            if is_text {
                self.tell_more(WordFindingKind::HiddenLeftOut, "", &text);
            }
            return;
        }
        for child in element.elements() {
            self.piece(child, &letters, line);
        }
    }

    /// Reads a piece of a run.
    fn piece(&mut self, element: &XmlElement, letters: &Letters, line: &mut DocxLine) {
        let text = |text: String| RichContent::Text(text);
        let content = match &*element.name {
            "w:t" => text(self.signs(letters.font.as_deref(), &element.text())),
            "w:tab" | "w:ptab" => text("\t".to_owned()),
            "w:br" if element.attribute("w:type").is_none_or(|kind| kind == "textWrapping") => {
                RichContent::Break
            }
            "w:cr" => RichContent::Break,
            "w:noBreakHyphen" => text("\u{2011}".to_owned()),
            "w:sym" => {
                let code = element.attribute("w:char").and_then(|code| u32::from_str_radix(code, 16).ok());
                let letter = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
                text(self.signs(element.attribute("w:font"), letter.encode_utf8(&mut [0; 4])))
            }
            "w:footnoteReference" => self.note("w:footnote", element.attribute("w:id").unwrap_or_default()),
            "w:endnoteReference" => self.note("w:endnote", element.attribute("w:id").unwrap_or_default()),
            "w:commentReference" => return self.comment(element.attribute("w:id").unwrap_or_default()),
            "w:fldChar" => return self.field_mark(element, line),
            "w:instrText" => return self.instruct(&element.text()),
            "w:drawing" | "w:pict" | "w:object" => return self.drawing(element, line),
            "mc:AlternateContent" => {
                if let Some(choice) = element.elements().next() {
                    for child in choice.elements() {
                        self.piece(child, letters, line);
                    }
                }
                return;
            }
            "w:ruby" => {
                let mut base = String::new();
                push_raw_text(element, &mut base);
                text(base)
            }
            _ => return,
        };
        let mut run = RichRun { content, marks: letters.marks(), link: None };
        if letters.is_yellow()
            && let RichContent::Text(text) = &run.content
            && !text.trim().is_empty()
        {
            run.content = RichContent::Placeholder(MISSING, text.clone());
        }
        self.push(line, run);
    }

    /// The signs that letters show in a font.
    fn signs(&mut self, font: Option<&str>, text: &str) -> String {
        let mut unknown = String::new();
        let signs = text.chars().map(|letter| {
            symbol::sign(font, letter).unwrap_or_else(|| {
                unknown.push(letter);
                '\u{25a1}'
            })
        });
        let signs: String = signs.collect();
        if !unknown.is_empty() {
            let codes: Vec<String> =
                unknown.chars().map(|letter| format!("U+{:04X}", u32::from(letter))).collect();
            self.text.tell(
                WordFindingKind::SymbolUnknown,
                format!("{} {}", font.unwrap_or_default(), codes.join(" ")),
            );
        }
        signs
    }

    /// Tells a comment.
    fn comment(&mut self, id: &str) {
        let about =
            self.commented.iter().position(|(known, _)| known == id).map(|at| self.commented.remove(at).1);
        let Some(comment) = self.parts.comments.get(id) else { return };
        let mut text = String::new();
        push_raw_text(comment, &mut text);
        let author = comment.attribute("w:author").unwrap_or_default();
        let about =
            about.filter(|about| !about.trim().is_empty()).map(|about| format!(" « {} »", about.trim()));
        self.text
            .tell(WordFindingKind::CommentLeftOut, format!("{author}{}: {text}", about.unwrap_or_default()));
    }

    /// Adds a run to a paragraph, unless a field keeps it back.
    pub(super) fn push(&mut self, line: &mut DocxLine, mut run: RichRun) {
        if self.fields.iter().any(|field| !field.in_result) {
            return;
        }
        if let RichContent::Text(text) = &run.content {
            for (_, about) in &mut self.commented {
                if about.len() < LONGEST_ABOUT {
                    about.push_str(text);
                }
            }
        }
        let text_of_fields =
            self.fields.iter().map(|field| field.use_of_text).find(|text| *text != FieldText::Kept);
        match (text_of_fields, &run.content) {
            (Some(FieldText::Paper), _) => return,
            (Some(FieldText::Missing), RichContent::Text(text)) => {
                run.content = RichContent::Placeholder(MISSING, text.clone());
            }
            _ => {}
        }
        let link =
            self.fields.iter().rev().find_map(|field| field.link.clone()).or_else(|| line.link.clone());
        run.link = if matches!(run.content, RichContent::Anchor(_)) { None } else { link };
        line.runs.push(run);
    }
}
