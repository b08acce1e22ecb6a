// What a person reads after a word about an item: thanks, or why it was not taken; JSON for a page's own script.
import type { District } from '../../lib/district.ts';
import { messagePage } from '../portal/server/plain-page.ts';
import { zoneFolder } from '../portal/zones.ts';
import { plainOf } from '../sign-in/closed-page.ts';
import { type HttpAnswer, type HttpEvent, htmlAnswer } from '../sign-in/http-event.ts';
import type { SayResult } from './say-in-cloud.ts';

const STATUS = {
  kept: 201,
  'kept before': 200,
  refused: 403,
  bad: 400,
  bad_note_code: 400,
  bad_next_step: 400,
  bad_due: 400,
} as const;

export function saidAnswer(
  { headers }: HttpEvent,
  result: SayResult,
  { district, release }: { readonly district: District; readonly release: string | undefined },
): HttpAnswer {
  const status = STATUS[result.kept];
  if ((headers.accept ?? '').includes('application/json')) {
    return {
      statusCode: status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify({ result: result.kept }),
    };
  }
  const plain = plainOf(district);
  const { words } = plain;
  if (!('school' in result) || release === undefined) {
    const text = words.say(status === 400 ? `portal.saved.${result.kept}` : 'portal.sign.refused');
    return htmlAnswer(status, messagePage(plain, words.say('portal.sign.title'), text, []));
  }
  const said = words.say(result.kept === 'kept' ? 'portal.saved.once' : 'portal.saved.again');
  const list = `/${release}/${zoneFolder({ kind: 'named', school: result.school })}index.html`;
  return htmlAnswer(
    status,
    messagePage(plain, words.say('portal.saved.title'), `${said} ${words.say('portal.saved.undo')}`, [
      { href: list, text: words.say('portal.saved.back') },
    ]),
  );
}
