//! Reading what the operator set, with a sentence about what cannot be read.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::SETTINGS;
use crate::platform::paper::Logo;

/// What was set, by name.
pub(super) struct Given(pub BTreeMap<String, String>);

impl Given {
    pub fn set(&mut self, name: &str, value: String) -> anyhow::Result<()> {
        match name.strip_suffix("_FILE").filter(|n| SETTINGS.iter().any(|s| s.name == *n)) {
            None => self.0.insert(name.into(), value),
            Some(name) => {
                let text =
                    std::fs::read_to_string(&value).with_context(|| format!("TRAJECT_{name}_FILE is {value}"))?;
                self.0.insert(name.into(), text.trim_end().into())
            }
        };
        Ok(())
    }

    pub fn logo(&self) -> anyhow::Result<Option<Logo>> {
        let path = self.get("LOGO");
        if path.is_empty() {
            return Ok(None);
        }
        let png = std::fs::read(path).with_context(|| format!("TRAJECT_LOGO is {path}"))?;
        Logo::read(png).map(Some).map_err(|why| anyhow::anyhow!("TRAJECT_LOGO is {path}, which {why}"))
    }

    pub fn check(&self) -> anyhow::Result<()> {
        let unknown = self.0.keys().find(|name| !SETTINGS.iter().any(|s| s.name == **name));
        match unknown {
            Some(name) => bail!("there is no setting TRAJECT_{name}; traject --help lists them"),
            None => Ok(()),
        }
    }

    pub fn get(&self, name: &str) -> &str {
        let default = SETTINGS.iter().find(|s| s.name == name).map_or("", |s| s.default);
        self.0.get(name).map_or(default, String::as_str)
    }

    pub fn number(&self, name: &str, range: std::ops::RangeInclusive<u32>) -> anyhow::Result<u32> {
        let number = self.get(name).parse().ok().filter(|n| range.contains(n));
        number.with_context(|| format!("TRAJECT_{name} is a number from {} to {}", range.start(), range.end()))
    }

    pub fn one_of(&self, name: &str, words: &[&str]) -> anyhow::Result<&str> {
        let word = self.get(name);
        if words.contains(&word) { Ok(word) } else { bail!("TRAJECT_{name} is one of: {}", words.join(", ")) }
    }

    pub fn url(&self, name: &str) -> anyhow::Result<Option<url::Url>> {
        match self.get(name) {
            "" => Ok(None),
            text => Ok(Some(url::Url::parse(text).with_context(|| format!("TRAJECT_{name} is no address"))?)),
        }
    }

    pub fn list(&self, name: &str) -> anyhow::Result<Vec<IpAddr>> {
        let parts = self.get(name).split(',').map(str::trim).filter(|p| !p.is_empty());
        let parts = parts.map(|p| {
            p.parse::<IpAddr>()
                .map(|ip| ip.to_canonical())
                .with_context(|| format!("TRAJECT_{name}: {p} is no address"))
        });
        parts.collect()
    }

    pub fn folder(&self, name: &str, data: &Path, default: &str) -> PathBuf {
        match self.get(name) {
            "" => data.join(default),
            path => path.into(),
        }
    }

    /// Only this machine reaches the figures, unless the operator says otherwise in words.
    pub fn metrics(&self) -> anyhow::Result<Option<SocketAddr>> {
        let text = self.get("METRICS");
        if text.is_empty() {
            return Ok(None);
        }
        let address: SocketAddr =
            text.parse().ok().with_context(|| format!("TRAJECT_METRICS is an address and a port, not {text}"))?;
        if !address.ip().is_loopback() && self.get("METRICS_OPEN") != "accepted" {
            bail!("TRAJECT_METRICS is {text}, which others reach: say so with TRAJECT_METRICS_OPEN=accepted");
        }
        Ok(Some(address))
    }

    pub fn tls(&self) -> anyhow::Result<Option<(PathBuf, PathBuf)>> {
        match (self.get("TLS_CERTIFICATE"), self.get("TLS_KEY")) {
            ("", "") => Ok(None),
            ("", _) | (_, "") => bail!("TRAJECT_TLS_CERTIFICATE and TRAJECT_TLS_KEY come together"),
            (certificate, key) => Ok(Some((certificate.into(), key.into()))),
        }
    }

    pub fn smtp(&self) -> anyhow::Result<Option<String>> {
        let Some(mut url) = self.url("SMTP_URL")? else { return Ok(None) };
        let password = self.get("SMTP_PASSWORD");
        if !password.is_empty() && url.set_password(Some(password)).is_err() {
            bail!("TRAJECT_SMTP_URL is no address");
        }
        let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() == "smtp" && !local && !url.query_pairs().any(|(k, _)| k == "tls") {
            url.query_pairs_mut().append_pair("tls", "required");
        }
        Ok(Some(url.into()))
    }
}
