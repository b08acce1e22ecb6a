// Windows-1252 to UTF-8, strictly: the five bytes that the code page leaves open are errors.
// Own table, because TextDecoder reads those five as control characters. Source: WHATWG Encoding, index-windows-1252.

const HIGH = [
  0x20ac, -1, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, -1,
  0x017d, -1, -1, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, -1, 0x017e, 0x0178,
];

/** UTF-8 bytes of 0x80 to 0xff; undefined where the code page has no character. */
const UTF8 = Array.from({ length: 128 }, (_, i) => {
  const point = HIGH[i] ?? 0x80 + i;
  return point < 0 ? undefined : new TextEncoder().encode(String.fromCodePoint(point));
});

/** Offset of the first byte that has no character, or -1. */
export function findUndefined1252(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80 && UTF8[byte - 0x80] === undefined);
}

/** Every byte must have a character (see findUndefined1252). */
export function windows1252ToUtf8(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) out[length++] = byte;
    else for (const part of UTF8[byte - 0x80] ?? []) out[length++] = part;
  }
  return out.subarray(0, length);
}
