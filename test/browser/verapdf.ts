// An independent judge of PDF/UA-1: veraPDF, fetched once by Maven's own client and run on all files in one go.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ARTIFACT = { group: 'org.verapdf.apps', name: 'greenfield-apps', version: '1.28.2' };
const MAIN = 'org.verapdf.apps.GreenfieldCliWrapper';

export interface Verdict {
  readonly file: string;
  readonly passes: boolean;
  /** The line that veraPDF says of the file. */
  readonly says: string;
}

const pom = () => `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>homeroom</groupId><artifactId>verapdf</artifactId><version>1</version>
<dependencies><dependency><groupId>${ARTIFACT.group}</groupId><artifactId>${ARTIFACT.name}</artifactId><version>${ARTIFACT.version}</version></dependency></dependencies>
</project>`;

/** @param folder where the list of its jars is kept between runs */
export function veraPdfClassPath(folder: string): string {
  const list = join(folder, `verapdf-${ARTIFACT.version}.classpath`);
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'verapdf-pom.xml');
    writeFileSync(file, pom());
    execFileSync('mvn', ['-q', '-B', '-f', file, 'dependency:build-classpath', `-Dmdep.outputFile=${list}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
    });
  }
  return readFileSync(list, 'utf8').trim();
}

/** @throws when Java or Maven is missing, or veraPDF can't run at all */
export function validate(files: readonly string[], folder: string): Verdict[] {
  const args = ['-cp', veraPdfClassPath(folder), MAIN, '-f', 'ua1', '--format', 'text', ...files];
  const said = run(args).split('\n');
  return files.map((file) => {
    const says = said.find((line) => line.includes(file)) ?? 'veraPDF said nothing of this file';
    return { file, passes: says.startsWith('PASS'), says };
  });
}

/** veraPDF ends with 1 when a file does not conform; that is an answer, not a fault. */
function run(args: readonly string[]): string {
  try {
    return execFileSync('java', args, {
      encoding: 'utf8',
      timeout: 300_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (failed) {
    const out = failed instanceof Error && 'stdout' in failed ? failed.stdout : undefined;
    if (typeof out === 'string' && /^(?:PASS|FAIL)/m.test(out)) return out;
    throw failed;
  }
}
