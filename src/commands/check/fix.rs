//! `jalon check --fix`: applies the certain fixes, until none is left.
use crate::cli::context::CommandContext;
use crate::cli::guide::BuiltGuide;
use crate::cli::{fixes, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, SourcePath};
use crate::{messages, write};

/// Applies fixes, prints them, and gives the guide afterwards. `build` builds the guide as it is on the disk.
pub(super) fn run(
    context: &CommandContext,
    mut build: impl FnMut() -> Result<BuiltGuide, Failure>,
) -> Result<BuiltGuide, Failure> {
    let mut guide = build()?;
    let mut done = 0;
    for _ in 0..fixes::ROUNDS {
        let fixed = apply(context, &guide)?;
        if fixed == 0 {
            break;
        }
        done += fixed;
        guide = build()?;
    }
    context.notify("fix-done", &[("count", Arg::from(done))]);
    Ok(guide)
}

/// Applies the fixes that do not touch each other; gives their number.
fn apply(context: &CommandContext, guide: &BuiltGuide) -> Result<usize, Failure> {
    let root = context.root()?;
    let chosen = fixes::choose(&guide.build.diagnostics, &guide.sources);
    // Compare all files with what was read before the first one is written.
    let path = |file: &SourcePath| root.join(file.as_str());
    for file in chosen.keys() {
        let before = &guide.sources[*file].bytes();
        let same = write::source::holds(&path(file), Some(before));
        if !same.map_err(Failure::because("failure-read", path(file)))? {
            return Err(Failure::plain("failure-changed", path(file).display().to_string()));
        }
    }
    let mut count = 0;
    for (file, diagnostics) in &chosen {
        let before = &guide.sources[*file].bytes();
        let fixed = fixes::fixed_bytes(before, diagnostics);
        write::source::replace(&path(file), Some(before), &fixed)?;
        let index = messages::LineIndex::new(&guide.sources, [*file]);
        for diagnostic in diagnostics {
            terminal::print_error(&format!("{}\n", describe(context, diagnostic, before, &index)));
        }
        count += diagnostics.len();
    }
    Ok(count)
}

/// `guide/a.md:3:7 : « avant » devient « après » (link/missing-page)`.
fn describe(
    context: &CommandContext,
    diagnostic: &Diagnostic,
    source: &[u8],
    index: &messages::LineIndex<'_>,
) -> String {
    let fix = diagnostic.fix.as_deref().expect("only diagnostics with a fix are chosen");
    let at = index.range(&fix.span).map_or_else(
        || fix.span.file.to_string(),
        |range| format!("{}:{}:{}", fix.span.file, range.start.line, range.start.column),
    );
    let before = String::from_utf8_lossy(&source[fix.span.start as usize..fix.span.end as usize]);
    let arg = |text: &str| Arg::from(text.trim().replace("\r\n", " ⏎ ").replace('\n', " ⏎ "));
    let key = if before.is_empty() { "fix-added" } else { "fix-replaced" };
    context.sentence(
        key,
        &[
            ("at", Arg::from(at)),
            ("before", arg(&before)),
            ("after", arg(&fix.text)),
            ("code", Arg::from(diagnostic.code.name)),
        ],
    )
}
