// Runs `cdk synth` as a person would, but with an empty environment, an empty home and no network.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Synth {
  readonly code: number;
  readonly output: string;
  /** The cloud assembly. */
  readonly folder: string;
}

/** A network namespace without a network, where the machine allows one. */
const offline: readonly string[] = (() => {
  try {
    execFileSync('unshare', ['-rn', 'true'], { stdio: 'ignore' });
    return ['unshare', '-rn'];
  } catch {
    return [];
  }
})();

export const isOffline = offline.length > 0;

const made: string[] = [];

/** Assemblies hold copies of every layer, so they don't stay. */
export function removeAssemblies(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

export function synth(...args: readonly string[]): Promise<Synth> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-synth-'));
  const home = mkdtempSync(join(tmpdir(), 'homeroom-home-'));
  made.push(folder, home);
  const [command = process.execPath, ...words] = [
    ...offline,
    process.execPath,
    join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk'),
    'synth',
    '--quiet',
    '--no-notices',
    '--no-lookups',
    '--output',
    folder,
    ...args,
  ];
  const env = {
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: home,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
  return new Promise((resolve) => {
    execFile(command, words, { cwd: ROOT, env, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ code, output: `${stdout}${stderr}`, folder });
    });
  });
}

const finding = z.object({
  ruleName: z.string(),
  severity: z.string().optional(),
  violatingConstructs: z.array(z.object({ constructPath: z.string().optional() })).default([]),
});

const report = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      conclusion: z.string(),
      violations: z.array(finding).default([]),
      suppressedViolations: z.array(finding).default([]),
    }),
  ),
});

/** What each rule pack found; a pack that found nothing and had nothing acknowledged is absent. */
export function findings(folder: string) {
  return report.parse(JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'))).pluginReports;
}

const resource = z.object({
  Type: z.string(),
  DeletionPolicy: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
const template = z.object({ Resources: z.record(z.string(), resource) });
export type Resource = z.output<typeof resource>;

/** Resources of one stack by logical id. */
export function resources(folder: string, district: string, stack: string): Record<string, Resource> {
  const assembly = join(folder, `assembly-${district}`);
  const file = readdirSync(assembly).find(
    (name) => name.startsWith(`${district}${stack}`) && name.endsWith('.template.json'),
  );
  if (file === undefined) throw new Error(`no template of ${stack} for ${district}`);
  return template.parse(JSON.parse(readFileSync(join(assembly, file), 'utf8'))).Resources;
}

export function ofType(all: Record<string, Resource>, type: string): [string, Resource['Properties']][] {
  return Object.entries(all)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties }]) => [id, Properties]);
}
