//! The hosts and web servers that Jalon writes files for.

/// A host or a web server with files of its own for headers and redirects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WebHost {
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// GitLab Pages.
    Gitlab,
    /// Apache HTTP Server.
    Apache,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

impl WebHost {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Netlify, Self::Cloudflare, Self::Gitlab, Self::Apache, Self::Nginx, Self::Caddy];

    /// Their names in the settings.
    pub const NAMES: [&str; 6] = ["netlify", "cloudflare", "gitlab", "apache", "nginx", "caddy"];

    /// The one with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|known| *known == name).map(|at| Self::ALL[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_name() {
        let found: Vec<_> = WebHost::NAMES.iter().filter_map(|name| WebHost::from_name(name)).collect();
        assert_eq!(found, WebHost::ALL);
        assert_eq!(WebHost::from_name("iis"), None);
    }
}
