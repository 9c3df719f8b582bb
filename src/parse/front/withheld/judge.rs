//! What the value of a key means for publication.
use super::day::day;
use super::keys::Rule;
use super::sense::Sense;
use super::words::{Audience, asks_for_no_index, audience, is_draft, is_empty, truth};
use crate::model::{Date, DayRole};
use crate::parse::yaml::{Pair, Yaml, YamlNode};

/// What a pair means for publication.
pub(super) enum Effect {
    /// Elsewhere it keeps the page from readers.
    Withheld(Sense),
    /// It lets the page be published.
    Open,
    /// It depends on the day of the build.
    Day(Date, DayRole),
    /// Nothing.
    Neutral,
}

/// What a value means under a rule.
pub(super) fn judge(rule: Rule, value: &Yaml) -> Effect {
    use Effect::{Neutral, Open, Withheld};
    use Sense::{Draft, Hidden, Password, Search, Unsure};
    let yes = truth(value);
    match rule {
        Rule::Flag(when, sense) => match yes {
            Some(yes) => {
                if yes == when {
                    Withheld(sense)
                } else {
                    Open
                }
            }
            None if is_empty(value) && when => Open,
            None if sense == Search => map_of_search(value),
            None => by_words(value).unwrap_or(Withheld(Unsure)),
        },
        Rule::Published => match (yes, day(value, DayRole::First)) {
            (Some(true), _) => Open,
            (Some(false), _) => Withheld(Draft),
            (None, Some(day)) => Effect::Day(day, DayRole::First),
            _ => by_words(value).unwrap_or(Withheld(Unsure)),
        },
        Rule::Status if yes == Some(false) => Withheld(Unsure),
        Rule::Status => by_words(value).unwrap_or(Neutral),
        Rule::Sort if is_draft(value) => Withheld(Draft),
        Rule::Visibility if yes == Some(true) || is_empty(value) => Neutral,
        Rule::Visibility => by_words(value).unwrap_or(Withheld(Unsure)),
        Rule::Password => {
            if is_empty(value) || yes == Some(false) {
                Open
            } else {
                Withheld(Password)
            }
        }
        Rule::Robots if yes == Some(false) || asks_for_no_index(value) => Withheld(Search),
        Rule::Sitemap => sitemap(value),
        Rule::Render => render(value),
        Rule::Address => {
            if yes == Some(false) {
                Withheld(Draft)
            } else {
                Neutral
            }
        }
        Rule::Hide => {
            if yes == Some(true) {
                Withheld(Hidden)
            } else {
                Neutral
            }
        }
        Rule::Day(role) => match (day(value, role), yes) {
            (Some(day), _) => Effect::Day(day, role),
            (_, Some(false)) => Open,
            _ if is_empty(value) => Open,
            (_, Some(true)) => Withheld(Draft),
            _ => Withheld(Unsure),
        },
        Rule::AnyDay => any_day(value),
        Rule::Robots | Rule::Sort | Rule::Id | Rule::Inside => Neutral,
    }
}

fn by_words(value: &Yaml) -> Option<Effect> {
    audience(value).map(|audience| match audience {
        Audience::Restricted => Effect::Withheld(Sense::Draft),
        Audience::Hidden => Effect::Withheld(Sense::Hidden),
        Audience::Public => Effect::Open,
    })
}

/// `search: {exclude: true}`; other settings of a search change nothing for readers.
fn map_of_search(value: &Yaml) -> Effect {
    let excludes = |(key, value): &Pair| match key.value.as_str() {
        "exclude" | "excluded" | "noindex" | "disable" | "disabled" | "hidden" => truth(value) != Some(false),
        "include" | "index" | "enable" | "enabled" => truth(value) == Some(false),
        _ => false,
    };
    if value.pairs().iter().any(excludes) || asks_for_no_index(value) {
        Effect::Withheld(Sense::Search)
    } else if value.pairs().is_empty() && !is_empty(value) {
        Effect::Withheld(Sense::Unsure)
    } else {
        Effect::Open
    }
}

fn sitemap(value: &Yaml) -> Effect {
    let is_refusal = |text: &str| {
        let text = text.trim().to_lowercase();
        ["exclude", "excluded", "never", "disable", "disabled", "ignore", "hidden", "none"]
            .contains(&text.as_str())
    };
    match &value.node {
        _ if truth(value) == Some(false) => Effect::Withheld(Sense::Search),
        YamlNode::Text(text) if is_refusal(text) => Effect::Withheld(Sense::Search),
        YamlNode::Map { .. } => match map_of_search(value) {
            Effect::Open => Effect::Neutral,
            effect => effect,
        },
        _ => Effect::Neutral,
    }
}

/// `build: {render: never, list: never}`, `render: false`.
fn render(value: &Yaml) -> Effect {
    let is_never = |value: &Yaml, more: &str| {
        let never = |text: &str| ["never", more].contains(&text.trim().to_lowercase().as_str());
        truth(value) == Some(false) || matches!(&value.node, YamlNode::Text(text) if never(text))
    };
    if is_never(value, "") || value.get("render").is_some_and(|value| is_never(value, "link")) {
        return Effect::Withheld(Sense::Draft);
    }
    match value.get("list") {
        Some(list) if is_never(list, "") => Effect::Withheld(Sense::Hidden),
        _ => Effect::Neutral,
    }
}

/// A day that may be that of an event; several days of which one says when the page begins.
fn any_day(value: &Yaml) -> Effect {
    let begins = |(key, _): &&Pair| ["created", "published", "publish"].contains(&key.value.as_str());
    let value = value.pairs().iter().find(begins).map_or(value, |(_, value)| value);
    day(value, DayRole::First).map_or(Effect::Neutral, |day| Effect::Day(day, DayRole::First))
}
