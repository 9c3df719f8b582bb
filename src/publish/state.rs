//! The list of what was published, kept at the target: by it the next publication knows what is Jalon's and what is still
//! the same, and two publishers know of each other.
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the list, below the prefix. No file of a site may have it.
pub(super) const LIST: &str = ".jalon-manifest.json";

/// The version of the format. The list in an output folder is another format, version 1.
const VERSION: u32 = 2;

/// Who publishes at this moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owner {
    /// The process: a fingerprint of the machine, its number and when it began; empty where the system does not tell.
    pub(super) process: String,
    /// The day and time in UTC, for people.
    pub(super) since: String,
    /// The number of this publisher's attempt, different for each.
    pub(super) token: String,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PublishedList {
    pub(super) version: u32,
    /// How often the site was published here.
    pub(super) publication: u64,
    /// Grows with each writing of the list, which shows that a publisher is alive.
    pub(super) serial: u64,
    pub(super) owner: Option<Owner>,
    /// The files that are there, with the fingerprint of content and headers.
    pub(super) files: BTreeMap<String, String>,
    /// The files that a publication began to write: they may be there, in their old form or the new.
    pub(super) started: BTreeMap<String, String>,
    /// Files that the site no longer needs, and since which publication. Pages that readers have open still load them.
    pub(super) retired: BTreeMap<String, u64>,
}

impl PublishedList {
    /// The list of a place where nothing was published.
    pub(super) fn new() -> Self {
        Self { version: VERSION, ..Self::default() }
    }

    /// Reads a list; none if it is not one.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|state: &Self| state.version == VERSION)
    }

    /// The list as it is kept.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("texts and numbers have a JSON form")
    }

    /// Whether Jalon put this file there, or may have.
    pub(super) fn is_ours(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.started.contains_key(path)
    }

    /// The fingerprint of what is there; none where it is not certain.
    pub(super) fn known(&self, path: &str) -> Option<&String> {
        self.files.get(path).filter(|_| !self.started.contains_key(path))
    }

    /// A file was sent.
    pub(super) fn sent(&mut self, path: &str) {
        if let Some((path, stamp)) = self.started.remove_entry(path) {
            self.files.insert(path, stamp);
        }
    }

    /// A file was removed.
    pub(super) fn removed(&mut self, path: &str) {
        self.files.remove(path);
        self.started.remove(path);
        self.retired.remove(path);
    }
}
