//! Blocks of code in the pages of a generated guide: one a page, each in another language than that of the page before and
//! with names of its own, so that no two are the same.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

/// Blocks of code; `NAME` stands for a name of the page's own.
const BLOCKS: [&str; 6] = [
    "```bash\n#!/bin/sh\nset -eu\nfor file in NAME/*.md; do\n  echo \"$file\" # NAME\n  jalon check --root \"$(dirname \"$file\")\" | grep -c NAME\ndone\n```",
    "```yaml title=\"NAME.yaml\" {2}\n# NAME\nNAME:\n  name: Service NAME\n  kind: desk\n  phone: \"01 58 50 89 42\"\n  rank: 2\n```",
    "```rust {3,5-6}\nuse std::fs;\n\n/// Reads NAME.\nfn NAME(path: &str) -> Result<usize, std::io::Error> {\n    let text = fs::read_to_string(path)?; // NAME\n    Ok(text.lines().filter(|line| !line.is_empty()).count())\n}\n```",
    "```json\n{\n  \"name\": \"NAME\",\n  \"version\": 1.5,\n  \"list\": [true, false, null],\n  \"deep\": {\"NAME\": \"b\\n\"}\n}\n```",
    "```js\n// NAME\nexport async function NAME(list) {\n  const all = [1, 2, 3].map((x) => x * 2);\n  if (!list) throw new Error(`no ${all}`);\n  return await fetch('/NAME');\n}\n```",
    "```python\nimport os\n\ndef NAME(x: int) -> str:\n    \"\"\"NAME.\"\"\"\n    return f\"{x!r}\" if x > 1 else 'NAME'\n```",
];

/// Adds a block of code to each page of the guide in `root`.
pub(crate) fn add(root: &Path) -> io::Result<()> {
    let pages = walkdir::WalkDir::new(root.join("guide")).sort_by_file_name();
    let mut number = 0;
    for entry in pages {
        let entry = entry?;
        if entry.path().extension().is_some_and(|ending| ending == "md") {
            let block = BLOCKS[number % BLOCKS.len()].replace("NAME", &format!("nom{number}"));
            let mut file = fs::OpenOptions::new().append(true).open(entry.path())?;
            writeln!(file, "\n{block}")?;
            number += 1;
        }
    }
    Ok(())
}
