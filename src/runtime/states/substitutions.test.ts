// Rules of placeholders in a definition's text.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expandSubstitutions } from './substitutions.ts';

const hole = (name: string) => `\${${name}}`;

describe('expandSubstitutions', () => {
  it('replaces each placeholder, wherever it stands', () => {
    const text = `{"Resource": "${hole('Arn')}", "TimeoutSeconds": ${hole('Seconds')}, "Comment": "${hole('Arn')}"}`;
    expect(expandSubstitutions(text, { Arn: 'arn:x', Seconds: 5 })).toBe(
      '{"Resource": "arn:x", "TimeoutSeconds": 5, "Comment": "arn:x"}',
    );
  });

  it('names every placeholder without a value', () => {
    const text = ['B', 'A', 'C', 'B'].map(hole).join(' ');
    expect(() => expandSubstitutions(text, { C: 1 })).toThrow(
      `No value is given for ${hole('A')}, ${hole('B')}.`,
    );
    expect(() => expandSubstitutions(hole('toString'), {})).toThrow(hole('toString'));
  });

  it('does not look for placeholders inside values', () => {
    expect(expandSubstitutions(hole('A'), { A: hole('B') })).toBe(hole('B'));
  });

  it('leaves JSONata alone', () => {
    const text = '{"Output": "{% $states.input{name: $count(value)} %}"}';
    expect(expandSubstitutions(text, {})).toBe(text);
  });

  it('any text survives inside quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const expanded = expandSubstitutions(`{"a": "${hole('Value')}"}`, { Value: value });
        expect(JSON.parse(expanded)).toEqual({ a: value });
      }),
    );
  });
});
