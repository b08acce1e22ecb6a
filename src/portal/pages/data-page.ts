// Data health: of each source how new it is, what was held back, and whose turn it is.
import { type Cell, head } from '../../charts/chart.ts';
import { sourceAges } from '../../facts/build-documents.ts';
import { html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { framed } from '../frame.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { districtZone } from './school-zone.ts';

export function dataPages(build: Build): SiteFile[] {
  const { words, frame, basis, rows } = build;
  const zone = districtZone(build);
  const key = `${zone}data.html`;
  const { table, waiting } = sourcesTable(build, zone);
  const held: DataTable = {
    key: `${zone}held.csv`,
    caption: words.say('portal.data.held_caption'),
    empty: words.say('portal.data.held_none'),
    columns: [
      words.say('portal.data.source'),
      words.say('portal.data.file'),
      words.say('portal.data.reason'),
      words.say('portal.data.turn'),
    ],
    rows: rows.held.map((h): Cell[] => [
      head(named(h.module)),
      // The path inside the drop zone; the name of a file may be a person's, so only its table is told.
      { text: h.table_name.replaceAll('_', ' ') },
      { text: h.reason ?? h.status },
      { text: ownerOf(build, h.module) },
    ]),
  };
  const ids: DataTable = {
    key: `${zone}ids.csv`,
    caption: words.say('portal.data.ids_caption'),
    empty: words.say('portal.data.ids_none'),
    columns: [
      words.say('portal.data.ids_system'),
      words.say('portal.data.ids_seen'),
      words.say('portal.data.ids_unknown'),
    ],
    rows: rows.identities.map((r): Cell[] => [
      head(named(r.id_system)),
      { text: words.number(r.ids), numeric: true },
      { text: words.number(r.unmatched), numeric: true },
    ]),
  };
  const section = (id: string, title: string, of: DataTable) =>
    html`<section class="zone" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${tableHtml(words, of)}</section>`;
  const text = framed(frame, {
    key,
    title: words.say('portal.nav.data'),
    kicker: basis.district.name,
    trail: [],
    about: [],
    inAll: true,
    headline: words.say('portal.data.headline', { n: waiting }),
    script: true,
    body: html`${section('sources', table.caption, table)}${section('held', words.say('portal.data.held_title'), held)}<p class="how">${words.say('portal.data.mend')}</p>${section('ids', words.say('portal.data.ids'), ids)}`,
  });
  return [{ key, text }, tableFile(table), tableFile(held), tableFile(ids)];
}

const named = (module: string) => module.replaceAll('_', ' ');

function ownerOf({ district, words }: Build, module: string): string {
  return district.modules[module]?.owner?.name ?? words.say('portal.data.owner_none');
}

/** One line a source and kind of data; a source waits for its owner when it is late or rows of it were held back. */
function sourcesTable(build: Build, zone: string): { table: DataTable; waiting: number } {
  const { words, rows, basis, district } = build;
  const ages = sourceAges(basis);
  const modules = [...new Set([...Object.keys(district.modules), ...rows.loads.map((l) => l.module)])].sort();
  const waiting = new Set<string>();
  const lines = modules.flatMap((module): Cell[][] => {
    const own = ages.filter((a) => a.module === module);
    const loads = rows.loads.filter((l) => l.module === module);
    const sum = (of: (l: (typeof loads)[number]) => number | null) =>
      loads.reduce((n, l) => n + (of(l) ?? 0), 0);
    const heldRows = sum((l) => l.held);
    const late = own.some((a) => a.late);
    const waits = heldRows > 0 || late || sum((l) => l.quarantined) > 0;
    const turn = waits ? ownerOf(build, module) : words.say('portal.data.nobody');
    if (waits) waiting.add(module);
    const counts: Cell[] = [
      sum((l) => l.rows_in),
      sum((l) => l.accepted),
      sum((l) => l.quarantined),
      heldRows,
    ].map((n) => ({ text: words.number(n), numeric: true }));
    const kinds = own.length > 0 ? own : [{ table: 'roster', last_date: null, age_days: null }];
    return kinds.map((a): Cell[] => [
      head(named(module)),
      { text: words.say(`portal.data.kind_${a.table}`) },
      {
        text:
          a.last_date === null
            ? loads.length > 0
              ? '–'
              : words.say('portal.data.never')
            : words.date(a.last_date),
      },
      { text: a.age_days === null ? '–' : words.number(a.age_days), numeric: true },
      ...counts,
      { text: turn },
    ]);
  });
  return {
    waiting: waiting.size,
    table: {
      key: `${zone}sources.csv`,
      caption: words.say('portal.data.caption'),
      empty: words.say('portal.data.never'),
      columns: [
        words.say('portal.data.source'),
        words.say('portal.data.kind'),
        words.say('portal.data.last'),
        words.say('portal.data.age'),
        words.say('portal.data.rows'),
        words.say('portal.data.accepted'),
        words.say('portal.data.quarantined'),
        words.say('portal.data.held'),
        words.say('portal.data.turn'),
      ],
      rows: lines,
      sortable: true,
    },
  };
}
