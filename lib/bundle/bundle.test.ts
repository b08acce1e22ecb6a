// A bundle runs as Lambda runs it: alone in a folder, DuckDB found through the layer, definitions beside it.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { layDefinitions, layNative } from './layers.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'homeroom-bundle-'));
const out = join(root, 'dist');

const handler = `
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
export async function handler(event: unknown) {
  const { n } = z.object({ n: z.number() }).parse(event);
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll('select ' + n + ' + 1 as n')).getRowObjectsJson();
}`;

const typesetter = `
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
export async function handler() {
  const pdf = NodeCompiler.create().pdf({ mainFileContent: '#set document(title: "T")\\n= One' }, { pdfStandard: PdfStandard.UA_1 });
  return { begins: pdf.subarray(0, 5).toString() };
}`;

/** In a process of its own: esbuild refuses to run inside Jest's sandbox. */
function bundleHandlers(): void {
  const code = `import { bundleHandlers } from ${JSON.stringify(join(repository, 'lib/bundle/handlers.ts'))};
    await bundleHandlers(${JSON.stringify(root)}, ${JSON.stringify(out)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', code]);
}

beforeAll(() => {
  mkdirSync(join(root, 'lambdas', 'plan'), { recursive: true });
  writeFileSync(join(root, 'lambdas', 'plan', 'handler.ts'), handler);
  mkdirSync(join(root, 'lambdas', 'report'), { recursive: true });
  writeFileSync(join(root, 'lambdas', 'report', 'handler.ts'), typesetter);
  writeFileSync(join(root, 'package-lock.json'), '{}');
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  bundleHandlers();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a bundled handler', () => {
  it.each([
    ['duckdb', 'plan', '{ n: 41 }', [{ n: 42 }]],
    ['typst', 'report', '', { begins: '%PDF-' }],
  ] as const)(
    'finds %s on NODE_PATH, where Lambda puts layers, and nothing else outside itself',
    (layer, name, event, answer) => {
      layNative(repository, out, layer);
      const task = mkdtempSync(join(tmpdir(), 'homeroom-task-'));
      cpSync(join(out, 'lambdas', name), task, { recursive: true });
      const call = `import(${JSON.stringify(join(task, 'index.mjs'))}).then((m) => m.handler(${event})).then((r) => console.log(JSON.stringify(r)))`;
      const printed = execFileSync(process.execPath, ['-e', call], {
        cwd: task,
        env: { NODE_PATH: join(out, 'layers', layer, 'nodejs', 'node_modules') },
      });
      rmSync(task, { recursive: true });
      expect(JSON.parse(printed.toString())).toEqual(answer);
    },
  );

  it('is left alone while nothing is newer, and made again when a source is', () => {
    const file = join(out, 'lambdas', 'plan', 'index.mjs');
    const first = statSync(file).mtimeMs;
    bundleHandlers();
    expect(statSync(file).mtimeMs).toBe(first);
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, 'lambdas', 'plan', 'handler.ts'), later, later);
    bundleHandlers();
    expect(statSync(file).mtimeMs).not.toBe(first);
  });

  it('lies alone in its folder: whatever is there becomes part of the function', () => {
    expect(readdirSync(join(out, 'lambdas', 'plan'))).toEqual(['index.mjs']);
  });
});

describe('the layer of definitions', () => {
  it('takes a calendar that a district file names, and never an opt-out list beside it', () => {
    const districts = join(root, 'districts');
    mkdirSync(districts);
    writeFileSync(
      join(districts, 'elm.json'),
      JSON.stringify({ calendar: { days: 'elm-days.csv' }, optOuts: 'elm-out.csv' }),
    );
    writeFileSync(join(districts, 'elm-days.csv'), 'school_id,date,is_school_day,event_name\n');
    writeFileSync(join(districts, 'elm-out.csv'), 'id_system,id,scope\n');
    layDefinitions(root, out);
    const laid = join(out, 'layers', 'definitions', 'homeroom', 'districts');
    expect(readdirSync(laid).sort()).toEqual(['elm-days.csv', 'elm.json']);
  });

  it('is laid anew when a definition changes', () => {
    mkdirSync(join(root, 'metrics'));
    writeFileSync(join(root, 'metrics', 'new.yaml'), 'a: 1\n');
    layDefinitions(root, out);
    expect(existsSync(join(out, 'layers', 'definitions', 'homeroom', 'metrics', 'new.yaml'))).toBe(true);
  });
});
