//! `cargo xtask sync --workerd [PRODUCTS]`: the Worker mirrors a large shop in workerd, with its queue and its D1 as
//! wrangler plays them. Every answer of the shop takes a while, as over a network, some are refused, and the Admin API
//! has the bucket of a real shop.
//!
//! Memory is what Linux counts for the whole of workerd at its peak: the Worker's instances, and the databases and
//! queues that are played in the same process. An upper bound, therefore, and what matters is that it levels off.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a measurement, which nothing ships"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use worker_tests::demo_shop::DemoShop;
use worker_tests::http;
use xtask::place;
use xtask::stack::{self, Setting, Worker, vars};

/// What an answer takes besides being made.
const ANSWER_MS: u32 = 300;

/// Each so many steps the shop refuses a request, and the try after it.
const REFUSED_EACH: u64 = 100;

/// Each so many steps the memory so far is noted.
const PEAK_EACH: u64 = 50;

const ALLOWED: Duration = Duration::from_mins(5);

/// How often the Worker is asked how far it is: that counts all texts, so not all the time.
const LOOK: Duration = Duration::from_secs(1);

fn main() {
    let products: u32 = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let dir = place::at("target/stack").join(format!("sync-{}", std::process::id()));
    fs::create_dir_all(&dir).expect("a directory");
    let setting = Setting { products: Some(products), ..Setting::named("sync") };
    let shop = stack::DemoShop::start(&setting, &dir).expect("demo-shop");
    let worker = Worker::start(&dir, &vars::of(&shop, &[])).expect("the Worker");
    let control = DemoShop { storefront: shop.storefront.clone(), admin: shop.admin.clone() };
    control.put("bucket", &json!({ "maximum": 2000, "restore": 100 }));
    let slow = json!({ "fault": "slow", "delay_ms": ANSWER_MS });
    control.fail("storefront_api", &slow);

    let ask = |method: &str| as_owner(&worker, method);
    let (began, mut peaks) = (Instant::now(), vec![(0, peak_mb())]);
    let run = ask("POST");
    let (mut refused, mut due) = (0, REFUSED_EACH);
    let filled = loop {
        thread::sleep(LOOK);
        let now = ask("GET");
        if peaks.last().is_none_or(|(at, _)| steps(&now) >= at + PEAK_EACH) {
            peaks.push((steps(&now), peak_mb()));
        }
        if now["position"] == "" && now["ended_at"] == run["began_at"] {
            break now;
        }
        if now["step"].as_u64() >= Some(due) {
            control.fail("storefront_api", &json!({ "fault": "throttled" }));
            let failed = || ask("GET")["failures"].as_u64().filter(|failures| *failures > 0);
            worker_tests::wait::until("a step that is refused", ALLOWED, failed);
            control.fail("storefront_api", &slow);
            (refused, due) = (refused + 1, due + REFUSED_EACH);
        }
        assert!(began.elapsed() < ALLOWED * 2, "no end of it: {now}");
    };
    let took = began.elapsed();
    peaks.push((steps(&filled), peak_mb()));
    println!("{} products and {} passages in {:.1} s", filled["products"], filled["passages"], took.as_secs_f64());
    // The end is a step as well, and none follows it that would be noted.
    let done = steps(&filled) + 1;
    println!("{done} steps of {ANSWER_MS} ms and more; {refused} refused, each tried again after ten seconds");
    let peaks: Vec<String> = peaks.iter().map(|(at, peak)| format!("{peak} MB until step {at}")).collect();
    println!("memory of workerd at its peak: {}", peaks.join(", "));
    drop(worker);
    let _ = fs::remove_dir_all(dir);
    assert!(filled["products"].as_u64() >= Some(products.min(200).into()), "the mirror is not whole: {filled}");
    assert!(took < ALLOWED, "more than {} s", ALLOWED.as_secs());
}

fn as_owner(worker: &Worker, method: &str) -> Value {
    let bearer = format!("Bearer {}", vars::OWNER_SECRET);
    let answer = http::send(method, &format!("{}/v1/mirror", worker.url()), &[("Authorization", bearer.as_str())], "");
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

fn steps(filled: &Value) -> u64 {
    filled["step"].as_u64().unwrap_or_default()
}

/// The most memory that the workerd among our own processes ever held, as Linux counts it.
fn peak_mb() -> u64 {
    let processes = fs::read_dir("/proc").into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let ours = processes.filter(|process| status(process, "Name:").as_deref() == Some("workerd") && is_ours(process));
    ours.filter_map(|process| status(&process, "VmHWM:")?.parse::<u64>().ok()).sum::<u64>() / 1024
}

fn is_ours(process: &Path) -> bool {
    let mut at = process.to_path_buf();
    let own = std::process::id().to_string();
    while let Some(parent) = status(&at, "PPid:").filter(|parent| parent != "0") {
        if parent == own {
            return true;
        }
        at = PathBuf::from("/proc").join(parent);
    }
    false
}

fn status(process: &Path, name: &str) -> Option<String> {
    let text = fs::read_to_string(process.join("status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next().map(str::to_owned)
}
