// Writes the draft of a contract: complete enough to be checked, with a remark at everything that is unclear.
import type { DraftColumn, DraftTable } from './draft-table.ts';

export interface Draft {
  readonly yaml: string;
  /** "table.column: what is unclear", in the order of the file. */
  readonly unclear: readonly string[];
}

export function draftContract(module: string, tables: readonly DraftTable[]): Draft {
  const unclear: string[] = [
    'authority: what this source is trusted for',
    'timezone: the zone of its time stamps',
  ];
  const lines = [
    `# Draft from ${tables.length === 1 ? 'one sample' : `${tables.length} samples`}: decide every "unclear" before the first load.`,
    `module: ${module}`,
    `title: ${JSON.stringify(module)}`,
    '# unclear: sis, roster, usage or assessment? Only sis and roster say who is enrolled.',
    'authority: usage',
    '# unclear: the zone of time stamps without one: district, UTC, or such as America/New_York.',
    'timezone: district',
    '',
    'tables:',
  ];
  for (const table of tables) {
    const found = tableLines(table);
    lines.push(...found.lines);
    unclear.push(...found.unclear);
  }
  return { yaml: `${lines.join('\n')}\n`, unclear };
}

function tableLines(table: DraftTable): { lines: string[]; unclear: string[] } {
  const { name, sample, unclear: about } = table;
  const unclear: string[] = [];
  const remark = (key: string) => {
    const text = about[key];
    if (text === undefined) return [];
    unclear.push(`${name}.${key}: ${text}`);
    return [`    # unclear: ${text}`];
  };
  const lines = [
    `  ${name}:`,
    '    # unclear: one sentence that says what one record is.',
    '    about: One record of the sample.',
    `    files: ${flow(table.files)}`,
    ...(sample.format === 'json'
      ? ['    format: json']
      : [`    encodings: [${sample.encoding === 'utf-8' ? 'utf-8, windows-1252' : 'windows-1252'}]`]),
    ...(sample.explode.length > 0 ? [...remark('explode'), `    explode: ${flow(sample.explode)}`] : []),
    ...(sample.header === 'none' ? [...remark('header'), '    header: none', ...layoutLines(table)] : []),
    ...remark('delivery'),
    '    delivery: additive',
    ...remark('key'),
    `    key: [${table.key.join(', ')}]`,
    ...(table.partition ? [`    partition: ${table.partition}`] : []),
    '    as_of:',
    ...(table.datedPath ? ['      - { path: "(\\\\d{4}-\\\\d{2}-\\\\d{2})" }'] : []),
    '      - { received: true }',
    '    columns:',
  ];
  for (const column of table.columns) {
    for (const text of column.unclear) {
      unclear.push(`${name}.${column.name}: ${text}`);
      lines.push(`      # unclear: ${text}`);
    }
    lines.push(`      ${columnLine(column)}`);
  }
  return { lines, unclear };
}

function layoutLines({ columns }: DraftTable): string[] {
  return [
    '    layouts:',
    `      - { columns: ${columns.length}, names: [${columns.map((c) => c.name).join(', ')}] }`,
  ];
}

function columnLine({ name, settings }: DraftColumn): string {
  const parts = Object.entries(settings).map(
    ([key, value]) => `${key}: ${typeof value === 'object' ? flow(value) : value}`,
  );
  return `${name}: { ${parts.join(', ')} }`;
}

/** JSON's quotes are YAML's double quotes. */
function flow(list: readonly string[]): string {
  return `[${list.map((text) => JSON.stringify(text)).join(', ')}]`;
}
