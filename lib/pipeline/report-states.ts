// The day's states after the release: pages and the portal, the hand-off, then mails. What fails here is told; the release stands.
import { call, failure, place, run } from './state-parts.ts';

const told = (state: string) =>
  [
    { ErrorEquals: ['States.ALL'], Assign: { failure: failure(state, 'reports') }, Next: 'TellReports' },
  ] as const;

const released = { ...run, releaseId: '{% $releaseId %}' } as const;

/** From `Report` on; every way through them ends at `Done`. */
export function reportStates() {
  return {
    Report: {
      Comment: 'Facts with receipts, small groups hidden, pages and the portal of the release.',
      ...call('report', released),
      Catch: told('Report'),
      Next: 'List',
    },
    List: {
      Comment: 'Names into the lists of each school; the only step after the release that may know them.',
      ...call('list', released),
      Catch: told('List'),
      Next: 'ChooseHandoff',
    },
    ChooseHandoff: {
      Comment: 'Only where the district file names a system for it.',
      Type: 'Choice',
      Choices: [{ Condition: `{% "${place('HandOff')}" = "yes" %}`, Next: 'Handoff' }],
      Default: 'Notify',
    },
    Handoff: {
      Comment: 'Items to the case-management system, one signed message each; what it had is not sent again.',
      ...call('handoff', released),
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          Assign: { failure: failure('Handoff', 'handoff') },
          Next: 'TellHandoff',
        },
      ],
      Next: 'Notify',
    },
    TellHandoff: {
      Comment: 'Operators hear that a system could not be reached; mails go out all the same.',
      ...call('tell', { ...run, failure: '{% $failure %}' }),
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Notify' }],
      Next: 'Notify',
    },
    Notify: {
      Comment: 'Digests to those who asked for them, letters to the owners of sources; each once.',
      ...call('notify', released),
      Catch: told('Notify'),
      Next: 'Done',
    },
    TellReports: {
      Comment: "The release stands without today's pages or mails; operators hear why.",
      ...call('tell', { ...run, failure: '{% $failure %}' }),
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
      Next: 'Done',
    },
  } as const;
}
