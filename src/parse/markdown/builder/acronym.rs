//! Acronyms in running text.
use super::Builder;
use super::frame::FrameKind;
use crate::language::acronyms::is_known;
use crate::model::{Acronym, Element, Located, Node};
use crate::parse::markdown::acronym::acronyms;
use crate::parse::markdown::expansion::is_spelt_out;
use crate::parse::markdown::html::SafeElement;
use std::ops::Range;

impl Builder<'_> {
    /// Records the acronyms of a text, each once a page. Headings and images are skipped, because the text repeats what
    /// they say. `<abbr>` and the term of a definition explain an acronym.
    pub(super) fn find_acronyms(&mut self, text: &str, range: &Range<usize>) {
        let found = acronyms(text);
        let skipped = |kind: &FrameKind| matches!(kind, FrameKind::Heading { .. } | FrameKind::Image);
        if found.is_empty() || self.frames.iter().any(|frame| skipped(&frame.kind)) {
            return;
        }
        let explains = self.open_tags.iter().any(|open| open.tag == SafeElement::Abbr)
            || self.frames.iter().any(|frame| {
                self.parsed.body.nodes.get(frame.node) == Some(&Node::Open(Element::DefinitionTerm))
            });
        let plain = self.source.get(range.clone()) == Some(text);
        let mut from = range.start;
        for acronym in found {
            let at = if plain {
                let start = range.start + acronym.at;
                self.span(&(start..start + acronym.word.len()))
            } else {
                self.locate(&mut from, range, acronym.word)
            };
            let known =
                self.parsed.content.acronyms.iter_mut().find(|known| known.value.word == acronym.word);
            let is_told = known.as_ref().is_some_and(|known| known.value.explained);
            let explained = is_told
                || explains
                || acronym.explained
                || (!is_known(acronym.word)
                    && is_spelt_out(self.source, at.start as usize - self.offset, acronym.word));
            if let Some(known) = known {
                known.value.explained |= explained;
            } else {
                let word = acronym.word.to_owned();
                self.parsed.content.acronyms.push(Located::new(at, Acronym { word, explained }));
            }
        }
    }
}
