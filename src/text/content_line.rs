//! Lines of vCards (RFC 6350) and calendars (RFC 5545): escaped text, at most 75 bytes wide.

/// A text as a value: RFC 6350, section 3.4; RFC 5545, section 3.3.11.
pub fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    text.replace("\r\n", "\n").replace(['\n', '\r'], "\\n")
}

/// A line with its end, folded between letters into lines of at most 75 bytes: RFC 6350, section 3.2; RFC 5545,
/// section 3.1.
pub fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_escaped_and_folded() {
        assert_eq!(escaped("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
        let long = folded(&"é".repeat(50));
        assert!(long.split("\r\n").all(|line| line.len() <= 75), "{long}");
        assert_eq!(long.replace("\r\n ", "").trim_end(), "é".repeat(50));
    }
}
