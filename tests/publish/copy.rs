//! Copies a folder into a bucket with the crate that `jalon publish` uses, and nothing else: what publishing is measured by.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program of its own, for a measurement"
)]
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{ObjectStoreExt as _, Result};
use std::path::PathBuf;

fn main() {
    let mut words = std::env::args().skip(1);
    let mut word = || words.next().expect("copy FOLDER BUCKET PREFIX");
    let (folder, bucket, prefix) = (PathBuf::from(word()), word(), word());
    rustls::crypto::ring::default_provider().install_default().expect("it is the first");
    let store = AmazonS3Builder::from_env().with_bucket_name(bucket).build().expect("the environment is set");
    let files: Vec<_> = walkdir::WalkDir::new(&folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let copied: Result<Vec<_>> = runtime.expect("threads start").block_on(
        stream::iter(&files)
            .map(|file| {
                let (store, folder, prefix) = (&store, &folder, &prefix);
                async move {
                    let name = file.strip_prefix(folder).expect("it is below").display().to_string();
                    let bytes = std::fs::read(file).expect("the file can be read");
                    store.put(&Path::parse(format!("{prefix}/{name}"))?, bytes.into()).await
                }
            })
            .buffer_unordered(16)
            .try_collect(),
    );
    println!("{} files", copied.expect("the server takes them").len());
}
