// Which error names the language reserves, and which of them a Retrier or Catcher matches.

export const RESERVED_ERRORS = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.NoChoiceMatched',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
] as const;

// Reserved too, but reported only by JSONPath, distributed Maps and HTTP tasks, which are not run here.
const RESERVED_ELSEWHERE = [
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.ParameterPathFailure',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
] as const;

const RESERVED: ReadonlySet<string> = new Set([...RESERVED_ERRORS, ...RESERVED_ELSEWHERE]);

/** False for a misspelt reserved name such as `States.TaskFail`; a name of the user's own is always known. */
export function isKnownErrorName(name: string): boolean {
  return !name.startsWith('States.') || RESERVED.has(name);
}

/** True when one of the listed names covers the error that was reported. */
export function coversError(errorEquals: readonly string[], error: string): boolean {
  // An execution that could not be processed always fails; no Retrier or Catcher stops it.
  if (error === 'States.Runtime') return false;
  return errorEquals.some((name) => covers(name, error));
}

function covers(name: string, error: string): boolean {
  if (name === error) return true;
  // A terminal error: no wildcard reaches it, only its own name does.
  if (error === 'States.DataLimitExceeded') return false;
  if (name === 'States.ALL') return true;
  const isTimeout = error === 'States.Timeout' || error === 'States.HeartbeatTimeout';
  if (name === 'States.Timeout') return isTimeout;
  return name === 'States.TaskFailed' && !isTimeout;
}
