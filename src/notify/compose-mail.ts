// One message as it travels (RFC 5322): text and HTML of the same words, language, attachments, one-click unsubscribe.
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Language } from '../words/languages.ts';
import type { Block } from './mail-part.ts';
import { mailHtml, mailText } from './render-mail.ts';

export interface Message {
  readonly from: string;
  readonly sender: string;
  readonly to: string;
  readonly subject: string;
  readonly lang: Language;
  readonly messageId: string;
  readonly date: Date;
  readonly blocks: readonly Block[];
  readonly attachments: readonly { readonly filename: string; readonly content: Buffer }[];
  readonly unsubscribe?: URL | undefined;
}

/** The same message has the same bytes. */
export function composeMail(message: Message): Promise<Buffer> {
  const { subject, lang, blocks, unsubscribe, messageId } = message;
  return new MailComposer({
    from: { name: message.sender, address: message.from },
    to: { name: '', address: message.to },
    subject,
    date: message.date,
    messageId,
    text: mailText(blocks),
    html: mailHtml(lang, subject, blocks),
    attachments: message.attachments.map((a) => ({ ...a, contentType: 'application/pdf' })),
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    headers: {
      'Content-Language': lang,
      // Holiday notices and the like are not wanted back (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...unsubscribeHeaders(unsubscribe),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** RFC 2369, and RFC 8058 where the address is one that mail programs may post to. */
function unsubscribeHeaders(url: URL | undefined): Record<string, string> {
  if (url === undefined) return {};
  return {
    'List-Unsubscribe': `<${url.href}>`,
    ...(url.protocol === 'https:' ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}
