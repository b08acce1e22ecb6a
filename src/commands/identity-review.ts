// The command `identity review`: pairs that share name and birth date and may be one student or two.
import { readDecisions } from '../identity/decisions.ts';
import type { ReviewPair } from '../identity/resolve.ts';
import { readReview } from '../identity/review.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict } from './open-district.ts';
import { textTable } from './text-table.ts';

const doubts: Readonly<Record<ReviewPair['doubt'], string>> = {
  same_id_system: 'one system gave both an id',
  same_source: 'one source tells of both',
  staff_and_student: 'staff and student',
  several_candidates: 'a third has the same name and birth date',
};

export const identityReview: Command = {
  name: 'identity review',
  summary: 'List pairs that share name and birth date and wait for a decision: one student or two.',
  usage: '--district NAME',
  examples: ['identity review --district contoso'],
  options: districtOption,
  async run(given) {
    const { lake, district } = openDistrict(given);
    const pairs = await readReview(lake);
    const decisions = await readDecisions(lake);
    if (given.json) {
      given.out(JSON.stringify({ district: district.district, pairs, decisions }));
      return 0;
    }
    if (pairs.length === 0) given.out('No pair waits for a decision.');
    else {
      const rows = pairs.map((p) => [
        p.a,
        p.student_key_a ?? '',
        p.b,
        p.student_key_b ?? '',
        doubts[p.doubt],
      ]);
      given.out(textTable(['id', 'student', 'other id', 'student', 'why it was not joined'], rows));
      given.out(
        `\nOne student: npx homeroom identity merge ID OTHER --by NAME --district ${district.district}`,
      );
      given.out(`Two: npx homeroom identity unmerge ID OTHER --by NAME --district ${district.district}`);
    }
    if (decisions.length > 0) given.out(`${decisions.length} decisions are kept so far.`);
    return 0;
  },
};
