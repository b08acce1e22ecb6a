// Who gets which mail of a release: digests by role and letters by source, all parts for one address in one mail.

import type { Recipient } from '../../lib/mail-schema.ts';
import type { DistrictContext } from '../district/context.ts';
import { readMetrics } from '../metrics/registry.ts';
import type { Manifest } from '../release/manifest.ts';
import { pageKey } from '../reports/report-keys.ts';
import { checkSchema, readFacts } from '../run/facts.ts';
import type { Language } from '../words/languages.ts';
import { words as wordsIn } from '../words/words.ts';
import { digest, type Intake } from './digest.ts';
import type { Fault } from './fault.ts';
import { findSchool, type SchoolAliases, schoolAliases } from './find-school.ts';
import { moved } from './headline.ts';
import { heldBackMetrics } from './held-back-numbers.ts';
import { letter } from './letter.ts';
import { letterPlan } from './letter-plan.ts';
import type { MailPart } from './mail-part.ts';
import { documentsBefore, type ReleaseDocuments, releaseDocuments, sameBefore } from './release-documents.ts';

export interface PlannedMail {
  readonly to: string;
  readonly parts: readonly MailPart[];
}

export interface MailPlan {
  readonly mails: readonly PlannedMail[];
  /** Who gets no digest, and why. */
  readonly without: readonly { readonly to: string; readonly role: string; readonly why: string }[];
  readonly unowned: readonly string[];
}

interface Known {
  readonly context: DistrictContext;
  readonly manifest: Manifest;
  readonly documents: ReleaseDocuments | undefined;
  readonly before: ReleaseDocuments | undefined;
  readonly aliases: SchoolAliases;
  readonly intake: Intake;
}

export async function planMails(
  context: DistrictContext,
  manifest: Manifest,
  keep: boolean,
): Promise<MailPlan> {
  const { lake, district } = context;
  const session = await context.session();
  try {
    const known: Known = {
      context,
      manifest,
      documents: await releaseDocuments(lake, manifest.releaseId),
      before: await documentsBefore(lake, manifest),
      aliases: await schoolAliases(session, lake, manifest),
      intake: await intakeOf(context, manifest),
    };
    const letters = await letterPlan(context, session, manifest, keep);
    const parts: { to: string; part: MailPart }[] = letters.news.map((news) => ({
      to: news.owner,
      part: letter(news, letterInput(known, news.owner)),
    }));
    const without: MailPlan['without'][number][] = [];
    for (const recipient of district.reports.recipients) {
      const found = digestOf(known, recipient);
      const to = recipient.email.toLowerCase();
      if (typeof found === 'string') without.push({ to, role: recipient.role, why: found });
      else parts.push({ to, part: found });
    }
    const addresses = [...new Set(parts.map((p) => p.to))];
    return {
      mails: addresses.map((to) => ({ to, parts: parts.filter((p) => p.to === to).map((p) => p.part) })),
      without,
      unowned: letters.unowned,
    };
  } finally {
    session.close();
  }
}

/** The digest, or why there is none. */
function digestOf(known: Known, recipient: Recipient): MailPart | string {
  const { context, manifest, documents, before } = known;
  const { district } = context;
  if (documents === undefined) return 'no_report';
  const { school, role, lang } = recipient;
  const isDistrict = role === 'district_admin' || role === 'data_office';
  const document = isDistrict
    ? documents.district
    : findSchool(documents.schools, known.aliases, school ?? '');
  if (document === undefined) return 'no_school';
  const { kind, key } = document.subject;
  const page = pageKey(manifest.releaseId, lang, kind, key, `${district.reports.paper}.pdf`);
  return digest(recipient, {
    words: wordsIn(lang),
    district: district.name,
    date: manifest.date,
    place: { portal: district.reports.portal, release: manifest.releaseId },
    document,
    before: sameBefore(document, before),
    attachments: documents.pages.has(page) ? [{ name: `${kind}-page.pdf`, key: page }] : [],
    sourceOf: (module) => titleOf(context, module),
    intake: known.intake,
  });
}

function letterInput({ context, manifest, documents, before }: Known, to: string) {
  const { district, root } = context;
  const { name, lang } = ownerOf(context, to);
  const words = wordsIn(lang);
  const metrics = (fault: Fault) => heldBackMetrics(root, fault.module, fault.table);
  const titles = new Map(readMetrics().map((m) => [m.metric, m.title]));
  const now = documents?.district;
  return {
    words,
    lang,
    district: district.name,
    owner: name,
    place: { portal: district.reports.portal, release: manifest.releaseId },
    sourceOf: (module: string) => titleOf(context, module),
    waiting: (fault: Fault) =>
      metrics(fault).map((m) =>
        words.has(`page.metric.${m}`) ? words.say(`page.metric.${m}`) : (titles.get(m) ?? m),
      ),
    moved: (fault: Fault) =>
      now === undefined ? [] : moved(words, metrics(fault), now, sameBefore(now, before)),
  };
}

function titleOf({ contracts }: DistrictContext, module: string): string {
  return contracts.find((c) => c.module === module)?.title ?? module;
}

function ownerOf({ district }: DistrictContext, to: string): { name: string; lang: Language } {
  const isTheirs = (address: string | undefined) => address?.toLowerCase() === to;
  const owner = Object.values(district.modules).find((m) => isTheirs(m.owner?.email))?.owner;
  const recipient = district.reports.recipients.find((r) => isTheirs(r.email));
  return { name: owner?.name ?? district.name, lang: recipient?.lang ?? owner?.lang ?? 'en' };
}

async function intakeOf({ lake }: DistrictContext, { runId }: Manifest): Promise<Intake> {
  const { files } = await readFacts(lake, runId, 'check', checkSchema);
  const read = files.filter((f) => f.status !== 'not_read');
  const sum = (of: (f: (typeof files)[number]) => number) => read.reduce((n, f) => n + of(f), 0);
  return {
    files: read.length,
    rows: sum((f) => f.accepted),
    held: read.filter((f) => f.status === 'held').length,
    quarantined: sum((f) => Object.values(f.quarantined).reduce((a, b) => a + b, 0)),
  };
}
