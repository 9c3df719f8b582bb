//! The desk of `jalon edit`: gives the text of a page, shows what a text would become, and writes it.
//!
//! 1. `place` finds the file of a page, `text` gives its text for a text field and its bytes back.
//! 2. `preview` builds the guide with a text that is not saved, without a trace in what is served.
//! 3. `saving` replaces the file if it still is what was read, and brings the version before back. Where another program
//!    has changed it, `merge` sets both versions side by side.
//! 4. `names` lists what a page can refer to, `picture` puts a file beside it.
mod merge;
mod names;
mod picture;
mod place;
mod preview;
mod saving;
mod text;

use crate::failure::Failure;
use crate::model::{Diagnostic, Language, Options, Sources};
use crate::pipeline::Build;
use crate::stamp::Stamp;
use crate::write::history::FileHistory;
use crate::write::source;
use hyper::StatusCode;
use place::{EditedPage, LARGEST};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What the desk needs of the command.
pub(crate) struct DeskConfig {
    /// How many bytes the history may take.
    pub room: u64,
    /// The words of the desk, by name.
    pub words: Value,
    /// A diagnostic in words.
    pub finding: Box<dyn Fn(&Diagnostic) -> Value + Send + Sync>,
    /// HTML as Markdown, for a guide in a language.
    pub paste: fn(&str, Language) -> String,
    /// A failure in words.
    pub failure: Box<dyn Fn(&Failure) -> String + Send + Sync>,
}

/// The guide as it was last read, whether or not it has errors.
pub(super) struct ReadGuide {
    pub(super) sources: Sources,
    /// The diagnostics of reading it.
    pub(super) reading: Vec<Diagnostic>,
    pub(super) build: Arc<Build>,
}

/// What a page asks the desk for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// The text of a page.
    Page,
    /// What a page can refer to.
    Names,
    /// What a text would become.
    Preview,
    /// HTML as Markdown.
    Paste,
    /// Put a picture beside a page.
    Picture,
    /// Write a text.
    Save,
    /// Bring the version before back.
    Undo,
}

/// The answer to an action.
#[derive(Debug)]
pub(super) struct DeskAnswer {
    pub(super) status: StatusCode,
    pub(super) body: Value,
}

type Done = Result<Value, DeskAnswer>;

/// The desk of a guide.
pub(super) struct Desk {
    root: PathBuf,
    options: Options,
    config: DeskConfig,
    history: FileHistory,
    /// Held during a write, because two tabs may save at once; the number of writes.
    writing: Mutex<u32>,
}

impl Action {
    /// The action at an address.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "page" => Some(Self::Page),
            "names" => Some(Self::Names),
            "preview" => Some(Self::Preview),
            "paste" => Some(Self::Paste),
            "picture" => Some(Self::Picture),
            "save" => Some(Self::Save),
            "undo" => Some(Self::Undo),
            _ => None,
        }
    }

    /// The largest body: JSON may take two bytes for one of a text, and a save has the text before it, too.
    pub(super) fn room(self) -> usize {
        match self {
            Self::Page | Self::Names | Self::Undo => 64 << 10,
            Self::Preview | Self::Paste | Self::Picture => 2 * LARGEST + (64 << 10),
            Self::Save => 4 * LARGEST + (64 << 10),
        }
    }
}

impl Desk {
    /// The desk of the guide below a root. Removes what an interrupted write left behind.
    pub(super) fn new(root: &Path, config: DeskConfig, options: Options) -> Result<Self, Failure> {
        let history = FileHistory::new(root, config.room);
        source::remove_left_behind(&root.join("guide"))?;
        Ok(Self { root: root.to_path_buf(), options, config, history, writing: Mutex::default() })
    }

    /// A word of the desk.
    pub(super) fn word(&self, name: &str) -> &str {
        self.config.words[name].as_str().unwrap_or_default()
    }

    /// What tells this guide from others that were served at the same address: a browser keeps the drafts of all.
    pub(super) fn guide(&self) -> String {
        Stamp::of_bytes(self.root.as_os_str().as_encoded_bytes()).to_hex()
    }

    /// Does what a page asks for.
    pub(super) fn act(&self, guide: &ReadGuide, action: Action, wanted: &Value) -> DeskAnswer {
        let done = match action {
            Action::Page => self.page(guide, wanted),
            Action::Names => self.file(guide, wanted).map(|file| names::of(guide, &file.source)),
            Action::Preview => self.preview(guide, wanted),
            Action::Paste => self.paste(guide, wanted),
            Action::Picture => self.picture(guide, wanted),
            Action::Save => self.save(guide, wanted),
            Action::Undo => self.undo(guide, wanted),
        };
        done.map_or_else(|refused| refused, |body| DeskAnswer { status: StatusCode::OK, body })
    }

    /// The text of a page, and what it takes to write it.
    fn page(&self, guide: &ReadGuide, wanted: &Value) -> Done {
        let file = self.file(guide, wanted)?;
        let bytes = self.bytes_of(&file)?;
        let text = self.shown(&bytes)?;
        Ok(json!({
            "text": text,
            "stamp": Stamp::of_bytes(&bytes).to_hex(),
            "canUndo": self.can_undo(&file, &bytes)?,
            "words": self.config.words,
        }))
    }

    /// HTML that somebody pastes, as Markdown.
    fn paste(&self, guide: &ReadGuide, wanted: &Value) -> Done {
        let html = wanted["html"].as_str().filter(|html| html.len() <= LARGEST);
        let html = html.ok_or_else(|| self.refuse(StatusCode::BAD_REQUEST, "refused"))?;
        let language = guide.build.site.as_ref().map(|site| site.settings.language).unwrap_or_default();
        Ok(json!({ "text": (self.config.paste)(html, language) }))
    }

    /// The page that a request names.
    fn file(&self, guide: &ReadGuide, wanted: &Value) -> Result<EditedPage, DeskAnswer> {
        let name = wanted["source"].as_str().unwrap_or_default();
        let file = EditedPage::find(&self.root, &guide.sources, name);
        file.ok_or_else(|| self.refuse(StatusCode::NOT_FOUND, "gone"))
    }

    fn bytes_of(&self, file: &EditedPage) -> Result<Vec<u8>, DeskAnswer> {
        file.read().map_err(|why| self.failed(&Failure::at("failure-read", file.path(), &why)))
    }

    fn shown(&self, bytes: &[u8]) -> Result<String, DeskAnswer> {
        text::shown(bytes).ok_or_else(|| self.refuse(StatusCode::UNPROCESSABLE_ENTITY, "not-text"))
    }

    /// A text of a request, if it is not too large for a page.
    fn text_of<'a>(&self, wanted: &'a Value, name: &str) -> Result<&'a str, DeskAnswer> {
        let bad = || self.refuse(StatusCode::BAD_REQUEST, "refused");
        let text = wanted[name].as_str().ok_or_else(bad)?;
        if text.len() > LARGEST || text.contains('\r') {
            return Err(self.refuse(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
        }
        Ok(text)
    }

    fn can_undo(&self, file: &EditedPage, bytes: &[u8]) -> Result<bool, DeskAnswer> {
        let has_before = self.history.has_before(&file.source, Stamp::of_bytes(bytes));
        has_before.map_err(|failure| self.failed(&failure))
    }

    fn refuse(&self, status: StatusCode, word: &str) -> DeskAnswer {
        DeskAnswer { status, body: json!({ "message": self.word(word) }) }
    }

    /// The system refused.
    fn failed(&self, failure: &Failure) -> DeskAnswer {
        let message = (self.config.failure)(failure);
        DeskAnswer { status: StatusCode::INTERNAL_SERVER_ERROR, body: json!({ "message": message }) }
    }
}
