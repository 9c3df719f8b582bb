//! Files that machines read, each made of the site alone; one file an output.
//!
//! 1. `listed_page` lists the pages of the guide.
//! 2. `sitemap`, `feed` and `llms` write that list for search engines, feed readers and language models.
//! 3. `hosting` writes `robots.txt` and what hosts and web servers read; `vcard` writes contacts for address books.
//! 4. `manifest` says how the site is shown among programs of a device.
//! 5. `tasks` writes the tasks of each role for the script that tells how many are done.
mod listed_page;

pub(crate) mod feed;
pub(crate) mod hosting;
pub(crate) mod llms;
pub(crate) mod manifest;
pub(crate) mod sitemap;
pub(crate) mod tasks;
pub(crate) mod vcard;
