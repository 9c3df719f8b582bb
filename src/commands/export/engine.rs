//! What a search engine on a server is told of a guide before it reads the records: fields, language, synonyms, ranking and
//! filters, in the form of its own interface.
//!
//! Sources: the settings API of Meilisearch 1, collections and synonyms of Typesense 27, index creation and the bulk API of
//! `OpenSearch` 2.
use crate::model::{Language, SearchEngine};
use serde_json::{Map, Value, json};

/// What the settings are made of.
pub(super) struct EngineInput<'a> {
    /// The language of the guide.
    pub language: Language,
    /// Words that are not searched.
    pub stop_words: &'a [&'a str],
    /// Groups of words that mean the same.
    pub synonyms: &'a [Vec<String>],
}

/// The fields that are searched, the most important first.
const SEARCHED: [&str; 5] = ["title", "aliases", "trail", "facts", "text"];

/// The fields that a search can be limited by.
const FILTERS: [&str; 4] = ["kind", "roles", "for_everybody", "language"];

impl SearchEngine {
    /// The files of settings, each with its name.
    pub(super) fn settings(self, input: &EngineInput<'_>) -> Vec<(&'static str, Value)> {
        match self {
            Self::Meilisearch => vec![("settings.json", meilisearch(input))],
            Self::Typesense => vec![("collection.json", typesense(input)), ("synonyms.json", rules(input))],
            Self::Opensearch => vec![("index.json", opensearch(input))],
        }
    }

    /// The name of the file with the records.
    pub(super) fn records(self) -> &'static str {
        match self {
            Self::Meilisearch | Self::Opensearch => "records.ndjson",
            Self::Typesense => "records.jsonl",
        }
    }

    /// The line that stands before a record with this id; empty if there is none.
    pub(super) fn line_before(self, id: &str) -> String {
        match self {
            Self::Opensearch => format!("{}\n", json!({"index": {"_id": id}})),
            Self::Meilisearch | Self::Typesense => String::new(),
        }
    }
}

fn meilisearch(input: &EngineInput<'_>) -> Value {
    let language = match input.language {
        Language::French => "fra",
        Language::English => "eng",
    };
    let mut synonyms = Map::new();
    for group in input.synonyms {
        for word in group {
            let others: Vec<_> =
                group.iter().filter(|other| *other != word).map(|other| json!(other)).collect();
            let known = synonyms.entry(word.to_lowercase()).or_insert_with(|| json!([]));
            if let Some(known) = known.as_array_mut() {
                known.extend(others);
            }
        }
    }
    json!({
        "searchableAttributes": SEARCHED,
        "filterableAttributes": FILTERS,
        "sortableAttributes": ["position"],
        "rankingRules": ["words", "typo", "attribute", "proximity", "exactness", "sort"],
        "stopWords": input.stop_words,
        "synonyms": synonyms,
        "localizedAttributes": [{"locales": [language], "attributePatterns": ["*"]}],
    })
}

fn typesense(input: &EngineInput<'_>) -> Value {
    let language = input.language.tag();
    let text = |name: &str, kind: &str| json!({"name": name, "type": kind, "locale": language, "stem": true});
    let facet = |name: &str, kind: &str| json!({"name": name, "type": kind, "facet": true});
    let kept = |name: &str, kind: &str| json!({"name": name, "type": kind, "index": false, "optional": true});
    json!({
        "name": "guide",
        "fields": [
            text("title", "string"),
            text("aliases", "string[]"),
            text("trail", "string[]"),
            {"name": "facts", "type": "string[]"},
            text("text", "string"),
            facet("kind", "string"),
            facet("roles", "string[]"),
            facet("for_everybody", "bool"),
            facet("language", "string"),
            {"name": "position", "type": "int32"},
            kept("url", "string"),
            kept("fact_urls", "string[]"),
            kept("source", "string"),
        ],
    })
}

/// Synonyms of Typesense: one rule a group, with an id of its own.
fn rules(input: &EngineInput<'_>) -> Value {
    let rule =
        |(number, group): (usize, &Vec<String>)| json!({"id": format!("group-{number}"), "synonyms": group});
    Value::Array(input.synonyms.iter().enumerate().map(rule).collect())
}

fn opensearch(input: &EngineInput<'_>) -> Value {
    let stemmer = match input.language {
        Language::French => "light_french",
        Language::English => "light_english",
    };
    // A comma separates the words of a group.
    let words =
        |group: &Vec<String>| group.iter().map(|word| word.replace(',', " ")).collect::<Vec<_>>().join(", ");
    let groups: Vec<String> = input.synonyms.iter().map(words).collect();
    // What the language takes off words in front (`l'attestation`) comes off first, endings come off last.
    let before = ["elision", "lowercase", "asciifolding", "left_out"];
    let query: Vec<&str> = before.into_iter().chain(["same_meaning", "stem"]).collect();
    let indexed: Vec<&str> = before.into_iter().chain(["stem"]).collect();
    let text = json!({"type": "text", "analyzer": "guide", "search_analyzer": "guide_query"});
    let word = json!({"type": "keyword"});
    json!({
        "settings": {"analysis": {
            "filter": {
                "elision": {"type": "elision", "articles_case": true, "articles": ELIDED},
                "left_out": {"type": "stop", "stopwords": input.stop_words},
                "same_meaning": {"type": "synonym_graph", "synonyms": groups, "lenient": true},
                "stem": {"type": "stemmer", "language": stemmer},
            },
            "analyzer": {
                "guide": {"type": "custom", "tokenizer": "standard", "filter": indexed},
                "guide_query": {"type": "custom", "tokenizer": "standard", "filter": query},
            },
        }},
        "mappings": {"properties": {
            "title": text, "aliases": text, "trail": text, "facts": text, "text": text,
            "kind": word, "roles": word, "language": word, "url": word, "source": word,
            "fact_urls": {"type": "keyword", "index": false}, "for_everybody": {"type": "boolean"},
            "position": {"type": "integer"},
        }},
    })
}

/// What French words lose in front of a vowel; no English word has an apostrophe behind one of these.
const ELIDED: [&str; 12] = ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "lorsqu", "puisqu"];

#[cfg(test)]
mod tests {
    use super::*;

    fn input(synonyms: &[Vec<String>]) -> EngineInput<'_> {
        EngineInput { language: Language::French, stop_words: &["le", "la"], synonyms }
    }

    #[test]
    fn each_engine_gets_the_words_that_mean_the_same() {
        let groups = [vec!["Paie".to_owned(), "salaire, solde".to_owned()]];
        let one = |engine: SearchEngine, at: usize| engine.settings(&input(&groups)).remove(at).1;
        assert_eq!(one(SearchEngine::Meilisearch, 0)["synonyms"]["paie"], json!(["salaire, solde"]));
        assert_eq!(one(SearchEngine::Meilisearch, 0)["synonyms"]["salaire, solde"], json!(["Paie"]));
        assert_eq!(one(SearchEngine::Typesense, 1)[0]["synonyms"], json!(["Paie", "salaire, solde"]));
        let filters = &one(SearchEngine::Opensearch, 0)["settings"]["analysis"]["filter"];
        assert_eq!(filters["same_meaning"]["synonyms"], json!(["Paie, salaire  solde"]));
    }

    #[test]
    fn fields_are_declared_that_records_have() {
        let fields = |value: &Value| -> Vec<String> {
            let named = value["fields"].as_array().into_iter().flatten();
            named.filter_map(|field| field["name"].as_str().map(str::to_owned)).collect()
        };
        let typesense = fields(&SearchEngine::Typesense.settings(&input(&[])).remove(0).1);
        for field in SEARCHED {
            assert!(typesense.contains(&field.to_owned()), "{field}");
        }
        let index = SearchEngine::Opensearch.settings(&input(&[])).remove(0).1;
        for field in &typesense {
            assert!(index["mappings"]["properties"][field].is_object(), "{field}");
        }
        assert_eq!(SearchEngine::Opensearch.line_before("a1"), "{\"index\":{\"_id\":\"a1\"}}\n");
    }
}
