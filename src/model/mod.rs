//! The nouns. Plain data, no I/O, no behaviour beyond constructors and questions about oneself.
mod agenda;
mod body;
mod code;
mod date;
mod date_issue;
mod diagnostic;
mod document;
mod entry;
mod file;
mod front;
mod language;
mod options;
mod parsed;
mod path;
pub mod review;
mod settings;
mod sheet;
mod site;
mod source;
mod span;
mod urls;
mod value;
pub mod workday;

pub use agenda::{Agenda, AgendaTask, Group, Item, Subject};
pub use body::{Align, Body, Element, Image, Node, Notice, Slice, Target};
pub use code::{ALL_CODES, Code, Family, codes};
pub use date::{Date, Delay, DelayUnit, Period};
pub use date_issue::DateIssue;
pub use diagnostic::{Arg, Diagnostic, Fix, Noted, Severity};
pub use document::{
    Acronym, Branch, Checklist, Content, Document, EmptyHeaders, Heading, Link, LinkKind, Mention, Outline,
    Prose, RawHtml, Task, Typed, TypedKind, Waiver, checklist_count,
};
pub use entry::{Entry, EntryId, EntryKey, Kind};
pub use file::{Bytes, Files};
pub use front::{ChecklistMode, Front};
pub use language::Language;
pub use options::Options;
pub use parsed::{Kept, Parsed, RegistryFile, SearchTest, ThemeFile};
pub use path::{Anchor, OutPath, PageUrl, SourcePath, is_hidden, join_path, split_order};
pub use settings::{
    Accessibility, AccessibilityStatus, Audit, External, Host, HtmlMode, Level, Limits, Printing, Publisher,
    Settings,
};
pub use sheet::{Run, Sheet, SheetContact, SheetSection, SheetTask};
pub use site::{Asset, Generated, Nav, Page, PageId, Picture, Redirect, Site, Theme, Use, Withdrawn};
pub use source::{Source, Sources};
pub use span::{Located, Span};
pub use urls::{AliasForm, AliasRoom, Fingerprint, Gone, LockLine, LockState, UrlLock};
pub use value::{Email, Phone, Record, Value, WebAddress};
