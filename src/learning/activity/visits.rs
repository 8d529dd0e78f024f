//! Noting that somebody sat down to a step. It is written once when they begin, and again at intervals, as a session
//! is touched: reading pages stays reading.

use super::model::Next;
use super::queries;
use crate::access::Student;
use crate::learning::actions::ActionId;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::error::{Error, Result};
use crate::platform::web::Cx;

/// The step that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// This action.
    Action(ActionId),
    /// Choosing a group in this project, when there is such an action.
    Choosing(ProjectId),
}

/// Notes that `participant`, who is the person that asks, is at `step` now. A step that is done, or of whose times
/// nothing is kept, leaves nothing; neither does a browser that fetches the page in case somebody wants it.
///
/// # Errors
/// When the database cannot be read. That it cannot be written stops nobody from reading their page.
pub async fn visit(cx: &Cx<Student>, participant: ParticipantId, step: Step) -> Result<()> {
    if !cx.is_opened() {
        return Ok(());
    }
    let now = cx.now();
    let standing = cx.read_briefly(move |db| queries::standing(db, participant, step)).await?;
    if standing.is_none_or(|standing| standing.next(now) == Next::Nothing) {
        return Ok(());
    }
    match cx.write(move |tx| queries::sit(tx, participant, step)).await {
        // Another window of theirs noted it at the same moment.
        Ok(()) | Err(Error::Conflict) => Ok(()),
        Err(error) => {
            tracing::warn!(error = %error, "that somebody works at a step could not be written down");
            Ok(())
        }
    }
}
