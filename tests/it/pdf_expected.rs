//! What the PDF of a sheet must say, as the default theme lays it out: all text in the order in which it is read aloud, and boxes.
use crate::support::text_of;
use jalon::model::{ChecklistMode, Run, Sheet, SheetTask};
use jalon::pdf::field_name;
use jalon::words::Words;
use serde_json::json;

/// The characters that a sheet must show, and the names and tooltips of its boxes, as the default theme has them.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) text: String,
    pub(crate) boxes: Vec<serde_json::Value>,
}

impl Expected {
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let mut words = Words::new(sheet.language);
        words.add(&text_of(format!("themes/default/strings/{}.ftl", sheet.language.tag())));
        let say = |key: &str| words.say(key, None, &[]).expect("the key has words");
        let mut all = Self::default();
        let mut trail = vec![sheet.guide.clone()];
        trail.extend(sheet.trail.iter().take(sheet.trail.len().saturating_sub(1)).cloned());
        all.add(&trail.join(" › "));
        if let Some(edition) = &sheet.edition {
            all.add(&format!(" · {edition}"));
        }
        if let Some(date) = sheet.updated {
            all.add(&format!(" · {} {}", say("pdf-version"), jalon::language::date(sheet.language, date)));
        }
        all.add(&sheet.title);
        all.add(&say(match sheet.mode {
            ChecklistMode::ReadDo => "pdf-read-do",
            ChecklistMode::DoConfirm => "pdf-do-confirm",
        }));
        if sheet.url.is_some() {
            all.add(&say("pdf-online"));
        }
        for (label, value) in &sheet.facts {
            all.add(label);
            all.add(value);
        }
        for key in ["pdf-structure", "pdf-date", "pdf-name"] {
            all.add(&say(key));
        }
        for field in &sheet.fields {
            all.add(&field.label);
        }
        for section in &sheet.sections {
            all.add(&section.title);
            if section.url.is_some() {
                all.add(&say("pdf-explained"));
            }
            for task in &section.tasks {
                all.task(task.number, task);
            }
        }
        if !sheet.contacts.is_empty() {
            for key in [
                "pdf-contacts",
                "pdf-contact-need",
                "pdf-contact-name",
                "pdf-contact-phone",
                "pdf-contact-online",
            ] {
                all.add(&say(key));
            }
        }
        for contact in &sheet.contacts {
            let url =
                contact.url.as_deref().map(|url| url.trim_start_matches("https://").trim_end_matches('/'));
            let online = [url, contact.email.as_deref()].into_iter().flatten().collect::<String>();
            all.add(&contact.need);
            all.add(&contact.name);
            all.add(&contact.phone.as_ref().map_or(say("pdf-none"), |(words, _)| words.clone()));
            all.add(&if online.is_empty() { say("pdf-none") } else { online });
        }
        if !sheet.tools.is_empty() {
            all.add(&say("pdf-tools"));
        }
        for tool in &sheet.tools {
            all.add(&format!("{} · {}", tool.name, tool.url.trim_start_matches("https://")));
        }
        for key in ["pdf-notes", "pdf-visa", "pdf-visa-name", "pdf-visa-date", "pdf-signature"] {
            all.add(&say(key));
        }
        all
    }

    fn add(&mut self, words: &str) {
        self.text.push_str(words);
        self.text.push(' ');
    }

    fn task(&mut self, number: Option<u32>, task: &SheetTask) {
        let words = plain_text(&task.text);
        self.boxes.push(json!({ "name": field_name(&task.key), "tip": words }));
        if let Some(number) = number {
            self.add(&format!("{number}."));
        }
        self.add(&words);
        let tags: Vec<String> =
            task.due.iter().cloned().chain((!task.roles.is_empty()).then(|| task.roles.join(", "))).collect();
        self.add(&tags.join(" · "));
        for help in &task.help {
            self.add(&plain_text(help));
        }
        for below in &task.tasks {
            self.task(None, below);
        }
    }
}

/// Runs as plain text.
fn plain_text(runs: &[Run]) -> String {
    let one = |run: &Run| match run {
        Run::Text(text) | Run::Code(text) => text.clone(),
        Run::Link(_, inside) | Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) => {
            plain_text(inside)
        }
        Run::Break => " ".to_owned(),
    };
    runs.iter().map(one).collect()
}
