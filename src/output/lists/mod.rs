//! Checklists away from their pages, as sheets and as PDF.
//!
//! 1. `tasks` finds the tasks of each role and counts tasks.
//! 2. `names` names each list of a page and each role's list.
//! 3. `sheet` lays a checklist out for print: its words as `runs`, its `contacts` and `tools`.
//! 4. `pdf` prints sheets.
mod contacts;
mod names;
mod runs;
mod sheet;
mod tools;

pub(crate) mod pdf;
pub(crate) mod tasks;

pub(crate) use contacts::{all_contacts, contacts_by_rank, contacts_of, contacts_of_lists};
pub(crate) use names::{ChecklistKey, ChecklistNames};
pub(crate) use sheet::all as sheets;
