// Which paths occur in a file's records, beside those that were asked for: unknown columns are named, never passed on.
import { isObject } from './json-paths.ts';

interface Node {
  readonly children: Map<string, Node>;
  readonly path: string;
  readonly asked: boolean;
}

/** Beyond this many distinct paths the file uses data as keys; more would say nothing. */
const MAX_PATHS = 2000;

export class JsonColumns {
  readonly #asked: ReadonlySet<string>;
  readonly #root: Node = { children: new Map(), path: '', asked: false };
  readonly #unknown = new Set<string>();

  /** Paths from the record's root; what lies below an asked path counts as asked. */
  constructor(asked: Iterable<string>) {
    this.#asked = new Set(asked);
  }

  see(record: unknown): void {
    this.#walk(this.#root, record);
  }

  unknown(): string[] {
    return [...this.#unknown].sort();
  }

  #walk(node: Node, value: unknown): void {
    if (node.asked) return;
    if (Array.isArray(value)) {
      const below = this.#child(node, '[]');
      for (const element of value) this.#walk(below, element);
    } else if (isObject(value) && !JSON.isRawJSON(value)) {
      for (const key of Object.keys(value)) this.#walk(this.#child(node, key), value[key]);
    } else if (this.#unknown.size < MAX_PATHS) this.#unknown.add(node.path);
  }

  #child(node: Node, key: string): Node {
    const known = node.children.get(key);
    if (known !== undefined) return known;
    const path = key === '[]' || node.path === '' ? node.path + key : `${node.path}.${key}`;
    const made = { children: new Map<string, Node>(), path, asked: this.#asked.has(path) };
    if (node.children.size < MAX_PATHS) node.children.set(key, made);
    return made;
  }
}
