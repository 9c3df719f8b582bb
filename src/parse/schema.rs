//! JSON Schemas (2020-12) of the YAML that authors write, made from the tables by which it is read.
use super::fields::{Field, Shape};
use super::keys::table;
use crate::language::periods::period_pattern;
use crate::language::placeholders;
use crate::model::Kind;
use serde_json::{Map, Value, json};

/// Names of the schemas: `settings`, `page`, and the file of each kind of entry.
pub fn names() -> Vec<&'static str> {
    ["settings", "page"].into_iter().chain(Kind::ALL.map(Kind::file)).collect()
}

/// The schema with a name.
pub fn schema(what: &str) -> Option<Value> {
    let map = map(table(what)?);
    let (title, mut body) = match what {
        "settings" => ("guide/jalon.yaml".to_owned(), map),
        "page" => ("Front matter".to_owned(), map),
        _ => {
            let entries = json!({
                "type": "object",
                "propertyNames": {"pattern": ID},
                "additionalProperties": map,
            });
            (format!("guide/registry/{what}.yaml"), entries)
        }
    };
    body["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    body["title"] = json!(title);
    Some(body)
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// The schema of a map that has the keys of a table and no others. The recursion ends because tables are constants.
fn map(table: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in table {
        let mut value = shape(&field.shape);
        value["title"] = json!(field.about.0);
        value["description"] = json!(field.about.1);
        if !field.required {
            value = nullable(value);
        }
        properties.insert(field.name.to_owned(), value);
    }
    let required: Vec<_> = table.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut map = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !required.is_empty() {
        map["required"] = json!(required);
    }
    map
}

fn nullable(mut value: Value) -> Value {
    if let Some(words) = value.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    } else if let Some(one) = value.get("type").cloned() {
        value["type"] = json!([one, "null"]);
    } else if let Some(several) = value.get_mut("anyOf").and_then(Value::as_array_mut) {
        several.push(json!({"type": "null"}));
    }
    value
}

fn shape(shape: &Shape) -> Value {
    let or_placeholder =
        |value: Value| json!({"anyOf": [value, {"type": "string", "pattern": placeholders::pattern()}]});
    match shape {
        Shape::Line => json!({"type": "string", "pattern": "^[^\\n]*\\n?$"}),
        Shape::Text => json!({"type": "string"}),
        Shape::Slug => json!({"type": "string", "maxLength": 120}),
        Shape::Alias => json!({"type": "string", "pattern": "^/"}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Number(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Size => json!({"anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "string", "pattern": "^[0-9]+ ?([KMG]i?[Bo]|k[Bo]|[Bo])?$"},
        ]}),
        Shape::Date => or_placeholder(json!({"type": "string", "format": "date", "pattern": DATE})),
        Shape::Period => or_placeholder(json!({"type": "string", "pattern": period_pattern()})),
        Shape::Email => or_placeholder(json!({"type": "string", "format": "email"})),
        Shape::Phone => or_placeholder(json!({"type": "string", "pattern": "^[+0-9][0-9 .()/-]*$"})),
        Shape::Web => or_placeholder(json!({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})),
        Shape::Reach => json!({"type": "string", "pattern": "@|^[Hh][Tt][Tt][Pp][Ss]?://|^\\["}),
        Shape::Country => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
        Shape::Language => json!({"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}),
        Shape::OneOf(words) => json!({"enum": words}),
        Shape::Entry(_) => or_placeholder(json!({"type": "string", "pattern": ID})),
        Shape::List(item) => {
            let item = self::shape(item);
            json!({"anyOf": [{"type": "array", "items": item}, item]})
        }
        Shape::Group(table) => map(table),
        Shape::Free => json!({"type": "object"}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_closed_schema() {
        assert_eq!(names().len(), 2 + Kind::ALL.len());
        for name in names() {
            assert!(schema(name).is_some(), "{name}");
        }
        assert_eq!(schema("nothing"), None);
        let settings = schema("settings").unwrap();
        assert_eq!(settings["required"], json!(["title", "language"]));
        assert_eq!(settings["additionalProperties"], json!(false));
        assert_eq!(settings["properties"]["markdown"]["properties"]["html"]["enum"][3], Value::Null);
        let contacts = schema("contacts").unwrap();
        assert_eq!(contacts["propertyNames"]["pattern"], json!(ID));
        assert_eq!(
            contacts["additionalProperties"]["properties"]["rank"]["type"],
            json!(["integer", "null"])
        );
        assert_eq!(contacts["additionalProperties"]["required"], json!(["name", "kind"]));
    }
}
