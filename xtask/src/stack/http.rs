//! One request to a server on this machine, for its status only: enough to see whether somebody is there.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Sends a request and returns the status; `None` when nobody answers. `url` is `http://HOST:PORT/PATH`.
pub fn send(method: &str, url: &str, body: &str) -> Option<u16> {
    exchange(method, url, "", body, Duration::from_secs(5))
}

/// Sends an empty request with a bearer token, and waits as long as a minute for the status.
pub fn send_as(token: &str, method: &str, url: &str) -> Option<u16> {
    exchange(method, url, &format!("Authorization: Bearer {token}\r\n"), "", Duration::from_mins(1))
}

fn exchange(method: &str, url: &str, header: &str, body: &str, limit: Duration) -> Option<u16> {
    let (host, path) = url.strip_prefix("http://")?.split_once('/')?;
    let mut stream = TcpStream::connect(host).ok()?;
    stream.set_read_timeout(Some(limit)).ok()?;
    let length = body.len();
    let head = format!("{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{header}");
    write!(stream, "{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}").ok()?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).ok()?;
    line.split_whitespace().nth(1)?.parse().ok()
}
