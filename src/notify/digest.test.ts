// A digest tells its role what it needs: few numbers, hidden ones hidden, and of students only how many.
import { describe, expect, it } from '@jest/globals';
import type { Recipient } from '../../lib/mail-schema.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { LONG_NAME, sampleDistrict, sampleFact, sampleSchool, tinySchool } from '../pages/sample-facts.ts';
import { words } from '../words/words.ts';
import { composeMail } from './compose-mail.ts';
import { type DigestInput, digest } from './digest.ts';
import { mailHtml, mailText } from './render-mail.ts';
import { recipientId, recipientOfLink, unsubscribeUrl } from './unsubscribe.ts';

const recipient = (role: Recipient['role'], lang: Recipient['lang'] = 'en'): Recipient => ({
  role,
  lang,
  email: 'someone@maple.example',
  school: 'oak',
  optional: false,
});

const input = (document: FactsDocument, more: Partial<DigestInput> = {}): DigestInput => ({
  words: words('en'),
  district: 'Maple Valley Schools',
  date: '2026-03-10',
  place: { portal: 'https://portal.maple.example', release: 'r1' },
  document,
  before: undefined,
  sourceOf: (module) => module,
  attachments: [{ name: 'school-page.pdf', key: 'reports/r1/pages/en/school-oak.letter.pdf' }],
  intake: { files: 9, rows: 1200, held: 1, quarantined: 3 },
  ...more,
});

const textOf = (role: Recipient['role'], document: FactsDocument, more: Partial<DigestInput> = {}) =>
  mailText(digest(recipient(role), input(document, more)).blocks);

/** The same document with one more student in its count of chronic absence. */
function dayBefore(document: FactsDocument): FactsDocument {
  return {
    ...document,
    run_date: '2026-03-09',
    facts: document.facts.map((f) =>
      f.metric === 'chronic_absence' &&
      f.aspect === 'count' &&
      f.group === null &&
      f.about.key === document.subject.key &&
      f.period.label === document.period.label &&
      f.value !== null
        ? { ...f, value: f.value + 1 }
        : f,
    ),
  };
}

describe('a digest', () => {
  it('shows a number with what it is of, and what it was where it changed', () => {
    const document = sampleSchool();
    const before = dayBefore(document);
    const plain = textOf('principal', document);
    expect(plain).toMatch(/Chronic absence: [\d,]+ of [\d,]+ students \([\d.]+%\)\./);
    expect(plain).not.toContain('Before:');
    const said = textOf('principal', document, { before });
    expect(said).toMatch(/Chronic absence: .* Before: /);
    expect(said).toContain('1 of these numbers changed since March 9, 2026.');
    expect(textOf('principal', document, { before: document })).toContain('None of these numbers changed');
  });

  it('keeps hidden numbers hidden, and says so', () => {
    const tiny = tinySchool();
    const values = tiny.facts.filter((f) => f.state === 'hidden');
    expect(values.length).toBeGreaterThan(0);
    expect(textOf('principal', tiny, { before: dayBefore(tiny) })).toContain('hidden, small group');
  });

  it('of a counselor holds counts and a link, no page and no measure', () => {
    const school = sampleSchool();
    const about = school.subject;
    const open = sampleFact({
      metric: 'check_in_list',
      aspect: 'count',
      unit: 'students',
      about,
      value: 15,
      n: 20,
      period: school.period,
    });
    const document = {
      ...school,
      facts: [...school.facts.filter((f) => f.metric !== 'check_in_list'), open],
    };
    const part = digest(recipient('counselor'), input(document));
    expect(part.attachments).toEqual([]);
    expect(mailText(part.blocks).replace(/^.*\n-+\n/, '')).toBe(
      [
        '',
        '15 check-ins are open on your list.',
        '',
        '5 more wait, beyond what your team can act on.',
        '',
        'The list itself is in the portal, behind your sign-in. No names are sent by mail.',
        '',
        'Open the check-in list:',
        `https://portal.maple.example/r1/named/${about.key}/index.html`,
        '',
      ].join('\n'),
    );
  });

  it('of the data office tells what came in', () => {
    expect(textOf('data_office', sampleDistrict())).toContain('1,200 rows were taken in.');
  });

  it.each(['district_admin', 'principal', 'counselor', 'data_office'] as const)(
    'has a subject for a %s that names district and day alone',
    (role) => {
      const { subject } = digest(recipient(role), input(sampleSchool(LONG_NAME)));
      expect(subject).toMatch(/^Maple Valley Schools: (report|check-in list) of March 10, 2026$/);
    },
  );

  it('is in the language of its reader, with the same numbers', () => {
    const document = sampleSchool();
    const said = mailText(
      digest(recipient('principal', 'es'), input(document, { words: words('es') })).blocks,
    );
    expect(said).toContain('Ausencia crónica');
    const numbers = (text: string) => (text.match(/[\d,.]*\d%?/g) ?? []).sort();
    const share = (text: string) => numbers(text).filter((n) => n.endsWith('%'));
    expect(share(said)).toEqual(share(textOf('principal', document)));
  });
});

describe('a mail', () => {
  const secret = Buffer.alloc(32, 7);
  const id = recipientId('maple', 'Someone@maple.example ');
  const leave = unsubscribeUrl('https://portal.maple.example', secret, id);
  const message = {
    from: 'homeroom@maple.example',
    sender: 'Maple Valley Schools',
    to: 'someone@maple.example',
    subject: 'Informe del 10 de marzo, año',
    lang: 'es' as const,
    messageId: '<1@maple.example>',
    date: new Date('2026-03-10T11:00:00Z'),
    blocks: digest(recipient('principal', 'es'), input(sampleSchool(LONG_NAME), { words: words('es') }))
      .blocks,
    attachments: [{ filename: 'school-page.pdf', content: Buffer.from('%PDF-1.7') }],
  };

  it('says the same as text and as HTML, in its language, with the page', async () => {
    const mail = (await composeMail(message)).toString();
    for (const line of [
      /^Content-Language: es\r$/m,
      /^Auto-Submitted: auto-generated\r$/m,
      /^Message-ID: <1@maple\.example>\r$/m,
      /^Content-Type: text\/plain; charset=utf-8\r$/m,
      /^Content-Type: text\/html; charset=utf-8\r$/m,
      /^Content-Disposition: attachment; filename=school-page\.pdf\r$/m,
    ])
      expect(mail).toMatch(line);
    expect(mail).not.toContain('List-Unsubscribe');
    expect(await composeMail(message)).toEqual(await composeMail(message));
  });

  it('is HTML that nothing can break out of, with the language on it', () => {
    const page = mailHtml('es', message.subject, message.blocks);
    expect(page).toContain('<html lang="es">');
    expect(page).not.toContain('<at>');
    expect(page).not.toMatch(/<script|<img|<link/);
  });

  it('takes no header from a line break', async () => {
    const mail = (await composeMail({ ...message, subject: 'x\r\nBcc: all@maple.example' })).toString();
    expect(mail.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });

  it('that may be left says how, for one click (RFC 8058) where the portal is on https', async () => {
    const mail = (await composeMail({ ...message, unsubscribe: leave }))
      .toString()
      .replaceAll(/\r\n\s+/g, ' ');
    expect(mail).toContain(`List-Unsubscribe: <${leave.href}>`);
    expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const local = await composeMail({ ...message, unsubscribe: new URL('http://127.0.0.1:1/u') });
    expect(local.toString()).not.toContain('One-Click');
  });

  it('is left by our own link alone, which does not show the address', () => {
    expect(leave.href).not.toContain('someone');
    expect(recipientOfLink(leave.searchParams, secret)).toBe(recipientId('maple', 'someone@maple.example'));
    expect(recipientOfLink(leave.searchParams, Buffer.alloc(32, 8))).toBeUndefined();
    const other = new URLSearchParams(leave.searchParams);
    other.set('r', recipientId('maple', 'another@maple.example'));
    expect(recipientOfLink(other, secret)).toBeUndefined();
    expect(recipientOfLink(new URLSearchParams(), secret)).toBeUndefined();
  });
});
