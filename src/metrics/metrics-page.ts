// Writes the registry as one page for readers: each measure's sentence, authority, limits and examples.
import type { Metric } from './metric.ts';

/** The text of docs/metrics.md. */
export function metricsPage(metrics: readonly Metric[]): string {
  return `${[
    '<!-- Generated from metrics/*.yaml by bin/generate.ts; edit those files. -->',
    '',
    '# The measures',
    '',
    'Each number has one definition. The examples run as tests; a district may set its own limits in its district file.',
    '',
    ...metrics.flatMap(section),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function section(metric: Metric): string[] {
  return [
    `## ${metric.title}`,
    '',
    metric.sentence,
    '',
    `- **Unit:** ${metric.unit}.`,
    `- **Where:** view \`${metric.sql.view}\`, ${metric.sql.columns.map((c) => `\`${c}\``).join(', ')}.`,
    `- **At the boundary:** ${metric.boundary}`,
    `- **Rounding:** ${metric.rounding}`,
    ...metric.authority.map((a) => `- **${a.source}:** ${a.says}`),
    '',
    ...limits(metric),
    ...(metric.tested_by === undefined
      ? [
          '| example | given | expected |',
          '| --- | --- | --- |',
          ...metric.examples.map((e) => `| ${e.name} | ${given(e.given)} | ${values(e.expect)} |`),
        ]
      : [`Tested in \`${metric.tested_by}\`.`]),
    '',
  ];
}

function limits(metric: Metric): string[] {
  const rows = Object.entries(metric.thresholds).map(
    ([name, t]) => `| \`${name}\` | ${t.value} | ${t.unit} | ${t.reason} |`,
  );
  return rows.length === 0
    ? []
    : ['| limit | value | unit | reason |', '| --- | --- | --- | --- |', ...rows, ''];
}

function given(days: Metric['examples'][number]['given']): string {
  const said = Object.entries(days).filter(
    ([, v]) => v !== 0 && v !== false && !(Array.isArray(v) && v.length === 0),
  );
  return values(Object.fromEntries(said));
}

function values(of: Readonly<Record<string, unknown>>): string {
  return Object.entries(of)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${shown(value)}`)
    .join(', ');
}

function shown(value: unknown): string {
  if (value === null) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(shown).join(' + ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([k, v]) => `${v} ${k}`)
      .join(', ');
  return String(value);
}
