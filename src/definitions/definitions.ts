// Where the definitions that come with the product lie: modules, generated SQL, metrics and example districts.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository on one machine; in AWS the folder of the layer that carries the same files. */
export function definitionsRoot(): string {
  return process.env.HOMEROOM_DEFINITIONS ?? findUp(import.meta.dirname);
}

function findUp(from: string): string {
  for (let dir = from; dirname(dir) !== dir; dir = dirname(dir)) {
    if (existsSync(join(dir, 'modules')) && existsSync(join(dir, 'sql'))) return dir;
  }
  return from;
}

const texts = new Map<string, string>();

/** A definition file's text; read once. */
export function definitionText(root: string, ...path: string[]): string {
  const file = join(root, ...path);
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return text;
}
