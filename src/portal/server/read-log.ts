// One line for each read of a page with names, written before the page goes out: who, which page, when; no name.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Viewer } from '../access.ts';

const lineSchema = z.strictObject({ at: z.string(), by: z.string(), role: z.string(), page: z.string() });
export type ReadLine = z.output<typeof lineSchema>;

export interface ReadLog {
  add(viewer: Viewer, page: string): void;
  /** Newest first. */
  last(count: number): ReadLine[];
}

export function readLogIn(home: string, now: () => Date = () => new Date()): ReadLog {
  const path = join(home, 'log', 'portal-reads.jsonl');
  return {
    add(viewer, page) {
      mkdirSync(dirname(path), { recursive: true });
      const line: ReadLine = { at: now().toISOString(), by: viewer.by, role: viewer.role, page };
      appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
    last(count) {
      if (!existsSync(path)) return [];
      const lines = readFileSync(path, 'utf8').trim().split('\n').slice(-count).reverse();
      return lines.filter((l) => l !== '').map((l) => lineSchema.parse(JSON.parse(l)));
    },
  };
}
