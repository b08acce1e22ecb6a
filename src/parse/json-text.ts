// JSON text to values and back to cells without touching a number: 1.50 stays 1.50, a 20-digit id keeps its digits.

declare global {
  interface JSON {
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): object;
    isRawJSON(value: unknown): value is { readonly rawJSON: string };
  }
}

/** Numbers that JavaScript may spell in another way than the file: long ones, fractions, exponents, minus zero. */
const DELICATE = /[:,[\s]-?(?:\d{16}|\d+[.eE]|0[\s,\]}])/;

/** Throws SyntaxError. */
export function parseJson(text: string): unknown {
  if (!DELICATE.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source
      ? JSON.rawJSON(source)
      : value,
  );
}

/** Null for null and for what is missing; objects and arrays as JSON. */
export function cellText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.isRawJSON(value) ? value.rawJSON : JSON.stringify(value);
}
