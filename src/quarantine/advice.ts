// What to do about each reason for which a row or a file is kept out.
import { heldByGuard, type TakenFile } from './taken-file.ts';

const byRule: Readonly<Record<string, string>> = {
  required:
    'The source left an obligatory cell empty: ask it to fill the cell, or make the column optional in module.yaml.',
  key_null: 'The row has no key and cannot be told from another: ask the source for the missing id.',
  allowed: 'A value that the contract does not list: add it under "allowed" in module.yaml if it is right.',
  pattern:
    'The value does not look as module.yaml says a key or code of this column looks: correct it at the source.',
  ambiguous_date: 'Two declared formats read the date differently: leave one format in module.yaml.',
  id_pattern:
    'The id does not look as the district file says: correct the pattern there or the id at the source.',
  ragged:
    'The row has more or fewer cells than the header: ask the source to quote cells that hold the delimiter.',
  nul_byte: 'The row holds a NUL byte, the mark of a damaged file: ask the source to export it again.',
  unclosed_quote: 'A quote is opened and never closed: ask the source to export the file again.',
  bad_quote: 'A quote stands where none may stand: ask the source to double quotes inside cells.',
  bad_json: 'The record is not valid JSON: ask the source to export the file again.',
};

const replay = 'then npx homeroom quarantine replay';

export function ruleAdvice(rule: string): string {
  if (rule.startsWith('type_')) {
    return `The cell is no ${rule.slice('type_'.length)}: add the source's own format or null word to module.yaml, ${replay}.`;
  }
  return byRule[rule] ?? `Correct the contract or the file, ${replay}.`;
}

export function fileAdvice(file: TakenFile): string {
  if (file.facts.status === 'refused')
    return 'Nothing, if that is right; else take "refuse" out of its table in module.yaml.';
  if (heldByGuard(file)) {
    return 'Ask the source whether the missing rows are truly gone. If so: npx homeroom quarantine replay … --apply --by NAME.';
  }
  return `Ask the source for the whole file, or mend module.yaml, ${replay}.`;
}
