//! Tasks and the checklists that they make.
use super::{Anchor, Body, ChecklistMode, Date, Delay, EntryKey, Target};
use thin_vec::ThinVec;

/// A section with tasks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checklist {
    /// The heading; none before the first one.
    pub anchor: Option<Anchor>,
    /// The text of the heading, or the title of the page.
    pub title: String,
    /// How its tasks are meant to be done.
    pub mode: ChecklistMode,
    /// Whether tasks of it are numbered steps.
    pub ordered: bool,
    /// The tasks of the first level, in order.
    pub tasks: Vec<Task>,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Task {
    /// A stable anchor made of its text, unique in the page.
    pub id: Anchor,
    /// Its number as the page shows it, in a numbered list.
    pub number: Option<u32>,
    /// Whether it is ticked to begin with (`- [x]`).
    pub done: bool,
    /// What readers answer with yes or no: tasks below it are branches.
    pub question: Option<Question>,
    /// The text.
    pub text: Body,
    /// The explanation.
    pub help: Option<Box<Body>>,
    /// The roles who do it, as named in the task, else above it, else in the front matter. May be empty.
    pub roles: ThinVec<EntryKey>,
    /// When it is due.
    pub due: Option<Delay>,
    /// The last day on which it is valid, if the author dated the passage it is in.
    pub until: Option<Date>,
    /// Whether it begins with **Important**.
    pub important: bool,
    /// Which answer to the task above it belongs to.
    pub branch: Option<Branch>,
    /// The tasks below it.
    pub tasks: ThinVec<Task>,
}

impl Task {
    /// What its text and its explanation link to and name.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.text.targets.iter().chain(self.help.iter().flat_map(|help| &help.targets))
    }

    /// What its first tags depend on.
    pub fn flags(&self) -> TaskFlags {
        let has_help = self.help.is_some();
        TaskFlags { done: self.done, important: self.important, question: self.question, has_help }
    }
}

/// The number of first-level tasks in these checklists.
pub fn checklist_count(checklists: &[Checklist]) -> usize {
    checklists.iter().map(|checklist| checklist.tasks.len()).sum()
}

/// The answer that a branch belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// "Si oui", "If yes".
    Yes,
    /// "Si non", "If no".
    No,
}

/// A task that is answered with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// The branch below it that is ticked to begin with.
    pub answer: Option<Branch>,
}

/// What the first tags of a task depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TaskFlags {
    /// Whether it is ticked to begin with.
    pub done: bool,
    /// Whether it begins with **Important**.
    pub important: bool,
    /// What readers answer with yes or no.
    pub question: Option<Question>,
    /// Whether it has an explanation.
    pub has_help: bool,
}
