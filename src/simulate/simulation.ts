/**
 * The synthetic district: from sizes and a seed to the vendors' export files and the truth behind them. Pure: the same
 * spec gives the same bytes, and nothing is written here.
 */
import { isoDate } from './dates.ts';
import { deliveriesOf, deliveryList } from './deliveries.ts';
import { type District, districtOf } from './district.ts';
import { exportFiles } from './exports.ts';
import type { DistrictSpec } from './spec.ts';
import { type TruthFile, truthFiles, type WrittenFile } from './truth/truth-files.ts';
import type { VendorFile } from './vendor-file.ts';

export type Simulation = {
  readonly district: District;
  readonly days: readonly { readonly name: string; readonly date: string }[];
  readonly files: readonly VendorFile[];
  /** Files of the truth, which also tell how the written files must come out; with `exports/days.json`. */
  truth(written: readonly WrittenFile[]): TruthFile[];
};

export const simulate = (spec: DistrictSpec): Simulation => {
  const district = districtOf(spec);
  const deliveries = deliveriesOf(district);
  return {
    district,
    days: deliveries.map(({ name, date }) => ({ name, date: isoDate(date) })),
    files: exportFiles(district),
    truth: (written) => [
      { path: 'exports/days.json', write: (sink) => sink.text(deliveryList(deliveries, district)) },
      ...truthFiles(district, written),
    ],
  };
};
