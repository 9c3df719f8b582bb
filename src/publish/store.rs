//! Opens the store of a target, with the credentials of the environment and nothing else.
use super::target::{self, PublishTarget, StoreKind};
use super::trouble::Trouble;
use crate::failure::Failure;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::azure::{AzureConfigKey, MicrosoftAzureBuilder};
use object_store::gcp::{GoogleCloudStorageBuilder, GoogleConfigKey};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{Attribute, Attributes, ClientConfigKey, ObjectStore, PutMode, PutOptions, RetryConfig};
use std::env;
use std::io;
use std::sync::Arc;

/// A store, and where in it the site is.
#[derive(Clone, Debug)]
pub(super) struct Store {
    pub(super) client: Arc<dyn ObjectStore>,
    pub(super) target: PublishTarget,
}

/// How long a connection may take.
const CONNECT: &str = "10 seconds";

/// How long a request may take, its body included. `retry` gives up sooner, by the size of the file.
const LONGEST_REQUEST: &str = "1 hour";

impl Store {
    /// Opens the store. In a dry run, a folder that is not there yet is an empty one.
    pub(super) fn open(target: &PublishTarget, dry_run: bool) -> Result<Self, Failure> {
        let client = match target.kind {
            StoreKind::S3 => s3(target),
            StoreKind::Google => google(target),
            StoreKind::Azure => azure(target),
            StoreKind::Folder => folder(target, dry_run),
        };
        Ok(Self { client: client?, target: target.clone() })
    }

    /// Whether an object can be written on the condition that nobody else wrote it. Of a folder, the lock is a file.
    pub(super) fn has_conditions(&self) -> bool {
        self.target.kind != StoreKind::Folder
    }

    /// The name of an object for a path of the site.
    pub(super) fn path(&self, path: &str) -> Result<Path, Failure> {
        Path::parse(self.target.key(path)).map_err(|_| Failure::plain("failure-output-path", path))
    }

    /// How an object is written, with the headers that are kept with it. A folder keeps none.
    pub(super) fn options(&self, mode: PutMode, kind: &'static str, cache: &'static str) -> PutOptions {
        let mut attributes = Attributes::new();
        if self.target.kind != StoreKind::Folder {
            attributes.insert(Attribute::ContentType, kind.into());
            attributes.insert(Attribute::CacheControl, cache.into());
        }
        PutOptions { mode, attributes, ..PutOptions::default() }
    }
}

fn s3(target: &PublishTarget) -> Result<Arc<dyn ObjectStore>, Failure> {
    let names = [
        "AWS_ACCESS_KEY_ID",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ];
    credentials(target, &names)?;
    let store = AmazonS3Builder::from_env()
        .with_bucket_name(&target.bucket)
        .with_config(AmazonS3ConfigKey::Client(ClientConfigKey::Timeout), LONGEST_REQUEST)
        .with_config(AmazonS3ConfigKey::Client(ClientConfigKey::ConnectTimeout), CONNECT)
        .with_retry(once());
    let value = |key| store.get_config_value(&key);
    refuse_unless(
        target,
        is_address,
        &[value(AmazonS3ConfigKey::Endpoint), value(AmazonS3ConfigKey::S3Endpoint)],
    )?;
    refuse_unless(target, is_name, &[value(AmazonS3ConfigKey::Region)])?;
    shared(target, store.build())
}

fn google(target: &PublishTarget) -> Result<Arc<dyn ObjectStore>, Failure> {
    let names = [
        "GOOGLE_APPLICATION_CREDENTIALS",
        "GOOGLE_SERVICE_ACCOUNT",
        "GOOGLE_SERVICE_ACCOUNT_KEY",
        "GOOGLE_SERVICE_ACCOUNT_PATH",
    ];
    credentials(target, &names)?;
    let store = GoogleCloudStorageBuilder::from_env()
        .with_bucket_name(&target.bucket)
        .with_config(GoogleConfigKey::Client(ClientConfigKey::Timeout), LONGEST_REQUEST)
        .with_config(GoogleConfigKey::Client(ClientConfigKey::ConnectTimeout), CONNECT)
        .with_retry(once());
    let value = |key| store.get_config_value(&key);
    refuse_unless(target, is_address, &[value(GoogleConfigKey::BaseUrl)])?;
    shared(target, store.build())
}

fn azure(target: &PublishTarget) -> Result<Arc<dyn ObjectStore>, Failure> {
    let names = [
        "AZURE_STORAGE_ACCOUNT_KEY",
        "AZURE_STORAGE_SAS_TOKEN",
        "AZURE_STORAGE_ACCESS_KEY",
        "AZURE_STORAGE_SAS_KEY",
        "AZURE_STORAGE_TOKEN",
        "AZURE_CLIENT_ID",
        "AZURE_STORAGE_CLIENT_ID",
    ];
    credentials(target, &names)?;
    let store = MicrosoftAzureBuilder::from_env()
        .with_container_name(&target.bucket)
        .with_config(AzureConfigKey::Client(ClientConfigKey::Timeout), LONGEST_REQUEST)
        .with_config(AzureConfigKey::Client(ClientConfigKey::ConnectTimeout), CONNECT)
        .with_retry(once());
    let value = |key| store.get_config_value(&key);
    refuse_unless(target, is_address, &[value(AzureConfigKey::Endpoint)])?;
    refuse_unless(target, is_name, &[value(AzureConfigKey::AccountName)])?;
    shared(target, store.build())
}

fn folder(target: &PublishTarget, dry_run: bool) -> Result<Arc<dyn ObjectStore>, Failure> {
    match std::fs::read_dir(&target.bucket) {
        Ok(_) => shared(target, LocalFileSystem::new_with_prefix(&target.bucket)),
        Err(why) if dry_run && why.kind() == io::ErrorKind::NotFound => Ok(Arc::new(InMemory::new())),
        Err(why) => Err(Failure::at("failure-read", std::path::Path::new(&target.bucket), &why)),
    }
}

fn shared<T: ObjectStore>(
    target: &PublishTarget,
    store: object_store::Result<T>,
) -> Result<Arc<dyn ObjectStore>, Failure> {
    match store {
        Ok(store) => Ok(Arc::new(store)),
        Err(why) => Err(Trouble::at_opening(&why, target)),
    }
}

/// Refuses values of the environment that no address can be made of: a request for one would end the program.
fn refuse_unless(
    target: &PublishTarget,
    is_good: fn(&str) -> bool,
    values: &[Option<String>],
) -> Result<(), Failure> {
    match values.iter().flatten().find(|value| !is_good(value)) {
        Some(value) => {
            let why = target::shown(value);
            Err(Failure { what: "failure-publish-environment", at: target.to_string(), why })
        }
        None => Ok(()),
    }
}

/// Whether a text is the whole address of a server.
fn is_address(text: &str) -> bool {
    let is_web = |url: url::Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    text.bytes().all(|byte| byte.is_ascii_graphic()) && url::Url::parse(text).is_ok_and(is_web)
}

/// Whether a text may be a part of the name of a server.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// Each request is made once here: `retry` asks again, in one way for all stores.
fn once() -> RetryConfig {
    RetryConfig { max_retries: 0, ..RetryConfig::default() }
}

/// Refuses to begin without any of these variables. Otherwise the search for credentials would ask a machine in the network.
fn credentials(target: &PublishTarget, names: &[&str]) -> Result<(), Failure> {
    if names.iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Ok(());
    }
    let why = names.iter().take(2).copied().collect::<Vec<_>>().join(", ");
    Err(Failure { what: "failure-publish-credentials", at: target.to_string(), why })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_servers_are_whole() {
        for good in ["https://a.example", "http://127.0.0.1:9000", "https://a.example/b/"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "nowhere", "localhost:9000", "https://", "https://a b", "https://a/b c", "ftp://a"] {
            assert!(!is_address(bad), "{bad}");
        }
        assert!(is_name("eu-west-3") && !is_name("eu west") && !is_name(""));
    }
}
