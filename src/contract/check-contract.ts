// Rules of a contract that one key alone cannot show: references between keys must hold.
import type { Contract, TableContract } from './contract.ts';

export interface ContractFault {
  readonly key: string;
  readonly problem: string;
}

/** Every broken reference inside the contract; an empty list means that it holds together. */
export function contractFaults(contract: Contract): ContractFault[] {
  return Object.entries(contract.tables).flatMap(([tableName, table]) =>
    table.refuse === undefined ? tableFaults(contract, tableName, table) : [],
  );
}

function tableFaults(contract: Contract, tableName: string, table: TableContract): ContractFault[] {
  const faults: ContractFault[] = [];
  const at = (key: string, problem: string) => faults.push({ key: `tables.${tableName}.${key}`, problem });
  const known = new Set(Object.keys(table.columns));
  const refer = (key: string, value: string | undefined) => {
    if (value !== undefined && !known.has(value)) at(key, `"${value}" is not a column of this table`);
  };
  if (known.size === 0) at('columns', 'a table needs at least one column, or `refuse`');
  if (table.key.length === 0) at('key', 'a table needs a key, else a repeated row cannot be recognised');
  for (const k of table.key) {
    refer('key', k);
    const privacy = table.columns[k]?.privacy;
    if (privacy === 'identity' || privacy === 'drop')
      at('key', `"${k}" does not reach the lake (${privacy})`);
  }
  refer('partition', table.partition);
  if (table.partition !== undefined && !table.key.includes(table.partition)) {
    at(
      'partition',
      'the partition column must be part of the key, else a changed row could hide in another month',
    );
  }
  for (const s of table.scope ?? []) refer('scope', s);
  refer('change_number', table.change_number);
  refer('event_date', table.event_date);
  refer('row_delete.column', table.row_delete?.column);
  refer('delivery_from.column', table.delivery_from?.column);
  for (const rule of table.as_of) if ('column' in rule) refer('as_of', rule.column);
  if (table.delivery === 'delete' && !(table.deletes !== undefined && table.deletes in contract.tables)) {
    at('deletes', 'a delete delivery names the table whose rows it deletes');
  }
  if (table.header === 'none' && !table.layouts?.length) at('layouts', 'a header-less file needs layouts');
  for (const [i, layout] of (table.layouts ?? []).entries()) {
    if (layout.names.length !== layout.columns) {
      at(`layouts.${i}`, `${layout.names.length} names for ${layout.columns} columns`);
    }
    for (const n of layout.names) if (n !== '-') refer(`layouts.${i}`, n);
  }
  for (const [name, c] of Object.entries(table.columns)) {
    if (c.privacy === 'pseudonym' && !c.id_system)
      at(`columns.${name}.id_system`, 'a pseudonym needs an id system');
    if (c.privacy === 'generalize' && !c.generalize) at(`columns.${name}.generalize`, 'say how: year');
    if ((c.type === 'date' || c.type === 'local_date') && c.privacy !== 'drop' && c.privacy !== 'identity') {
      if (c.type === 'date' && !c.formats?.length)
        at(`columns.${name}.formats`, 'a date needs its declared formats');
    }
    if (c.person !== undefined && table.columns[c.person]?.privacy !== 'pseudonym') {
      at(`columns.${name}.person`, `"${c.person}" is not a pseudonym column`);
    }
    if (table.header === 'names' && !c.from?.length)
      at(`columns.${name}.from`, 'name the column in the file');
  }
  return faults;
}
