// Every case gives the decision that the other languages get, byte for byte.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Gate, TidewaiterError } from '../index.mjs';

const root = fileURLToPath(new URL('../../cases', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function decide(folder) {
  process.chdir(folder);
  const { gate, profile, policies, raw_policies: rawPolicies, documents, formats, options } = parse(readFileSync('case.yaml', 'utf8'));
  return new Gate({ path: gate, profile, policies, rawPolicies }).checkSync(documents, { ...options, formats }).toJson();
}

describe('cases', () => {
  it('are there', () => assert.ok(folders.length >= 20));

  for (const { name } of folders) {
    it(name, () => {
      const folder = join(root, name);
      const { error } = parse(readFileSync(join(folder, 'case.yaml'), 'utf8'));
      if (error === undefined) {
        assert.equal(`${decide(folder)}\n`, readFileSync(join(folder, 'decision.json'), 'utf8'));
      } else {
        assert.throws(() => decide(folder), (thrown) => thrown instanceof TidewaiterError && thrown.code === error);
      }
    });
  }
});
