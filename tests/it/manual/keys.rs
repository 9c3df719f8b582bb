//! The page of all keys: settings, front matter and the registry, from the schemas.
use super::generated::{capital, escaped};
use jalon::language::periods::period_pattern;
use jalon::model::{Kind, Language};
use jalon::parse::schema::{names, schema};
use serde_json::Value;
use std::fmt::Write as _;

/// The words of the page in one language.
struct KeyWords {
    opening: &'static str,
    settings: &'static str,
    page: &'static str,
    registry: &'static str,
    columns: &'static str,
    required: &'static str,
    list: &'static str,
    group: &'static str,
    free: &'static str,
    text: &'static str,
    date: &'static str,
    mail: &'static str,
    web: &'static str,
    size: &'static str,
    reach: &'static str,
    phone: &'static str,
    entry: &'static str,
    period: &'static str,
}

const ENGLISH: KeyWords = KeyWords {
    opening: "---\ntitle: Every key\nnav_title: Keys\ndescription: \"The keys of the settings, of the top of a page and of each \
              file of the registry, with what each may hold.\"\n---\n\n`publisher` › `name` is the key `name:` below `publisher:`. A list may also be one value alone. `jalon schema` prints the same for programs.\n",
    settings: "Settings",
    page: "Top of a page",
    registry: "Registry",
    columns: "| key | what it is, and what it may be |",
    required: "required",
    list: "list",
    group: "keys below",
    free: "any keys",
    text: "text",
    date: "day, `2026-11-23`",
    mail: "mail address",
    web: "web address",
    size: "size, `3 MB`",
    reach: "mail or web address",
    phone: "telephone, between quotes",
    entry: "id of an entry",
    period: "time, `6 months`",
};

const FRENCH: KeyWords = KeyWords {
    opening: "---\ntitle: Toutes les clés\nnav_title: Clés\nslug: cles\ndescription: \"Les clés des réglages, de l'en-tête d'une page et de chaque \
              fichier du registre, avec ce que chacune peut contenir.\"\n---\n\n`publisher` › `name` désigne la clé `name:` placée sous `publisher:`. Une liste peut aussi se réduire à une seule valeur. `jalon schema` donne la même chose aux programmes.\n",
    settings: "Réglages",
    page: "En-tête d'une page",
    registry: "Registre",
    columns: "| clé | ce que c'est, et ce qu'elle peut être |",
    required: "obligatoire",
    list: "liste",
    group: "clés ci-dessous",
    free: "clés libres",
    text: "texte",
    date: "jour, `2026-11-23`",
    mail: "adresse mail",
    web: "adresse web",
    size: "taille, `3 Mo`",
    reach: "adresse mail ou web",
    phone: "téléphone, entre guillemets",
    entry: "identifiant d'une fiche",
    period: "durée, `6 mois`",
};

/// Every key of a schema, that of each key above it in front, with the schema of its value and whether it is required.
pub(super) fn keys_of(schema: &Value) -> Vec<(String, &Value, bool)> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut found = Vec::new();
    for (name, value) in schema["properties"].as_object().into_iter().flatten() {
        found.push((name.clone(), value, required.contains(&name.as_str())));
        let below = keys_of(value);
        found.extend(
            below.into_iter().map(|(key, value, required)| (format!("{name}` › `{key}"), value, required)),
        );
    }
    found
}

/// The schema of one entry, or that of the whole file for settings and front matter.
pub(super) fn schema_of(name: &str) -> Value {
    let schema = schema(name).expect("each name has a schema");
    if Kind::of_file(name).is_some() { schema["additionalProperties"].clone() } else { schema }
}

/// What a value may be, in words.
fn form(value: &Value, words: &KeyWords) -> String {
    if let Some(choice) = value["enum"].as_array() {
        let names = choice.iter().filter_map(Value::as_str).map(|name| format!("`{name}`"));
        return names.collect::<Vec<_>>().join(", ");
    }
    if value["properties"].is_object() {
        return words.group.to_owned();
    }
    if let Some(either) = value["anyOf"].as_array() {
        let first = &either[0];
        if first["type"] == "array" {
            let of_items = form(&first["items"], words);
            let plain = of_items == words.text;
            return if plain { words.list.to_owned() } else { format!("{} : {of_items}", words.list) };
        }
        if first["type"] == "integer" {
            return words.size.to_owned();
        }
        return form(first, words);
    }
    let is = |kind: &str| value["type"] == kind || value["type"][0] == kind;
    match (value["format"].as_str(), value["pattern"].as_str()) {
        (Some("date"), _) => words.date.to_owned(),
        (Some("email"), _) => words.mail.to_owned(),
        (_, Some(pattern)) if pattern.starts_with("^[Hh]") => words.web.to_owned(),
        (_, Some(pattern)) if pattern.starts_with('@') => words.reach.to_owned(),
        (_, Some(pattern)) if pattern.starts_with("^[+0-9]") => words.phone.to_owned(),
        (_, Some(pattern)) if pattern.starts_with("^[a-z0-9]+(-") => words.entry.to_owned(),
        (_, Some(pattern)) if pattern == period_pattern() => words.period.to_owned(),
        _ if is("boolean") => "`true`, `false`".to_owned(),
        _ if is("integer") => format!("{}–{}", value["minimum"], value["maximum"]),
        _ if is("object") => words.free.to_owned(),
        _ => words.text.to_owned(),
    }
}

/// The page in one language.
pub(super) fn page(language: Language) -> String {
    let words = if language == Language::French { FRENCH } else { ENGLISH };
    let about = if language == Language::French { "title" } else { "description" };
    let mut out = words.opening.to_owned();
    for name in names() {
        match name {
            "settings" => writeln!(out, "\n## {} {{#settings}}\n\n`guide/jalon.yaml`", words.settings)
                .expect("writing to a string cannot fail"),
            "page" => writeln!(out, "\n## {} {{#page}}\n\n`---`", words.page)
                .expect("writing to a string cannot fail"),
            _ => {
                if name == Kind::ALL[0].file() {
                    writeln!(out, "\n## {} {{#registry}}", words.registry)
                        .expect("writing to a string cannot fail");
                }
                writeln!(out, "\n### {name} {{#{name}}}\n\n`guide/registry/{name}.yaml`")
                    .expect("writing to a string cannot fail");
            }
        }
        writeln!(out, "\n{}\n|---|---|", words.columns).expect("writing to a string cannot fail");
        for (key, value, required) in keys_of(&schema_of(name)) {
            let mut of_value = form(value, &words);
            if language == Language::English {
                of_value = of_value.replace(" : ", ": ");
            }
            if required {
                of_value = format!("{of_value} ({})", words.required);
            }
            let what = escaped(value[about].as_str().unwrap_or_default());
            writeln!(out, "| `{key}` | {}<br>*{of_value}* |", capital(&what))
                .expect("writing to a string cannot fail");
        }
    }
    out
}
