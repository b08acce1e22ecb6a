// A mail as plain text and as HTML: the same words twice, readable without pictures, scripts or styles.
import { address, type Html, html, made } from '../pages/html.ts';
import type { Block } from './mail-part.ts';

export function mailText(blocks: readonly Block[]): string {
  return `${blocks.map(textOf).join('\n\n')}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(72, [...block.text].length))}`;
    case 'list':
      return block.items.map((i) => `- ${i}`).join('\n');
    case 'link':
      return `${block.text}:\n${block.href}`;
    case 'text':
      return block.text;
  }
}

// Mail programs drop style sheets, so that the few styles stand at their element.
const page =
  'max-width:38rem;margin:0 auto;padding:1rem;font:16px/1.5 Georgia,serif;color:#1a1a1a;background:#fff';

export function mailHtml(lang: string, title: string, blocks: readonly Block[]): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body style="margin:0">
<main style="${page}">
<h1 style="font-size:1.3em">${title}</h1>
${blocks.map(htmlOf)}</main>
</body>
</html>
`.text;
}

function htmlOf(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2 style="font-size:1.1em">${block.text}</h2>${end}`;
    case 'list':
      return html`<ul>${block.items.map((i) => html`<li>${i}</li>`)}</ul>${end}`;
    case 'link':
      return html`<p><a href="${address(block.href)}">${block.text}</a></p>${end}`;
    case 'text':
      return html`<p>${block.text}</p>${end}`;
  }
}

const end = made('\n');
