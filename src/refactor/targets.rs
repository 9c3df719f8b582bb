//! Where a page names pages, files and entries: its links, their definitions, its references and pictures.
use super::destination::{DestinationForm, NewParts, rewritten};
use crate::model::{Document, Fix, LinkKind, Span, Target};

/// A target of a page, as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenTarget<'a> {
    span: &'a Span,
    raw: &'a str,
    /// With entities and escapes of Markdown resolved.
    pub(super) written: &'a str,
    pub(super) target: &'a Target,
    form: DestinationForm,
}

/// The targets of a page. A link by reference has its target in its definition.
pub(super) fn of_page<'a>(document: &'a Document, text: &'a str) -> impl Iterator<Item = WrittenTarget<'a>> {
    let links = document.content.links.iter().filter_map(move |link| {
        let raw = text.get(link.span.start as usize..link.span.end as usize)?;
        let is_whole = raw.starts_with('[') || raw.starts_with("![");
        let is_by_reference = is_whole && link.kind != LinkKind::Auto && raw != &*link.written;
        (!is_by_reference).then(|| target(text, raw, &link.span, &link.written, &link.target))
    });
    let definitions = document.content.definitions.iter().filter_map(move |defined| {
        let raw = text.get(defined.span.start as usize..defined.span.end as usize)?;
        Some(target(text, raw, &defined.span, &defined.written, defined.target.as_ref()?))
    });
    links.chain(definitions)
}

fn target<'a>(
    text: &str,
    raw: &'a str,
    span: &'a Span,
    written: &'a str,
    target: &'a Target,
) -> WrittenTarget<'a> {
    let is_angled = text[..span.start as usize].ends_with('<');
    let form = if is_angled { DestinationForm::Angled } else { DestinationForm::Bare };
    WrittenTarget { span, raw, written, target, form }
}

impl WrittenTarget<'_> {
    /// The edit that gives it other parts.
    pub(super) fn with(&self, new: NewParts<'_>) -> Fix {
        Fix { span: self.span.clone(), text: rewritten(self.raw, self.written, self.form, new) }
    }

    /// The edit that names another entry of the same kind.
    pub(super) fn with_id(&self, id: &str) -> Fix {
        let scheme = self.raw.split_once(':').or_else(|| self.written.split_once(':'));
        let scheme = scheme.map_or("", |(scheme, _)| scheme);
        Fix { span: self.span.clone(), text: format!("{scheme}:{id}") }
    }
}
