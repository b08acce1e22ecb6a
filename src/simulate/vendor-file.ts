/** One file of a vendor's export, described before it is written. */
import type { Delivery } from './deliveries.ts';
import type { RowSink } from './row-sink.ts';

export type VendorFile = {
  readonly delivery: Delivery['name'];
  readonly module: string;
  /** Path inside the module's folder. */
  readonly path: string;
  readonly table: string;
  readonly headerLines: number;
  /** Writes every row; asked twice, it writes the same bytes. */
  readonly write: (sink: RowSink) => void;
  /** Present when faults were planted: how the rows must come out. */
  readonly planted?: Planted;
};

export type Planted = {
  readonly kind: string;
  readonly rowsIn: number;
  readonly accepted: number;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly superseded: number;
  readonly held: number;
  readonly note: string;
};

export const vendorFile = (
  delivery: Delivery['name'],
  module: string,
  path: string,
  table: string,
  write: (sink: RowSink) => void,
  headerLines = 1,
): VendorFile => ({ delivery, module, path, table, headerLines, write });
