// The port to the district's store of files: a directory on one machine, S3 buckets in AWS.

/** Keys are relative, with "/" between parts; a write is seen whole or not at all. */
export interface Lake {
  /** A path of this machine that holds the bytes of `key`; fetched first where the store is remote. */
  fetch(key: string): Promise<string>;
  /** A path of this machine to write to; the bytes reach `key` with `publish`. */
  scratch(name: string): Promise<string>;
  publish(localPath: string, key: string): Promise<void>;
  readText(key: string): Promise<string | undefined>;
  writeText(key: string, text: string): Promise<void>;
  /** Creates `key` only if it is not there; false if somebody else was first. */
  createText(key: string, text: string): Promise<boolean>;
  /** Writes `key` only if it still holds `expected`, a text that never comes back; of several at once one succeeds. */
  replaceText(key: string, expected: string, text: string): Promise<boolean>;
  list(prefix: string): Promise<string[]>;
  exists(key: string): Promise<boolean>;
  size(key: string): Promise<number>;
  remove(key: string): Promise<void>;
  /** Where DuckDB may spill. */
  readonly tempDir: string;
}
