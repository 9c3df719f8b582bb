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

/// Top-level names that no site on the web has (RFC 2606, 6762 and 9476).
const RESERVED: [&str; 8] = ["test", "invalid", "localhost", "local", "lan", "internal", "home", "example"];
/// Hosts that stand in examples (RFC 2606).
const EXAMPLES: [&str; 3] = ["example.com", "example.org", "example.net"];

/// Whether readers could open an address: its host is no number, no single word and no example.
pub fn is_public(address: &str) -> bool {
    let host = host(address).to_ascii_lowercase();
    let Some((rest, last)) = host.trim_end_matches('.').rsplit_once('.') else { return false };
    let is_of =
        |example: &str| host.strip_suffix(example).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    !rest.is_empty()
        && last.chars().all(char::is_alphabetic)
        && !RESERVED.contains(&last)
        && !EXAMPLES.into_iter().any(is_of)
}

/// Whether an address is a request to a program, which people read rather than open: `https://api.a.fr/b?c=d`.
pub fn is_request(address: &str) -> bool {
    let Some((path, _)) = address.split_once('?') else { return false };
    let is_service = |part: &str| {
        let part = part.to_ascii_lowercase();
        part.starts_with("api") && !part[3..].starts_with(char::is_alphabetic)
            || ["wfs", "wms", "wmts", "graphql", "rest"].contains(&part.as_str())
    };
    path.split(['/', '.', ':']).any(is_service)
}

/// Whether readers have to put their own words into an address: `https://a.fr/{id}`, `https://a.fr/your-team/your-site`.
pub fn is_pattern(address: &str) -> bool {
    let is_own = |part: &&str| {
        let part = part.to_ascii_lowercase();
        ["your", "votre", "my", "mon", "ma"].iter().any(|own| {
            part.strip_prefix(own).is_some_and(|rest| rest.starts_with(['-', '_']) && rest.len() > 1)
        })
    };
    address.contains(['{', '<', '…'])
        || address.contains("...")
        || address.split(['/', '.', '?', '=']).filter(is_own).count() > 1
}

fn host(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let authority = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_examples_and_of_this_machine_are_not_public() {
        for address in ["https://a.fr/b", "www.a.gouv.fr", "http://a.b.museum:80/?c", "https://myexample.com"]
        {
            assert!(is_public(address), "{address}");
        }
        for address in [
            "http://localhost:1313/",
            "http://127.0.0.1",
            "http://192.168.1.1/a",
            "http://[::1]/",
            "https://example.org",
            "https://WWW.Example.com/a",
            "https://printer.local",
            "https://app.test/a.b",
            "http://intranet/",
        ] {
            assert!(!is_public(address), "{address}");
        }
    }

    #[test]
    fn patterns_hold_words_of_their_readers() {
        for address in [
            "https://a.fr/{id}",
            "https://a.fr/<id>/b",
            "https://a.fr/…",
            "https://a.fr/your-team/your_site/b",
            "https://votre-service.a.fr/mon-site",
        ] {
            assert!(is_pattern(address), "{address}");
        }
        for address in ["https://a.fr/votre-compte", "https://your-site.fr", "https://a.fr/monnaie/maison-b"]
        {
            assert!(!is_pattern(address), "{address}");
        }
    }

    #[test]
    fn requests_are_not_opened() {
        for address in [
            "https://geo.api.gouv.fr/a?b=c&d",
            "https://a.fr/api/v1?b",
            "https://api-a.fr/b?c",
            "https://a.fr/wfs/?d",
        ] {
            assert!(is_request(address), "{address}");
        }
        for address in ["https://api.gouv.fr/guides", "https://a.fr/?b=api", "https://apics.fr/a?b"] {
            assert!(!is_request(address), "{address}");
        }
    }
}
