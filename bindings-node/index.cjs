'use strict';

const { load } = require('./native.cjs');

const native = load();

class TidewaiterError extends Error {
  constructor(fault, options) {
    super(fault.message, options);
    this.code = fault.code;
    this.document = fault.document ?? undefined;
    this.pointer = fault.pointer ?? undefined;
    this.reason = fault.reason;
    this.remedy = fault.remedy;
  }

  get name() {
    return this.constructor.name;
  }
}
class DocumentError extends TidewaiterError {}
class GateError extends TidewaiterError {}
class PolicyError extends TidewaiterError {}
class VerificationError extends TidewaiterError {}
class LedgerError extends TidewaiterError {}
class InternalError extends TidewaiterError {}

class DeniedError extends TidewaiterError {
  constructor(decision) {
    const open = decision.findings.filter((finding) => finding.state === 'open');
    const first = open.length > 0 ? `, first ${open[0].rule}: ${open[0].message}` : '';
    const reason = `the outcome is ${decision.outcome} with ${open.length} open findings${first}`;
    super({ code: 'denied', message: reason, reason, remedy: 'see the findings of the decision' });
    this.decision = decision;
  }
}

const BY_CODE = {
  unreadable_document: DocumentError,
  unknown_format: DocumentError,
  limit_exceeded: DocumentError,
  invalid_gate: GateError,
  invalid_subject: GateError,
  invalid_policy: PolicyError,
  failed_rule: PolicyError,
  untrusted_signature: VerificationError,
  ledger_failure: LedgerError,
  internal_error: InternalError,
};

/** The class for an error of the addon; what the addon did not write stays as it is. */
function translated(error) {
  let fault;
  try {
    fault = JSON.parse(error.message);
  } catch {
    return error;
  }
  return new (BY_CODE[fault.code] ?? TidewaiterError)(fault, { cause: undefined });
}

function guarded(work) {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
}

const OPTIONS = ['subject', 'kind', 'exposure', 'distribution', 'environment', 'context', 'previous', 'since', 'now', 'formats', 'signal'];

/** One document in the form of the addon. */
function document(given, place) {
  if (typeof given === 'string') {
    return { path: given };
  }
  if (given instanceof URL) {
    return { path: require('node:url').fileURLToPath(given) };
  }
  if (given instanceof Uint8Array) {
    return { name: `document-${place}`, bytes: given };
  }
  if (given === null || typeof given !== 'object') {
    throw new TypeError('a document is a path, a file URL, bytes, or { path | content, name?, format? }');
  }
  const { path, content, name, format } = given;
  if (path !== undefined && content === undefined) {
    return { ...document(path, place), format };
  }
  if (content === undefined) {
    throw new TypeError('a document has `path` or `content`; parsed JSON is given as { content }');
  }
  // Text in `content` is the document itself; anything else that is no bytes is parsed JSON.
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(text);
  return { name: name ?? `document-${place}`, bytes, format };
}

function request(documents, options = {}) {
  const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) {
    throw new TypeError(`unknown option ${JSON.stringify(unknown)}; one of ${OPTIONS.join(', ')}`);
  }
  const list = Array.isArray(documents) ? documents : [documents];
  const given = list.map((one, i) => document(one, i + 1));
  const formats = { ...options.formats };
  for (const one of given) {
    const name = one.path === undefined ? one.name : require('node:path').basename(one.path);
    if (formats[name] !== undefined) {
      one.format = formats[name];
      delete formats[name];
    }
  }
  const [left] = Object.keys(formats);
  if (left !== undefined) {
    throw new TypeError(`formats names ${JSON.stringify(left)}, which is not among the documents`);
  }
  const { formats: _, signal, previous, since, now, ...rest } = options;
  const said = { ...rest };
  if (now !== undefined) {
    said.now = now instanceof Date ? now.toISOString() : now;
  }
  if (previous !== undefined) {
    said.previous = previous instanceof Decision ? previous.toObject() : previous;
  }
  if (since !== undefined) {
    said.since = since instanceof Decision ? since.toObject() : since;
  }
  return { given, json: JSON.stringify(said), signal };
}

/** Waits for work that cannot be stopped, but no longer than its caller. */
function abortable(promise, signal) {
  if (signal === undefined) {
    return promise;
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

class Decision {
  #handle;
  #findings;

  constructor(handle) {
    this.#handle = handle;
  }

  get outcome() {
    return this.#handle.outcome;
  }

  get denied() {
    return this.exitCode !== 0;
  }

  get exitCode() {
    return this.#handle.exitCode;
  }

  get findings() {
    this.#findings ??= JSON.parse(guarded(() => this.#handle.findingsText()));
    return this.#findings;
  }

  render(format) {
    return guarded(() => this.#handle.render(format));
  }

  toJson() {
    return guarded(() => this.#handle.toJsonText());
  }

  toObject() {
    return JSON.parse(this.toJson());
  }

  toJSON() {
    return this.toObject();
  }

  throwForDeny() {
    if (this.denied) {
      throw new DeniedError(this);
    }
  }
}

class Gate {
  #handle;

  constructor(options = {}) {
    const { path, text, profile, policies = [], rawPolicies = [], ...rest } = typeof options === 'string' ? { path: options } : options;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) {
      throw new TypeError(`unknown option ${JSON.stringify(unknown)}; one of path, text, profile, policies, rawPolicies`);
    }
    const json = JSON.stringify({ path, text, profile, policies: [policies].flat(), raw_policies: [rawPolicies].flat() });
    this.#handle = guarded(() => new native.NativeGate(json));
  }

  async check(documents, options) {
    const { given, json, signal } = request(documents, options);
    signal?.throwIfAborted();
    try {
      return new Decision(await abortable(this.#handle.check(given, json), signal));
    } catch (error) {
      throw signal?.aborted ? signal.reason : translated(error);
    }
  }

  checkSync(documents, options) {
    const { given, json } = request(documents, options);
    return new Decision(guarded(() => this.#handle.checkSync(given, json)));
  }

  async *checkMany(items, { now, signal, concurrency = require('node:os').availableParallelism() } = {}) {
    const started = [];
    const source = items[Symbol.asyncIterator]?.() ?? items[Symbol.iterator]();
    const moment = now ?? new Date();
    let done = false;
    const start = async () => {
      signal?.throwIfAborted();
      const next = await source.next();
      if (next.done) {
        done = true;
        return;
      }
      const { documents, ...options } = Array.isArray(next.value) ? { documents: next.value } : next.value;
      const decision = this.check(documents, { ...options, now: moment, signal });
      started.push(decision.catch((error) => {
        if (signal?.aborted) {
          throw error;
        }
        return error;
      }));
    };
    try {
      while (!done || started.length > 0) {
        while (!done && started.length < concurrency) {
          await start();
        }
        if (started.length > 0) {
          yield await started.shift();
        }
      }
    } finally {
      await Promise.allSettled(started);
      await source.return?.();
    }
  }

  async facts(documents, options) {
    const { given, json, signal } = request(documents, options);
    signal?.throwIfAborted();
    try {
      return JSON.parse(await abortable(this.#handle.facts(given, json), signal));
    } catch (error) {
      throw signal?.aborted ? signal.reason : translated(error);
    }
  }

  rules() {
    return JSON.parse(guarded(() => this.#handle.rules()));
  }
}

/** Tells the format, version and kind of a document from its content. */
function detect(given) {
  return JSON.parse(guarded(() => native.detect(document(given, 1))));
}

function runCli(args) {
  return guarded(() => native.runCli(['tidewaiter', ...args]));
}

module.exports = {
  Decision,
  DeniedError,
  DocumentError,
  Gate,
  GateError,
  InternalError,
  LedgerError,
  PolicyError,
  TidewaiterError,
  VerificationError,
  detect,
  runCli,
  version: native.version(),
};
