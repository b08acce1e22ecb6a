// An Athena view as a Glue table: what Athena itself writes for CREATE VIEW, so that it needs no query to exist.

export interface Column {
  readonly name: string;
  /** Athena's (Trino's) name of the type. */
  readonly type: string;
}

export interface VirtualView {
  readonly name: string;
  readonly tableType: 'VIRTUAL_VIEW';
  readonly parameters: Readonly<Record<string, string>>;
  readonly viewOriginalText: string;
  readonly viewExpandedText: string;
  /** With Hive's names of the types, which the catalog wants outside the encoded text. */
  readonly columns: readonly Column[];
}

interface PrestoView {
  originalSql: string;
  catalog: string;
  schema: string;
  columns: Column[];
}

/** @param database where names without a database are looked up */
export function virtualView(
  name: string,
  sql: string,
  columns: readonly Column[],
  database: string,
): VirtualView {
  const view: PrestoView = {
    originalSql: sql.trim().replace(/;$/, ''),
    catalog: 'awsdatacatalog',
    schema: database,
    columns: columns.map(({ name: column, type }) => ({ name: column, type })),
  };
  return {
    name,
    tableType: 'VIRTUAL_VIEW',
    parameters: { presto_view: 'true', comment: 'Presto View' },
    viewOriginalText: `/* Presto View: ${Buffer.from(JSON.stringify(view)).toString('base64')} */`,
    viewExpandedText: '/* Presto View */',
    columns: columns.map(({ name: column, type }) => ({ name: column, type: hiveType(type) })),
  };
}

/** The other way round, as Athena reads it. */
export function decodeVirtualView(viewOriginalText: string): PrestoView {
  const encoded = /^\/\* Presto View: ([A-Za-z0-9+/=]+) \*\/$/.exec(viewOriginalText)?.[1];
  if (encoded === undefined) throw new Error('not the text of a Presto view');
  return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
}

const HIVE: Readonly<Record<string, string>> = {
  varchar: 'string',
  integer: 'int',
  real: 'float',
  varbinary: 'binary',
};

export function hiveType(athena: string): string {
  return HIVE[athena] ?? athena;
}
