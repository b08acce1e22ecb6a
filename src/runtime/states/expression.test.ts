// Rules of JSONata expressions inside a state machine.
import { describe, expect, it } from '@jest/globals';
import { DefinitionError } from './definition-error.ts';
import { outputOf, run } from './example-machine.ts';

/** The output of a Pass state with this Output. */
const output = (value: unknown, input: unknown = {}) =>
  outputOf(run({ Only: { Type: 'Pass', Output: value, End: true } }, input));

describe('an expression', () => {
  it('is a whole string between {% and %}', async () => {
    expect(await output('{% 1 + 1 %}')).toBe(2);
    expect(await output('{%1 + 1%}')).toBe(2);
    expect(await output('1 + 1')).toBe('1 + 1');
  });

  it.each(['day {% 1 %}', '{% 1 %} day', ' {% 1 %}', '{% 1', '1 %}'])(
    'is refused before the run when the marks do not enclose the whole string: %j',
    async (text) => {
      await expect(output(text)).rejects.toThrow(DefinitionError);
    },
  );

  it('may stand in any place of an object or array, but never in a key', async () => {
    const value = { a: [1, '{% $states.input.n %}'], '{% 1 %}': true };
    expect(await output(value, { n: 2 })).toEqual({ a: [1, 2], '{% 1 %}': true });
  });

  it('is refused before the run when it is not JSONata', async () => {
    await expect(output('{% $states.input. %}')).rejects.toThrow('States.Only.Output: is not JSONata');
  });

  it('fails with States.QueryEvaluationError when it gives nothing', async () => {
    expect(await output('{% $states.input.missing %}')).toBe('FAILED States.QueryEvaluationError');
  });

  it('keeps null, which is a value', async () => {
    expect(await output('{% $states.input.a %}', { a: null })).toBeNull();
  });

  it('leaves out the fields of its own objects that have no value', async () => {
    expect(await output("{% {'a': $states.input.missing, 'b': 1} %}")).toEqual({ b: 1 });
  });

  it('collapses a sequence of one, unless it is wrapped in brackets', async () => {
    const input = { items: [{ b: 1 }] };
    expect(await output('{% $states.input.items.b %}', input)).toBe(1);
    expect(await output('{% [$states.input.items.b] %}', input)).toEqual([1]);
    expect(await output('{% [$states.input.items[b = 2].b] %}', input)).toEqual([]);
  });

  it('fails with States.QueryEvaluationError on a type error, without showing the value', async () => {
    const end = await run(
      { Only: { Type: 'Pass', Output: '{% $number($states.input.a) %}', End: true } },
      { a: 'Ada' },
    );
    expect(end).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      where: 'States.Only.Output',
    });
    expect(JSON.stringify(end)).not.toContain('to a number: "Ada"');
  });

  it('fails with States.QueryEvaluationError when it gives a function', async () => {
    expect(await output('{% function($x) { $x } %}')).toBe('FAILED States.QueryEvaluationError');
  });

  it('fails with States.QueryEvaluationError when it never ends', async () => {
    expect(await output('{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}')).toBe(
      'FAILED States.QueryEvaluationError',
    );
  });

  it('has no root document: a bare path is refused before the run', async () => {
    await expect(output("{% status = 'x' %}")).rejects.toThrow('a field name stands alone');
    expect(await output("{% $states.input.a[status = 'x'].n %}", { a: [{ status: 'x', n: 5 }] })).toBe(5);
    expect(
      await output('{% $map($states.input.a, function($v) { $v.n }) %}', { a: [{ n: 1 }, { n: 2 }] }),
    ).toEqual([1, 2]);
    expect(await output('{% $states.input.a^(n).n %}', { a: [{ n: 2 }, { n: 1 }] })).toEqual([1, 2]);
    expect(await output('{% $states.input.a{k: n} %}', { a: [{ k: 'x', n: 2 }] })).toEqual({ x: 2 });
  });
});

describe('$states', () => {
  it('holds the input and the context of the execution', async () => {
    const names =
      '{% [$states.context.Execution.Name, $states.context.State.Name, $states.context.StateMachine.Name] %}';
    expect(await output(names)).toEqual(['local', 'Only', 'local']);
    expect(await output('{% $states.context.Execution.Input.a %}', { a: 1 })).toBe(1);
    expect(await output('{% $states.context.Execution.StartTime %}')).toMatch(/^2022-02-15T05:30:00/);
  });

  it.each(['result', 'errorOutput', 'inputs'])('.%s is refused where it is not given', async (field) => {
    await expect(output(`{% $states.${field} %}`)).rejects.toThrow(`$states.${field} cannot be read here`);
  });
});
