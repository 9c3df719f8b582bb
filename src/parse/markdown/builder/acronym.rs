//! Acronyms in running text.
use super::super::acronym::acronyms;
use super::super::html::OpenTag;
use super::{Builder, FrameKind};
use crate::model::{Acronym, Element, Located, Node};
use std::ops::Range;

impl Builder<'_> {
    /// Notes what looks like an acronym, each once a page. Headings and images are skipped: what stands there stands
    /// in the text, too. `<abbr>` and a list of definitions explain.
    pub(super) fn note_acronyms(&mut self, text: &str, range: &Range<usize>) {
        let found = acronyms(text);
        let skipped = |kind: &FrameKind| matches!(kind, FrameKind::Heading { .. } | FrameKind::Image);
        if found.is_empty() || self.frames.iter().any(|frame| skipped(&frame.kind)) {
            return;
        }
        let explains = self.open_tags.iter().any(|open| open.tag == OpenTag::Abbr)
            || self.frames.iter().any(|frame| {
                self.parsed.body.nodes.get(frame.node) == Some(&Node::Open(Element::DefinitionTerm))
            });
        // Without escapes and entities the place in the text is the place in the source.
        let plain = self.source.get(range.clone()) == Some(text);
        let mut from = range.start;
        for acronym in found {
            let at = if plain {
                let start = range.start + acronym.at;
                self.span(&(start..start + acronym.word.len()))
            } else {
                self.locate(&mut from, range, acronym.word)
            };
            let explained = explains || acronym.explained;
            let known =
                self.parsed.content.acronyms.iter_mut().find(|known| known.value.word == acronym.word);
            if let Some(known) = known {
                known.value.explained |= explained;
            } else {
                let word = acronym.word.to_owned();
                self.parsed.content.acronyms.push(Located::new(at, Acronym { word, explained }));
            }
        }
    }
}
