import tidewaiter = require('../../index.js');

const decision = new tidewaiter.Gate('gate.yaml').checkSync('sbom.json');
const code: 0 | 1 | 2 = decision.exitCode;
console.log(code, tidewaiter.detect('sbom.json'), tidewaiter.version);
