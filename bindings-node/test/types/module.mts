import { DeniedError, Gate, TidewaiterError, type Decision } from '../../index.mjs';

const gate = new Gate({ profile: 'strict', policies: [{ name: 'x.rego', rego: 'package x' }] });
const decision: Decision = await gate.check(['sbom.json', { content: new Uint8Array(), name: 'a' }], { subject: 'app', now: new Date() });
const rule: string | undefined = decision.findings[0]?.rule;
for await (const result of gate.checkMany([['a.json'], { documents: 'b.json', subject: 'b' }])) {
  console.log(result instanceof Error ? result.message : result.outcome);
}
try {
  decision.throwForDeny();
} catch (error) {
  if (error instanceof DeniedError) console.log(error.decision.exitCode);
  else if (error instanceof TidewaiterError) console.log(error.code, error.pointer);
}
// @ts-expect-error an option that does not exist
gate.checkSync('a.json', { subjekt: 'x' });
console.log(rule);
