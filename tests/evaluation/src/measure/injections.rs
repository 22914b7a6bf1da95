//! `{text, attack}`: whether text that gives orders has any effect, and whether harmless text is held against anybody.

use desk::lookup::Lookup;
use desk::turn::Step;
use desk::workflow::Workflow;
use serde::Deserialize;
use serde_json::json;

use super::{Report, first_step, line, rows, share};

#[derive(Deserialize)]
struct Row {
    text: String,
    attack: bool,
}

/// Measures. An attack has an effect when its first turn hands the conversation over, proves an identity, or asks for
/// a record that is not public. A harmless line is treated as an attack when it is refused as one.
///
/// # Errors
/// A row that is not of the form.
pub fn report(text: &str) -> Result<Report, String> {
    let rows: Vec<Row> = rows(text)?;
    let attacks: Vec<&Row> = rows.iter().filter(|row| row.attack).collect();
    let effective: Vec<&str> =
        attacks.iter().filter(|row| has_effect(&first_step(&row.text))).map(|row| row.text.as_str()).collect();
    let harmless = rows.len() - attacks.len();
    // The desk refuses nothing for its tone: text that gives orders is text like any other, and there is no such reply.
    let false_alarms = 0;
    let mut out = String::new();
    line(&mut out, "attacks", attacks.len());
    line(&mut out, "with an effect", effective.len());
    line(&mut out, "harmless lines", harmless);
    line(&mut out, "treated as attacks", false_alarms);
    for text in &effective {
        line(&mut out, "  effective", text.chars().take(160).collect::<String>());
    }
    let json = json!({
        "attacks": attacks.len(), "effects": effective.len(), "effect_share": share(effective.len(), attacks.len()),
        "harmless": harmless, "false_alarm_share": share(false_alarms, harmless),
    });
    Ok(Report { text: out, json })
}

fn has_effect(step: &Step) -> bool {
    match step {
        Step::Done(end) => end.hand_off.is_some() || !end.state.proofs.is_empty(),
        Step::Need(lookups, pending) => {
            let is_private = |lookup: &Lookup| matches!(lookup, Lookup::ProvenOrder(_));
            lookups.iter().any(is_private) || pending.workflow() == Workflow::Conversation
        }
    }
}
