//! Runs through the shop's texts, in steps. A step says in one line what comes next, so that a queue can carry it.
//!
//! The database knows the step that comes next as well. A message that comes twice does nothing, one that is lost is
//! sent again from there, and one of an older run is dropped.

use desk::lookup::Outage;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::ports::sql::{Sql, Statement};

/// What the mirror holds, and how far a run is.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Filling {
    pub products: u32,
    pub passages: u32,
    /// The last run; its time is its name.
    pub began_at: String,
    /// The last run that came to its end. Empty where none did.
    pub ended_at: String,
    /// The last of them that read everything, and not only what had changed.
    pub full_at: String,
    /// Empty where everything is read: the run reads what has changed since.
    pub since: String,
    /// Steps that are done, and where the next begins: empty where no run is under way.
    pub step: u32,
    pub position: String,
    /// When a step was last done, and how often the next has failed since.
    pub touched_at: String,
    pub failures: u32,
    #[serde(skip)]
    pub(super) languages: String,
    /// How many products the shop and the mirror had after the last full run.
    #[serde(skip)]
    pub(super) counted: Option<(i64, i64)>,
}

/// One step of a run, as a message carries it: `{run} {number} {position}`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Step {
    pub(super) run: String,
    pub(super) number: u32,
    pub(super) position: String,
}

/// A run that nothing came of for so long has lost its message. Longer than the longest wait between two tries.
const LOST: SignedDuration = SignedDuration::from_mins(15);

/// A run that is not through by then is begun anew.
const LONGEST: SignedDuration = SignedDuration::from_hours(6);

/// What the mirror holds now. Counts its texts, and so reads all of them.
///
/// # Errors
/// [`Outage`] where the database cannot be asked.
pub async fn state(sql: &impl Sql) -> Result<Filling, Outage> {
    read(sql, STATE).await
}

/// How far the run is, without a count of what is held: that would grow with the shop, in every step.
///
/// # Errors
/// [`Outage`] where the database cannot be asked.
pub(super) async fn progress(sql: &impl Sql) -> Result<Filling, Outage> {
    read(sql, PROGRESS).await
}

async fn read(sql: &impl Sql, statement: &'static str) -> Result<Filling, Outage> {
    let row = sql.rows(Statement::new(statement, [""; 0])).await?.into_iter().next().ok_or(Outage)?;
    let [
        products,
        passages,
        began_at,
        ended_at,
        full_at,
        since,
        step,
        position,
        touched_at,
        failures,
        languages,
        shop,
        full,
    ] = <[String; 13]>::try_from(row).map_err(|_| Outage)?;
    let count = |text: String| text.parse().map_err(|_| Outage);
    Ok(Filling {
        products: count(products)?,
        passages: count(passages)?,
        step: count(step)?,
        failures: count(failures)?,
        counted: shop.parse().ok().zip(full.parse().ok()),
        began_at,
        ended_at,
        full_at,
        since,
        position,
        touched_at,
        languages,
    })
}

/// Begins a run, or takes up one whose message was lost. `None` while another is under way.
///
/// # Errors
/// [`Outage`] where the database fails.
pub async fn start(sql: &impl Sql, since: &str, now: Timestamp) -> Result<Option<Step>, Outage> {
    let known = progress(sql).await?;
    let age = |at: &str| at.parse::<Timestamp>().map_or(LONGEST, |at| now.duration_since(at));
    let (began, touched) = (known.began_at.clone(), known.touched_at.clone());
    let is_alive = !known.position.is_empty() && age(&began) < LONGEST;
    if is_alive && age(&touched) < LOST {
        return Ok(None);
    }
    let (step, statement) = if is_alive {
        let step = Step { run: known.began_at, number: known.step, position: known.position };
        (step, Statement::new(TAKE_UP, [began, touched, now.to_string()]))
    } else {
        let step = Step { run: now.to_string(), number: 0, position: "begin".into() };
        (step, Statement::new(BEGIN, [began, touched, now.to_string(), since.to_owned()]))
    };
    // Two may ask at once: only one of them changes the row that both have read.
    Ok((!sql.rows(statement).await?.is_empty()).then_some(step))
}

impl Step {
    /// Reads a message. `None` for one that is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (run, rest) = text.split_once(' ')?;
        let (number, position) = rest.split_once(' ')?;
        Some(Self { run: run.into(), number: number.parse().ok()?, position: position.into() })
    }

    pub fn print(&self) -> String {
        format!("{} {} {}", self.run, self.number, self.position)
    }

    /// What the run is about; `None` where this step is done, or its run is over.
    pub(super) async fn is_due(&self, sql: &impl Sql) -> Result<Option<Filling>, Outage> {
        let known = progress(sql).await?;
        let is_due = known.began_at == self.run && !known.position.is_empty() && known.step <= self.number;
        Ok(is_due.then_some(known))
    }

    /// Notes that the step is done. The next one's message must be on its way by then: lost in between, it would never
    /// come, while one that is sent twice is dropped.
    ///
    /// # Errors
    /// [`Outage`] where the database fails.
    pub async fn close(&self, sql: &impl Sql, next: &Self, now: Timestamp) -> Result<(), Outage> {
        let values = [
            self.run.clone(),
            self.number.to_string(),
            next.number.to_string(),
            next.position.clone(),
            now.to_string(),
        ];
        sql.rows(Statement::new(ADVANCE, values)).await.map(drop)
    }

    /// Notes that the step failed, and gives the seconds after which it is to be tried again: 10, 20, 40 … 320.
    ///
    /// # Errors
    /// [`Outage`] where the database fails.
    pub async fn fail(&self, sql: &impl Sql) -> Result<u32, Outage> {
        let rows = sql.rows(Statement::new(FAIL, [&self.run])).await?;
        let failures: u32 = rows.first().and_then(|row| row.first()?.parse().ok()).unwrap_or(1);
        Ok(5 << failures.clamp(1, 6))
    }
}

const STATE: &str = "SELECT CAST(count(DISTINCT CASE kind WHEN 'product' THEN handle END) AS TEXT), \
    CAST(coalesce(sum(kind <> 'product'), 0) AS TEXT), f.began_at, f.ended_at, f.full_at, f.since, \
    CAST(f.step AS TEXT), f.position, f.touched_at, CAST(f.failures AS TEXT), f.languages, f.shop_products, \
    f.full_products FROM filling f LEFT JOIN document ON true";

const PROGRESS: &str = "SELECT '0', '0', began_at, ended_at, full_at, since, CAST(step AS TEXT), position, touched_at, \
    CAST(failures AS TEXT), languages, shop_products, full_products FROM filling";

const BEGIN: &str = "UPDATE filling SET began_at = ?3, touched_at = ?3, since = ?4, step = 0, position = 'begin', \
    failures = 0 WHERE began_at = ?1 AND touched_at = ?2 RETURNING began_at";

const TAKE_UP: &str =
    "UPDATE filling SET touched_at = ?3, failures = 0 WHERE began_at = ?1 AND touched_at = ?2 RETURNING began_at";

const ADVANCE: &str = "UPDATE filling SET step = CAST(?3 AS INTEGER), position = ?4, touched_at = ?5, failures = 0 \
    WHERE began_at = ?1 AND step <= CAST(?2 AS INTEGER) AND position <> '' RETURNING began_at";

const FAIL: &str = "UPDATE filling SET failures = failures + 1 WHERE began_at = ?1 RETURNING CAST(failures AS TEXT)";
