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
        self.written.count.lost += 1;
        self.found(FindingKind::LeftOut, "link-to-no-page", path, at);
        Outcome::Unlinked
    }

    /// What means nothing in the source: another part of the site, what a program makes, or a fault.
    pub(super) fn missing(&mut self, target: &str, at: usize, is_picture: bool) -> Outcome {
        let program = self.context.program;
        if !is_picture && outside::is_generated(program, target) {
            self.written.count.lost += 1;
            self.found(FindingKind::LeftOut, "link-to-code", target, at);
            return Outcome::Unlinked;
        }
        if program.kind == ForeignKind::Gitbook && outside::is_broken_mark(target) {
            self.written.count.lost += 1;
            self.found(FindingKind::Wrong, "broken-link", target, at);
            return Outcome::Unlinked;
        }
        let (file, address) = (self.page.source, self.context.map.address(self.page.number));
        let led = outside::read(program, file, address, target);
        let led = led.or_else(|| outside::supplied(program, file, target).map(Outside::Address));
        match led.filter(|_| !is_picture) {
            Some(Outside::Address(address)) => {
                self.found(FindingKind::Changed, "published-link", &address, at);
                Outcome::To(address)
            }
            Some(Outside::Unknown) => {
                self.written.count.lost += 1;
                self.found(FindingKind::LeftOut, "link-outside", target, at);
                Outcome::Unlinked
            }
            None if !is_picture && self.context.map.is_left_out(program, target) => {
                self.no_page(target, target, at)
            }
            None => {
                self.written.count.lost += 1;
                let key = if is_picture { "missing-picture" } else { "missing-link" };
                self.found(FindingKind::Wrong, key, target, at);
                Outcome::Same
            }
        }
    }
}
