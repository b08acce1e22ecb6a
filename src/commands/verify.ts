// The command `verify`: does every claim of a text follow from a facts document?
import { readFileSync } from 'node:fs';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { type FactsDocument, factsDocumentSchema } from '../facts/facts-document.ts';
import { narrativeSchema } from '../narrate/narrative.ts';
import { verifyNarrative } from '../narrate/verify-narrative.ts';
import type { Claim } from '../verify/claim.ts';
import { holds, verify as verifyText } from '../verify/verify.ts';
import { LANGUAGES, type Language, languageSchema } from '../words/languages.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

class NotFactsError extends HomeroomError {
  constructor(path: string, problem: string) {
    super('NOT_FACTS', `This is no facts document: ${problem}.`, {
      where: path,
      mend: 'Give a file of reports/<release>/facts, as a run writes it.',
    });
  }
}

type Told = Claim & { readonly place?: string };

export const verify: Command = {
  name: 'verify',
  summary:
    'Read every claim of a text and say whether it follows from a facts document; code 1 if one does not.',
  usage: '--facts FILE --text FILE',
  examples: ['verify --facts facts/school-s1.json --text draft.txt --lang es'],
  options: {
    facts: { type: 'string', value: 'FILE', required: true, help: 'A facts document.' },
    text: { type: 'string', value: 'FILE', required: true, help: "A plain text, or a narrator's JSON." },
    lang: {
      type: 'string',
      value: 'LANG',
      fallback: 'en',
      choices: LANGUAGES,
      help: 'Language of the text.',
    },
  },
  async run(given) {
    const [factsFile, textFile] = [given.need('facts'), given.need('text')];
    const lang = languageSchema.safeParse(given.text('lang') ?? 'en');
    if (!lang.success)
      throw new UsageError(
        `There is no language "${given.text('lang')}".`,
        '--lang',
        `Use ${LANGUAGES.join(' or ')}.`,
      );
    const claims = claimsOf(factsOf(factsFile), readText(textFile), lang.data);
    const good = holds(claims);
    if (given.json) given.out(JSON.stringify({ follows: good, claims }));
    else for (const line of linesOf(claims, good)) given.out(line);
    return good ? 0 : 1;
  },
};

/** @throws UsageError */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError('There is no file to read here.', path, 'Give the path of a text file.');
  }
}

/** @throws NotFactsError, UsageError */
function factsOf(path: string): FactsDocument {
  const parsed = factsDocumentSchema.safeParse(jsonOf(readText(path)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new NotFactsError(path, `${issue?.path.join('.') || 'the file'} does not fit its schema`);
}

function claimsOf(facts: FactsDocument, text: string, lang: Language): readonly Told[] {
  const narrative = narrativeSchema.safeParse(jsonOf(text));
  return narrative.success ? verifyNarrative(facts, narrative.data, lang) : verifyText(facts, text, lang);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function linesOf(claims: readonly Told[], good: boolean): string[] {
  const rows = claims.map((c) => {
    const at = c.place === undefined ? `${c.start}-${c.end}` : `${c.place} ${c.start}-${c.end}`;
    const by = c.by.length === 0 ? '' : `  ${c.by.slice(0, 3).join(' ')}`;
    return `${c.verdict.padEnd(12)}${c.kind.padEnd(12)}"${c.claim}" (${at})${c.why === '' ? '' : `  ${c.why}`}${by}`;
  });
  const wrong = claims.filter((c) => c.verdict !== 'follows').length;
  const end = good
    ? `All ${claims.length} claims follow from the facts.`
    : `${wrong} of ${claims.length} claims do not follow.`;
  return [...rows, end];
}
