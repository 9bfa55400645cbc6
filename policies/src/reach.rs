//! Which members of `input` a compiled program can read.

use std::collections::BTreeSet;

use regorus::Value;
use regorus::rvm::Instruction;
use regorus::rvm::instructions::LiteralOrRegister;
use regorus::rvm::program::Program;

/// The members that are read, or `None` if the program may read all of them.
///
/// Every register that holds `input` is followed to the end of its rule: an index by a literal reads one member, any
/// other use reads everything.
#[must_use]
pub fn members(program: &Program) -> Option<BTreeSet<String>> {
    let mut members = BTreeSet::new();
    for (at, instruction) in program.instructions.iter().enumerate() {
        if let Instruction::LoadInput { dest } = instruction {
            follow(program, at.saturating_add(1), *dest, &mut members)?;
        }
    }
    Some(members)
}

fn follow(program: &Program, from: usize, register: u8, members: &mut BTreeSet<String>) -> Option<()> {
    let name = format!("R({register})");
    for instruction in program.instructions.get(from..).unwrap_or_default() {
        let literal = match instruction {
            Instruction::RuleReturn {} => return Some(()),
            Instruction::LoadInput { dest } if *dest == register => continue,
            Instruction::IndexLiteral { container, literal_idx, .. } if *container == register => Some(*literal_idx),
            Instruction::ChainedIndex { params_index } => {
                let params = program.instruction_data.get_chained_index_params(*params_index)?;
                let others = || {
                    params.path_components.iter().any(|c| matches!(c, LiteralOrRegister::Register(r) if *r == register))
                };
                match params.path_components.first()? {
                    LiteralOrRegister::Literal(index) if params.root == register => Some(*index),
                    _ if params.root == register || others() => return None,
                    _ => None,
                }
            }
            other if program.display_instruction_with_params(other).contains(&name) => return None,
            _ => None,
        };
        if let Some(literal) = literal {
            match program.literals.get(usize::from(literal))? {
                Value::String(member) => members.insert(member.to_string()),
                _ => return None,
            };
        }
    }
    Some(())
}
