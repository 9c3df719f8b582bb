//! What becomes of a link that leads to no page and to no file of the guide.
use super::outside::{self, Outside};
use super::rewrite::{LinkWriter, Outcome};
use crate::model::{FindingKind, ForeignKind};

impl LinkWriter<'_> {
    /// A file of the source that is no page: its published address if the settings tell it, else nothing.
    pub(super) fn no_page(&mut self, path: &str, target: &str, at: usize) -> Outcome {
        if let Some(address) = outside::published(self.context.program, target) {
            self.found(FindingKind::Changed, "published-link", &address, at);
            return Outcome::To(address);
        }
        self.unlinked(FindingKind::LeftOut, "link-to-no-page", path, at)
    }

    /// What means nothing in the source: another part of the site, what a program makes, or a fault.
    pub(super) fn missing(&mut self, target: &str, at: usize, is_picture: bool) -> Outcome {
        let program = self.context.program;
        if outside::is_made(program, target) {
            return self.unlinked(FindingKind::LeftOut, "made-link", target, at);
        }
        if program.kind == ForeignKind::Gitbook && outside::is_broken_mark(target) {
            return self.unlinked(FindingKind::Wrong, "broken-link", target, at);
        }
        if is_picture {
            return self.nowhere("missing-picture", target, at);
        }
        if outside::is_generated(program, target) {
            return self.unlinked(FindingKind::LeftOut, "link-to-code", target, at);
        }
        let (file, address) = (self.page.source, self.context.map.address(self.page.number));
        let led = outside::read(program, file, address, target);
        let led = led.or_else(|| outside::supplied(program, file, target).map(Outside::Address));
        match led {
            Some(Outside::Address(address)) => {
                self.found(FindingKind::Changed, "published-link", &address, at);
                Outcome::To(address)
            }
            Some(Outside::Unknown) => self.unlinked(FindingKind::LeftOut, "link-outside", target, at),
            None if self.context.map.is_left_out(program, target) => self.no_page(target, target, at),
            None => self.nowhere("missing-link", target, at),
        }
    }

    /// It stays, and leads nowhere as before.
    fn nowhere(&mut self, key: &'static str, target: &str, at: usize) -> Outcome {
        self.written.count.lost += 1;
        self.found(FindingKind::Wrong, key, target, at);
        Outcome::Same
    }

    /// Its text stays, and is no link any more.
    pub(super) fn unlinked(
        &mut self,
        kind: FindingKind,
        key: &'static str,
        target: &str,
        at: usize,
    ) -> Outcome {
        self.written.count.lost += 1;
        self.found(kind, key, target, at);
        Outcome::Unlinked
    }
}
