// What operators read when a day has failed: what, where, what to do, and never a student's data.
import { z } from 'zod';
import type { Failure } from './tell.ts';

export interface FailureMessage {
  /** At most 100 printable ASCII signs, as SNS wants it. */
  readonly subject: string;
  readonly text: string;
}

export interface FailedRun {
  readonly district: string;
  readonly runId: string | null;
  readonly failure: Failure;
}

const lambdaCause = z.object({ errorMessage: z.string() });
/** The form that StepError gives; errors without it come from libraries, and their messages may quote a row. */
const known = /^\[\w+\] ([\s\S]*)\nwhere: ([\s\S]*)\nwhat to do: ([\s\S]*)$/;

export function failureMessage({ district, runId, failure }: FailedRun): FailureMessage {
  const { state, error, cause, goesOn, without } = failure;
  const found = known.exec(messageIn(cause));
  const [what, where, mend] = found
    ? [found[1], found[2], found[3]]
    : [`An error that the step does not know: ${nameOf(error)}.`, `step ${state}`, unknownMend];
  const happened = goesOn ? wentOn[without].happened : 'stopped';
  return {
    subject: `Homeroom ${district}: the day ${happened} in ${state}`.replaceAll(/[^ -~]/g, '?').slice(0, 100),
    text: [
      `The day of ${district} ${happened} in step ${state}${runId === null ? '' : ` (run ${runId})`}.`,
      '',
      `What: ${what}`,
      `Where: ${where}`,
      `What to do: ${mend}`,
      '',
      goesOn
        ? wentOn[without].since
        : 'Readers still see the last good release. Nothing that was delivered is lost; a new run takes it in.',
    ].join('\n'),
  };
}

const wentOn = {
  models: {
    happened: 'went on without new models, which stopped',
    since: "The day's tables are released. Yesterday's scores are shown until they expire.",
  },
  reports: {
    happened: 'has released, but its reports stopped',
    since:
      'Readers see the new release; its pages or mails are not all there. Make them again by "homeroom report".',
  },
  handoff: {
    happened: 'has released, but its hand-off stopped',
    since: 'Readers see the new release. What the other system could not get is tried after the next one.',
  },
} as const;

const unknownMend =
  "Read the step's log of that time; it may hold data, so it is not sent. Then start the day again.";

/** A function's cause is JSON, cut to a length; elsewhere it is the message itself. */
function messageIn(cause: string): string {
  const message = /"errorMessage":("(?:[^"\\]|\\.)*")/.exec(cause)?.[1];
  if (message === undefined) return cause;
  return lambdaCause.parse(JSON.parse(`{"errorMessage":${message}}`)).errorMessage;
}

/** Names of errors are words of programs; whatever else stands there is not repeated. */
function nameOf(error: string): string {
  return /^[\w.]{1,80}$/.test(error) ? error : 'without a name';
}
