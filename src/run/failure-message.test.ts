// Operators learn what failed, where and what to do; what could hold a student's data is not sent.
import { describe, expect, it } from '@jest/globals';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { failureMessage } from './failure-message.ts';
import { step } from './step.ts';

class ListMissingError extends HomeroomError {}

const thrown = new ListMissingError('LIST_MISSING', 'There is no such file: "opt-outs.csv".', {
  where: 'maple.json: optOuts',
  mend: 'Put the file there.',
});

/** As Lambda hands an error to the state machine, cut as the definition cuts it. */
async function causeOf(error: Error, length = 4000): Promise<{ error: string; cause: string }> {
  try {
    await step(() => Promise.reject(error))({});
  } catch (told) {
    if (!(told instanceof Error)) throw told;
    const cause = { errorType: told.name, errorMessage: told.message, trace: [told.stack] };
    return { error: told.name, cause: JSON.stringify(cause).slice(0, length) };
  }
  throw new Error('the step did not fail');
}

const message = (
  failure: { error: string; cause: string; goesOn?: boolean },
  runId: string | null = 'r000007-2026-03-10',
) =>
  failureMessage({
    district: 'maple',
    runId,
    failure: { state: 'Identify', goesOn: false, without: 'models', ...failure },
  });

describe('the message about a failed day', () => {
  it('says what, where and what to do', async () => {
    const { subject, text } = message(await causeOf(thrown));
    expect(subject).toBe('Homeroom maple: the day stopped in Identify');
    expect(text).toContain('(run r000007-2026-03-10)');
    expect(text).toContain('What: There is no such file: "opt-outs.csv".');
    expect(text).toContain('Where: maple.json: optOuts');
    expect(text).toContain('What to do: Put the file there.');
  });

  it('of models says that the day went on', async () => {
    const { subject, text } = message({ ...(await causeOf(thrown)), goesOn: true });
    expect(subject).toContain('the day went on without new models');
    expect(text).toContain("Yesterday's scores are shown until they expire.");
  });

  it('says it also when the cause was cut behind the message', async () => {
    const whole = await causeOf(thrown);
    const cut = await causeOf(thrown, whole.cause.indexOf('"trace"') + 30);
    expect(message(cut).text).toBe(message(whole).text);
  });

  it('never repeats the message of an unknown error: it may quote a row', async () => {
    const failure = await causeOf(new TypeError('could not convert "Ada Park, 2014-02-01"'));
    const { text } = message(failure, null);
    expect(text).not.toContain('Ada');
    expect(text).toContain('TypeError');
    expect(text).not.toContain('(run');
  });

  it('keeps to what SNS takes as a subject, and to names of errors', () => {
    const failure = {
      state: 'Identify\u00e4\n'.repeat(30),
      error: 'Ada Park said',
      cause: '',
      goesOn: false,
      without: 'models' as const,
    };
    const { subject, text } = failureMessage({ district: 'maple', runId: null, failure });
    expect(subject).toMatch(/^[ -~]{1,100}$/);
    expect(text).toContain('without a name');
  });
});
