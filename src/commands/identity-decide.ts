// The commands `identity merge` and `identity unmerge`: a person's word on whether two ids are one student.
import { HomeroomError } from '../errors/homeroom-error.ts';
import { addDecision, type Decision, isIdRef } from '../identity/decisions.ts';
import { pseudonymIn, systemOf } from '../identity/id-ref.ts';
import { readMinted } from '../identity/minted.ts';
import { openRelease } from '../query/release-session.ts';
import { literal } from '../sql-text/sql-text.ts';
import { type Command, districtOption, type Invocation } from './command.ts';
import { type OpenDistrict, openDistrict, releaseOf } from './open-district.ts';
import { UsageError } from './usage-error.ts';

class IdUnknownError extends HomeroomError {
  constructor(word: string, district: string) {
    super('ID_UNKNOWN', 'The district has neither a student nor an id of that name.', {
      where: word,
      mend: `Write a student key, or an id as "npx homeroom identity review --district ${district}" shows it.`,
    });
  }
}

export const identityMerge = command(
  'merge',
  'Make two ids one student from the next run on; the older key stays.',
  'are one student',
);
export const identityUnmerge = command(
  'unmerge',
  'Keep two ids apart from the next run on; each gets its former key again.',
  'are two students',
);

function command(kind: Decision['kind'], summary: string, said: string): Command {
  return {
    name: `identity ${kind}`,
    summary,
    usage: 'ID OTHER --by NAME --district NAME',
    examples: [
      `identity ${kind} s06c1f7a2b9e4d5c8a30 s91b3e0d4c7f6a2e5b18 --by "Ada Park" --district contoso`,
      `identity ${kind} sis_student:5f0c…e1 insights_person:88ab…07 --by "Ada Park" --district contoso`,
    ],
    options: {
      ...districtOption,
      by: { type: 'string', value: 'NAME', required: true, help: 'Who decides; kept with the decision.' },
    },
    async run(given) {
      const by = given.need('by');
      const opened = openDistrict(given);
      const [a, b] = await pairOf(given, opened, kind);
      await addDecision(opened.lake, { kind, a, b, by, at: new Date().toISOString() });
      const district = opened.district.district;
      if (given.json) given.out(JSON.stringify({ district, kind, a, b, by }));
      else {
        given.out(`From the next run on ${a} and ${b} ${said}.`);
        given.out(`Next: npx homeroom run --district ${district}`);
      }
      return 0;
    },
  };
}

async function pairOf(given: Invocation, opened: OpenDistrict, kind: string): Promise<[string, string]> {
  const [first, second, more] = given.positionals;
  if (first === undefined || second === undefined || more !== undefined) {
    throw new UsageError(
      'Two ids are needed.',
      `homeroom identity ${kind}`,
      `npx homeroom identity ${kind} ID OTHER --by NAME --district ${opened.district.district}`,
    );
  }
  const [a, b] = [await refOf(first, opened), await refOf(second, opened)];
  if (a !== b) return [a, b];
  throw new UsageError('Both words name the same id.', first, 'Name two ids, or two students.');
}

/** A student key stands for the id that it was minted for, also after a merge has retired it. */
async function refOf(word: string, opened: OpenDistrict): Promise<string> {
  const { root, lake, district, home } = opened;
  const minted = (await readMinted(lake)).find((m) => m.student_key === word);
  if (minted) return minted.anchor;
  if (!isIdRef(word)) throw new IdUnknownError(word, district.district);
  const release = await openRelease(root, lake, await releaseOf(opened), `${home}/lake`);
  try {
    const { rows } = await release.ask(
      `select 1 from identity_seen where id_system = ${literal(systemOf(word))} and id = ${literal(pseudonymIn(word))} limit 1`,
    );
    if (rows.length > 0) return word;
  } finally {
    release.close();
  }
  throw new IdUnknownError(word, district.district);
}
