//! Search engines on a server, which search where a guide is too large for its own index.

/// A search engine on a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchEngine {
    /// Meilisearch.
    Meilisearch,
    /// Typesense.
    Typesense,
    /// `OpenSearch`.
    Opensearch,
}

impl SearchEngine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Meilisearch, Self::Typesense, Self::Opensearch];

    /// Their names in the settings and on the command line, in the order of [`ALL`](Self::ALL).
    pub const NAMES: [&str; 3] = ["meilisearch", "typesense", "opensearch"];

    /// The one with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|known| *known == name).map(|at| Self::ALL[at])
    }

    /// Its name in the settings and on the command line.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// The server that the search box of a site asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SearchServer {
    /// The engine that runs there.
    pub engine: SearchEngine,
    /// Its address, without a slash at the end.
    pub url: String,
    /// The key that every reader gets and that allows searching only; none where the server asks for none.
    pub key: Option<String>,
    /// The index, or collection, with the records of the guide.
    pub index: String,
}

impl SearchServer {
    /// Scheme, host and port of its address, as a policy for content names them (CSP 3, 2.3.1).
    pub fn origin(&self) -> String {
        let start = self.url.find("://").map_or(0, |at| at + 3);
        let end = self.url[start..].find(['/', '?', '#']).map_or(self.url.len(), |at| start + at);
        let host = self.url[start..end].rsplit_once('@').map_or(&self.url[start..end], |(_, host)| host);
        format!("{}{host}", &self.url[..start])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_has_its_name() {
        for engine in SearchEngine::ALL {
            assert_eq!(SearchEngine::from_name(engine.name()), Some(engine));
        }
        assert_eq!(SearchEngine::from_name("solr"), None);
    }

    #[test]
    fn an_origin_ends_before_the_path() {
        let origin = |url: &str| {
            let (engine, index) = (SearchEngine::Typesense, "guide".to_owned());
            SearchServer { engine, url: url.to_owned(), key: None, index }.origin()
        };
        assert_eq!(origin("https://s.example:7700/a/b"), "https://s.example:7700");
        assert_eq!(origin("https://s.example"), "https://s.example");
        assert_eq!(origin("http://a:b@[::1]:8108/x?y"), "http://[::1]:8108");
    }
}
