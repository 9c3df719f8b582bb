//! What a text would become: the guide is built with it in place of its file. Nothing of this is served to others.
use super::text::{Units, restored};
use super::{Desk, Done, ReadGuide};
use crate::model::{Bytes, Diagnostic, Source, SourcePath};
use crate::pipeline::{self, Build};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How many diagnostics of the page are told, and how many of other files.
const TOLD: usize = 100;
const ELSEWHERE: usize = 10;

impl Desk {
    /// The page with a text that is not saved, and what is wrong with it.
    pub(super) fn preview(&self, guide: &ReadGuide, wanted: &Value) -> Done {
        let file = self.file(guide, wanted)?;
        let text = self.text_of(wanted, "text")?;
        let before = guide.sources[&file.source].bytes();
        let bytes = restored(&before, text);
        let build = self.build_with(guide, &file.source, &bytes);
        let page = build.site.as_ref().and_then(|site| site.page_of(&file.source));
        let page = page.filter(|page| page.source == file.source);
        let html = page.and_then(|page| html(&build, page));
        Ok(json!({
            "html": html.map(|html| String::from_utf8_lossy(&html).into_owned()),
            "places": places(&build, &file.source, &bytes),
            "findings": self.findings(&build, &file.source, &bytes),
            "elsewhere": self.elsewhere(guide, &build, &file.source),
        }))
    }

    fn build_with(&self, guide: &ReadGuide, source: &SourcePath, bytes: &[u8]) -> Build {
        let mut sources = guide.sources.clone();
        sources.insert(source.clone(), Source::new(bytes));
        let is_of_others = |diagnostic: &&Diagnostic| diagnostic.span.file != *source;
        let reading: Vec<_> = guide.reading.iter().filter(is_of_others).cloned().collect();
        pipeline::build(&sources, &reading, self.options, &guide.build)
    }

    /// What is wrong with the page, each with its place in the text and its fix.
    fn findings(&self, build: &Build, source: &SourcePath, bytes: &[u8]) -> Vec<Value> {
        let units = Units::new(bytes);
        let own = build.diagnostics.iter().filter(|diagnostic| diagnostic.span.file == *source);
        let told = own.take(TOLD).map(|diagnostic| {
            let span = &diagnostic.span;
            let fix = diagnostic.fix.as_deref().filter(|fix| fix.span.file == *source);
            let fix = fix.map(|fix| {
                json!({ "start": units.at(fix.span.start), "end": units.at(fix.span.end), "text": fix.text })
            });
            let words = (self.config.finding)(diagnostic);
            json!({ "start": units.at(span.start), "end": units.at(span.end), "words": words, "fix": fix })
        });
        told.collect()
    }

    /// What would be wrong with other files, and is not now.
    fn elsewhere(&self, guide: &ReadGuide, build: &Build, source: &SourcePath) -> Vec<Value> {
        let known: BTreeSet<_> = guide.build.diagnostics.iter().collect();
        let new = build.diagnostics.iter();
        let new = new.filter(|diagnostic| diagnostic.span.file != *source && !known.contains(diagnostic));
        let told = new.take(ELSEWHERE).map(|diagnostic| {
            json!({ "file": diagnostic.span.file.as_str(), "words": (self.config.finding)(diagnostic) })
        });
        told.collect()
    }
}

/// Where each heading stands in the text, and its anchor on the page.
fn places(build: &Build, source: &SourcePath, bytes: &[u8]) -> Vec<Value> {
    let units = Units::new(bytes);
    let page = build.parsed.pages.get(source);
    let headings = page.iter().flat_map(|kept| &kept.value.value.content.headings);
    headings.map(|heading| json!([units.at(heading.span.start), heading.value.anchor.as_str()])).collect()
}

fn html(build: &Build, page: &crate::model::Page) -> Option<Bytes> {
    let path = page.url.file();
    let held = build.files.get(&path).map(|made| made.value.value.clone());
    held.or_else(|| build.page_at(&path))
}
