//! Search as a whole, over a few texts of our own.
