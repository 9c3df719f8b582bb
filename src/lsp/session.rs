//! What one client and this server know of each other.
use super::lifecycle::Client;
use super::workspace::Workspace;
use crate::words::Words;

/// A session.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) client: Client,
    pub(super) workspace: Workspace,
    pub(super) words: Words,
}
