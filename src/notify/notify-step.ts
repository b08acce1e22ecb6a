// The notify step of a day: puts the mails of the release into the outbox, each once, and sends what is due.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DistrictContext } from '../district/context.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { readManifest } from '../release/release-store.ts';
import { words } from '../words/words.ts';
import { readBounces } from './bounces.ts';
import { composeMail } from './compose-mail.ts';
import { type Block, link } from './mail-part.ts';
import { post, type Ticket } from './outbox.ts';
import { type MailPlan, type PlannedMail, planMails } from './plan-mails.ts';
import { dueAt } from './quiet-hours.ts';
import { type SendPorts, sendDue } from './send-due.ts';
import { hasOptedOut, recipientId, UNSUBSCRIBE_PURPOSE, unsubscribeUrl } from './unsubscribe.ts';

export interface NotifyPorts extends SendPorts {
  /** Signs the links by which a recipient leaves; never the key of the pseudonyms. */
  readonly keys: KeyRing;
}

export interface NotifyRecord {
  readonly release: string;
  /** Tickets made by this call. */
  readonly posted: readonly Ticket[];
  /** Tickets of any release that were sent, refused, or put off by this call. */
  readonly changed: readonly Ticket[];
  readonly without: MailPlan['without'];
  readonly unowned: readonly string[];
}

/** Sends nothing twice, however often it is called for a run. */
export async function notifyStep(
  context: DistrictContext,
  runId: string,
  ports: NotifyPorts,
): Promise<NotifyRecord> {
  const { lake } = context;
  const manifest = await readManifest(lake, runId);
  const from = context.district.reports.from;
  const nothing = { release: runId, posted: [], changed: [], without: [], unowned: [] };
  if (manifest === undefined || from === undefined) return nothing;
  const plan = await planMails(context, manifest, true);
  const bounces = await readBounces(lake);
  const without = [...plan.without];
  const posted: Ticket[] = [];
  for (const mail of plan.mails) {
    const kept = await keptParts(context, mail, bounces);
    if (typeof kept === 'string') without.push({ to: mail.to, role: rolesOf(mail).join(', '), why: kept });
    else {
      const ticket = await postMail(context, runId, kept, { ...ports, from });
      if (ticket !== undefined) posted.push(ticket);
    }
  }
  return { release: runId, posted, changed: await sendDue(context, ports), without, unowned: plan.unowned };
}

/** What of a mail may be sent; the reason where it is nothing. */
export async function keptParts(
  { lake, district }: DistrictContext,
  mail: PlannedMail,
  bounces: ReadonlyMap<string, string>,
): Promise<PlannedMail | 'bounced' | 'opted_out'> {
  if (bounces.has(mail.to)) return 'bounced';
  if (!mail.parts.some((p) => p.optional)) return mail;
  if (!(await hasOptedOut(lake, recipientId(district.district, mail.to)))) return mail;
  const parts = mail.parts.filter((p) => !p.optional);
  return parts.length === 0 ? 'opted_out' : { ...mail, parts };
}

export const rolesOf = (mail: PlannedMail) => [...new Set(mail.parts.map((p) => p.role))];

async function postMail(
  { lake, district }: DistrictContext,
  release: string,
  { to, parts }: PlannedMail,
  { from, now, keys }: NotifyPorts & { readonly from: string },
): Promise<Ticket | undefined> {
  const [first] = parts;
  if (first === undefined) return undefined;
  const recipient = recipientId(district.district, to);
  const { portal, quietHours } = district.reports;
  const leave =
    portal !== undefined && parts.some((p) => p.optional)
      ? unsubscribeUrl(portal, await keys.subkey(UNSUBSCRIBE_PURPOSE), recipient)
      : undefined;
  const attachments = new Map(parts.flatMap((p) => p.attachments.map((a) => [a.key, a.name])));
  const made = now();
  const due = dueAt(made, district.timezone, quietHours);
  const ticket: Ticket = {
    recipient,
    release,
    kinds: [...new Set(parts.map((p) => p.kind))],
    roles: [...new Set(parts.map((p) => p.role))],
    to,
    from,
    subject: first.subject,
    messageId: messageId(release, recipient, from),
    state: 'waiting',
    due: due.toISOString(),
    tries: 0,
    why: '',
    at: made.toISOString(),
  };
  const message = await composeMail({
    from,
    sender: district.name,
    to,
    subject: first.subject,
    lang: first.lang,
    messageId: ticket.messageId,
    date: due,
    blocks: [
      ...onceLinked(parts.flatMap((p) => p.blocks)),
      ...(leave ? [link(words(first.lang).say('notify.link.unsubscribe'), leave.href)] : []),
    ],
    attachments: await Promise.all(
      [...attachments].map(async ([key, filename]) => ({
        filename,
        content: await readFile(await lake.fetch(key)),
      })),
    ),
    unsubscribe: parts.every((p) => p.optional) ? leave : undefined,
  });
  return (await post(lake, ticket, message)) ? ticket : undefined;
}

/** Parts of one mail may lead to the same page; the last link stays. */
function onceLinked(blocks: readonly Block[]): Block[] {
  const isLast = (block: Block, i: number) =>
    block.kind !== 'link' || !blocks.slice(i + 1).some((b) => b.kind === 'link' && b.href === block.href);
  return blocks.filter(isLast);
}

/** The same mail has the same id, so that a mail program shows it once even where it came twice. */
function messageId(release: string, recipient: string, from: string): string {
  const hash = createHash('sha256').update(`${release}|${recipient}`).digest('hex').slice(0, 32);
  return `<${hash}@${from.split('@')[1] ?? 'homeroom.invalid'}>`;
}
