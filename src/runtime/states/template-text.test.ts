// Rules for reading a definition out of a synthesized template.
import { describe, expect, it } from '@jest/globals';
import { expandSubstitutions } from './substitutions.ts';
import { definitionTextOf } from './template-text.ts';

describe('definitionTextOf', () => {
  it('turns Ref and Fn::GetAtt into placeholders that expandSubstitutions fills', () => {
    const parts = [
      '{"F":"',
      { 'Fn::GetAtt': ['Read1', 'Arn'] },
      '","R":"arn:',
      { Ref: 'AWS::Partition' },
      ':x"}',
    ];
    const text = definitionTextOf({ 'Fn::Join': ['', parts] });
    expect(expandSubstitutions(text, { 'Read1.Arn': 'read', 'AWS::Partition': 'aws' })).toBe(
      '{"F":"read","R":"arn:aws:x"}',
    );
  });

  it('takes plain text and Fn::Sub as they are', () => {
    expect(definitionTextOf('{}')).toBe('{}');
    expect(definitionTextOf({ 'Fn::Sub': `{"F":"\${A}"}` })).toBe(`{"F":"\${A}"}`);
  });

  it('refuses functions that it cannot read', () => {
    expect(() => definitionTextOf({ 'Fn::Join': ['', [{ 'Fn::ImportValue': 'x' }]] })).toThrow();
  });
});
