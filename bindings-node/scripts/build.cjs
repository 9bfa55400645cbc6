'use strict';

// Builds the addon where this package lies in a clone; an installed package brings its own and needs nothing.

const { execFileSync } = require('node:child_process');
const { copyFileSync, existsSync, renameSync } = require('node:fs');
const { join } = require('node:path');
const { local } = require('../native.cjs');

const root = join(__dirname, '..', '..');
const force = process.argv.includes('--force');

if (!existsSync(join(root, 'bindings-node', 'Cargo.toml')) || (existsSync(local()) && !force)) {
  process.exit(0);
}
const names = { darwin: 'libtidewaiter_node.dylib', win32: 'tidewaiter_node.dll' };
const library = names[process.platform] ?? 'libtidewaiter_node.so';
const profile = process.env.TIDEWAITER_PROFILE ?? 'release';
const args = ['build', '--locked', '--package', 'tidewaiter-node', '--profile', profile === 'debug' ? 'dev' : profile];
execFileSync('cargo', args, { cwd: root, stdio: 'inherit' });
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
// A running process may hold the old file, so the new one takes its place at once.
copyFileSync(join(target, profile, library), `${local()}.new`);
renameSync(`${local()}.new`, local());
