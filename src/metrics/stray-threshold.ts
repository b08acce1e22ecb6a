// Finds a registry's threshold written as a number in a comparison, where it would drift from the registry.

export interface StrayThreshold {
  readonly line: number;
  readonly text: string;
  /** Registry names with this value. */
  readonly thresholds: readonly string[];
}

const number = String.raw`(?<![\w.])(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.])`;
const comparison = String.raw`(?:[<>]=?|={1,3}|!==?|<>|\bbetween\b|\band\b)`;
const operand = String.raw`([\w.)\]?!]+)`;
const rightOf = new RegExp(`${operand}\\s*${comparison}\\s*\\(?\\s*${number}`, 'gi');
const leftOf = new RegExp(`${number}\\s*${comparison}\\s*\\(?\\s*${operand}`, 'gi');

/** What a measure's operand is called: a random draw against 0.5 is no threshold, nor is the length of a list. */
const measured =
  /^(?!.*\.length$).*(rate|share|absen|attend|present|missed|enrol|engag|chronic|active|days|covered|window)/i;

/** Comparisons of a measure with the value of a threshold, as a share or in percent; comments are left out. */
export function strayThresholds(
  source: string,
  thresholds: Readonly<Record<string, number | string>>,
): StrayThreshold[] {
  const values = new Map<number, string[]>();
  for (const [name, value] of Object.entries(thresholds)) {
    if (typeof value !== 'number') continue;
    for (const form of value < 1 ? [value, value * 100] : [value]) {
      values.set(form, [...(values.get(form) ?? []), name]);
    }
  }
  return source.split('\n').flatMap((text, i) => {
    const code = text.replace(/(\/\/|--|^\s*\*|^\s*#).*$/, '');
    const hits = [...comparisons(code)].flatMap((c) =>
      measured.test(c.operand) ? (values.get(c.value) ?? []) : [],
    );
    return hits.length > 0 ? [{ line: i + 1, text: text.trim(), thresholds: [...new Set(hits)].sort() }] : [];
  });
}

function* comparisons(code: string): Generator<{ operand: string; value: number }> {
  for (const [, operandText = '', value] of code.matchAll(rightOf))
    yield { operand: operandText, value: Number(value) };
  for (const [, value, operandText = ''] of code.matchAll(leftOf))
    yield { operand: operandText, value: Number(value) };
}
