//! Reads web addresses and mail addresses. Only this file names the URL crate.
use crate::model::{Email, WebAddress};
use url::Url;

/// Why a text is not a web address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum AddressError {
    /// The text is empty.
    Empty,
    /// It does not have the form of an absolute address.
    Malformed,
    /// The scheme is neither `http` nor `https`.
    Scheme,
    /// There is no scheme.
    NoScheme,
    /// There is a user name or a password before the host, which can make an address look like another.
    Credentials,
}

impl AddressError {
    /// The word by which messages choose their sentence.
    pub(in crate::parse) fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Malformed => "malformed",
            Self::Scheme => "scheme",
            Self::NoScheme => "no-scheme",
            Self::Credentials => "credentials",
        }
    }
}

/// Reads an absolute `http` or `https` address by the URL standard (WHATWG URL). Blanks, backslashes and missing slashes,
/// which the standard repairs, are mistakes. If the author left out the slash after the host, it stays out.
pub(in crate::parse) fn web(text: &str) -> Result<WebAddress, AddressError> {
    if text.is_empty() {
        return Err(AddressError::Empty);
    }
    if text.contains(|letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\') {
        return Err(AddressError::Malformed);
    }
    let scheme = scheme(text).ok_or(AddressError::NoScheme)?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Err(AddressError::Scheme);
    }
    let rest = text[scheme.len() + 1..].strip_prefix("//").ok_or(AddressError::Malformed)?;
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    if authority.contains('@') {
        return Err(AddressError::Credentials);
    }
    if authority.is_empty() || authority.starts_with('.') || authority.contains("..") {
        return Err(AddressError::Malformed);
    }
    let url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
    if url.host_str().is_none_or(str::is_empty) {
        return Err(AddressError::Malformed);
    }
    let mut standard = String::from(url);
    let slash = text.len() - rest.len() + authority.len();
    if !text[slash..].starts_with('/')
        && standard.get(..slash) == Some(&text[..slash])
        && standard[slash..].starts_with('/')
    {
        standard.remove(slash);
    }
    Ok(WebAddress(standard))
}

/// The scheme of an address. A name with a dot before the colon is taken for a host with a port.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let mut letters = scheme.chars();
    let shaped = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-'));
    shaped.then_some(scheme)
}

/// Reads a mail address (RFC 5321, 4.1.2): ASCII, no quotes in the local part, at least two labels in the domain.
pub(in crate::parse) fn email(text: &str) -> Option<Email> {
    let (local, domain) = text.split_once('@')?;
    let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    let local_holds =
        local.len() <= 64 && local.split('.').all(|word| !word.is_empty() && word.bytes().all(atom));
    let label_holds = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let (_, top) = domain.rsplit_once('.')?;
    let top_holds =
        top.len() >= 2 && (top.bytes().all(|byte| byte.is_ascii_alphabetic()) || top.starts_with("xn--"));
    let holds = text.len() <= 254 && local_holds && top_holds && domain.split('.').all(label_holds);
    holds.then(|| Email(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_keep_their_spelling() {
        for same in [
            "https://pix.fr",
            "https://pix.fr/",
            "http://localhost:8080/a?b=c#d",
            "https://pix.fr?x=1",
            "https://pix.fr#x",
            "https://aide.example/fr/article/a-14adbgx/",
            "https://[::1]/",
        ] {
            assert_eq!(web(same), Ok(WebAddress(same.to_owned())), "{same}");
        }
        let standard = |text| web(text).unwrap().0;
        assert_eq!(standard("https://éducation.fr/été"), "https://xn--ducation-90a.fr/%C3%A9t%C3%A9");
        assert_eq!(standard("HTTPS://Pix.FR"), "https://pix.fr/");
        assert_eq!(standard("https://pix.fr:443/a/../b"), "https://pix.fr/b");
    }

    #[test]
    fn other_texts_have_their_error() {
        use AddressError::{Credentials, Empty, Malformed, NoScheme, Scheme};
        for (text, error) in [
            ("", Empty),
            ("www.pix.fr", NoScheme),
            ("pix.fr:8080/a", NoScheme),
            ("/a", NoScheme),
            ("javascript:alert(1)", Scheme),
            ("data:text/html,x", Scheme),
            ("ftp://a.fr", Scheme),
            ("mailto:a@b.fr", Scheme),
            ("https:pix.fr", Malformed),
            ("https:///pix.fr", Malformed),
            ("https://", Malformed),
            ("https://a..b", Malformed),
            ("https://a b.fr", Malformed),
            (" https://a.fr", Malformed),
            ("https://a.fr\n", Malformed),
            ("java\tscript:x", Malformed),
            ("https:\\\\a.fr", Malformed),
            ("https://pix.fr:99999", Malformed),
            ("https://user:secret@a.fr", Credentials),
            ("https://pix.fr@evil.example", Credentials),
        ] {
            assert_eq!(web(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn mail_addresses_have_a_strict_form() {
        for good in [
            "conseiller-numerique@anct.gouv.fr",
            "support+identite@proconnect.gouv.fr",
            "a.b@c.fr",
            "a@b.xn--p1ai",
        ] {
            assert_eq!(email(good), Some(Email(good.to_owned())), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.fr",
            "a@",
            "a@b",
            "a@b.f",
            "a@b.1a",
            "a@@b.fr",
            "a@b@c.fr",
            "a..b@c.fr",
            ".a@c.fr",
            "a.@c.fr",
            "a b@c.fr",
            "a@-b.fr",
            "a@b-.fr",
            "a@b..fr",
            "a@b.fr.",
            "é@b.fr",
            "a@é.fr",
            "<a@b.fr>",
            "a@b.fr,c@d.fr",
            "mailto:a@b.fr",
            "a@b.fr\n",
        ] {
            assert_eq!(email(bad), None, "{bad:?}");
        }
        assert_eq!(email(&format!("{}@b.fr", "a".repeat(65))), None);
        assert_eq!(email(&format!("a@{}.fr", "b.".repeat(130))), None);
    }
}
