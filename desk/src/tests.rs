//! Properties of the desk as a whole.

mod grounding;
mod totality;
