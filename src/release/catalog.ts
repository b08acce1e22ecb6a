// The port to a catalog in which readers outside find the tables: Glue in AWS; one machine reads by manifest and has none.
import type { Manifest } from './manifest.ts';

export interface Catalog {
  /** Points every table at the files of a release. Safe to repeat, and to call with an earlier release. */
  show(manifest: Manifest): Promise<void>;
}
