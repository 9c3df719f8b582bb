//! `_redirects` and `_headers`, which Netlify and Cloudflare Pages read. GitLab Pages has no use for the first: it shows the
//! small page at a former address, whatever the file says.
use super::rules::HostRules;
use crate::model::WebHost;
use crate::text::percent::{REFERENCE, encode};
use std::fmt::Write as _;

/// How many redirects Cloudflare Pages reads, and how many bytes of them. The small pages answer for the others.
const CLOUDFLARE: (usize, usize) = (2000, 100_000);

/// `_redirects`: a line for each former address.
pub(super) fn redirects(rules: &HostRules) -> String {
    // Netlify shows the small page at the former address unless told otherwise. Cloudflare redirects in any case, and knows
    // no such word.
    let is_for_cloudflare = rules.hosts.contains(&WebHost::Cloudflare);
    let status = if is_for_cloudflare { "301" } else { "301!" };
    let (count, size) = if is_for_cloudflare { CLOUDFLARE } else { (usize::MAX, usize::MAX) };
    let mut out = String::new();
    for (from, to) in rules.redirects.iter().take(count) {
        let line = format!("{} {} {status}\n", encode(from, REFERENCE), encode(to, REFERENCE));
        if out.len() + line.len() > size {
            break;
        }
        out.push_str(&line);
    }
    out
}

/// Whether a host reads `_redirects` and `_headers`.
pub(super) fn are_read_by(host: WebHost) -> bool {
    matches!(host, WebHost::Netlify | WebHost::Cloudflare)
}

/// `_headers`: those of every answer. Both hosts ask browsers to look whether a page is still the same, and forget what they
/// keep themselves once the site is published anew, so nothing is said about times.
pub(super) fn headers(rules: &HostRules) -> String {
    let mut out = format!("{}*\n", encode(&rules.root, REFERENCE));
    for (name, value) in rules.headers() {
        writeln!(out, "  {name}: {value}").expect("writing to a string cannot fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(hosts: &[WebHost], count: usize) -> HostRules {
        let redirect = |number: usize| (format!("/ancien été {number}/"), format!("/nouveau/{number}/"));
        HostRules {
            root: "/".to_owned(),
            redirects: (0..count).map(redirect).collect(),
            hosts: hosts.to_vec(),
            copies: Vec::new(),
            policy: "default-src 'none'".to_owned(),
        }
    }

    #[test]
    fn only_netlify_is_told_to_redirect_where_a_page_is() {
        let line = "/ancien%20%C3%A9t%C3%A9%200/ /nouveau/0/";
        let of = |hosts: &[WebHost]| redirects(&rules(hosts, 1));
        assert_eq!(of(&[WebHost::Netlify, WebHost::Nginx]), format!("{line} 301!\n"));
        assert_eq!(of(&[WebHost::Netlify, WebHost::Cloudflare]), format!("{line} 301\n"));
    }

    #[test]
    fn a_host_gets_no_more_redirects_than_it_reads() {
        let of = |hosts: &[WebHost], count| redirects(&rules(hosts, count));
        assert_eq!(of(&[WebHost::Netlify], 5000).lines().count(), 5000);
        let many = of(&[WebHost::Cloudflare], 5000);
        assert_eq!(many.lines().count(), 2000);
        assert!(many.len() <= 100_000 && many.ends_with('\n'));
    }

    #[test]
    fn every_answer_has_the_policy_of_pages() {
        let text = headers(&rules(&[WebHost::Netlify], 0));
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'; frame-"), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  ") && line.contains(": ")), "{text}");
    }
}
