//! The types that all modules share: plain data, without I/O, with no methods but constructors and questions about the
//! value itself.
//!
//! 1. What is read: `source`, `path`, `options`, `language`. `span` holds positions in files.
//! 2. What `parse` makes of it: `parsed` as a whole, `document` with its `body`, `front` and `task`s, `entry` with its `kind` and
//!    its `value`s, `settings`, `web_host`, `content_coding`, `search_engine`, `thesaurus`, `urls` (the lock). `date`, `date_issue`, `workday` and `review` are about days.
//! 3. What `assemble` makes of that: `site`; `site_change` compares two. `agenda`, `sheet` and `book` are gathered from it.
//! 4. What a build returns: `file` and `diagnostic` with its `code`.
//!    `shared_map` is what sources, documents and files are in: two builds share what is equal.
//! 5. What an import reads and writes: `foreign`.
mod agenda;
mod body;
mod book;
mod code;
mod content_coding;
mod date;
mod date_issue;
mod diagnostic;
mod document;
mod entry;
mod file;
mod foreign;
mod front;
mod kind;
mod language;
mod options;
mod parsed;
mod path;
pub mod review;
mod search_engine;
mod settings;
mod shared_map;
mod sheet;
mod site;
mod site_change;
mod source;
mod span;
mod task;
mod thesaurus;
mod urls;
mod value;
mod web_host;
pub mod workday;

pub use agenda::{Agenda, AgendaGroup, AgendaItem, AgendaTask, Subject};
pub use body::{
    Align, Body, CodeBlock, CodePart, ColoredPart, Element, Image, Node, Notice, Referent, Slice, Target,
    TextReference,
};
pub use book::{
    BookCell, BookElement, BookLink, BookNode, BookPicture, BookTag, Chapter, GuideBook, IndexLine, book_text,
};
pub use code::{ALL_CODES, Code, Family, codes};
pub use content_coding::ContentCoding;
pub use date::{Date, Delay, DelayUnit, Period};
pub use date_issue::DateIssue;
pub use diagnostic::{Arg, Diagnostic, Fix, Noted, Severity};
pub use document::{
    Acronym, BoldParagraph, Content, DefinedTarget, Document, EmptyHeaders, Heading, Link, LinkKind, Mention,
    Outline, Prose, RawHtml, Typed, TypedKind, Underlined, Waiver,
};
pub use entry::{Entry, EntryId, EntryKey};
#[cfg(test)]
pub(crate) use file::files_of;
pub use file::{
    Bytes, FileStore, Files, HeldFile, PageOnRequest, PagesOnRequest, StoredFile, StoredFiles, file_size,
};
pub use foreign::{
    FindingKind, ForeignFile, ForeignKind, ForeignTree, ImportFinding, NewContent, NewFile, Withholding,
};
pub use front::{ChecklistMode, DayRole, ForeignDay, Front};
pub use kind::{EntryOrder, EntryPages, Kind};
pub use language::Language;
pub use options::Options;
pub use parsed::{Kept, Parsed, ParsedFiles, RegistryFile, SearchTest, ThemeFile};
pub use path::{
    Anchor, OutPath, PageUrl, SEARCH_MARK, SourcePath, is_hidden, is_leftover, is_markdown, join_path,
    split_order,
};
pub use search_engine::{SearchEngine, SearchServer};
pub use settings::{
    Accessibility, AccessibilityStatus, Audit, ChecklistField, External, Host, HtmlMode, Level, Limits,
    Printing, Publisher, Settings,
};
pub use shared_map::{SharedMap, SharedSet, changed_keys, differences};
pub use sheet::{Run, Sheet, SheetContact, SheetField, SheetSection, SheetTask, SheetTool};
pub use site::{
    Asset, Entries, Generated, Nav, Page, PageId, Picture, Redirect, Site, Theme, Use, Withdrawn,
};
pub use site_change::SiteChange;
pub use source::{Source, Sources};
pub use span::{Located, Span};
pub use task::{Branch, Checklist, Question, Task, TaskFlags, checklist_count};
pub use thesaurus::{Thesaurus, WordGroup};
pub use urls::{AliasForm, AliasRoom, Fingerprint, Gone, LockLine, LockState, UrlLock};
pub use value::{Email, Given, Phone, Placeholder, Record, RecordField, Value, WebAddress};
pub use web_host::WebHost;
