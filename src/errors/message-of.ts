// The text of whatever was thrown; errors of native code need not be of this context's Error.
export function messageOf(error: unknown): string {
  return String(typeof error === 'object' && error !== null && 'message' in error ? error.message : error);
}
