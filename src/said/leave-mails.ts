// Leaving the optional mails by the signed link in them: a GET asks, a POST does it (RFC 8058).
import type { District } from '../../lib/district.ts';
import type { Lake } from '../lake/lake.ts';
import { recipientOfLink, unsubscribe } from '../notify/unsubscribe.ts';
import { html } from '../pages/html.ts';
import { messagePage, plainPage } from '../portal/server/plain-page.ts';
import { plainOf } from '../sign-in/closed-page.ts';
import { type HttpAnswer, type HttpEvent, htmlAnswer } from '../sign-in/http-event.ts';

export interface LeavePlace {
  readonly district: District;
  readonly lake: Lake;
  readonly secret: Buffer;
  readonly now?: () => Date;
}

export async function leaveMails(
  event: HttpEvent,
  { district, lake, secret, now = () => new Date() }: LeavePlace,
): Promise<HttpAnswer> {
  const plain = plainOf(district);
  const { words } = plain;
  const title = words.say('notify.link.unsubscribe');
  const query = new URLSearchParams(event.rawQueryString);
  if (recipientOfLink(query, secret) === undefined)
    return htmlAnswer(400, messagePage(plain, title, words.say('portal.leave.bad'), []));
  if (event.requestContext.http.method !== 'POST') {
    const form = html`<p>${words.say('portal.leave.ask')}</p><form method="post" action="/unsubscribe?${query.toString()}"><button>${title}</button></form>`;
    return htmlAnswer(200, plainPage(plain, title, form));
  }
  await unsubscribe(lake, query, secret, now());
  return htmlAnswer(200, messagePage(plain, title, words.say('portal.leave.done'), []));
}
