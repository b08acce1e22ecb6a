// Which paths occur in a file's records, beside those that were asked for: unknown columns are named, never passed on.
import { isObject } from './json-paths.ts';

interface Node {
  readonly children: Map<string, Node>;
  readonly path: string;
  readonly asked: boolean;
  /** How often an object or array stood here. */
  opened: number;
  seen: number;
  isLeaf: boolean;
}

/** Beyond this many distinct paths the file uses data as keys; more would say nothing. */
const MAX_PATHS = 2000;

/** Stands for keys that may be data: an object can be a list by name or id. */
export const MASKED_KEY = '{key}';

/** A word that a programmer would give to a column; at most two digits, so that no id passes for one. */
const plainName = /^(?:@[a-z]+(?:[.][a-z]+)*|[$_]?[a-z]+(?:[_:-]?[a-z]+)*_?\d{0,2})$/i;

/** From this many objects on, a key that only one of them has is no name of a column. */
const enoughObjects = 4;

export class JsonColumns {
  readonly #asked: ReadonlySet<string>;
  readonly #root: Node = node('', false);
  readonly #unknown = new Set<string>();

  /** Paths from the record's root; what lies below an asked path counts as asked. */
  constructor(asked: Iterable<string>) {
    this.#asked = new Set(asked);
  }

  see(record: unknown): void {
    this.#walk(this.#root, record);
  }

  /** As they stand in the file: for a person who has the file. */
  unknown(): string[] {
    return [...this.#unknown].sort();
  }

  /** For reports that others read. */
  unknownMasked(): string[] {
    const paths = new Set<string>();
    collect(this.#root, '', paths);
    return [...paths].sort();
  }

  #walk(at: Node, value: unknown): void {
    at.seen += 1;
    if (at.asked) return;
    if (Array.isArray(value)) {
      at.opened += 1;
      const below = this.#child(at, '[]');
      for (const element of value) this.#walk(below, element);
    } else if (isObject(value) && !JSON.isRawJSON(value)) {
      at.opened += 1;
      for (const key of Object.keys(value)) this.#walk(this.#child(at, key), value[key]);
    } else if (this.#unknown.size < MAX_PATHS) {
      this.#unknown.add(at.path);
      at.isLeaf = true;
    }
  }

  #child(parent: Node, key: string): Node {
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const path = key === '[]' || parent.path === '' ? parent.path + key : `${parent.path}.${key}`;
    const made = node(path, this.#asked.has(path));
    if (parent.children.size < MAX_PATHS) parent.children.set(key, made);
    return made;
  }
}

function node(path: string, asked: boolean): Node {
  return { children: new Map(), path, asked, opened: 0, seen: 0, isLeaf: false };
}

function collect(at: Node, path: string, into: Set<string>): void {
  if (at.isLeaf) into.add(path);
  const list = isList(at);
  for (const [key, child] of at.children) {
    if (key === '[]') collect(child, `${path}[]`, into);
    else if (!child.asked) {
      const rare = child.seen === 1 && at.opened >= enoughObjects && !holdsAsked(at);
      const name = list || rare || !plainName.test(key) ? MASKED_KEY : key;
      collect(child, path === '' ? name : `${path}.${name}`, into);
    }
  }
}

/** An object whose values are objects of one shape is a list whose keys are data. */
function isList(at: Node): boolean {
  const children = [...at.children].filter(([key]) => key !== '[]').map(([, child]) => child);
  if (children.length < 2 || holdsAsked(at)) return false;
  const shapes = new Set(children.map((child) => [...child.children.keys()].sort().join('\n')));
  return shapes.size === 1 && !shapes.has('') && !shapes.has('[]');
}

function holdsAsked(at: Node): boolean {
  return at.asked || [...at.children.values()].some(holdsAsked);
}
