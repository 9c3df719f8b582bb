//! Where a site is published to: `s3://bucket/prefix` and the like.
use crate::failure::Failure;
use crate::text::percent::decode_strict;
use std::fmt;
use std::path::{Component, Path, PathBuf};

/// A kind of store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StoreKind {
    /// Amazon S3, and servers that speak its protocol.
    S3,
    /// Google Cloud Storage.
    Google,
    /// Azure Blob Storage.
    Azure,
    /// A folder.
    Folder,
}

/// A place to publish to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublishTarget {
    pub(super) kind: StoreKind,
    /// The bucket or container; the path of a folder.
    pub(super) bucket: String,
    /// What stands before the path of each file; empty, or without a slash at either end.
    pub(super) prefix: String,
}

impl PublishTarget {
    /// Reads an address.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let refused = || Failure::plain("failure-publish-target", shown(text));
        let (scheme, rest) = text.split_once("://").ok_or_else(refused)?;
        let kind = match scheme {
            "s3" => StoreKind::S3,
            "gs" => StoreKind::Google,
            "az" => StoreKind::Azure,
            "file" => StoreKind::Folder,
            _ => return Err(refused()),
        };
        if kind == StoreKind::Folder {
            return Self::folder(rest).ok_or_else(refused);
        }
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let prefix = prefix.trim_matches('/');
        let parts = || prefix.split('/').filter(|_| !prefix.is_empty());
        // `user:password@` in front of a bucket would be a credential, and `?` the beginning of one.
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-._$:".contains(letter);
        let is_plain = bucket.chars().all(is_name) && !prefix.contains(['?', '#', '\\']);
        let is_whole = !bucket.is_empty() && !parts().any(|part| matches!(part, "" | "." | ".."));
        if !is_plain || !is_whole {
            return Err(refused());
        }
        Ok(Self { kind, bucket: bucket.to_owned(), prefix: prefix.to_owned() })
    }

    /// A folder of this machine, from what stands behind `file://` (RFC 8089, 2).
    fn folder(rest: &str) -> Option<Self> {
        let path = rest.strip_prefix("localhost").unwrap_or(rest);
        let path = decode_strict(path)?.trim_end_matches('/').to_owned();
        let is_folder = path.starts_with('/') && !path.contains('\0');
        is_folder.then(|| Self { kind: StoreKind::Folder, bucket: path, prefix: String::new() })
    }

    /// Refuses a folder inside the sources or the built site of a project, or inside the folder that is published.
    pub(crate) fn refuse_inside_project(&self, built: &Path) -> Result<(), Failure> {
        if self.kind != StoreKind::Folder {
            return Ok(());
        }
        let folder = real(Path::new(&self.bucket));
        let projects = folder.ancestors().filter(|root| root.join("guide/jalon.yaml").exists());
        let own = projects.flat_map(|root| ["guide", "themes", "public"].map(|name| real(&root.join(name))));
        match own.chain([real(built)]).find(|own| folder.starts_with(own)) {
            Some(own) => {
                let why = own.display().to_string();
                Err(Failure { what: "failure-publish-in-project", at: self.to_string(), why })
            }
            None => Ok(()),
        }
    }

    /// The name of an object in the bucket.
    pub(super) fn key(&self, path: &str) -> String {
        if self.prefix.is_empty() { path.to_owned() } else { format!("{}/{path}", self.prefix) }
    }
}

/// A path without links and `..`. What does not exist has none.
fn real(path: &Path) -> PathBuf {
    let mut real = std::env::current_dir().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            part => real.push(part),
        }
        real = real.canonicalize().unwrap_or(real);
    }
    real
}

/// An address that was refused, without what might be a password in it: what stands before `@`, and behind `?` or `#`.
pub(super) fn shown(text: &str) -> String {
    let Some((before, rest)) = text.rsplit_once('@') else { return before_mark(text).to_owned() };
    let is_scheme = |scheme: &str| !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric());
    let scheme = before.split_once("://").map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme));
    let scheme = scheme.map_or_else(String::new, |scheme| format!("{scheme}://"));
    // Behind `?`, the `@` may itself be part of a password.
    let rest = if before.contains(['?', '#']) { "…" } else { before_mark(rest) };
    format!("{scheme}…@{rest}")
}

fn before_mark(text: &str) -> &str {
    text.split(['?', '#']).next().unwrap_or_default()
}

impl fmt::Display for PublishTarget {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.kind {
            StoreKind::S3 => "s3",
            StoreKind::Google => "gs",
            StoreKind::Azure => "az",
            StoreKind::Folder => "file",
        };
        write!(out, "{scheme}://{}", self.bucket)?;
        if self.prefix.is_empty() { Ok(()) } else { write!(out, "/{}", self.prefix) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_a_store_a_bucket_and_a_prefix() {
        for (text, bucket, prefix) in [
            ("s3://guides", "guides", ""),
            ("s3://guides/a/b/", "guides", "a/b"),
            ("gs://guides/é", "guides", "é"),
            ("az://$web", "$web", ""),
            ("file:///srv/www/", "/srv/www", ""),
        ] {
            let target = PublishTarget::parse(text).unwrap();
            assert_eq!((target.bucket.as_str(), target.prefix.as_str()), (bucket, prefix), "{text}");
            assert_eq!(target.to_string(), text.trim_end_matches('/'));
        }
        let folder = |text: &str| PublishTarget::parse(text).unwrap().bucket;
        assert_eq!(folder("file:///srv/mon%20guide/%C3%A9t%C3%A9"), "/srv/mon guide/été");
        assert_eq!(folder("file://localhost/srv/mon guide"), "/srv/mon guide");
        assert_eq!(PublishTarget::parse("s3://b/a").unwrap().key("x/y.html"), "a/x/y.html");
    }

    #[test]
    fn folders_of_a_project_are_no_targets() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["p/guide", "p/public", "p/out", "p/publication", "q"] {
            std::fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        std::fs::write(root.path().join("p/guide/jalon.yaml"), "").unwrap();
        let refused = |folder: &str| {
            let target = PublishTarget::parse(&format!("file://{}/{folder}", root.path().display())).unwrap();
            target.refuse_inside_project(&root.path().join("p/out")).map_err(|failure| failure.what)
        };
        for folder in [
            "p/guide",
            "p/guide/new/er",
            "p/themes/new",
            "p/public",
            "p/out/a",
            "q/../p/out",
            "q/new/../../p/guide",
        ] {
            assert_eq!(refused(folder), Err("failure-publish-in-project"), "{folder}");
        }
        for folder in ["p/publication", "p/new", "q", "p/guides", "p/guide/../new"] {
            assert_eq!(refused(folder), Ok(()), "{folder}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.path().join("p/guide"), root.path().join("q/link")).unwrap();
            assert_eq!(refused("q/link/a"), Err("failure-publish-in-project"));
        }
        let bucket = PublishTarget::parse("s3://guide").unwrap();
        assert!(bucket.refuse_inside_project(root.path()).is_ok());
    }

    #[test]
    fn other_addresses_are_refused_without_their_passwords() {
        for text in [
            "guides",
            "ftp://a/b",
            "s3://",
            "s3:///a",
            "s3://a/../b",
            "file://relative",
            "file://host/srv",
            "file:///",
            "file:///a%ff",
            "file:///a%00b",
            "s3://k:secret@a",
            "s3://a b/c",
            "gs://é",
        ] {
            let refused = PublishTarget::parse(text).unwrap_err();
            assert_eq!(refused.what, "failure-publish-target", "{text}");
            assert!(!refused.at.contains("secret"), "{}", refused.at);
        }
        for (text, told) in [
            ("az://a/b?sig=secret", "az://a/b"),
            ("az://a/b#secret", "az://a/b"),
            ("key:secret@a/b", "…@a/b"),
            ("key:se@secret@a", "…@a"),
            ("key:secret://x@a", "…@a"),
            ("s3://key:secret@a?sig=secret", "s3://…@a"),
            ("s3://key:sec#secret@a", "s3://…@…"),
            ("az://a?sig=x@secret", "az://…@…"),
        ] {
            assert_eq!(PublishTarget::parse(text).unwrap_err().at, told);
        }
    }
}
