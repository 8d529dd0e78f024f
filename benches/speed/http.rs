//! As much HTTP as it takes to ask one server many things on a few connections that stay open.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The cookies it sets, as a browser sends them back.
    pub fn cookies(&self) -> String {
        let set = self.head.lines().filter_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case("set-cookie").then(|| value.trim().split(';').next().unwrap_or_default())
        });
        set.collect::<Vec<_>>().join("; ")
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One open connection.
pub struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Connection {
    pub async fn open(to: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(to).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(128 * 1024) })
    }

    /// Sends `request`, which is whole, and waits for the answer. Of the body only its length is told.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<(u16, usize)> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let (status, _, body) = self.whole().await?;
        Ok((status, body.len()))
    }

    /// The same, with everything that came back.
    pub async fn answer(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let (status, head, body) = self.whole().await?;
        let head = String::from_utf8_lossy(self.read.get(..head).unwrap_or_default()).into_owned();
        let body = self.read.get(body).unwrap_or_default().to_vec();
        let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
        Ok(Answer { status, head, body: if chunked { unchunked(&body) } else { body } })
    }

    /// Reads until the answer is whole: its status, where its head ends, and where its body is.
    async fn whole(&mut self) -> io::Result<(u16, usize, std::ops::Range<usize>)> {
        let mut found: Option<(u16, usize, Option<usize>)> = None;
        loop {
            if found.is_none() {
                found = head_of(&self.read)?;
            }
            match found {
                Some((status, from, Some(length))) if self.read.len() >= from + length => {
                    return Ok((status, from, from..from + length));
                }
                Some((status, from, None)) => {
                    if let Some(length) = chunks(self.read.get(from..).unwrap_or_default()) {
                        return Ok((status, from, from..from + length));
                    }
                }
                _ => {}
            }
            if self.stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the server hung up"));
            }
        }
    }
}

/// Status, length of the head, and length of the body unless it comes in chunks.
fn head_of(read: &[u8]) -> io::Result<Option<(u16, usize, Option<usize>)>> {
    let Some(end) = read.windows(4).position(|w| w == b"\r\n\r\n") else { return Ok(None) };
    let bad = || io::Error::new(io::ErrorKind::InvalidData, "no HTTP");
    let head = std::str::from_utf8(read.get(..end).unwrap_or_default()).map_err(|_| bad())?;
    let status: u16 = head.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or_else(bad)?;
    let mut length = Some(0);
    for line in head.lines().skip(1) {
        let Some((key, value)) = line.split_once(':') else { continue };
        if key.eq_ignore_ascii_case("content-length") {
            length = Some(value.trim().parse().map_err(|_| bad())?);
        } else if key.eq_ignore_ascii_case("transfer-encoding") {
            length = None;
        }
    }
    Ok(Some((status, end + 4, length)))
}

/// The length of a body in chunks, once all of it is there.
fn chunks(body: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = body.get(at..)?;
        let line = rest.windows(2).position(|w| w == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(rest.get(..line)?).ok()?.trim(), 16).ok()?;
        at += line + 2 + size + 2;
        if size == 0 {
            return (body.len() >= at).then_some(at);
        }
    }
}

fn unchunked(body: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), body);
    while let Some(line) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = std::str::from_utf8(&rest[..line]).ok().and_then(|s| usize::from_str_radix(s.trim(), 16).ok());
        let Some(size) = size.filter(|s| *s > 0) else { break };
        out.extend_from_slice(rest.get(line + 2..line + 2 + size).unwrap_or_default());
        rest = rest.get(line + 4 + size..).unwrap_or_default();
    }
    out
}
