// The command `notify`: puts the mails of a release into the outbox, sends what is due, and says who gets what.
import { openContext } from '../district/context.ts';
import { readBounces } from '../notify/bounces.ts';
import { mailPorts } from '../notify/mail-ports.ts';
import { keptParts, notifyStep, rolesOf } from '../notify/notify-step.ts';
import type { Ticket } from '../notify/outbox.ts';
import { planMails } from '../notify/plan-mails.ts';
import { sendDue } from '../notify/send-due.ts';
import { type Command, districtOption, type Invocation } from './command.ts';
import { openDistrict, releaseOf } from './open-district.ts';
import { textTable } from './text-table.ts';

interface Line {
  readonly to: string;
  readonly what: string;
  readonly state: string;
  readonly why: string;
  readonly subject: string;
}

export const notify: Command = {
  name: 'notify',
  summary: 'Send digests and letters to source owners, or say who would get what.',
  usage: '--district NAME [--release ID] [--due] [--dry]',
  examples: ['notify --district contoso --dry', 'notify --district contoso --due'],
  options: {
    ...districtOption,
    release: { type: 'string', value: 'ID', help: 'An earlier release instead of the current one.' },
    due: { type: 'boolean', help: 'Make no new mails; send those whose quiet hours are over.' },
    dry: { type: 'boolean', help: 'Write and send nothing.' },
  },
  async run(given) {
    const lines = given.flag('dry') ? await wouldSend(given) : await sent(given);
    given.out(given.json ? JSON.stringify({ mails: lines }) : tableOf(lines));
    return 0;
  },
};

async function sent(given: Invocation): Promise<Line[]> {
  const name = given.need('district');
  const context = await openContext(name);
  const ports = await mailPorts(context.district.district);
  if (given.flag('due')) return (await sendDue(context, ports)).map(lineOf);
  const { releaseId } = await releaseOf(openDistrict(given), given.text('release'));
  const { posted, changed, without, unowned } = await notifyStep(context, releaseId, ports);
  const moved = new Set(changed.map(idOf));
  return [
    ...changed.map(lineOf),
    ...posted.filter((t) => !moved.has(idOf(t))).map(lineOf),
    ...without.map(({ to, role, why }) => ({ to, what: role, state: 'none', why, subject: '' })),
    ...unowned.map(unownedLine),
  ];
}

async function wouldSend(given: Invocation): Promise<Line[]> {
  const context = await openContext(given.need('district'));
  const manifest = await releaseOf(openDistrict(given), given.text('release'));
  const plan = await planMails(context, manifest, false);
  const bounces = await readBounces(context.lake);
  const mails = await Promise.all(
    plan.mails.map(async (mail): Promise<Line> => {
      const kept = await keptParts(context, mail, bounces);
      const what = rolesOf(mail).join(', ');
      return typeof kept === 'string'
        ? { to: mail.to, what, state: 'none', why: kept, subject: '' }
        : { to: mail.to, what, state: 'would send', why: '', subject: kept.parts[0]?.subject ?? '' };
    }),
  );
  const none = plan.without.map(({ to, role, why }) => ({ to, what: role, state: 'none', why, subject: '' }));
  return [...mails, ...none, ...plan.unowned.map(unownedLine)];
}

const idOf = (t: Ticket) => `${t.release}/${t.recipient}`;

function lineOf(t: Ticket): Line {
  const why = t.state === 'waiting' ? `until ${t.due}` : t.why;
  return { to: t.to, what: t.roles.join(', '), state: t.state, why, subject: t.subject };
}

const unownedLine = (module: string): Line => ({
  to: '',
  what: `owner of ${module}`,
  state: 'none',
  why: 'no_owner',
  subject: '',
});

function tableOf(lines: readonly Line[]): string {
  if (lines.length === 0) return 'There is nothing to send.';
  return textTable(
    ['to', 'as', 'state', 'why', 'subject'],
    lines.map((l) => [l.to, l.what, l.state, l.why, l.subject]),
  );
}
