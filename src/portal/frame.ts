// The frame of every page of the portal: where one is, how old the numbers are, and the way to every other page.
import { createHash } from 'node:crypto';
import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import { address, type Html, html, made, type Value } from '../pages/html.ts';
import { pageCss } from '../pages/render-html.ts';
import { LANGUAGE_NAMES, type Language } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { firstFolderOf, folderOf, type InLanguage, otherLanguages } from './language-folders.ts';
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
  /** Of the district, the staff's first. */
  readonly languages: readonly Language[];
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
  /** Made in each of the district's languages. */
  readonly inAll?: boolean;
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
  const others = page.inAll ? otherLanguages(spokenIn(frame), page.key) : [];
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
${others.map((o) => html`<link rel="alternate" hreflang="${o.lang}" href="${at(o.key)}">`)}
${page.script ? html`<script src="${at(assets.scriptKey)}" defer></script>` : null}
</head>
<body class="portal">
<a class="skip" href="#page">${words.say('page.head.skip')}</a>
<header>
${navigation(frame, page)}
${switchTo(frame, others)}
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

const DISTRICT = { kind: 'district' } as const;

const spokenIn = ({ words, release, languages }: Frame) => ({ release, lang: words.lang, languages });

function switchTo({ words, languages }: Frame, others: readonly InLanguage[]): Html | null {
  const [first = words.lang] = languages;
  if (others.length === 0) return null;
  return html`<p class="languages">${words.say('page.foot.languages')}${others.map(
    (o) => html` <a href="${at(o.key)}" lang="${o.lang}" hreflang="${o.lang}">${o.name}</a>`,
  )}${words.lang === first ? null : html` ${words.say('portal.only_in', { language: LANGUAGE_NAMES[first] })}`}</p>`;
}

function navigation(frame: Frame, page: PortalPage): Html {
  const { words, district } = frame;
  // The overview is in the first language alone.
  const spoken = spokenIn(frame);
  const links = (['district', 'overview', 'data', 'models', 'read'] as const).map((name) => ({
    name,
    key: `${name === 'overview' ? firstFolderOf(spoken, DISTRICT) : folderOf(spoken, DISTRICT)}${name === 'district' ? 'index' : name}.html`,
    text: name === 'district' ? district : words.say(`portal.nav.${name}`),
  }));
  const trail = page.trail.map((l) => html`<li><a href="${address(l.href)}">${l.text}</a></li>`);
  return html`<nav class="places" aria-label="${words.say('portal.nav.title')}"><ul>${links.map(
    (l) =>
      html`<li><a href="${at(l.key)}"${made(l.key === page.key ? ' aria-current="page"' : '')}>${l.text}</a></li>`,
  )}</ul></nav>
${trail.length === 0 ? null : html`<nav class="trail" aria-label="${words.say('portal.nav.trail')}"><ol>${trail}<li aria-current="page">${page.title}</li></ol></nav>`}`;
}
