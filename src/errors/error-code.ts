// The code of a system error ("ENOENT", "EEXIST"), whichever realm it was thrown in.
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
