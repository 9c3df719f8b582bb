//! Guides without a page, pages without a title, references in front matter, and days on which another generator would begin or cease to publish a page.
use super::shared::site_files::SiteFiles;
use crate::model::{
    DayRole, Diagnostic, Document, EntryKey, ForeignDay, Located, Page, Settings, Site, Span, codes,
};

/// A page whose title is made of the name of its file.
pub(super) fn page(_: &Site, page: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let has_title = document.unreadable
        || !document.front.title.is_missing()
        || document.content.headings.iter().any(|heading| heading.value.level == 1);
    if !has_title {
        let diagnostic = Diagnostic::new(codes::FRONT_NO_TITLE, Span::start_of(&page.source));
        diagnostics.push(diagnostic.arg("name", page.outline.title.as_str()));
    }
}

pub(super) fn site(site: &Site, files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(no_pages(site, files));
    for (path, page) in files.pages() {
        let front = page.front;
        diagnostics.extend(front.references.iter().map(|found| reference(site, found)));
        if front.foreign_days.is_empty() {
            continue;
        }
        let is_published = !front.draft && site.page_of(path).is_some_and(|page| page.source == *path);
        let of_day = |day| foreign_day(site, day, is_published);
        diagnostics.extend(front.foreign_days.iter().map(of_day));
    }
}

/// A guide that would be published without any page of its author.
fn no_pages(site: &Site, files: SiteFiles<'_>) -> Option<Diagnostic> {
    let all_drafts = files.pages().all(|(_, page)| page.outline.draft);
    let is_empty = all_drafts && !site.pages.iter().any(|page| page.written);
    let help = if files.pages().next().is_none() { "help" } else { "help-drafts" };
    is_empty.then(|| Diagnostic::new(codes::FILE_NO_PAGES, Span::start_of(&Settings::file())).help(help))
}

/// A reference where only words are read. The name of the entry is written instead, unless YAML would read it otherwise.
fn reference(site: &Site, found: &Located<EntryKey>) -> Diagnostic {
    let written = format!("<{}>", found.value);
    let span = &found.span;
    let diagnostic = Diagnostic::new(codes::FRONT_REFERENCE, span.clone()).arg("written", written.as_str());
    let Some(entry) = site.entry(&found.value) else { return diagnostic };
    let name = entry.name();
    let diagnostic = diagnostic.arg("name", name).help("help-name");
    let is_sign = |letter: char| matches!(letter, ' ' | '-' | '’' | '.' | '(' | ')');
    let is_plain = name.starts_with(char::is_alphabetic)
        && name.chars().all(|letter| letter.is_alphanumeric() || is_sign(letter));
    let is_exact = (span.end - span.start) as usize == written.len();
    if is_plain && is_exact { diagnostic.fix(span.clone(), name) } else { diagnostic }
}

/// A day of another generator: an error where it withholds the page today.
fn foreign_day(site: &Site, found: &ForeignDay, is_published: bool) -> Diagnostic {
    let today = site.options.today;
    let ours = format!("expires: {}", found.day);
    let (is_withheld, sense) = match found.role {
        DayRole::First => (found.day > today, "later"),
        DayRole::Last => (found.day <= today, "ended"),
    };
    let span = found.key.span.clone();
    let diagnostic = if is_withheld && is_published {
        let diagnostic = Diagnostic::new(codes::DIALECT_WITHHELD, span)
            .arg("sense", sense)
            .arg("written", found.written.as_str())
            .arg("date", found.day);
        match found.role {
            DayRole::First => diagnostic.help("help-later"),
            // The page would still be published on its last day here.
            DayRole::Last if found.day == today => diagnostic,
            DayRole::Last => diagnostic.arg("ours", ours).help("help-ours"),
        }
    } else {
        let diagnostic = Diagnostic::new(codes::FRONT_FOREIGN_KEY, span).arg("key", found.key.value.as_str());
        match found.role {
            DayRole::First => diagnostic.help("help-needless"),
            DayRole::Last => diagnostic.arg("ours", "expires").help("help-ours"),
        }
    };
    match &found.fix {
        Some(fix) if found.day != today => diagnostic.fix(fix.span.clone(), fix.text.as_str()),
        _ => diagnostic,
    }
}
