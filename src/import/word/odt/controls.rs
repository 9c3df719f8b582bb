//! Controls of forms: boxes to tick, lists to choose from, fields to write into.
use super::reader::{OdtLine, OdtReader};
use crate::import::rich::RichContent;
use crate::import::word::finding::WordFindingKind;
use crate::import::word::xml::XmlElement;
use std::collections::HashMap;

/// A control.
#[derive(Debug, Default)]
pub(super) struct OdtControl {
    /// For a box: whether it is ticked.
    check: Option<bool>,
    /// What it shows: its label, what is chosen, what is written in it.
    words: String,
    /// What may be chosen.
    choices: Vec<String>,
}

/// The controls of a text, by their ids: each may have two.
pub(super) fn read(body: &XmlElement) -> HashMap<String, OdtControl> {
    let mut controls = HashMap::new();
    for forms in body.all("office:forms") {
        add(forms, &mut controls);
    }
    controls
}

/// Adds the controls in an element: forms hold groups, and those more controls.
fn add(parent: &XmlElement, controls: &mut HashMap<String, OdtControl>) {
    for element in parent.elements() {
        let ids = [element.attribute("form:id"), element.attribute("id")];
        for id in ids.into_iter().flatten() {
            controls.insert(id.to_owned(), control(element));
        }
        add(element, controls);
    }
}

fn control(element: &XmlElement) -> OdtControl {
    let value = |name: &str| element.attribute(name).map(str::to_owned);
    let label = value("form:label").unwrap_or_default();
    match &*element.name {
        "form:checkbox" => {
            let state = element.attribute("form:current-state").or(element.attribute("form:state"));
            OdtControl { check: Some(state == Some("checked")), words: label, choices: Vec::new() }
        }
        "form:radio" => {
            let state = element.attribute("form:current-selected").or(element.attribute("form:selected"));
            OdtControl { check: Some(state == Some("true")), words: label, choices: Vec::new() }
        }
        "form:listbox" | "form:combobox" => {
            let options: Vec<&XmlElement> = element.elements().collect();
            let is_chosen = |option: &&&XmlElement| {
                let state = option.attribute("form:current-selected").or(option.attribute("form:selected"));
                state == Some("true")
            };
            let name = |option: &&XmlElement| option.attribute("form:label").map(str::to_owned);
            let chosen = options.iter().find(is_chosen).and_then(name);
            let typed = value("form:current-value").or_else(|| value("form:value"));
            let words = chosen.or(typed).unwrap_or_default();
            OdtControl { check: None, words, choices: options.iter().filter_map(name).collect() }
        }
        _ => {
            let written = value("form:current-value").or_else(|| value("form:value"));
            let inside = || element.text().trim().to_owned();
            let words = written.filter(|text| !text.is_empty()).unwrap_or(label);
            OdtControl { words: if words.is_empty() { inside() } else { words }, ..OdtControl::default() }
        }
    }
}

impl OdtReader<'_> {
    /// Reads the place of a control.
    pub(super) fn form_control(&mut self, id: &str, line: &mut OdtLine) {
        let Some(control) = self.parts.controls.get(id) else {
            return self.text.tell(WordFindingKind::ObjectLeftOut, id);
        };
        if let Some(is_ticked) = control.check {
            self.push(line, RichContent::Check(is_ticked));
        }
        self.text.tell_choices(&control.choices.iter().map(String::as_str).collect::<Vec<_>>());
        if !control.words.is_empty() {
            let blank = if control.check.is_some() { " " } else { "" };
            self.push(line, RichContent::Text(format!("{blank}{}", control.words)));
        }
    }
}
