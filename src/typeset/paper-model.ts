// A page model as the data of the paper template: plain texts and pictures, zones in rows of one or two.
import type { Chart, Table } from '../charts/chart.ts';
import { paper } from '../charts/theme.ts';
import type { Block, PageModel, Zone } from '../pages/page-model.ts';
import { plainText, type Sentence } from '../pages/sentence.ts';

/** Sheets of the United States and of everywhere else. */
export const SHEETS = { letter: 'us-letter', a4: 'a4' } as const;
export type Sheet = keyof typeof SHEETS;

/** From roomy to tight; a page takes the first of its kind's that fits on one sheet. Text is never under 9 pt. */
const DENSITIES = [
  { size: 13, gap: 16, pad: 4, groups: 12 },
  { size: 11.5, gap: 12, pad: 3.4, groups: 12 },
  { size: 10, gap: 9, pad: 2.6, groups: 12 },
  { size: 9.5, gap: 6, pad: 1.4, groups: 12 },
  { size: 9, gap: 4, pad: 0.9, groups: 12 },
  { size: 9, gap: 2.5, pad: 0.6, groups: 8 },
  { size: 9, gap: 2, pad: 0.5, groups: 4 },
] as const;
export type Density = (typeof DENSITIES)[number];

/** A full page is never roomy, and setting it so in vain takes time. */
export const densitiesOf = (kind: PageModel['kind']): readonly Density[] =>
  DENSITIES.slice({ family: 0, student: 1, school: 2, district: 2 }[kind]);

/** Room on paper beside the words of a fact. */
const LINE_WIDTH = 236;
const DOTS_WIDTH = 184;

const width = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1]);

/** A picture's own numbers in words: what a sighted reader takes from it. */
function spoken(chart: Chart): string {
  const rows = chart.table.rows.map((row) => row.map((c) => c.text).join(' '));
  return `${chart.title}. ${chart.description} ${rows.join('; ')}.`;
}

interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly alt: string;
}

// A page is set several times until it fits; its pictures stay the same.
const drawn = new WeakMap<Chart, Picture>();
const drawnRows = new WeakMap<Chart, readonly string[]>();

function picture(chart: Chart, wide?: number): Picture {
  const before = drawn.get(chart);
  if (before !== undefined) return before;
  const svg = chart.draw(paper, wide);
  const made = { svg, width: width(svg), alt: spoken(chart) };
  drawn.set(chart, made);
  return made;
}

function table({ caption, columns, rows }: Table) {
  return {
    caption,
    columns,
    numeric: columns.map((_, i) => rows.some((row) => row[i]?.numeric)),
    rows: rows.map((row) => row.map((c) => c.text)),
  };
}

const texts = (sentences: readonly Sentence[]): string[] => sentences.map(plainText);

type Room = Density & Pick<PageModel, 'moreGroups'>;

function block(b: Block, room: Room): readonly object[] {
  switch (b.kind) {
    case 'text':
      return [{ kind: 'text', text: texts(b.sentences).join(' ') }];
    case 'list':
      return [{ kind: 'list', items: texts(b.items) }];
    case 'fact':
      return [
        {
          kind: 'fact',
          title: b.title,
          known: b.known,
          number: plainText(b.number),
          lines: texts(b.lines),
          charts: b.charts
            .filter((c) => c.empty === null)
            .map((c, i) => picture(c, i === 0 ? LINE_WIDTH : DOTS_WIDTH)),
          widths: [LINE_WIDTH, DOTS_WIDTH],
        },
      ];
    case 'chart':
      return chart(b.chart, room);
    case 'table':
      return [{ kind: 'table', table: table(b.table) }];
    case 'terms':
      return [{ kind: 'terms', items: b.items.map((i) => ({ term: i.term, text: plainText(i.text) })) }];
    case 'write':
      return [{ kind: 'write', label: b.label, lines: b.lines, owner: b.owner ?? '' }];
  }
}

function chart(c: Chart, { groups, moreGroups }: Room): readonly object[] {
  if (c.empty !== null) return [{ kind: 'empty', text: c.empty }];
  if (c.rowPictures === undefined) return [{ kind: 'chart', ...picture(c) }];
  const pictures = drawnRows.get(c) ?? c.rowPictures(paper);
  drawnRows.set(c, pictures);
  const shown = { ...c.table, rows: c.table.rows.slice(0, groups) };
  const left = c.table.rows.length - shown.rows.length;
  return [
    {
      kind: 'strips',
      table: { ...table(shown), caption: c.title },
      pictures: pictures.slice(0, groups),
      ramp: paper.ramp,
      more: left === 0 ? '' : moreGroups(left),
    },
  ];
}

function rows(zones: readonly Zone[], room: Room): readonly object[][] {
  const all: object[][] = [];
  let open = false;
  for (const z of zones.filter((zone) => zone.onPaper !== false)) {
    const made = { title: z.title, blocks: z.blocks.flatMap((b) => block(b, room)) };
    if (z.half && open) all.at(-1)?.push(made);
    else all.push([made]);
    open = z.half === true && !open;
  }
  return all;
}

const FOUR = 4;

/** Receipts of the numbers at the top of the page; all others stand at the address. */
function receipts(model: PageModel): string {
  const main = model.zones
    .flatMap((z) => z.blocks)
    .flatMap((b) => (b.kind === 'fact' ? [{ title: b.title, pieces: b.number }] : []))
    .flatMap(({ title, pieces }) =>
      pieces.flatMap((p) => (typeof p === 'string' ? [] : [`${title} ${p.receipt}`])),
    )
    .slice(0, FOUR);
  return [model.receiptsNote, main.length === 0 ? '' : `${main.join(' · ')}.`]
    .filter((s) => s !== '')
    .join('. ');
}

/** @param printed ISO date */
export function paperModel(model: PageModel, sheet: Sheet, density: Density, printed: string): object {
  const room = { ...density, moreGroups: model.moreGroups };
  return {
    title: model.title,
    author: model.kicker,
    printed: printed.split('-').map(Number),
    paper: SHEETS[sheet],
    lang: model.lang,
    size: density.size,
    gap: density.gap,
    pad: density.pad,
    mark: model.mark ?? '',
    page: model.pageOf,
    kicker: model.kicker,
    name: model.name,
    about: model.about.join('  ·  '),
    agesTitle: model.agesTitle,
    ages: model.ages.map((a) => a.text).join(' '),
    headline: model.headline,
    rows: rows(model.zones, room),
    foot: model.foot.flatMap((b) => block(b, room)),
    receipts: receipts(model),
  };
}
