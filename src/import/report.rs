//! The report of an import, as a page for people, and its short form for the terminal.
use super::imported::Imported;
use crate::messages::{sentence, whole_sentence};
use crate::model::{Arg, FindingKind, ImportFinding};
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How many findings of one sort the terminal shows.
const SHOWN: usize = 3;

/// What `check` says of the new guide.
#[derive(Clone, Debug, Default)]
pub(crate) struct CheckNumbers {
    /// The table of `check --summary`; empty if there is nothing to report.
    pub summary: String,
    /// `2 errors, 3 warnings`.
    pub count: String,
    pub errors: usize,
    pub warnings: usize,
    /// By code: how many places were corrected right after the import.
    pub fixed: BTreeMap<&'static str, usize>,
}

/// The report as Markdown.
pub(crate) fn page(imported: &Imported, checked: &CheckNumbers, words: &Words) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| sentence(words, key, args);
    let mut out = String::new();
    let mut add = |text: &str| {
        out.push_str(text);
        out.push_str("\n\n");
    };
    add(&format!("# {}", say("import-report-title", &[])));
    add(&found(imported, words));
    add(&format!("## {}", say("import-report-first", &[])));
    add(&first_steps(imported, checked, words));
    for kind in FindingKind::ALL {
        let findings: Vec<_> = imported.findings.iter().filter(|finding| finding.kind == kind).collect();
        add(&format!("## {}", say(&format!("import-report-{}", kind.name()), &[])));
        if kind == FindingKind::Changed && !checked.fixed.is_empty() {
            add(&fixed(checked, words));
        }
        if findings.is_empty() {
            add(&say("import-report-nothing", &[]));
        }
        for (key, findings) in by_key(&findings) {
            let count = Arg::from(findings.len());
            add(&format!("### {} ({})", say(&format!("import-topic-{key}"), &[]), plain(&count)));
            let lines: Vec<String> = findings
                .iter()
                .map(|finding| format!("- {}", line(finding, words, whole_sentence)))
                .collect();
            add(&lines.join("\n"));
        }
    }
    add(&format!("## {}", say("import-report-check", &[])));
    add(&checked.count);
    if !checked.summary.is_empty() {
        add(&format!("```text\n{}\n```", checked.summary.trim_end()));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn plain(count: &Arg) -> String {
    match count {
        Arg::Number(number) => number.to_string(),
        Arg::Text(text) => text.clone(),
        Arg::Date(day) => day.to_string(),
    }
}

/// The short form: what was found, and how much became of it.
pub(crate) fn short(imported: &Imported, checked: &CheckNumbers, words: &Words) -> String {
    let mut out = found(imported, words);
    for kind in FindingKind::ALL {
        let findings: Vec<_> = imported.findings.iter().filter(|finding| finding.kind == kind).collect();
        if findings.is_empty() {
            continue;
        }
        write!(out, "\n{}", sentence(words, &format!("import-report-{}", kind.name()), &[])).expect(WRITES);
        for (key, findings) in by_key(&findings) {
            let topic = sentence(words, &format!("import-topic-{key}"), &[]);
            write!(out, "\n  {} × {topic}", findings.len()).expect(WRITES);
            if kind != FindingKind::Changed {
                for finding in findings.iter().take(SHOWN) {
                    write!(out, "\n      {}", line(finding, words, sentence)).expect(WRITES);
                }
            }
        }
    }
    write!(out, "\n{}\n", checked.count).expect(WRITES);
    out
}

const WRITES: &str = "writing to a string cannot fail";

/// What was found, in one paragraph.
fn found(imported: &Imported, words: &Words) -> String {
    let lost: BTreeSet<&str> = imported
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::LeftOut)
        .map(|finding| finding.file.as_str())
        .collect();
    let pages = imported.pages.iter().filter(|page| !page.source.is_empty());
    let whole = pages.clone().filter(|page| !lost.contains(page.source.as_str())).count();
    let count = pages.count();
    let share = (whole * 100).checked_div(count).unwrap_or(100);
    let args = [
        ("program", Arg::from(imported.kind.title())),
        ("seen", Arg::from(imported.seen.join(", "))),
        ("pages", Arg::from(count)),
        ("files", Arg::from(imported.files.len())),
        ("whole", Arg::from(whole)),
        ("share", Arg::from(share)),
        ("kept", Arg::from(imported.links.kept)),
        ("lost", Arg::from(imported.links.lost)),
    ];
    let key = if imported.seen.is_empty() { "import-found" } else { "import-found-seen" };
    let has_links = imported.links.kept + imported.links.lost > 0;
    let keys = [Some(key), Some("import-whole"), Some("import-links").filter(|_| has_links)];
    keys.into_iter().flatten().map(|key| sentence(words, key, &args)).collect::<Vec<_>>().join("\n")
}

/// What to do first.
fn first_steps(imported: &Imported, checked: &CheckNumbers, words: &Words) -> String {
    let lost = imported.findings.iter().filter(|finding| finding.kind == FindingKind::LeftOut).count();
    let drafts = imported.pages.iter().filter(|page| page.front.draft).count();
    let mut steps = Vec::new();
    for (key, count) in [
        ("import-step-look", 1),
        ("import-step-lost", lost),
        ("import-step-drafts", drafts),
        ("import-step-errors", checked.errors),
        ("import-step-warnings", checked.warnings),
    ] {
        if count > 0 {
            let text = sentence(words, key, &[("count", Arg::from(count))]);
            steps.push(format!("{}. {text}", steps.len() + 1));
        }
    }
    steps.join("\n")
}

fn fixed(checked: &CheckNumbers, words: &Words) -> String {
    let line = |(code, count): (&&str, &usize)| {
        let args = [("code", Arg::from(*code)), ("count", Arg::from(*count))];
        format!("- {}", sentence(words, "import-fixed", &args))
    };
    checked.fixed.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Findings by the key of their message, in the order of keys.
fn by_key<'a>(findings: &[&'a ImportFinding]) -> BTreeMap<&'static str, Vec<&'a ImportFinding>> {
    let mut keys: BTreeMap<&'static str, Vec<&ImportFinding>> = BTreeMap::new();
    for finding in findings {
        keys.entry(finding.key).or_default().push(finding);
    }
    keys
}

/// `docs/a.md:3: the video is a link now`.
fn line(finding: &ImportFinding, words: &Words, say: fn(&Words, &str, &[(&str, Arg)]) -> String) -> String {
    let text = say(words, &format!("import-finding-{}", finding.key), &finding.args);
    if finding.line > 0 {
        format!("`{}:{}`: {text}", finding.file, finding.line)
    } else {
        format!("`{}`: {text}", finding.file)
    }
}
