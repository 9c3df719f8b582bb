//! Every file opens with a sentence and is short.
use crate::support::{files_below, text_of};

/// The longest file, in lines, tests inside included.
const LONGEST: usize = 450;

#[test]
fn every_file_opens_with_a_sentence_and_is_short() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/it"] {
        for path in files_below(folder).into_iter().filter(|path| path.ends_with(".rs")) {
            let whole = text_of(&path);
            let lines = whole.lines().count();
            if lines > LONGEST {
                wrong.push(format!("{path}: {lines} lines"));
            }
            let opens = whole.starts_with("//! ") || path == "src/lib.rs";
            if !opens {
                wrong.push(format!("{path} does not open with a sentence"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
