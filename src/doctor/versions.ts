// Whether the tools of this machine are the ones that the project was made with.
import { type Finding, fault, note, ok } from './finding.ts';

export interface Versions {
  /** Of this process. */
  readonly node: string;
  /** Package to [version wanted, version installed]. */
  readonly packages: Readonly<Record<string, readonly [string | undefined, string | undefined]>>;
  readonly python: string | undefined;
  readonly sqlglot: readonly [string | undefined, string | undefined];
  /** Whether what the set-up left behind agrees with the lock file; undefined where the set-up never ran. */
  readonly stamps: Readonly<Record<string, boolean | undefined>>;
}

const setUp = 'node bin/setup.mjs';

export function versionFindings(v: Versions): Finding[] {
  return [
    nodeFinding(v.node),
    ...Object.entries(v.packages).map(([name, [wanted, installed]]) =>
      packageFinding(name, wanted, installed),
    ),
    cdkFinding(v.packages['aws-cdk']?.[1]),
    pythonFinding(v.python),
    sqlglotFinding(...v.sqlglot),
    ...Object.entries(v.stamps).map(([name, stamp]) => stampFinding(name, stamp)),
  ];
}

function nodeFinding(version: string): Finding {
  const major = Number(version.split('.')[0]);
  if (major === 24) return ok('Node', version);
  return fault(
    'Node',
    `${version}, and the project runs on 24`,
    `Call it as npx homeroom …, which brings its own; else ${setUp}`,
  );
}

function packageFinding(name: string, wanted: string | undefined, installed: string | undefined): Finding {
  if (installed === undefined) return fault(name, 'not installed', setUp);
  if (installed === wanted) return ok(name, installed);
  return fault(name, `${installed}, and package.json says ${wanted ?? 'nothing'}`, setUp);
}

function cdkFinding(installed: string | undefined): Finding {
  if (installed?.startsWith('2.')) return ok('CDK command line', `major 2 (${installed})`);
  return fault('CDK command line', installed ?? 'not installed', `Major 2 is needed: ${setUp}`);
}

function pythonFinding(version: string | undefined): Finding {
  if (version === undefined) {
    return note(
      'Python',
      'the environment .venv is not set up',
      `Needed for --dialect athena and to make SQL: ${setUp} --python`,
    );
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 3 && minor >= 11) return ok('Python', version);
  return fault(
    'Python',
    `${version}, and 3.11 is the least`,
    `Install Python 3.11 or newer, remove .venv, then ${setUp} --python`,
  );
}

function sqlglotFinding(wanted: string | undefined, installed: string | undefined): Finding {
  if (installed === undefined) return note('sqlglot', 'not installed', `${setUp} --python`);
  if (installed === wanted) return ok('sqlglot', installed);
  return fault(
    'sqlglot',
    `${installed}, and requirements.lock says ${wanted ?? 'nothing'}`,
    `${setUp} --python`,
  );
}

function stampFinding(name: string, stamp: boolean | undefined): Finding {
  const thing = `set-up of ${name}`;
  if (stamp === true) return ok(thing, 'agrees with its lock');
  const call = name === '.venv' ? `${setUp} --python` : setUp;
  if (stamp === undefined) return note(thing, 'was not done by the set-up script', call);
  return fault(thing, 'is older than its lock', call);
}
