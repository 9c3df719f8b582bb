//! The messages are complete, have the same variables in all languages, and follow one style.
use super::{explain, words};
use crate::model::{ALL_CODES, Language};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Variables and other messages that a text uses.
type Uses = BTreeSet<String>;

/// Texts by key and attribute: `link-empty`, `link-empty.help`.
fn texts(language: Language) -> BTreeMap<String, (String, Uses)> {
    let resource = fluent_syntax::parser::parse(crate::language::of(language).messages)
        .expect("the words are well written");
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(Message { id, value, attributes, .. }) = entry else { continue };
        let value = value.iter().map(|pattern| (id.name.to_owned(), pattern));
        let more = attributes.iter().map(|item| (format!("{}.{}", id.name, item.id.name), &item.value));
        for (key, pattern) in value.chain(more) {
            let mut read = (String::new(), Uses::new());
            walk(pattern, &mut read);
            assert!(
                found.insert(key.clone(), read).is_none(),
                "{key} is written twice in {}",
                language.tag()
            );
        }
    }
    found
}

fn walk(pattern: &Pattern<&str>, (text, uses): &mut (String, Uses)) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                text.push('\u{fffc}');
                match expression {
                    Expression::Inline(inline) => name(inline, uses),
                    Expression::Select { selector, variants } => {
                        name(selector, uses);
                        for variant in variants {
                            let mut read = (String::new(), std::mem::take(uses));
                            walk(&variant.value, &mut read);
                            *uses = read.1;
                            assert!(!read.0.trim_end().ends_with('.'), "{} ends with a dot", read.0);
                        }
                    }
                }
            }
        }
    }
}

fn name(expression: &InlineExpression<&str>, uses: &mut Uses) {
    match expression {
        InlineExpression::VariableReference { id } => {
            uses.insert(format!("${}", id.name));
        }
        InlineExpression::MessageReference { id, .. } => {
            uses.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| name(argument, uses));
        }
        _ => {}
    }
}

#[test]
fn all_languages_have_the_same_messages_and_variables() {
    let english = texts(Language::English);
    let keys = |texts: &BTreeMap<String, (String, Uses)>| texts.keys().cloned().collect::<BTreeSet<_>>();
    for language in Language::ALL {
        let texts = texts(language);
        assert_eq!(keys(&texts), keys(&english), "{}", language.tag());
        for (key, (_, uses)) in &texts {
            assert_eq!(uses, &english[key].1, "variables of {key} in {}", language.tag());
        }
    }
}

#[test]
fn every_code_has_messages_and_every_message_has_a_code() {
    for language in Language::ALL {
        let texts = texts(language);
        for code in ALL_CODES {
            let key = code.key();
            for needed in [
                key.clone(),
                format!("{key}.help"),
                format!("{key}.means"),
                format!("{key}.fix"),
                format!("{key}.example"),
            ] {
                assert!(texts.contains_key(&needed), "{needed} is missing in {}", language.tag());
            }
            assert!(explain(code.name, &words(language)).unwrap().lines().count() >= 8, "{}", code.name);
            assert!(
                texts.contains_key(&format!("family-{}", code.family.name())),
                "family {}",
                code.family.name()
            );
        }
        let known: BTreeSet<String> = ALL_CODES.iter().map(|code| code.key()).collect();
        let explained = texts.keys().filter_map(|key| key.strip_suffix(".means"));
        assert_eq!(explained.map(str::to_owned).collect::<BTreeSet<_>>(), known);
    }
}

#[test]
fn sentences_follow_the_style() {
    let english = texts(Language::English);
    for (key, (text, uses)) in texts(Language::French).iter().chain(&english) {
        let attribute = key.split_once('.').map_or("", |(_, attribute)| attribute);
        let ends = text.trim_end().ends_with('.');
        match attribute {
            "means" | "fix" => {
                assert!(ends, "{key} is made of whole sentences: {text}");
                assert!(
                    uses.iter().all(|used| !used.starts_with('$')),
                    "{key} is printed without a diagnostic"
                );
            }
            "example" => {
                assert!(text.lines().count() >= 2, "{key} shows before and after");
                assert!(uses.is_empty(), "{key} is printed without a diagnostic");
            }
            "help-nearest" => assert!(uses.contains("$nearest"), "{key} names the nearest"),
            _ => {
                let sentence = [
                    "build-",
                    "import-",
                    "init-",
                    "new-",
                    "serve-",
                    "explain-more",
                    "explain-renamed",
                    "urls-",
                ]
                .iter()
                .any(|begin| key.starts_with(begin));
                assert!(sentence || !ends, "{key} ends with a dot");
            }
        }
    }
}

#[test]
fn french_has_typographic_spaces_and_quotes() {
    let typewriter = ["'", " ;", " !", " ?", "« ", " »"];
    for (key, (text, _)) in texts(Language::French) {
        // Text between backticks and examples is what people type.
        if key.ends_with(".example") {
            continue;
        }
        let prose: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
        for mistake in typewriter {
            assert!(!prose.contains(mistake), "{key}: {mistake:?} in {text}");
        }
        assert!(
            !prose.contains(" : ") && !prose.ends_with(" :"),
            "{key}: plain space before a colon in {text}"
        );
    }
}

#[test]
fn a_former_code_is_explained_under_its_new_name() {
    let text = explain("front/not-utf8", &words(Language::English)).unwrap();
    assert!(text.starts_with("`front/not-utf8` is now called `file/not-utf8`.\n\nfile/not-utf8 ("), "{text}");
}
