//! `cargo xtask dev`: the whole of Shopdesk to try in a browser.

use std::sync::mpsc;
use std::time::Duration;

use crate::build;
use crate::problem::{Problem, Result};
use crate::setup::{self, Need};
use crate::stack::{Setting, Stack, port, vars};

/// Taken when it is free and no other was asked for.
const PORT: u16 = 8123;

/// Builds, starts everything, and stays until Ctrl-C.
pub fn run(wanted: Option<u16>) -> Result<()> {
    // First of all, so that Ctrl-C during the start ends what was started, too.
    let stopped = stop_signal()?;
    let tools = setup::ready(&[Need::Packages, Need::Builders])?;
    build::all(&tools)?;
    let setting =
        Setting { storefront_port: Some(storefront_port(wanted)?), keeps_state: true, ..Setting::named("dev") };
    let mut stack = Stack::start(&setting)?;
    println!("ready {}/", stack.demo_shop.storefront);
    println!("{}", guide(&stack));
    loop {
        if stopped.recv_timeout(Duration::from_millis(500)) != Err(mpsc::RecvTimeoutError::Timeout) {
            println!("stopping");
            return Ok(());
        }
        if stack.worker.has_ended() || stack.demo_shop.has_ended() {
            return Err(Problem::new("demo-shop or the Worker ended by itself; see target/stack/dev for their logs"));
        }
    }
}

/// A message comes when the command is to end. It waits there while things are built and started.
fn stop_signal() -> Result<mpsc::Receiver<()>> {
    let (tell, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = tell.send(());
    })
    .map_err(|error| Problem::new(format!("could not listen for Ctrl-C: {error}")))?;
    Ok(stopped)
}

fn storefront_port(wanted: Option<u16>) -> Result<u16> {
    match wanted {
        Some(0) => Ok(0),
        Some(port) if port::is_free(port) => Ok(port),
        Some(port) => Err(Problem::new(format!("port {port} is taken; name another, or none for any"))),
        None if port::is_free(PORT) => Ok(PORT),
        None => Ok(0),
    }
}

fn guide(stack: &Stack) -> String {
    let (shop, worker, owner) = (&stack.demo_shop.storefront, stack.worker.url(), vars::OWNER_SECRET);
    format!(
        r#"
  Open the storefront, press the launcher in the corner, and ask in your own words:
    where is my parcel?                          then give an order number and the e-mail, in one line or several
    do you have anything waterproof for hiking, under 150?
    is this available in M?                      on a product page
    what is your return policy?

  Orders to ask for                              e-mail
    #1001  delivered four days ago               ana@example.com
    #1002  delayed by weather                    ben@example.com
    #1003  out for delivery today                chloe@example.com
    #1004  paid, not shipped                     dev@example.com
    #1005  cancelled, refunded                   ana@example.com
    #1006  two parcels, one item to come         emil@example.com
    #1007  waiting at a pickup point             fatima@example.com
    #1008  no scan for nine days                 george@example.com
    #1009  return in progress                    hana@example.com
    #1010  label made, never picked up           ivan@example.com
    #1011  digital goods                         jo@example.com
    #1012  delivered; a VIP meets a person       kim@example.com
    #1013  on hold, one item back-ordered        liam@example.com

  "Talk to a person" hands over. What the merchant receives:
    {shop}/_demo/hand-offs
    curl -H 'Authorization: Bearer {owner}' {worker}/v1/hand-offs
  Break an upstream, and mend it:
    curl -X PUT -d '{{"fault":"slow","delay_ms":3000}}' {shop}/_demo/faults/admin
    curl -X DELETE {shop}/_demo/faults

  The Worker is {worker}, its logs are in target/stack/dev. Ctrl-C ends everything."#
    )
}
