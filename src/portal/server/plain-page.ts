// Pages of the server itself: signing in, what may not be read, and thanks for a word.
import { type Html, html, made } from '../../pages/html.ts';
import type { Words } from '../../words/words.ts';
import type { Assets } from '../frame.ts';
import type { ReadLine } from './read-log.ts';
import type { TestUser } from './test-users.ts';

export interface Plain {
  readonly words: Words;
  readonly district: string;
  readonly assets: Assets;
  /** Where the browser goes at once. */
  readonly leadsTo?: string;
}

export function plainPage({ words, district, assets, leadsTo }: Plain, title: string, body: Html): string {
  return `<!doctype html>\n${html`<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${
    leadsTo === undefined
      ? ''
      : html`
<meta http-equiv="refresh" content="0; url=${leadsTo}">`
  }
<title>${title} · ${district}</title>
<style>${made(assets.css)}</style>
</head>
<body class="portal">
<a class="skip" href="#page">${words.say('page.head.skip')}</a>
<header><p class="kicker">${district}</p><h1>${title}</h1></header>
<main id="page" tabindex="-1">
${body}
</main>
</body>
</html>
`}`;
}

export const roleName = (words: Words, user: TestUser): string =>
  words.say('portal.sign.as', {
    role: words.say(`portal.sign.role_${user.viewer.role}`),
    school: user.school ?? words.say('portal.sign.district'),
  });

/** @param token of this start of the server: only who was told the address may sign in */
export function signInPage(plain: Plain, users: readonly TestUser[], token: string): string {
  const { words } = plain;
  return plainPage(
    plain,
    words.say('portal.sign.title'),
    html`<p class="headline">${words.say('portal.sign.local')}</p>
<form method="post" action="/sign-in"><input type="hidden" name="start" value="${token}">
<ul class="accounts">${users.map((u) => html`<li><button name="account" value="${u.viewer.by}">${roleName(words, u)}</button></li>`)}</ul></form>`,
  );
}

export function messagePage(
  plain: Plain,
  title: string,
  text: string,
  links: readonly { readonly href: string; readonly text: string }[],
): string {
  return plainPage(
    plain,
    title,
    html`<p class="notice">${text}</p><ul class="accounts">${links.map((l) => html`<li><a href="${l.href}">${l.text}</a></li>`)}</ul>`,
  );
}

export function readsPage(plain: Plain, lines: readonly ReadLine[]): string {
  const { words } = plain;
  const title = words.say('portal.reads.title');
  const caption = words.say('portal.reads.caption');
  const heads = [
    words.say('portal.reads.when'),
    words.say('portal.reads.account'),
    words.say('portal.reads.role'),
    words.say('portal.reads.page'),
  ];
  return plainPage(
    plain,
    title,
    lines.length === 0
      ? html`<p class="empty">${words.say('portal.reads.none')}</p>`
      : html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${heads.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>${lines.map(
          (l) =>
            html`<tr><th scope="row">${l.at}</th><td><code>${l.by}</code></td><td>${words.say(`portal.sign.role_${l.role}`)}</td><td>${l.page}</td></tr>`,
        )}</tbody></table></div>`,
  );
}
