//! What pages, checklists and the search share: how they write text and addresses, and what they show of entries.
//!
//! 1. `address` writes addresses, relative to a page or absolute.
//! 2. `text` applies typography and finds the words of the interface.
//! 3. `roles` and `terms` list the roles and the terms of the registry.
//! 4. `entry_link` says where the name of an entry leads, `target` where any link of a body leads.
//! 5. `task_rows` lists the tasks of the guide for tables of who does what.
//! 6. `context` puts 1 to 3 together with the theme: all that text and links of any page are written with.
//! 7. `card` shows an entry; `cards` makes the cards that pages share.
//! 8. `footer` lists the pages at the foot, `logo` finds the picture at the top, `social_card` says where the pictures for
//!    links are, `reading` what the scripts know that come while somebody reads.
//! 9. `site_view` makes what templates call `site`, with the form for ticks and the addresses of the theme's files.
pub(crate) mod address;
pub(crate) mod card;
pub(crate) mod cards;
pub(crate) mod context;
pub(crate) mod entry_link;
pub(crate) mod footer;
mod logo;
pub(crate) mod reading;
pub(crate) mod roles;
pub(crate) mod site_view;
pub(crate) mod social_card;
pub(crate) mod target;
pub(crate) mod task_rows;
pub(crate) mod terms;
pub(crate) mod text;
