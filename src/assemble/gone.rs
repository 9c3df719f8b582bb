//! Addresses that were given up. Each gets a page that says why.
use super::address::{Holder, TakenAddresses};
use crate::model::{Gone, LockState, PageUrl, Parsed};

/// The pages that the lock calls gone, in its order, without those whose address something else has.
pub(super) fn all(parsed: &Parsed, addresses: &mut TakenAddresses) -> Vec<Gone> {
    let Some(kept) = &parsed.urls else { return Vec::new() };
    let lock = &kept.value.value;
    let mut gone = Vec::new();
    for (line, _) in lock.groups() {
        let (LockState::Gone(from, to), address) = (line.state, lock.address(line)) else { continue };
        if !is_page(address) {
            continue;
        }
        let url = PageUrl::new(address);
        if addresses.claim(Holder { url: url.clone(), source: None, page: None }).is_ok() {
            gone.push(Gone { url, reason: lock.str(from, to).to_owned() });
        }
    }
    gone
}

/// Whether an address is that of a page. No page can be published at the address of a file.
fn is_page(address: &str) -> bool {
    let inside = address.strip_prefix('/').and_then(|inside| inside.strip_suffix('/'));
    inside.is_some_and(|inside| {
        inside
            .split('/')
            .all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '%', '?', '#']))
    })
}

#[cfg(test)]
mod tests {
    use super::is_page;

    #[test]
    fn only_addresses_of_pages_count() {
        assert!(is_page("/a/") && is_page("/a/é/"));
        for other in ["/", "/a.pdf", "/a//b/", "/../", "//a/", "/a%20b/", "/a\\b/"] {
            assert!(!is_page(other), "{other}");
        }
    }
}
