// Which encoding the first bytes of a file speak for: a byte order mark, or the zeros of UTF-16.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Detected {
  /** Undefined: the bytes do not say; the contract's list decides. */
  readonly encoding: Encoding | undefined;
  /** Length of the byte order mark. */
  readonly bom: 0 | 2 | 3;
}

const SAMPLE = 4096;

export function detectEncoding(bytes: Uint8Array): Detected {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return { encoding: utf16WithoutBom(bytes.subarray(0, SAMPLE)), bom: 0 };
}

/** School exports are mostly ASCII: in UTF-16 every other byte is zero and the ones between never are. */
function utf16WithoutBom(sample: Uint8Array): Encoding | undefined {
  const units = sample.length >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < units * 2; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  if (units >= 2 && odd >= units * 0.7 && even === 0) return 'utf-16le';
  if (units >= 2 && even >= units * 0.7 && odd === 0) return 'utf-16be';
  return undefined;
}
