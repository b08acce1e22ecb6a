// The frame of every page of the portal: where one is, how old the numbers are, and the way to every other page.
import { createHash } from 'node:crypto';
import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import { address, type Html, html, made, type Value } from '../pages/html.ts';
import { pageCss } from '../pages/render-html.ts';
import type { Words } from '../words/words.ts';
import { ASSETS } from './zones.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

export interface Age {
  readonly text: string;
  readonly late: boolean;
}

/** What the pages of one release have in common. */
export interface Frame {
  readonly words: Words;
  readonly district: string;
  readonly release: string;
  readonly runDate: string;
  readonly ages: readonly Age[];
  readonly assets: Assets;
}

export interface PortalPage {
  /** Below `portal/`. */
  readonly key: string;
  readonly title: string;
  readonly kicker: string;
  /** The way down to this page, the outermost first. */
  readonly trail: readonly Link[];
  /** Period, number of students, and what else says what the page rests on. */
  readonly about: readonly string[];
  readonly headline: Value;
  readonly body: Value;
  /** Holds records of students. */
  readonly records?: boolean;
  /** The first page that is read carries its style, so that a slow line waits once. */
  readonly first?: boolean;
  readonly script?: boolean;
}

export interface Assets {
  readonly css: string;
  readonly cssKey: string;
  readonly script: string;
  readonly scriptKey: string;
}

/** Assets are named by their content: a browser keeps them for good. */
export function portalAssets(): Assets {
  const css = `${pageCss()}\n${definitionText(definitionsRoot(), 'layout', 'portal.css')}`;
  const script = definitionText(definitionsRoot(), 'layout', 'portal.js');
  return {
    css,
    cssKey: `${ASSETS}${digest(css)}.css`,
    script,
    scriptKey: `${ASSETS}${digest(script)}.js`,
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The address of a file as the browser asks for it: the site stands at the root of its host. */
export const at = (key: string): string => `/${key}`;

export function framed(frame: Frame, page: PortalPage): string {
  const { words, assets } = frame;
  const style = page.first
    ? html`<style>${made(assets.css)}</style>`
    : html`<link rel="stylesheet" href="${at(assets.cssKey)}">`;
  return `<!doctype html>\n${html`<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${frame.district}</title>
${style}
${page.script ? html`<script src="${at(assets.scriptKey)}" defer></script>` : null}
</head>
<body class="portal">
<a class="skip" href="#page">${words.say('page.head.skip')}</a>
<header>
${navigation(frame, page)}
<p class="kicker">${page.kicker}</p>
<h1>${page.title}</h1>
${page.records ? html`<p class="mark">${words.say('sheet.mark')}</p>` : null}
<p class="about">${page.about.map((a) => html`<span>${a}</span> `)}</p>
</header>
<main id="page" tabindex="-1">
${page.headline === null ? null : html`<p class="headline">${page.headline}</p>`}
${page.body}
</main>
<footer>
<h2>${words.say('page.ages.title')}</h2>
<ul class="ages">${frame.ages.map((a) => html`<li${made(a.late ? ' class="late"' : '')}>${a.text}</li>`)}</ul>
<form class="out" method="post" action="/sign-out"><button>${words.say('portal.sign.out')}</button></form>
<p>${words.say('portal.release', { release: frame.release, day: frame.runDate })}</p>
</footer>
</body>
</html>
`}`;
}

function navigation({ words, release, district }: Frame, page: PortalPage): Html {
  const links = (['district', 'overview', 'data', 'models', 'read'] as const).map((name) => ({
    name,
    key: `${release}/district/${name === 'district' ? 'index' : name}.html`,
    text: name === 'district' ? district : words.say(`portal.nav.${name}`),
  }));
  const trail = page.trail.map((l) => html`<li><a href="${address(l.href)}">${l.text}</a></li>`);
  return html`<nav class="places" aria-label="${words.say('portal.nav.title')}"><ul>${links.map(
    (l) =>
      html`<li><a href="${at(l.key)}"${made(l.key === page.key ? ' aria-current="page"' : '')}>${l.text}</a></li>`,
  )}</ul></nav>
${trail.length === 0 ? null : html`<nav class="trail" aria-label="${words.say('portal.nav.trail')}"><ol>${trail}<li aria-current="page">${page.title}</li></ol></nav>`}`;
}
