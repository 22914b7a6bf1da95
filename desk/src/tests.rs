//! Properties of the desk as a whole.

mod grounding;
mod mentions;
mod totality;
