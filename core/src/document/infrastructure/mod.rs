//! Infrastructure as code.

pub(crate) mod terraform_plan;
