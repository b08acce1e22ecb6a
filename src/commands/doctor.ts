// The command `doctor`: checks this machine and a district's state, and says how to mend each fault.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { directoryLake } from '../adapters/directory-lake.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { districtHome, stateRoot } from '../district/district-home.ts';
import { diskFinding } from '../doctor/disk-finding.ts';
import { districtFindings } from '../doctor/district-findings.ts';
import type { Finding } from '../doctor/finding.ts';
import { readVersions } from '../doctor/read-versions.ts';
import { stateFindings } from '../doctor/state-findings.ts';
import { versionFindings } from '../doctor/versions.ts';
import type { Command } from './command.ts';

export const doctor: Command = {
  name: 'doctor',
  summary:
    'Check versions, district file, contracts, key, disk and releases, and say how to mend each fault.',
  usage: '[--district NAME]',
  examples: ['doctor --district contoso'],
  options: {
    district: {
      type: 'string',
      value: 'NAME',
      help: 'The district to look at. Default: every district with state on this machine.',
    },
  },
  exits: { 1: 'there is a fault' },
  async run(given) {
    const root = definitionsRoot();
    const named = given.text('district');
    const findings: Finding[] = [...versionFindings(readVersions(root)), diskFinding(stateRoot())];
    for (const name of named === undefined ? districtsHere() : [named]) {
      const { findings: own, district } = districtFindings(root, name);
      findings.push(...own);
      const home = districtHome(name);
      const modules = Object.keys(district?.modules ?? {});
      if (district)
        findings.push(...(await stateFindings({ district: name, modules, home, lake: directoryLake(home) })));
    }
    const faults = findings.filter((f) => f.state === 'fault').length;
    given.out(given.json ? JSON.stringify({ faults, findings }) : text(findings, faults));
    return faults > 0 ? 1 : 0;
  },
};

function districtsHere(): string[] {
  const home = stateRoot();
  if (!existsSync(home)) return [];
  return readdirSync(home, { withFileTypes: true })
    .filter(
      (e) =>
        e.isDirectory() &&
        (existsSync(join(home, e.name, 'releases')) || existsSync(join(home, e.name, 'landing'))),
    )
    .map((e) => e.name)
    .sort();
}

function text(findings: readonly Finding[], faults: number): string {
  const lines = findings.flatMap((f) => [
    `${f.state.padEnd(5)}  ${f.thing}: ${f.found}`,
    ...(f.what_to_do === '' ? [] : [`       ${f.what_to_do}`]),
  ]);
  const last =
    faults === 0 ? 'No fault was found.' : `${faults} ${faults === 1 ? 'fault' : 'faults'} to mend.`;
  return [...lines, '', last].join('\n');
}
