//! Who may write: an address with a token that is good for one use opens a session, which a cookie names.
use crate::failure::Failure;
use hyper::header::COOKIE;
use hyper::http::request::Parts;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many addresses count that nobody has opened; the oldest is forgotten.
const UNUSED: usize = 16;

/// The session of one run of the server, and the tokens that open it.
pub(super) struct Access {
    /// The name of the cookie. Browsers keep those of all ports of a machine together.
    name: String,
    session: String,
    tokens: Mutex<Vec<String>>,
}

impl Access {
    /// A session of its own for the server at this port.
    pub(super) fn new(port: u16) -> Result<Self, Failure> {
        Ok(Self { name: format!("jalon-edit-{port}"), session: secret()?, tokens: Mutex::default() })
    }

    fn tokens(&self) -> MutexGuard<'_, Vec<String>> {
        // After a panic the list is still valid.
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new token.
    pub(super) fn token(&self) -> Result<String, Failure> {
        let token = secret()?;
        let mut tokens = self.tokens();
        if tokens.len() >= UNUSED {
            tokens.remove(0);
        }
        tokens.push(token.clone());
        Ok(token)
    }

    /// Whether a token is good; from now on it is not.
    pub(super) fn spend(&self, token: &str) -> bool {
        let mut tokens = self.tokens();
        let before = tokens.len();
        tokens.retain(|known| !is_same(known, token));
        tokens.len() < before
    }

    /// The cookie, as `Set-Cookie` has it.
    pub(super) fn cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.name, self.session)
    }

    /// Whether a request has the cookie.
    pub(super) fn has_session(&self, parts: &Parts) -> bool {
        let headers = parts.headers.get_all(COOKIE).iter();
        let texts = headers.filter_map(|value| std::str::from_utf8(value.as_bytes()).ok());
        let mut pairs = texts.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.any(|(name, value)| name == self.name && is_same(value, &self.session))
    }
}

/// 128 bits of the system's randomness, as hexadecimal digits.
fn secret() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    let random = rustls::crypto::ring::default_provider().secure_random;
    random.fill(&mut bytes).map_err(|_| Failure::plain("failure-random", ""))?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}

/// Whether two texts are the same; the time this takes does not tell how much of them is.
fn is_same(one: &str, other: &str) -> bool {
    let differences = one.bytes().zip(other.bytes()).fold(0, |sum, (left, right)| sum | (left ^ right));
    one.len() == other.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::Request;

    #[test]
    fn a_token_is_good_once_and_the_cookie_for_one_server() {
        let (access, other) = (Access::new(4000).unwrap(), Access::new(4000).unwrap());
        let token = access.token().unwrap();
        assert_eq!(token.len(), 32);
        assert!(!access.spend("") && !access.spend(&token[1..]) && !other.spend(&token));
        assert!(access.spend(&token) && !access.spend(&token));
        let first = access.token().unwrap();
        (0..UNUSED).for_each(|_| drop(access.token().unwrap()));
        assert!(!access.spend(&first), "the oldest is forgotten");
        let cookie = access.cookie();
        let pair = cookie.split(';').next().unwrap();
        assert!(!cookie.contains(&token), "the cookie is another secret");
        let has = |access: &Access, text: &str| {
            let request = Request::builder().header("cookie", text).body(()).unwrap();
            access.has_session(&request.into_parts().0)
        };
        assert!(has(&access, pair) && has(&access, &format!("a=b; {pair}; c")));
        assert!(
            !has(&other, pair) && !has(&access, &pair[..pair.len() - 1]) && !has(&access, "jalon-edit-4000=")
        );
    }
}
