// What a mail says, before it is text or HTML: blocks in the order of reading.
import type { Language } from '../words/languages.ts';

export type Block =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (said: string): Block => ({ kind: 'text', text: said });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const link = (said: string, href: string): Block => ({ kind: 'link', text: said, href });

export interface Attachment {
  readonly name: string;
  /** Where the bytes lie in the lake. */
  readonly key: string;
}

/** One thing to tell one person; all parts for one address go in one mail. */
export interface MailPart {
  readonly kind: 'letter' | 'digest';
  readonly role: string;
  readonly lang: Language;
  readonly subject: string;
  readonly optional: boolean;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
}
