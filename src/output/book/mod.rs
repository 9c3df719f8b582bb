//! The whole guide as one book.
//!
//! 1. `html` reads the HTML of a page, as the site shows it, so that a book drops nothing that the pages have.
//! 2. `elements` says what each element is in a book; `read` makes nodes of a page, and `shape` and `spaces` put them in order.
//!    `places` knows the ids of the book and where its links lead, `pictures` the pictures.
//! 3. `gather` puts the chapters together; `index` adds the contacts. `publish` makes it a file of the
//!    site.
mod elements;
mod gather;
mod html;
mod index;
mod pictures;
mod places;
pub(crate) mod publish;
mod read;
mod shape;
mod spaces;

pub(crate) use gather::book;
