// The rows that a district's own decisions give to every query: codes, calendar, thresholds, trust in modules.
import type { Contract } from '../contract/contract.ts';

export interface DistrictDecisions {
  readonly codes: Readonly<Record<string, string>>;
  readonly moduleCodes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly presentFraction: Readonly<Record<string, number | null>>;
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly firstMonth: number;
  readonly thresholds: Readonly<Record<string, number | string>>;
}

export type ReferenceRows = Record<string, readonly (readonly (string | null)[])[]>;

/** Text rows a reference relation, in the order of its columns; the writer casts them to the declared types. */
export function referenceRows(
  decisions: DistrictDecisions,
  contracts: readonly Contract[],
  runDate: string,
  policyColumns: readonly string[],
): ReferenceRows {
  const codes = contracts.flatMap((c) => {
    const own = new Map<string, string>();
    for (const [code, category] of Object.entries(decisions.codes)) own.set(code.toLowerCase(), category);
    for (const [code, category] of Object.entries(decisions.moduleCodes[c.module] ?? {})) {
      own.set(code.toLowerCase(), category);
    }
    return [...own].flatMap(([code, category]) => {
      const fraction = decisions.presentFraction[category];
      const tail = [category, fraction === null || fraction === undefined ? null : String(fraction)];
      return [
        [c.module, code, null, ...tail],
        [c.module, null, code, ...tail],
      ];
    });
  });
  return {
    attendance_code: codes,
    district_calendar: decisions.holidays.map((h) => [null, h.date, 'false', h.name]),
    module_authority: contracts.map((c) => [c.module, c.authority, c.recording ?? 'positive']),
    policy: [policyColumns.map((name) => policyValue(name, decisions, runDate))],
  };
}

function policyValue(name: string, decisions: DistrictDecisions, runDate: string): string | null {
  if (name === 'run_date') return runDate;
  if (name === 'first_month') return String(decisions.firstMonth);
  const value = decisions.thresholds[name];
  return value === undefined ? null : String(value);
}
