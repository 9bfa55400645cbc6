//! Which members of `input` a compiled program can read.

use std::collections::BTreeSet;

use regorus::Value;
use regorus::rvm::Instruction;
use regorus::rvm::instructions::LiteralOrRegister;
use regorus::rvm::program::Program;

use crate::facts::Wanted;
use crate::model::Text;

/// Follows every load of `input`: where the next use of its register is an index by a literal, only that member is
/// read. Any other use, or none before control may leave, counts as a use of everything.
pub(super) fn wanted(program: &Program) -> Wanted {
    let mut members: BTreeSet<Text> = BTreeSet::new();
    for (at, instruction) in program.instructions.iter().enumerate() {
        if let Instruction::LoadInput { dest } = instruction {
            match member(program, at.saturating_add(1), *dest) {
                Some(member) => members.insert(member),
                None => return Wanted::everything(),
            };
        }
    }
    Wanted::only(members)
}

/// The compiler loads `input` right before it indexes it.
fn member(program: &Program, next: usize, register: u8) -> Option<Text> {
    let literal = match program.instructions.get(next)? {
        Instruction::IndexLiteral { container, literal_idx, .. } if *container == register => *literal_idx,
        Instruction::ChainedIndex { params_index } => {
            let params = program.instruction_data.get_chained_index_params(*params_index)?;
            match params.path_components.first()? {
                LiteralOrRegister::Literal(index) if params.root == register => *index,
                _ => return None,
            }
        }
        _ => return None,
    };
    match program.literals.get(usize::from(literal))? {
        Value::String(name) => Some(Text::new(name)),
        _ => None,
    }
}
