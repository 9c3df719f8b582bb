//! Addresses as requests need them. The only file of this folder that uses the `url` crate.
use core::net::IpAddr;
use url::{Host, Url};

/// An `http` or `https` address without fragment, user name and password.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Address(Url);

/// Why a redirect cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RedirectError {
    /// The text is not an address.
    Malformed,
    /// The scheme is neither `http` nor `https`. Holds scheme and host, without what may be secret.
    Scheme(String),
}

/// The longest address that a redirect is followed to, in bytes.
const LONGEST: usize = 8 << 10;

impl Address {
    /// Reads an absolute address. The fragment is returned apart, because it is never sent.
    pub(super) fn read(text: &str) -> Result<(Self, Option<String>), RedirectError> {
        Self::of(Url::parse(text).map_err(|_| RedirectError::Malformed)?)
    }

    /// Resolves the value of a `Location` header against this address.
    pub(super) fn follow(&self, location: &str) -> Result<(Self, Option<String>), RedirectError> {
        if location.len() > LONGEST {
            return Err(RedirectError::Malformed);
        }
        Self::of(self.0.join(location).map_err(|_| RedirectError::Malformed)?)
    }

    fn of(mut url: Url) -> Result<(Self, Option<String>), RedirectError> {
        if !matches!(url.scheme(), "http" | "https") {
            let host = url.host_str().map(|host| format!("//{host}")).unwrap_or_default();
            return Err(RedirectError::Scheme(format!("{}:{host}", url.scheme())));
        }
        // Both fail only for addresses without a host, and these schemes always have one.
        if url.set_username("").and_then(|()| url.set_password(None)).is_err() {
            return Err(RedirectError::Malformed);
        }
        let fragment = url.fragment().map(str::to_owned);
        url.set_fragment(None);
        Ok((Self(url), fragment))
    }

    pub(super) fn text(&self) -> &str {
        self.0.as_str()
    }

    /// The host as DNS names it; an IPv6 address with its brackets.
    pub(super) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The IP address, if the host is one.
    pub(super) fn number(&self) -> Option<IpAddr> {
        match self.0.host()? {
            Host::Domain(_) => None,
            Host::Ipv4(number) => Some(number.into()),
            Host::Ipv6(number) => Some(number.into()),
        }
    }

    /// The port, written or implied by the scheme.
    pub(super) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    /// Whether the connection is encrypted.
    pub(super) fn is_secure(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Host and port, as in the `Host` header.
    pub(super) fn authority(&self) -> String {
        self.0.port().map_or_else(|| self.host().to_owned(), |port| format!("{}:{port}", self.host()))
    }

    /// Path and query, as in the request line.
    pub(super) fn target(&self) -> String {
        let query = self.0.query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", self.0.path())
    }

    /// Whether this is the home page of its host.
    pub(super) fn is_home(&self) -> bool {
        self.0.path() == "/" && self.0.query().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Address {
        Address::read(text).unwrap().0
    }

    #[test]
    fn what_is_sent_holds_no_secret_and_no_fragment() {
        let (address, fragment) = Address::read("http://anna:secret@Exemple.FR:8080/é?q=1#là").unwrap();
        assert_eq!(address.text(), "http://exemple.fr:8080/%C3%A9?q=1");
        assert_eq!(fragment.as_deref(), Some("l%C3%A0"));
        assert_eq!((address.authority(), address.target()), ("exemple.fr:8080".into(), "/%C3%A9?q=1".into()));
        assert_eq!((read("https://a.fr").port(), read("http://a.fr").port()), (443, 80));
    }

    #[test]
    fn numbers_are_seen_in_every_spelling() {
        for text in ["http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://0177.0.0.1/"] {
            assert_eq!(read(text).number(), Some("127.0.0.1".parse().unwrap()), "{text}");
        }
        assert_eq!(read("http://[::ffff:7f00:1]/").number(), Some("::ffff:127.0.0.1".parse().unwrap()));
        assert_eq!(read("http://localhost/").number(), None);
    }

    #[test]
    fn redirects_are_read_from_where_they_stand() {
        let from = read("https://a.fr/b/c?d");
        let to = |location: &str| from.follow(location).map(|(address, _)| address.text().to_owned());
        assert_eq!(to("e").as_deref(), Ok("https://a.fr/b/e"));
        assert_eq!(to("//b.fr/x").as_deref(), Ok("https://b.fr/x"));
        assert_eq!(to("http://user:pass@b.fr").as_deref(), Ok("http://b.fr/"));
        let scheme = |text: &str| Err(RedirectError::Scheme(text.to_owned()));
        assert_eq!(to("ftp://anna:secret@b.fr/x"), scheme("ftp://b.fr"));
        assert_eq!(to("file:///etc/passwd"), scheme("file:"));
        assert_eq!(to("mailto:a@b.fr"), scheme("mailto:"));
        assert_eq!(to(&format!("/{}", "x".repeat(LONGEST))), Err(RedirectError::Malformed));
        assert_eq!(to("http://"), Err(RedirectError::Malformed));
        assert!(read("https://a.fr").is_home() && !from.is_home());
    }
}
