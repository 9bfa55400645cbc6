import tidewaiter from './index.cjs';

export const {
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
  version,
} = tidewaiter;
