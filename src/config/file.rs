//! The settings file in the data folder.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;

/// The settings in the file `path`, by their names; none when there is no file.
pub(super) fn settings(path: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    if !path.exists() {
        return Ok(BTreeMap::new());
    }
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let table: toml::Table = text.parse().with_context(|| path.display().to_string())?;
    let plain = |value: toml::Value| match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(table.into_iter().map(|(name, value)| (name.to_uppercase(), plain(value))).collect())
}
