//! What the browser loads. A binary beside the library, since cargo optimizes a library that is linked in two ways
//! without fat LTO, which is worth a third of the bytes.

use widget as _;

fn main() {}
