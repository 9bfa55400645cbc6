'use strict';

// Finds the addon: beside this file (built from a clone), or in the package for this platform.

const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** The name of this platform as the packages spell it. */
function platform() {
  const { platform: system, arch } = process;
  if (system === 'linux') {
    const { header } = process.report.getReport();
    return `linux-${arch}-${header.glibcVersionRuntime ? 'gnu' : 'musl'}`;
  }
  return system === 'win32' ? `win32-${arch}-msvc` : `${system}-${arch}`;
}

/** Where a build from a clone puts the addon. */
function local() {
  return join(__dirname, `tidewaiter.${platform()}.node`);
}

function load() {
  if (existsSync(local())) {
    return require(local());
  }
  if (existsSync(join(__dirname, 'Cargo.toml'))) {
    // A clone whose install script did not run: npm asks before it runs one, and can be told never to.
    process.stderr.write('tidewaiter: building the addon, once\n');
    execFileSync(process.execPath, [join(__dirname, 'scripts', 'build.cjs')], { stdio: ['ignore', 2, 2] });
    return require(local());
  }
  const name = `@tidewaiter/binding-${platform()}`;
  try {
    return require(name);
  } catch (cause) {
    throw new Error(
      `tidewaiter has no addon for this platform: ${name} is not installed. ` +
        'Install again without --omit=optional; if a lock file was made on another platform, delete it and node_modules first.',
      { cause },
    );
  }
}

module.exports = { load, local };
