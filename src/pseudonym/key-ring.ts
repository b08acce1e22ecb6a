// The port to the district's pseudonym key: one subkey an id system and version, never the key itself.
export interface KeyRing {
  /** 32 bytes for `purpose`, e.g. "pseudonym|sis_student|1". */
  subkey(purpose: string): Promise<Buffer>;
}

export function pseudonymPurpose(idSystem: string, version = 1): string {
  return `pseudonym|${idSystem}|${version}`;
}
