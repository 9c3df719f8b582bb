//! Web addresses as people write them.

/// An address without its scheme, `www.` and closing slash.
pub fn short(address: &str) -> &str {
    let bare =
        address.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/')
}

/// A key that is equal for the usual spellings of one address.
pub fn key(address: &str) -> String {
    short(address).to_lowercase()
}
