//! Is what was true until a day still told as true?
use crate::model::{Diagnostic, Document, Page, Site, codes};

pub(super) fn page(site: &Site, _: &Page, document: &Document, notes: &mut Vec<Diagnostic>) {
    for until in &document.dated {
        if site.options.today > until.value {
            let note = Diagnostic::new(codes::DATE_UNTIL_PASSED, until.span.clone());
            notes.push(note.arg("date", until.value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Guide, at};
    use crate::model::{Date, Located};

    #[test]
    fn the_last_day_still_counts() {
        let guide = Guide::default().page("a.md", |document, _| {
            document.dated = ["2026-11-22", "2026-11-23"]
                .map(|day| Located::new(at("a.md"), Date::parse(day).unwrap()))
                .to_vec();
        });
        assert_eq!(guide.said("a.md"), ["date/until-passed date=2026-11-22"]);
    }
}
