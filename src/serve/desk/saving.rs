//! Writes pages: whole or not at all, and never over what another program has written since the text was read.
use super::merge::{Passage, passages};
use super::place::{EditedPage, LARGEST};
use super::text::restored;
use super::{Desk, DeskAnswer, Done, ReadGuide};
use crate::failure::Failure;
use crate::stamp::Stamp;
use crate::write::history::VersionKind;
use crate::write::source;
use hyper::StatusCode;
use serde_json::{Value, json};
use std::sync::{MutexGuard, PoisonError};

/// After so many writes the history is made smaller.
const PRUNED: u32 = 32;

impl Desk {
    /// Writes a text, if the file is what was read.
    pub(super) fn save(&self, guide: &ReadGuide, wanted: &Value) -> Done {
        let file = self.file(guide, wanted)?;
        let (text, base) = (self.text_of(wanted, "text")?, self.text_of(wanted, "base")?);
        let _writing = self.begin_write()?;
        let now = self.bytes_of(&file)?;
        if !is_what_was_read(&now, wanted) {
            return Err(self.conflict(&now, base, text));
        }
        let after = restored(&now, text);
        if after.len() > LARGEST {
            return Err(self.refuse(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
        }
        match self.write(&file, &now, &after, VersionKind::Saved) {
            Err(failure) if failure.what == "failure-changed" => {
                Err(self.conflict(&self.bytes_of(&file)?, base, text))
            }
            Err(failure) => Err(self.failed(&failure)),
            Ok(()) => self.written(&file, &after),
        }
    }

    /// Brings the version before back, if the file is what was read.
    pub(super) fn undo(&self, guide: &ReadGuide, wanted: &Value) -> Done {
        let file = self.file(guide, wanted)?;
        let _writing = self.begin_write()?;
        let now = self.bytes_of(&file)?;
        if !is_what_was_read(&now, wanted) {
            return Err(self.refuse(StatusCode::CONFLICT, "changed"));
        }
        let before = self.history.before(&file.source, Stamp::of_bytes(&now));
        let before = before.map_err(|failure| self.failed(&failure))?;
        let before = before.ok_or_else(|| self.refuse(StatusCode::NOT_FOUND, "nothing"))?;
        match self.write(&file, &now, &before, VersionKind::Undone) {
            Err(failure) => Err(self.failed(&failure)),
            Ok(()) => self.written(&file, &before),
        }
    }

    /// Keeps both versions, then replaces the file.
    fn write(&self, file: &EditedPage, now: &[u8], after: &[u8], kind: VersionKind) -> Result<(), Failure> {
        if now == after {
            return Ok(());
        }
        self.history.keep(&file.source, VersionKind::Found, now)?;
        self.history.keep(&file.source, kind, after)?;
        source::replace(file.path(), Some(now), after)
    }

    /// Waits until no other write is under way. Now and then, the history is made smaller first.
    pub(super) fn begin_write(&self) -> Result<MutexGuard<'_, u32>, DeskAnswer> {
        // After a panic the files are whole all the same.
        let mut count = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if count.is_multiple_of(PRUNED) {
            self.history.prune().map_err(|failure| self.failed(&failure))?;
        }
        *count = count.wrapping_add(1);
        Ok(count)
    }

    fn written(&self, file: &EditedPage, after: &[u8]) -> Done {
        Ok(json!({
            "text": self.shown(after)?,
            "stamp": Stamp::of_bytes(after).to_hex(),
            "canUndo": self.can_undo(file, after)?,
        }))
    }

    /// Both versions, passage by passage.
    fn conflict(&self, now: &[u8], base: &str, mine: &str) -> DeskAnswer {
        let theirs = match self.shown(now) {
            Ok(theirs) => theirs,
            Err(refused) => return refused,
        };
        let passages: Vec<_> = passages(base, mine, &theirs).into_iter().map(told).collect();
        let stamp = Stamp::of_bytes(now).to_hex();
        let body = json!({ "message": self.word("changed"), "stamp": stamp, "theirs": theirs, "passages": passages });
        DeskAnswer { status: StatusCode::CONFLICT, body }
    }
}

/// A passage for the page, with the version to propose where only one differs from what was read.
fn told(passage: Passage) -> Value {
    match passage {
        Passage::Same(text) => json!({ "same": text }),
        Passage::Different { base, mine, theirs } => {
            let proposed = if mine == base {
                Some("theirs")
            } else if theirs == base {
                Some("mine")
            } else {
                None
            };
            json!({ "mine": mine, "theirs": theirs, "proposed": proposed })
        }
    }
}

fn is_what_was_read(now: &[u8], wanted: &Value) -> bool {
    let stamp = wanted["stamp"].as_str().and_then(Stamp::from_hex);
    stamp == Some(Stamp::of_bytes(now))
}
