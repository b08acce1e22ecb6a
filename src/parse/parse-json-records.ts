// Placeholder while the JSON reader is being joined.
export function parseJsonRecords(_b: Uint8Array, _o: { explode: readonly string[]; paths: readonly string[] }, _out: string): { path: string; columns: number; lineBreaks: boolean; records: number; rejectedCount: number; rejected: { record: number; line: number; rule: string }[]; blankLines: number; truncated: boolean } {
  throw new Error('JSON is not read yet');
}
