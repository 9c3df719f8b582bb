//! Addresses that were given up: each gets a page that says why.
use super::address::{Addresses, Holder};
use crate::model::{Gone, LockState, PageUrl, Parsed};

/// The pages that the lock says are gone, in its order. One whose address something else has by now is not gone.
pub(super) fn all(parsed: &Parsed, addresses: &mut Addresses) -> Vec<Gone> {
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

/// Whether an address is that of a page that can be published: what answers at the address of a file must be a file.
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
    fn only_pages_say_that_they_are_gone() {
        assert!(is_page("/a/") && is_page("/a/é/"));
        for other in ["/", "/a.pdf", "/a//b/", "/../", "//a/", "/a%20b/", "/a\\b/"] {
            assert!(!is_page(other), "{other}");
        }
    }
}
