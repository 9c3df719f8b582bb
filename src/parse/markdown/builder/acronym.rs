//! Acronyms in running text.
use super::Builder;
use super::frame::{FrameKind, OpenLink};
use crate::language::acronyms::is_known;
use crate::model::{Acronym, Element, Located, Node, Target};
use crate::parse::markdown::acronym::acronyms;
use crate::parse::markdown::expansion::is_spelt_out;
use crate::parse::markdown::html::SafeElement;
use crate::parse::markdown::target::Destination;
use std::ops::Range;

impl Builder<'_> {
    /// Records the acronyms of a text, each once a page. Headings and images are skipped, because the text repeats what
    /// they say. `<abbr>`, the term of a definition, and a
    /// link to a site that is about it explain an acronym.
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
        let is_linked = self.is_web_link() && is_alone(text);
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
                || is_linked
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

    /// Whether a link to another site is open.
    fn is_web_link(&self) -> bool {
        let is_web = |link: &OpenLink| matches!(link.destination, Destination::Target(Target::Web(_)));
        self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Link { .. }))
            && self.links.last().is_some_and(is_web)
    }
}

/// Whether an acronym is the whole text of a link, perhaps with its number: `RFC 2119`.
fn is_alone(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1);
    words.next().is_none_or(|word| word.bytes().all(|byte| byte.is_ascii_digit())) && words.next().is_none()
}
