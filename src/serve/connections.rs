//! The open connections, of which the least needed one makes room for a new one.
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::task::AbortHandle;

/// What a connection was last used for, the least needed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ConnectionUse {
    /// It has asked for nothing yet.
    Silent,
    /// It was answered.
    Answered,
    /// It is told of each build. A browser that loses it connects again.
    Streaming,
}

impl ConnectionUse {
    fn of(number: u8) -> Self {
        match number {
            0 => Self::Silent,
            1 => Self::Answered,
            _ => Self::Streaming,
        }
    }
}

/// What a connection was last used for, as the connection itself says.
#[derive(Clone, Debug, Default)]
pub(super) struct UseMark(Arc<AtomicU8>);

impl UseMark {
    pub(super) fn set(&self, what: ConnectionUse) {
        self.0.store(what as u8, Ordering::Relaxed);
    }

    fn get(&self) -> ConnectionUse {
        ConnectionUse::of(self.0.load(Ordering::Relaxed))
    }
}

/// All open connections, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Connections {
    open: Mutex<BTreeMap<u64, (UseMark, AbortHandle)>>,
}

impl Connections {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, (UseMark, AbortHandle)>> {
        // After a panic the list is still valid.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a connection under a number that is higher than those before.
    pub(super) fn add(&self, number: u64, mark: UseMark, task: AbortHandle) {
        self.lock().insert(number, (mark, task));
    }

    /// Forgets those that have ended.
    pub(super) fn forget_ended(&self) {
        self.lock().retain(|_, (_, task)| !task.is_finished());
    }

    pub(super) fn count(&self) -> usize {
        self.lock().len()
    }

    /// Closes the least needed connection: one that asked for nothing, else one that was answered, else one that
    /// is told of builds; of these, the oldest.
    pub(super) fn close_one(&self) {
        let mut open = self.lock();
        let least = open.iter().min_by_key(|(number, (mark, _))| (mark.get(), **number));
        if let Some((_, task)) = least.map(|(number, _)| *number).and_then(|number| open.remove(&number)) {
            task.abort();
        }
    }
}
