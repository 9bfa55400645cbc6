/** A document: a path, a file URL, its bytes, or one of the forms below. */
export type DocumentInput = string | URL | Uint8Array | PathDocument | ContentDocument;

/** A file of a declared format. */
export interface PathDocument {
  path: string | URL;
  /** A format that the content does not tell, such as `gitleaks` for an empty list. */
  format?: string;
}

/** A document by its content: bytes, text, or parsed JSON (the slow way). */
export interface ContentDocument {
  content: Uint8Array | string | object;
  /** What findings call it. */
  name?: string;
  format?: string;
}

export interface GateOptions {
  /** A gate file; paths in it are relative to it. */
  path?: string;
  /** The text of a gate file, instead of `path`. */
  text?: string;
  /** A profile that replaces the one of the gate file. */
  profile?: string;
  /** Policies about facts: files, directories, bundles, or Rego text. */
  policies?: PolicyInput | PolicyInput[];
  /** Policies about documents as they were written. */
  rawPolicies?: string | string[];
}

export type PolicyInput = string | { name: string; rego: string };

export interface CheckOptions {
  /** The artifact: an image reference, a digest, a package URL or a name. */
  subject?: string;
  kind?: 'image' | 'package' | 'binary' | 'deployment' | 'source' | 'unknown';
  exposure?: 'public' | 'internal' | 'unknown';
  distribution?: 'internal' | 'saas' | 'distributed' | 'unknown';
  environment?: string;
  /** Anything that rules may ask for: branch, actor, approvals. */
  context?: unknown;
  /** An earlier decision about the same subject. */
  previous?: Decision | object;
  /** An earlier decision about the same subject; only what is new since then denies. */
  since?: Decision | object;
  /** The moment of evaluation; the clock where it is left out. */
  now?: Date | string;
  /** File name → format, for documents whose content does not tell. */
  formats?: Record<string, string>;
  signal?: AbortSignal;
}

export type Outcome = 'pass' | 'warn' | 'deny' | 'error';
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

export interface Finding {
  id: string;
  rule: string;
  gate: string;
  severity: Severity;
  enforcement: 'hard' | 'soft' | 'off';
  state: 'open' | 'soft' | 'waived';
  message: string;
  target: Record<string, unknown>;
  remediation: string;
  waiver: string | null;
  unwaivable: boolean;
  sources: { document: string; at: string }[];
  data: Record<string, unknown>;
}

/** The answer of a gate. */
export declare class Decision {
  private constructor();
  readonly outcome: Outcome;
  /** The outcome is `deny` or `error`. */
  readonly denied: boolean;
  /** 0 for pass and warn, 1 for deny, 2 for error. */
  readonly exitCode: 0 | 1 | 2;
  /** Every finding; made at the first look and kept. */
  readonly findings: readonly Finding[];
  /** A report: `table`, `json`, `sarif`, `markdown`. */
  render(format: string): string;
  /** The same text in every language. */
  toJson(): string;
  toObject(): Record<string, unknown>;
  toJSON(): Record<string, unknown>;
  /** Throws {@link DeniedError} if the outcome is `deny` or `error`. */
  throwForDeny(): void;
}

export interface ManyOptions {
  now?: Date | string;
  signal?: AbortSignal;
  /** How many checks run at a time; as many as there are cores where it is left out. */
  concurrency?: number;
}

export type ManyItem = DocumentInput[] | (Omit<CheckOptions, 'now' | 'signal'> & { documents: DocumentInput | DocumentInput[] });

/** Rules, parameters, enforcement and waivers, compiled once. */
export declare class Gate {
  /** The path of a gate file, or options; the baseline where nothing is given. */
  constructor(options?: string | GateOptions);
  /** Judges documents on a worker thread. */
  check(documents: DocumentInput | DocumentInput[], options?: CheckOptions): Promise<Decision>;
  /** Judges documents here and now. */
  checkSync(documents: DocumentInput | DocumentInput[], options?: Omit<CheckOptions, 'signal'>): Decision;
  /** Judges many dossiers in their order; an error in one is its result and stops no other. */
  checkMany(items: Iterable<ManyItem> | AsyncIterable<ManyItem>, options?: ManyOptions): AsyncGenerator<Decision | Error, void, undefined>;
  /** The normalized document that rules see as `input`. */
  facts(documents: DocumentInput | DocumentInput[], options?: CheckOptions): Promise<Record<string, unknown>>;
  /** Every rule with its metadata. */
  rules(): Record<string, unknown>[];
}

/** Tells the format, version and kind of a document from its content. */
export declare function detect(document: DocumentInput): Record<string, unknown>;

/** Runs the command line and returns its exit code. */
export declare function runCli(args: string[]): number;

export declare const version: string;

/** Everything that stops the library from answering; `code` is the same word in every language. */
export declare class TidewaiterError extends Error {
  readonly code: string;
  /** The document, gate file or policy file that the error is about. */
  readonly document: string | undefined;
  /** The place inside it: a JSON Pointer, `line L column C`, or `byte N`. */
  readonly pointer: string | undefined;
  /** What was wrong, without place and advice. */
  readonly reason: string;
  /** What to do next. */
  readonly remedy: string;
}
/** A document cannot be understood, is over a limit, or has an unknown format. */
export declare class DocumentError extends TidewaiterError {}
/** A gate file, waiver file, subject or option cannot be followed. */
export declare class GateError extends TidewaiterError {}
/** A policy does not compile, or a rule could not be evaluated. */
export declare class PolicyError extends TidewaiterError {}
/** Signature material does not verify. */
export declare class VerificationError extends TidewaiterError {}
/** The ledger could not be read or written. */
export declare class LedgerError extends TidewaiterError {}
/** The library itself failed; please report it. */
export declare class InternalError extends TidewaiterError {}
/** A decision that denies, for those who asked for an exception. */
export declare class DeniedError extends TidewaiterError {
  readonly decision: Decision;
}
