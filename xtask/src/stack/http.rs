//! One request to a server on this machine: enough to see whether somebody is there, and what they say of themselves.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Sends a request and returns the status; `None` when nobody answers. `url` is `http://HOST:PORT/PATH`.
pub fn send(method: &str, url: &str, body: &str) -> Option<u16> {
    exchange(method, url, "", body, Duration::from_secs(5))
}

/// Sends an empty request with a bearer token, and gives the body of an answer whose status is 200.
pub fn ask_as(token: &str, method: &str, url: &str) -> Option<String> {
    let header = format!("Authorization: Bearer {token}\r\n");
    let mut stream = open(method, url, &header, "", Duration::from_mins(1))?;
    let status = status(&mut stream)?;
    let mut rest = String::new();
    stream.read_to_string(&mut rest).ok()?;
    // A small answer comes in one chunk, if in chunks at all: what surrounds the braces is its length.
    let body = rest.split_once("\r\n\r\n")?.1;
    (status == 200).then(|| body.get(body.find('{')?..=body.rfind('}')?).map(str::to_owned))?
}

fn exchange(method: &str, url: &str, header: &str, body: &str, limit: Duration) -> Option<u16> {
    status(&mut open(method, url, header, body, limit)?)
}

fn open(method: &str, url: &str, header: &str, body: &str, limit: Duration) -> Option<BufReader<TcpStream>> {
    let (host, path) = url.strip_prefix("http://")?.split_once('/')?;
    let mut stream = TcpStream::connect(host).ok()?;
    stream.set_read_timeout(Some(limit)).ok()?;
    let length = body.len();
    let head = format!("{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{header}");
    write!(stream, "{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}").ok()?;
    Some(BufReader::new(stream))
}

fn status(stream: &mut BufReader<TcpStream>) -> Option<u16> {
    let mut line = String::new();
    stream.read_line(&mut line).ok()?;
    line.split_whitespace().nth(1)?.parse().ok()
}
