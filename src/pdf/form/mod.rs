//! Form fields for a file that Typst wrote, which knows links and no fields.
//!
//! A theme draws a field as a shape inside a link to a private address (`x-form:`, see [`request`]); Typst tags the
//! link and says where it is. Here
//!
//! 1. [`file`] reads the file into objects, as [`value`]s;
//! 2. [`request`] finds the private links and reads what they ask for;
//! 3. [`widget`] puts a field in the place of each link, with its looks and the [`font`] for what readers type;
//! 4. [`tags`] turns the tag of each link into that of a field;
//! 5. [`file`] writes the objects again, packed.
//!
//! Only what Typst writes in the version that `Cargo.toml` pins is understood. Anything else is refused with an
//! [`Unexpected`]; a file that could be damaged is never written.
mod file;
mod font;
mod reader;
mod request;
mod tags;
#[cfg(test)]
mod tests;
mod value;
mod widget;

pub(super) use font::{Font, Measures};

use file::File;
use std::fmt;

/// The beginning of the addresses that ask for a field.
const SCHEME: &str = "x-form:";

/// What was wanted and is not there, and where in the file or in which object.
#[derive(Debug)]
pub(super) struct Unexpected {
    wanted: String,
    at: usize,
}

impl Unexpected {
    fn new(wanted: impl Into<String>, at: usize) -> Self {
        Self { wanted: wanted.into(), at }
    }

    /// About an object.
    fn of(wanted: impl Into<String>, id: u32) -> Self {
        Self::new(wanted, id as usize)
    }
}

impl fmt::Display for Unexpected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "form fields: expected {} ({})", self.wanted, self.at)
    }
}

/// A value, or what was expected instead of what stands there.
type Outcome<T> = Result<T, Unexpected>;

/// Turns the private links of a file into form fields and packs the file.
pub(super) fn with_fields(bytes: &[u8], font: &Font) -> Outcome<Vec<u8>> {
    let mut file = File::read(bytes)?;
    let requests = request::find(&file)?;
    if !requests.is_empty() {
        tags::retag(&mut file, &requests)?;
        let form = widget::put(&mut file, &requests, font)?;
        file.catalog()?.set("AcroForm", form);
    }
    Ok(file.write())
}
