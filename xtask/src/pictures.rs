//! `cargo xtask pictures`: the pictures of README.md and docs/theming.md, taken of what is there, so that they stay true.

use std::fs;
use std::path::Path;

use crate::problem::While;
use crate::setup::{self, Need, debian};
use crate::stack::{Setting, Stack};
use crate::{Problem, Result, build, place, run};

/// As they are taken.
const TAKEN: &str = "target/pictures";
/// As they are kept.
const KEPT: &str = "docs/pictures";
/// What they may weigh together: whoever clones the repository pays for them.
const MOST_BYTES: u64 = 1_500_000;
/// Frames of the animation a second.
const RATE: &str = "5";

/// Takes all of them and the animation, and puts them in the place of the old ones.
pub fn run() -> Result<()> {
    let tools = setup::ready(&[Need::Packages, Need::Builders, Need::Chromium])?;
    if run::found("ffmpeg").is_none() {
        debian::install(&["ffmpeg"], "it makes small pictures of large ones, and an animation of frames")?;
    }
    build::all(&tools)?;
    let taken = place::at(TAKEN);
    let stack = Stack::start(&Setting::named("pictures"))?;
    let mut node = tools.packaged("node");
    node.arg("xtask/pictures.mjs").arg(&stack.demo_shop.storefront).arg(&taken);
    if let Some(chromium) = tools.chromium() {
        node.env("SHOPDESK_CHROMIUM", chromium);
    }
    run::shown(&mut node)?;
    drop(stack);

    let kept = place::at(KEPT);
    let _ = fs::remove_dir_all(&kept);
    fs::create_dir_all(&kept).or_say(|| format!("make {}", kept.display()))?;
    let files = fs::read_dir(&taken).or_say(|| format!("read {}", taken.display()))?;
    for path in files.filter_map(|file| Some(file.ok()?.path())).filter(|path| path.is_file()) {
        let name = path.file_stem().unwrap_or_default();
        let small = kept.join(name).with_extension("webp");
        join(&["-i", &path.to_string_lossy(), "-c:v", "libwebp", "-quality", "85"], &small)?;
    }
    let frames = taken.join("frames/%03d.png");
    let animated = ["-framerate", RATE, "-i", &frames.to_string_lossy(), "-vf", "scale=390:-1:flags=lanczos"];
    join(
        &[&animated[..], &["-c:v", "libwebp_anim", "-loop", "0", "-quality", "75"]].concat(),
        &kept.join("chat.webp"),
    )?;
    weigh(&kept)
}

fn join(how: &[&str], to: &Path) -> Result<()> {
    run::captured(run::command("ffmpeg").args(["-v", "error", "-y"]).args(how).arg(to)).map(drop)
}

fn weigh(dir: &Path) -> Result<()> {
    let files = fs::read_dir(dir).or_say(|| format!("read {}", dir.display()))?;
    let bytes: u64 = files.filter_map(|file| Some(file.ok()?.metadata().ok()?.len())).sum();
    println!("{bytes} bytes of pictures in {KEPT}");
    if bytes <= MOST_BYTES {
        Ok(())
    } else {
        Err(Problem::new(format!("{bytes} bytes of pictures, {MOST_BYTES} allowed")))
    }
}
