// Files of the drop zone that no contract of the district answers for: they stay where they are, and are named.
import type { Delivery } from './delivery.ts';

/** Why no run reads a delivery, or undefined where one does. */
export function whyNotRead({ module }: Delivery, modules: readonly string[]): string | undefined {
  if (module === '') return 'it lies in no folder of a module';
  // Nothing says what may be kept of such a file, so not even its bytes are taken in.
  return modules.includes(module) ? undefined : `the district does not use the module ${module}`;
}

/** Editors' and systems' own files, and uploads that are still on their way. */
export function isPassing(key: string): boolean {
  const name = key.split('/').at(-1) ?? '';
  return name.startsWith('.') || name === 'Thumbs.db' || /\.(part|tmp|filepart|crdownload)$/i.test(name);
}

export interface NotRead {
  readonly module: string;
  readonly files: number;
  readonly because: string;
}

export function countNotRead(
  files: readonly { readonly module: string; readonly because: string }[],
): NotRead[] {
  const counts = new Map<string, NotRead>();
  for (const { module, because } of files) {
    const files = (counts.get(because)?.files ?? 0) + 1;
    counts.set(because, { module, files, because });
  }
  return [...counts.values()];
}
