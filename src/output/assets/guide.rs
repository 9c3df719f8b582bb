//! The files of the guide that pages use: pictures, documents.
use crate::output::kept::OutputFile;
use crate::output::pages::OutputPlan;

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let files = plan.site.assets.iter().filter_map(|(source, asset)| {
        let bytes = plan.sources.get(source)?.shared_bytes()?;
        Some(plan.kept.copy(asset.path.clone(), bytes, asset.stamp))
    });
    files.collect()
}
