//! `jalon new contact`, `jalon new tool`: an entry at the end of a registry file.
use crate::cli::context::CommandContext;
use crate::failure::Failure;
use crate::language;
use crate::model::{Arg, EntryId, Kind, Language};
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Adds an entry to complete. The content of the file stays as it is, byte for byte.
pub(super) fn run(context: &CommandContext, kind: Kind, id: &str) -> Result<ExitCode, Failure> {
    if !EntryId::is_valid(id) {
        return Err(Failure::plain("failure-bad-id", id));
    }
    let path_in_guide = format!("guide/registry/{}.yaml", kind.file());
    let path = context.root()?.join(&path_in_guide);
    let line = add(&path, &path_in_guide, id, &template(kind, context.language, id))?;
    let entry = format!("{}:{id}", kind.scheme());
    let args = [("at", Arg::from(path_in_guide)), ("line", Arg::from(line)), ("entry", Arg::from(entry))];
    context.notify("new-entry-done", &args);
    Ok(ExitCode::SUCCESS)
}

fn template(kind: Kind, language: Language, id: &str) -> String {
    let templates = &language::of(language).templates;
    let text = if kind == Kind::Tool { templates.tool } else { templates.contact };
    text.replace("{id}", id)
}

/// Appends the entry; gives the line of its id.
fn add(path: &Path, path_in_guide: &str, id: &str, entry: &str) -> Result<usize, Failure> {
    let before = match fs::read(path) {
        Err(why) if why.kind() == ErrorKind::NotFound => Vec::new(),
        read => read.map_err(Failure::because("failure-read", path))?,
    };
    let addition = addition(&before, path_in_guide, id, entry)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::because("failure-write", folder))?;
    }
    let mut file = (fs::OpenOptions::new().append(true).create(true).open(path))
        .map_err(Failure::because("failure-write", path))?;
    if let Err(why) = file.write_all(addition.as_bytes()) {
        // The disk may be full in the middle of the entry: restore the file.
        file.set_len(before.len() as u64).map_err(Failure::because("failure-write", path))?;
        return Err(Failure::at("failure-write", path, &why));
    }
    let head = addition.find(&format!("\n{id}:")).map_or(0, |at| at + 1);
    let before = String::from_utf8_lossy(&before);
    let lines = |text: &str| text.matches('\n').count();
    Ok(lines(&before) + lines(&addition[..head]) + 1)
}

/// The text to append, with the line ends of the file, which must be a map with its ids at the beginning of lines.
fn addition(before: &[u8], path_in_guide: &str, id: &str, entry: &str) -> Result<String, Failure> {
    let no_plain_map = || Failure::plain("failure-cannot-append", path_in_guide);
    let text = std::str::from_utf8(before).map_err(|_| no_plain_map())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut has_content = false;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty()
            || line.trim_start().starts_with('#')
            || (line == "---" && !has_content && number < 100)
        {
            continue;
        }
        if !line.starts_with([' ', '\t']) {
            let key = line.split_once(':').map(|(key, _)| key.trim().trim_matches(['"', '\'']));
            match key {
                Some(key) if key == id => {
                    let at = path_in_guide.to_owned();
                    return Err(Failure { what: "failure-id-taken", at, why: id.to_owned() });
                }
                Some(key) if EntryId::is_valid(key) => {}
                _ => return Err(no_plain_map()),
            }
        } else if !has_content {
            return Err(no_plain_map());
        }
        has_content = true;
    }
    let gap = match text {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let added = format!("{gap}{entry}");
    Ok(if text.contains("\r\n") { added.replace('\n', "\r\n") } else { added })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_of_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("registry/contacts.yaml");
        for before in [
            "",
            "# rien\n",
            "---\na:\n  name: É\n",
            "a:\r\n  name: x\r\n",
            "\u{feff}a:\n  name: x",
            "a: {name: x}\n",
        ] {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, before).unwrap();
            let line = add(&path, "x", "neuf", &template(Kind::Contact, Language::French, "neuf")).unwrap();
            let after = fs::read_to_string(&path).unwrap();
            assert!(after.starts_with(before), "{after}");
            assert_eq!(after.lines().nth(line - 1), Some("neuf:"), "{after}");
            let added = &after[before.len()..];
            let returns = if before.contains("\r\n") { added.matches('\n').count() } else { 0 };
            assert_eq!(added.matches("\r\n").count(), returns, "{added:?}");
            assert_eq!(add(&path, "x", "neuf", "neuf:\n").unwrap_err().what, "failure-id-taken");
        }
    }

    #[test]
    fn a_missing_file_is_created() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guide/registry/tools.yaml");
        let entry = template(Kind::Tool, Language::English, "neuf");
        assert_eq!(add(&path, "x", "neuf", &entry).unwrap(), 2);
        assert_eq!(fs::read_to_string(&path).unwrap(), entry);
    }

    #[test]
    fn files_of_another_form_are_left_alone() {
        let refused = |before: &[u8]| addition(before, "x", "neuf", "").unwrap_err().what;
        for text in [
            "{a: {name: x}}\n",
            "- a\n",
            "  a:\n    name: x\n",
            "a:\n  b: 1\n---\nc:\n",
            "a:\n...\n",
            "A b:\n",
        ] {
            assert_eq!(refused(text.as_bytes()), "failure-cannot-append", "{text}");
        }
        assert_eq!(refused(b"a: \xff"), "failure-cannot-append");
        assert_eq!(refused(b"\"neuf\": {}\n"), "failure-id-taken");
    }
}
