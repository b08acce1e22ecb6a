// The three pictures of the overview as SVG; the browser draws them anew for each choice, so no library takes part.
import { type Html, html, made } from '../../pages/html.ts';

const n = (value: number): string => String(Math.round(value * 10) / 10);

function svg(
  id: string,
  title: string,
  what: string,
  width: number,
  height: number,
  body: readonly Html[],
): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="12" fill="var(--ink)"><title id="${id}-t">${title}</title><desc id="${id}-d">${what}</desc>${body}</svg>`;
}

const text = (x: number, y: number, words: string, anchor = 'start', more = ''): Html =>
  html`<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}"${made(more)}>${words}</text>`;

export interface Point {
  readonly name: string;
  /** Shown beside the circle and in the table. */
  readonly mark: string;
  readonly x: number;
  readonly y: number;
  readonly students: number;
}

export interface ScatterText {
  readonly title: string;
  readonly what: string;
  readonly x: string;
  readonly y: string;
}

/** Both axes in per cent; lines at the two limits cut four fields. */
export function scatterSvg(t: ScatterText, points: readonly Point[], limits: { x: number; y: number }): Html {
  const [w, h, left, top, right, bottom] = [340, 320, 40, 30, 16, 46];
  const low = (values: readonly number[]) => Math.max(0, Math.floor((Math.min(...values) - 5) / 10) * 10);
  const x0 = low([limits.x, ...points.map((p) => p.x)]);
  const y0 = low([limits.y, ...points.map((p) => p.y)]);
  const x = (v: number) => left + ((v - x0) / (100 - x0)) * (w - left - right);
  const y = (v: number) => h - bottom - ((v - y0) / (100 - y0)) * (h - top - bottom);
  const ticks = (from: number) => {
    const step = from >= 70 ? 5 : from >= 40 ? 10 : 20;
    return Array.from({ length: Math.floor((100 - from) / step) + 1 }, (_, i) => from + i * step);
  };
  const most = Math.max(1, ...points.map((p) => p.students));
  const radius = (students: number) => 3 + 8 * Math.sqrt(students / most);
  const drawn = points.toSorted((a, b) => b.students - a.students);
  return svg('scatter', t.title, t.what, w, h, [
    html`<path d="M${n(left)} ${n(top)}V${n(h - bottom)}H${n(w - right)}" fill="none" stroke="var(--grey)"/>`,
    html`<path d="M${n(x(limits.x))} ${n(top)}V${n(h - bottom)}M${n(left)} ${n(y(limits.y))}H${n(w - right)}" stroke="var(--grey)" stroke-dasharray="4 3"/>`,
    ...ticks(x0).map((v) => text(x(v), h - bottom + 16, String(v), 'middle')),
    ...ticks(y0).map((v) => text(left - 6, y(v) + 4, String(v), 'end')),
    text((left + w - right) / 2, h - 8, t.x, 'middle'),
    text(2, 14, t.y),
    ...drawn.map(
      (p) =>
        html`<circle cx="${n(x(p.x))}" cy="${n(y(p.y))}" r="${n(radius(p.students))}" fill="var(--accent)" fill-opacity="0.25" stroke="var(--ink)" stroke-width="1.25"/>`,
    ),
    ...(points.length <= 14 ? labels() : []),
  ]);

  /** Letters to the right of their circles, pushed apart where two would lie on each other. */
  function labels(): Html[] {
    const placed: { x: number; y: number }[] = [];
    return points
      .toSorted((a, b) => b.y - a.y)
      .map((p) => {
        const at = { x: x(p.x) + radius(p.students) + 3, y: y(p.y) + 4 };
        while (placed.some((o) => Math.abs(o.x - at.x) < 14 && Math.abs(o.y - at.y) < 12)) at.y += 3;
        placed.push(at);
        return text(at.x, at.y, p.mark, 'start', ' font-weight="650"');
      });
  }
}

export interface Pair {
  readonly name: string;
  readonly inPerson: { readonly value: number | null; readonly text: string };
  readonly online: { readonly value: number | null; readonly text: string };
}

/** Two bars a grade, lying, each with its number: dark for in person, outlined for online. */
export function columnsSvg(
  t: { title: string; what: string; inPerson: string; online: string },
  grades: readonly Pair[],
): Html {
  const [w, row, left, right, top] = [340, 40, 64, 62, 26];
  const width = (v: number) => (v / 100) * (w - left - right);
  const bar = (v: number | null, words: string, y: number, paint: string): Html[] => [
    ...(v === null
      ? []
      : [
          html`<rect x="${left}" y="${y}" width="${n(width(v))}" height="13"${made(paint)} stroke="var(--accent)" stroke-width="1"/>`,
        ]),
    text(left + (v === null ? 4 : width(v) + 5), y + 11, words),
  ];
  const solid = ' fill="var(--accent)"';
  const open = ' fill="var(--band-2)"';
  return svg('columns', t.title, t.what, w, top + grades.length * row, [
    html`<rect x="${left}" y="4" width="13" height="11"${made(solid)}/>`,
    text(left + 18, 14, t.inPerson),
    html`<rect x="${left + 110}" y="4" width="13" height="11"${made(open)} stroke="var(--accent)"/>`,
    text(left + 128, 14, t.online),
    ...grades.flatMap((g, i) => [
      text(left - 6, top + i * row + 22, g.name, 'end'),
      ...bar(g.inPerson.value, g.inPerson.text, top + i * row + 3, solid),
      ...bar(g.online.value, g.online.text, top + i * row + 19, open),
    ]),
  ]);
}

export interface Week {
  readonly name: string;
  readonly inPerson: number | null;
  readonly online: number | null;
  readonly off: boolean;
}

/** Two lines over the weeks with the target; a triangle at the foot marks a week with days off. */
export function trendSvg(
  t: { title: string; what: string; inPerson: string; online: string; target: string; holiday: string },
  weeks: readonly Week[],
  target: number,
): Html {
  const [w, h, left, top, right, bottom] = [680, 300, 36, 24, 96, 56];
  const known = weeks.flatMap((k) => [k.inPerson, k.online].filter((v) => v !== null));
  const low = Math.max(0, Math.floor((Math.min(target, ...known) - 5) / 10) * 10);
  const step = (w - left - right) / Math.max(1, weeks.length - 1);
  const x = (i: number) => left + i * step;
  const y = (v: number) => h - bottom - ((v - low) / (100 - low)) * (h - top - bottom);
  const ticks = [low, 25, 50, 75, 100].filter((v) => v >= low);
  const line = (of: (k: Week) => number | null, paint: string): Html => {
    let d = '';
    let pen = 'M';
    weeks.forEach((k, i) => {
      const v = of(k);
      if (v === null) pen = 'M';
      else {
        d += `${pen}${n(x(i))} ${n(y(v))}`;
        pen = 'L';
      }
    });
    return html`<path d="${d}" fill="none"${made(paint)}/>`;
  };
  const dots = (of: (k: Week) => number | null, paint: string): Html[] =>
    weeks.flatMap((k, i) => {
      const v = of(k);
      return v === null ? [] : [html`<circle cx="${n(x(i))}" cy="${n(y(v))}" r="2.5"${made(paint)}/>`];
    });
  const end = (of: (k: Week) => number | null, words: string, more = ''): Html[] => {
    const at = weeks.findLastIndex((k) => of(k) !== null);
    const v = at < 0 ? null : ((weeks[at] && of(weeks[at])) ?? null);
    return v === null ? [] : [text(x(at) + 8, y(v) + 4, words, 'start', more)];
  };
  const labels = Math.max(1, Math.ceil(weeks.length / 6));
  const inPerson = (k: Week) => k.inPerson;
  const online = (k: Week) => k.online;
  return svg('trend', t.title, t.what, w, h, [
    html`<path d="M${left} ${n(y(target))}H${n(w - right)}" stroke="var(--ink)" stroke-dasharray="6 4"/>`,
    text(left + 2, y(target) - 5, t.target),
    html`<path d="M${left} ${top}V${h - bottom}H${w - right}" fill="none" stroke="var(--grey)"/>`,
    ...ticks.map((v) => text(left - 6, y(v) + 4, String(v), 'end')),
    ...weeks.flatMap((k, i) => [
      ...(i % labels === 0 ? [text(x(i), h - bottom + 32, k.name, i === 0 ? 'start' : 'middle')] : []),
      ...(k.off
        ? [html`<path d="M${n(x(i))} ${h - bottom + 4}l5 9h-10z" fill="var(--paper)" stroke="var(--ink)"/>`]
        : []),
    ]),
    ...(weeks.some((k) => k.off)
      ? [
          html`<path d="M${left + 5} ${h - 15}l5 9h-10z" fill="var(--paper)" stroke="var(--ink)"/>`,
          text(left + 16, h - 6, t.holiday),
        ]
      : []),
    line(online, ' stroke="var(--grey)" stroke-width="2" stroke-dasharray="2 3"'),
    line(inPerson, ' stroke="var(--accent)" stroke-width="2.5"'),
    ...dots(inPerson, ' fill="var(--accent)"'),
    ...end(inPerson, t.inPerson, ' font-weight="650"'),
    ...end(online, t.online),
  ]);
}
