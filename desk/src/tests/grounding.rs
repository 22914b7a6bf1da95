//! Every fact in a rendered reply is in its receipts, or derived by a named rule.
