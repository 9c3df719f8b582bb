//! YAML and TOML to a tree. Only this file names the two crates.
use super::data::ForeignData;
use serde_yaml::Value as YamlValue;
use toml::Value as TomlValue;

/// The longest YAML that is read, in bytes: aliases may repeat what they name.
const LONGEST_YAML: usize = 1 << 20;

/// Values of one file: aliases of aliases multiply.
const MOST_VALUES: usize = 200_000;

/// What is wrong with a file: the line in it, from 1, and the parser's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct DataMistake {
    pub(in crate::import) line: u32,
    pub(in crate::import) why: String,
}

impl DataMistake {
    pub(super) fn new(line: usize, why: impl Into<String>) -> Self {
        Self { line: u32::try_from(line).unwrap_or(0), why: why.into() }
    }
}

/// Reads YAML. Tags such as `!ENV` are dropped: the value behind them stays.
pub(in crate::import) fn yaml(text: &str) -> Result<ForeignData, DataMistake> {
    if text.len() > LONGEST_YAML {
        return Err(DataMistake::new(1, "too long"));
    }
    let value: YamlValue = serde_yaml::from_str(text)
        .map_err(|why| DataMistake::new(why.location().map_or(1, |at| at.line()), why.to_string()))?;
    let mut room = MOST_VALUES;
    of_yaml(value, &mut room).ok_or_else(|| DataMistake::new(1, "too many values"))
}

fn of_yaml(value: YamlValue, room: &mut usize) -> Option<ForeignData> {
    *room = room.checked_sub(1)?;
    Some(match value {
        YamlValue::Null => ForeignData::Null,
        YamlValue::Bool(flag) => ForeignData::Flag(flag),
        YamlValue::Number(number) => ForeignData::Number(number.to_string()),
        YamlValue::String(text) => ForeignData::Text(text),
        YamlValue::Sequence(items) => {
            let items: Option<Vec<_>> = items.into_iter().map(|item| of_yaml(item, room)).collect();
            ForeignData::List(items?)
        }
        YamlValue::Mapping(map) => {
            let mut pairs = Vec::with_capacity(map.len());
            for (key, value) in map {
                let key = of_yaml(key, room)?;
                let name = match &key {
                    ForeignData::Text(text) | ForeignData::Number(text) => text.clone(),
                    ForeignData::Flag(flag) => flag.to_string(),
                    _ => continue,
                };
                pairs.push((name, of_yaml(value, room)?));
            }
            ForeignData::Map(pairs)
        }
        YamlValue::Tagged(tagged) => match of_yaml(tagged.value, room)? {
            // `!ENV [NAME, default]`
            ForeignData::List(items) if tagged.tag == "ENV" => {
                items.into_iter().next_back().unwrap_or_default()
            }
            value if tagged.tag == "ENV" && value.text().is_some() => ForeignData::Null,
            value => value,
        },
    })
}

/// Reads TOML.
pub(in crate::import) fn toml(text: &str) -> Result<ForeignData, DataMistake> {
    let table: toml::Table = text.parse().map_err(|why: toml::de::Error| {
        let line = why.span().map_or(1, |span| text[..span.start.min(text.len())].lines().count().max(1));
        DataMistake::new(line, why.message())
    })?;
    Ok(of_toml(TomlValue::Table(table)))
}

fn of_toml(value: TomlValue) -> ForeignData {
    match value {
        TomlValue::String(text) => ForeignData::Text(text),
        TomlValue::Integer(number) => ForeignData::Number(number.to_string()),
        TomlValue::Float(number) => ForeignData::Number(number.to_string()),
        TomlValue::Boolean(flag) => ForeignData::Flag(flag),
        TomlValue::Datetime(day) => ForeignData::Text(day.to_string()),
        TomlValue::Array(items) => ForeignData::List(items.into_iter().map(of_toml).collect()),
        TomlValue::Table(table) => {
            ForeignData::Map(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_yaml_are_dropped() {
        let read = yaml("a: !ENV [HOME, b]\nc: !!python/name:x.y\nd: !relative e\nf: !ENV G\n").unwrap();
        assert_eq!(read.get("a").text(), Some("b"));
        assert_eq!((read.get("d").text(), read.get("f")), (Some("e"), &ForeignData::Null));
        assert_eq!(yaml("a: b\nc: [\n").unwrap_err().line, 3);
    }

    #[test]
    fn aliases_do_not_multiply_without_end() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for number in 1..12 {
            let items = vec![format!("*a{}", number - 1); 10].join(", ");
            bomb.extend([format!("a{number}: &a{number} [{items}]\n")]);
        }
        yaml(&bomb).unwrap_err();
    }

    #[test]
    fn toml_is_read() {
        let read = toml("[book]\ntitle = \"T\"\nday = 2026-01-02\n").unwrap();
        assert_eq!(
            (read.at("book.title").text(), read.at("book.day").text()),
            (Some("T"), Some("2026-01-02"))
        );
        assert_eq!(toml("a = 1\nb = = 2\n").unwrap_err().line, 2);
    }
}
