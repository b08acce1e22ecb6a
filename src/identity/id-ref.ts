// How one id of one system is written wherever ids of many systems stand together.

/** `<id system>:<pseudonym>` */
export type IdRef = string;

export function idRef(system: string, id: string): IdRef {
  return `${system}:${id}`;
}

export function systemOf(id: IdRef): string {
  return id.slice(0, id.indexOf(':'));
}

export function pseudonymIn(id: IdRef): string {
  return id.slice(id.indexOf(':') + 1);
}
