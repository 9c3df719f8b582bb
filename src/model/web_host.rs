//! The hosts and web servers that Jalon writes files for.

/// A host or a web server with files of its own for headers and redirects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WebHost {
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// Apache HTTP Server.
    Apache,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

impl WebHost {
    /// Their names in the settings.
    pub const NAMES: [&str; 5] = ["netlify", "cloudflare", "apache", "nginx", "caddy"];

    /// The one with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "netlify" => Self::Netlify,
            "cloudflare" => Self::Cloudflare,
            "apache" => Self::Apache,
            "nginx" => Self::Nginx,
            "caddy" => Self::Caddy,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_of_another_host() {
        let mut found: Vec<_> = WebHost::NAMES.iter().map(|name| WebHost::from_name(name)).collect();
        assert!(found.iter().all(Option::is_some), "{found:?}");
        found.sort();
        found.dedup();
        assert_eq!(found.len(), WebHost::NAMES.len());
        assert_eq!(WebHost::from_name("iis"), None);
    }
}
