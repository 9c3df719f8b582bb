//! The pages that readers see, made of the plan.
//!
//! 1. `plan` is all that pages are planned from; its `menu` has every page of the guide as menus show it, and
//!    `menu_tree` all of a small one together.
//! 2. `frame` is what a page shows around its content: `menu`, `journey`, `checklists`, links by `nav`. `view` makes of it
//!    what templates call `page`, `structured` what search engines read.
//! 3. `layout` fills the frame and the content into a template.
//! 4. `affected` finds the pages that may look other than before, where outlines or entries changed.
//! 5. One file a kind of page: `page` for those of the guide, whose input `body` collects; `role` with its `dashboard`,
//!    `directory`, `whole`, `map`, `search`, `statement` for generated ones; `redirect`, `withdrawn`, `gone` for former addresses.
mod affected;
mod body;
mod checklists;
mod dashboard;
mod frame;
mod journey;
mod layout;
mod menu;
mod menu_tree;
mod nav;
mod plan;
mod structured;
mod view;

pub(crate) mod directory;
pub(crate) mod gone;
pub(crate) mod map;
pub(crate) mod page;
pub(crate) mod redirect;
pub(crate) mod role;
pub(crate) mod search;
pub(crate) mod statement;
pub(crate) mod whole;
pub(crate) mod withdrawn;

pub(crate) use affected::affected;
pub(crate) use body::body_input;
pub(crate) use menu::MenuPages;
pub(crate) use plan::{DocumentPlan, OutputPlan, SitePlan};
