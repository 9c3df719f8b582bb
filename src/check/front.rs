//! Has every page a title?
use crate::model::{Arg, Diagnostic, Parsed, Severity, Site, Span, codes};

pub(super) fn guide(site: &Site, parsed: &Parsed, notes: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.written) {
        let Some(kept) = parsed.pages.get(&page.source) else { continue };
        let document = &kept.value.value;
        let titled = document.unreadable
            || document.front.title.is_some()
            || document.headings.iter().any(|heading| heading.value.level == 1)
            || kept.value.notes.iter().any(hides_title);
        if !titled {
            let note = Diagnostic::new(codes::FRONT_NO_TITLE, Span::start_of(&page.source));
            notes.push(note.arg("name", page.outline.title.as_str()));
        }
    }
}

/// Whether the title may stand in what could not be read: that was said already.
fn hides_title(note: &Diagnostic) -> bool {
    let names_it = || {
        let title = Arg::from("title");
        note.args.iter().any(|(name, value)| matches!(*name, "key" | "nearest" | "ours") && *value == title)
    };
    note.code == codes::FRONT_TOO_LARGE
        || (note.code.family() == "yaml" && note.severity == Severity::Error)
        || (note.code.family() == "front" && names_it())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Guide;

    #[test]
    fn a_page_has_a_title_of_its_own() {
        let guide = Guide::default().page("a.md", |document, outline| {
            document.front.title = None;
            outline.title = "A".to_owned();
        });
        assert_eq!(guide.said("a.md"), ["front/no-title name=A"]);
    }
}
