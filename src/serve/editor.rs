//! The address that opens a file of the guide in the author's editor.
use crate::text::percent;
use std::path::Path;

/// Fills `{path}`, `{line}` and `{column}` of an address. None if the path is not UTF-8.
pub(crate) fn link(address: &str, file: &Path, line: usize, column: usize) -> Option<String> {
    let path = file.to_str()?.replace('\\', "/");
    let encoded = percent::encode(&path, percent::PATH).to_string();
    // After `file/` the path begins without its slash, as `vscode://file/home/…`; after `file=` with it.
    let bare = encoded.trim_start_matches('/');
    let address = address.replace("://file/{path}", &format!("://file/{bare}")).replace("{path}", &encoded);
    Some(address.replace("{line}", &line.to_string()).replace("{column}", &column.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_encoded_and_has_one_slash() {
        let file = Path::new("/home/é a/guide/a&b.md");
        let of = |address| link(address, file, 3, 7).unwrap();
        assert_eq!(
            of("vscode://file/{path}:{line}:{column}"),
            "vscode://file/home/%C3%A9%20a/guide/a%26b.md:3:7"
        );
        assert_eq!(
            of("idea://open?file={path}&line={line}"),
            "idea://open?file=/home/%C3%A9%20a/guide/a%26b.md&line=3"
        );
        assert_eq!(
            of("subl://open?url=file://{path}"),
            "subl://open?url=file:///home/%C3%A9%20a/guide/a%26b.md"
        );
    }
}
