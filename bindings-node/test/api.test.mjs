// What Node programs rely on.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as tidewaiter from '../index.mjs';

const { Decision, DeniedError, DocumentError, Gate, GateError, PolicyError, detect } = tidewaiter;
const payments = fileURLToPath(new URL('../../examples/payments/', import.meta.url));
const documents = ['sbom.cdx.json', 'grype.json', 'gitleaks.json'].map((name) => payments + name);
const gate = new Gate(`${payments}gate.yaml`);
const now = '2026-11-24T09:00:00Z';

describe('a decision', () => {
  it('says what was found', async () => {
    const decision = await gate.check(documents, { subject: 'payments', now });
    assert.equal(decision.outcome, 'deny');
    assert.equal(decision.exitCode, 1);
    assert.ok(decision.findings.some((finding) => finding.rule === 'secret.found'));
    assert.deepEqual(JSON.parse(decision.toJson()), decision.toObject());
    assert.equal(JSON.parse(decision.render('sarif')).version, '2.1.0');
    assert.throws(() => decision.throwForDeny(), (error) => error instanceof DeniedError && error.decision === decision);
  });

  it('is the same for every form of a document', async () => {
    const names = ['sbom.cdx.json', 'grype.json', 'gitleaks.json'];
    const bytes = names.map((name, i) => ({ name, content: readFileSync(documents[i]) }));
    const text = names.map((name, i) => ({ name, content: readFileSync(documents[i], 'utf8') }));
    const first = await gate.check(bytes, { now });
    assert.equal(first.toJson(), gate.checkSync(text, { now: new Date(now) }).toJson());
    const parsed = text.map(({ name, content }) => ({ name, content: JSON.parse(content) }));
    assert.equal((await gate.check(parsed, { now })).outcome, 'deny');
  });

  it('remembers an earlier one', async () => {
    const first = await gate.check(documents, { now });
    const second = await gate.check(documents, { now: '2026-11-24T10:00:00Z', previous: first });
    assert.deepEqual(Object.keys(second.toObject().seen), Object.keys(first.toObject().seen));
  });
});

describe('many dossiers', () => {
  it('come back in order, errors in their place', async () => {
    const results = [];
    for await (const result of gate.checkMany([documents, { documents: [{ name: 'x', content: '{' }] }, ['no/such/file']], { now })) {
      results.push(result instanceof Decision ? result.outcome : result.constructor.name);
    }
    assert.deepEqual(results, ['deny', 'error', 'DocumentError']);
  });
});

describe('the event loop', () => {
  it('turns during a check', async () => {
    const components = Array.from({ length: 20_000 }, (_, i) => ({ type: 'library', 'bom-ref': `${i}`, name: `a${i}`, version: '1', purl: `pkg:npm/a${i}@1` }));
    const content = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await gate.check([{ name: 'sbom.json', content }], { now });
    clearInterval(timer);
    assert.ok(turns > 1, `${turns} turns`);
  });

  it('is left at once when a signal aborts', async () => {
    const reason = new Error('enough');
    await assert.rejects(gate.check(documents, { now, signal: AbortSignal.abort(reason) }), reason);
    const controller = new AbortController();
    const running = gate.check(documents, { now, signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(running, reason);
  });
});

describe('errors', () => {
  it('say where and what', async () => {
    assert.throws(() => new Gate({ text: 'version: 1\nprofil: strict\n' }), (error) => {
      assert.ok(error instanceof GateError);
      assert.equal(error.code, 'invalid_gate');
      assert.match(error.pointer, /^line 2/);
      return true;
    });
    assert.throws(() => new Gate({ policies: { name: 'x.rego', rego: 'package x\n\ndeny contains\n' } }), PolicyError);
    await assert.rejects(gate.check(['no/such/file']), DocumentError);
    assert.throws(() => gate.checkSync([], { subjekt: 'x' }), TypeError);
    assert.throws(() => gate.checkSync([7]), TypeError);
  });
});

describe('the package', () => {
  it('detects, lists and gives facts', async () => {
    assert.equal(detect(documents[0]).format, 'cyclonedx-json');
    assert.ok(gate.rules().length >= 200);
    assert.equal((await gate.facts(documents, { now })).schema, 'facts/v1');
  });

  it('is the same for import and require', () => {
    assert.equal(createRequire(import.meta.url)('../index.cjs').Gate, Gate);
  });

  it('has a command line', () => {
    const bin = fileURLToPath(new URL('../bin/tidewaiter.cjs', import.meta.url));
    assert.match(execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' }), /^tidewaiter /);
    const done = spawnSync(process.execPath, [bin, 'check', 'no/such/file'], { encoding: 'utf8' });
    assert.equal(done.status, 2);
  });
});
