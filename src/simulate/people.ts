/** Who the simulated people are: everything about one of them follows from a number and the seed. */
import { dateOf } from './dates.ts';
import { familyName, givenName } from './names.ts';
import { guid, objectId, stream } from './random.ts';

/**
 * A record of the student information system. A human who left and came back may hold two: `human` is the number
 * of the first record of the same human.
 */
export type Student = {
  readonly index: number;
  readonly human: number;
  /** School year (its end) in which the human would have been in kindergarten; sets the birth date. */
  readonly kindergarten: number;
  /** The human is a twin of the human before. */
  readonly twin: boolean;
};

export type Portrait = {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly birthDay: number;
  readonly sex: string;
  readonly race: string;
  readonly language: string;
  readonly englishLearner: string;
  readonly specialEducation: string;
  readonly lowIncome: 0 | 1;
};

export type Accounts = {
  readonly sis: string;
  /** Directory object and roster person; null for the few who never got an account. */
  readonly aadObject: string | null;
  readonly upn: string;
  readonly person: string;
  readonly clever: string | null;
  /** The id as typed into the practice programme, with the slips that people make. */
  readonly iready: string | null;
  readonly ireadySlip: 'none' | 'case' | 'zero_padded';
};

export type Census = {
  portrait(student: Student): Portrait;
  accounts(student: Student): Accounts;
};

const races = [
  'White',
  'White',
  'White',
  'Hispanic',
  'Hispanic',
  'Black',
  'Black',
  'Asian',
  'Two or More Races',
];
const languages = ['English', 'English', 'English', 'English', 'Spanish', 'Spanish', 'Arabic', 'Vietnamese'];
const supports = ['Resource Specialty Program', 'Designated Instruction Service', 'Special Day Class'];

const slipOf = (u: number): Accounts['ireadySlip'] => {
  if (u < 0.015) return 'case';
  return u < 0.025 ? 'zero_padded' : 'none';
};

const spelled = (sis: string, slip: Accounts['ireadySlip']): string => {
  if (slip === 'case') return sis.toUpperCase();
  return slip === 'zero_padded' ? `${sis.slice(0, 2)}0${sis.slice(2)}` : sis;
};

export const sisId = (index: number): string => `st${100_000 + index}`;

export const census = (seed: number): Census => {
  const names = stream(seed, 'names');
  const traits = stream(seed, 'traits');
  const slips = stream(seed, 'slips');
  const aad = stream(seed, 'aad object');
  const persons = stream(seed, 'insights person');
  const clever = stream(seed, 'clever user');

  const portrait = ({ human, kindergarten, twin }: Student): Portrait => {
    // Twins share family name and birthday and must stay two people.
    const family = familyName(names, twin ? human - 1 : human);
    const own = givenName(names, human);
    const given = twin && own === givenName(names, human - 1) ? `${own}l` : own;
    const firstBirthday = dateOf(kindergarten - 7, 9, 2);
    const language = languages[traits.below(languages.length, human, 3)] ?? 'English';
    const support = traits.uniform(human, 5);
    return {
      given,
      middle: givenName(names, human + 500_000_000).slice(0, 1),
      family,
      birthDay: firstBirthday + traits.below(365, twin ? human - 1 : human, 0),
      sex: traits.uniform(human, 1) < 0.5 ? 'Female' : 'Male',
      race: races[traits.below(races.length, human, 2)] ?? 'White',
      language,
      englishLearner: language !== 'English' && traits.uniform(human, 4) < 0.5 ? 'English Learner' : '',
      specialEducation: support < 0.13 ? (supports[Math.floor((support / 0.13) * 3)] ?? '') : '',
      lowIncome: traits.uniform(human, 6) < 0.42 ? 1 : 0,
    };
  };

  const accounts = (student: Student): Accounts => {
    const { index } = student;
    const sis = sisId(index);
    const { given, family } = portrait(student);
    const slip = slipOf(slips.uniform(index, 0));
    const practises = slips.uniform(index, 1) >= 0.04;
    return {
      sis,
      aadObject: slips.uniform(index, 2) < 0.02 ? null : guid(aad, index),
      upn: `${given}.${family}.${index}@students.homeroom.example`,
      person: guid(persons, index),
      clever: slips.uniform(index, 3) < 0.015 ? null : objectId(clever, index),
      iready: practises ? spelled(sis, slip) : null,
      ireadySlip: practises ? slip : 'none',
    };
  };

  return { portrait, accounts };
};
