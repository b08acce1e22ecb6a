// Runs a piece of work in a process of its own, so that its time, processor time and memory are its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

/** What a child prints as its last line. Seconds of the clock and of the processors, megabytes at the peak. */
export const spentSchema = z.object({ seconds: z.number(), cpu: z.number(), peakMb: z.number() });
export type Spent = z.infer<typeof spentSchema>;

/** @throws when the child ends with anything but 0; what it wrote to standard error is passed on */
export async function child<T>(
  script: string,
  args: readonly string[],
  schema: z.ZodType<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const run = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  run.stdout.on('data', (part: Buffer) => {
    text += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => run.on('close', resolve));
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${last}`);
  return schema.parse(JSON.parse(last));
}

/** In the child: measures `work` and prints the answer with what it took. */
export async function told(work: () => Promise<object>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  const spent: Spent = {
    seconds: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify({ ...answer, ...spent })}\n`);
}
