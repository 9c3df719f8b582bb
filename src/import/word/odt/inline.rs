//! The text of paragraphs: spans, links, fields, footnotes, comments.
use super::body::raw_text;
use super::reader::{OdtLine, OdtReader};
use crate::import::rich::{RichContent, RichPicture};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::symbol;
use crate::import::word::xml::{XmlElement, XmlNode};

/// How many spaces one element may stand for.
const MOST_SPACES: usize = 64;

impl<'a> OdtReader<'a> {
    /// Reads what a paragraph, a span or a link holds.
    pub(super) fn inline(&mut self, parent: &'a XmlElement, line: &mut OdtLine) {
        for node in &parent.children {
            match node {
                XmlNode::Text(text) => self.letters(text, line),
                XmlNode::Element(element) => self.inline_element(element, line),
            }
        }
    }

    /// Reads text. Line ends and rows of spaces are one space.
    fn letters(&mut self, text: &str, line: &mut OdtLine) {
        let mut out = String::with_capacity(text.len());
        let mut unknown = String::new();
        for letter in text.chars() {
            let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if is_space && out.ends_with(' ') {
                continue;
            }
            let letter = if is_space { ' ' } else { letter };
            out.push(symbol::sign(line.letters.font.as_deref(), letter).unwrap_or_else(|| {
                unknown.push(letter);
                '\u{25a1}'
            }));
        }
        if !unknown.is_empty() {
            let codes: Vec<String> =
                unknown.chars().map(|letter| format!("U+{:04X}", u32::from(letter))).collect();
            self.text.tell(WordFindingKind::SymbolUnknown, codes.join(" "));
        }
        if line.letters.is_hidden() {
            self.tell_text(WordFindingKind::HiddenLeftOut, "", &out);
        } else if !out.is_empty() {
            self.push(line, RichContent::Text(out));
        }
    }

    /// Reads an element inside of a paragraph.
    pub(super) fn inline_element(&mut self, element: &'a XmlElement, line: &mut OdtLine) {
        let value = |name: &str| element.attribute(name).unwrap_or_default();
        match &*element.name {
            "text:s" => {
                let count = element.attribute("text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.push(line, RichContent::Text(" ".repeat(count.min(MOST_SPACES))));
            }
            "text:tab" => self.push(line, RichContent::Text("\t".to_owned())),
            "text:line-break" => self.push(line, RichContent::Break),
            "text:span" => {
                let own = self.parts.styles.letters("text", value("text:style-name"));
                let before = std::mem::take(&mut line.letters);
                line.letters = own.over(&before);
                self.inline(element, line);
                line.letters = before;
            }
            "text:a" | "draw:a" => self.linked(value("xlink:href"), element, line),
            "text:bookmark" | "text:bookmark-start" | "text:reference-mark" | "text:reference-mark-start" => {
                self.push(line, RichContent::Anchor(value("text:name").to_owned()));
            }
            "text:bookmark-ref" | "text:reference-ref" | "text:sequence-ref" => {
                if value("text:reference-format") == "page" {
                    self.text.tell(WordFindingKind::PageNumber, "");
                }
                self.linked(&format!("#{}", value("text:ref-name")), element, line);
            }
            "text:sequence" => {
                if let Some(name) = element.attribute("text:ref-name") {
                    self.push(line, RichContent::Anchor(name.to_owned()));
                }
                self.inline(element, line);
            }
            "text:note" => {
                let label = self.footnotes.len().to_string();
                self.footnotes.push(element);
                self.push(line, RichContent::Note(label));
            }
            "office:annotation" => self.annotation(element),
            "office:annotation-end" => {}
            "text:change-start" => self.inserted.push((value("text:change-id").to_owned(), String::new())),
            "text:change-end" => self.insertion_ends(value("text:change-id")),
            "text:change" => {
                if let Some(change) = self.parts.changes.get(value("text:change-id")) {
                    self.tell_text(WordFindingKind::DeletionLeftOut, &change.author, &change.text);
                }
            }
            name if name.starts_with("draw:") => self.drawing(element, line),
            name if name.starts_with("field:") => self.field_mark(element, line),
            _ => self.field(element, line),
        }
    }

    fn linked(&mut self, target: &str, element: &'a XmlElement, line: &mut OdtLine) {
        let target = target.strip_suffix("|outline").or(target.strip_suffix("|table")).unwrap_or(target);
        let before = line.link.replace(target.into());
        self.inline(element, line);
        line.link = before;
    }

    /// Reads a field.
    fn field(&mut self, element: &'a XmlElement, line: &mut OdtLine) {
        match &*element.name {
            "text:page-number"
            | "text:page-count"
            | "text:page-continuation"
            | "text:soft-page-break"
            | "text:toc-mark"
            | "text:alphabetical-index-mark"
            | "text:user-index-mark" => {}
            "text:placeholder" => {
                let text = element.text();
                let text = text.trim_matches(['<', '>']).to_owned();
                self.push(line, RichContent::Placeholder("", text));
            }
            "text:hidden-text" | "text:hidden-paragraph" => {
                let text =
                    element.attribute("text:string-value").map_or_else(|| element.text(), str::to_owned);
                self.tell_text(WordFindingKind::HiddenLeftOut, "", &text);
            }
            "text:drop-down" => {
                let labels = element.all("text:label");
                let names: Vec<&str> =
                    labels.iter().filter_map(|label| label.attribute("text:value")).collect();
                self.text.tell_choices(&names);
                self.inline(element, line);
            }
            "text:date"
            | "text:time"
            | "text:file-name"
            | "text:modification-date"
            | "text:creation-date"
            | "text:author-name" => {
                self.text.tell(WordFindingKind::FieldFrozen, element.text());
                self.inline(element, line);
            }
            "loext:content-control" => self.control(element, line),
            "text:ruby" => {
                let text = raw_text(element);
                self.push(line, RichContent::Text(text));
            }
            _ => self.inline(element, line),
        }
    }

    fn control(&mut self, element: &'a XmlElement, line: &mut OdtLine) {
        let is = |name: &str| element.attribute(name) == Some("true");
        let choices = element.all("loext:list-item");
        let names = choices
            .iter()
            .filter_map(|choice| choice.attribute("loext:display-text").or(choice.attribute("loext:value")));
        let names: Vec<&str> = names.collect();
        self.text.tell_choices(&names);
        if is("loext:checkbox") {
            self.push(line, RichContent::Check(is("loext:checked")));
        } else if is("loext:showing-place-holder") {
            self.push(line, RichContent::Placeholder("", raw_text(element)));
        } else {
            self.inline(element, line);
        }
    }

    /// Reads a field that came from a form of Word.
    fn field_mark(&mut self, element: &'a XmlElement, line: &mut OdtLine) {
        if !matches!(&*element.name, "field:fieldmark" | "field:fieldmark-start") {
            return;
        }
        let all = element.all("field:param");
        let values = |name: &'a str| {
            let named = all.iter().filter(move |it| it.attribute("field:name") == Some(name));
            named.filter_map(|it| it.attribute("field:value"))
        };
        let kind = element.attribute("field:type").unwrap_or_default();
        if kind.ends_with("FORMCHECKBOX") {
            let is_ticked = values("Checkbox_Checked").any(|value| value == "true");
            self.push(line, RichContent::Check(is_ticked));
        } else if kind.ends_with("FORMDROPDOWN") {
            let choices: Vec<&str> = values("Dropdown_ListEntry").collect();
            let chosen =
                values("Dropdown_Selected").find_map(|value| value.parse::<usize>().ok()).unwrap_or(0);
            self.text.tell_choices(&choices);
            if let Some(chosen) = choices.get(chosen) {
                self.push(line, RichContent::Text((*chosen).to_owned()));
            }
        }
    }

    fn annotation(&mut self, element: &'a XmlElement) {
        let author = element.child("dc:creator").map(XmlElement::text).unwrap_or_default();
        let mut text = String::new();
        for child in element.elements().filter(|child| child.name.starts_with("text:")) {
            let separator = if text.is_empty() { "" } else { " " };
            text = format!("{text}{separator}{}", raw_text(child));
        }
        self.tell_text(WordFindingKind::CommentLeftOut, &author, &text);
    }

    fn insertion_ends(&mut self, id: &str) {
        let Some(at) = self.inserted.iter().position(|(known, _)| known == id) else { return };
        let (_, text) = self.inserted.remove(at);
        if let Some(change) = self.parts.changes.get(id).filter(|change| change.is_insertion) {
            self.tell_text(WordFindingKind::InsertionKept, &change.author, &text);
        }
    }

    /// Reads a frame, a shape or a control of a form.
    fn drawing(&mut self, element: &'a XmlElement, line: &mut OdtLine) {
        match &*element.name {
            "draw:frame" => self.frame(element, line),
            "draw:control" => {
                self.form_control(element.attribute("draw:control").unwrap_or_default(), line);
            }
            "draw:g" => {
                for child in element.elements() {
                    self.inline_element(child, line);
                }
            }
            _ => {
                let blocks = self.blocks(element);
                if !blocks.is_empty() {
                    line.framed.push(blocks);
                }
            }
        }
    }

    fn frame(&mut self, element: &'a XmlElement, line: &mut OdtLine) {
        let text = |name: &str| element.child(name).map(|child| child.text().trim().to_owned());
        let alt = text("svg:desc").filter(|text| !text.is_empty()).or(text("svg:title")).unwrap_or_default();
        let is_decorative = element.attribute("loext:decorative") == Some("true");
        for child in element.elements() {
            let target = child.attribute("xlink:href").unwrap_or_default().trim_start_matches("./");
            match &*child.name {
                "draw:text-box" => {
                    let blocks = self.blocks(child);
                    line.framed.push(blocks);
                    return;
                }
                "draw:image" if is_decorative => {
                    return self.text.tell(WordFindingKind::PictureDecorative, target);
                }
                "draw:image" if target.is_empty() || target.contains("://") => {
                    return self.text.tell(WordFindingKind::PictureMissing, target);
                }
                "draw:image" => {
                    let picture = RichPicture { target: target.to_owned(), alt, caption: String::new() };
                    return self.push(line, RichContent::Picture(picture));
                }
                "draw:object" => match self.parts.objects.get(target) {
                    Some((true, formula)) => {
                        self.text.tell(WordFindingKind::FormulaAsText, formula.as_str());
                        return self.push(line, RichContent::Text(formula.clone()));
                    }
                    Some((false, text)) => {
                        return self.text.tell(WordFindingKind::ObjectLeftOut, text.as_str());
                    }
                    None => return self.text.tell(WordFindingKind::ObjectLeftOut, target),
                },
                "draw:object-ole" | "draw:plugin" | "draw:applet" | "draw:floating-frame" => {
                    return self.text.tell(WordFindingKind::ObjectLeftOut, target);
                }
                _ => {}
            }
        }
    }
}
