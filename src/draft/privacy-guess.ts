// What a column is likely to hold, by its name and the shape of its texts; whatever is not recognised is kept out.
import type { ColumnContract } from '../contract/contract.ts';

export interface PrivacyGuess {
  readonly privacy: ColumnContract['privacy'];
  readonly id_system?: string;
  readonly field?: NonNullable<ColumnContract['field']>;
  readonly unclear: readonly string[];
}

/** "SIS_ID", "sisId" and "Sis Id" are the same words. */
export function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
}

const secrets = /\b(password|passwd|pin|secret|token|ssn|social security)\b/;
const sensitive =
  /\b(race|ethnicity|ethnic|hispanic|sex|gender|pronouns?|religion|ell?|esl|lep|eld|english (language )?learner|english proficiency|native language|home language|primary language|sped|special ed(ucation)?|iep|504|disability|disabled|economic(ally)?|income|poverty|frl|frpl|lunch|meal|title 1|homeless|migrant|foster|immigrant|citizenship|military|medical|health|allergy)\b/;
const contact =
  /\b(phone|mobile|fax|address|street|zip|postal|city|guardian|parent|mother|father|relative|contact)\b/;
const birth = /\b(dob|birth ?date|birth ?day|date of birth|born)\b/;
const freeText = /\b(comments?|notes?|remarks?|narrative|description|reason text|feedback|message)\b/;
const personId =
  /\b(student|pupil|learner|person|user|member|participant|staff|teacher|instructor|educator|employee|sis|state|local|upn|principal name|aad|object|unique)\b.*\b(id|ids|identifier|guid|uuid|number|no|key|sourced ?id|upn|name)\b|\b(upn|user principal name|username|login|student|anchor id|sid)$/;
const thingId =
  /\b(school|org|organi[sz]ation|section|class|course|term|session|group|resource|product|lesson|assessment|test|district|building|campus|batch|event|period|grade|app)\b.*\b(id|ids|identifier|guid|uuid|number|no|key|code|sourced ?id|name|title|type|level)\b/;
/** A word for a human being makes an id theirs, whatever else the name says. */
const person =
  /\b(student|pupil|learner|person|user|member|participant|staff|teacher|instructor|educator|employee)\b/;
const anyId = /\b(id|identifier|guid|uuid|sourced ?id|key)$/;

const names: readonly (readonly [RegExp, NonNullable<ColumnContract['field']>])[] = [
  [/\b(e ?mail|mail)\b/, 'email'],
  [/\b(first|given|preferred|nick) ?name\b|\bforename\b/, 'given_name'],
  [/\b(last|family) ?name\b|\bsurname\b/, 'family_name'],
  [/\bmiddle ?(name|initial)?\b/, 'middle_name'],
  [/\b(full|display|student|pupil|teacher|staff|user|legal) ?name\b|^name$/, 'display_name'],
];

/** `type` is what columnType() found; `values` as filled() gives them. */
export function privacyGuess(name: string, type: string, values: readonly string[]): PrivacyGuess {
  const words = wordsOf(name);
  const drop = (why: string): PrivacyGuess => ({ privacy: 'drop', unclear: [why] });
  if (secrets.test(words)) return drop('a secret: it must never be kept; ask the source to stop sending it');
  if (sensitive.test(words))
    return drop(
      'sensitive: keep it only if an equity review needs it, and then map it to student_audit alone',
    );
  if (birth.test(words))
    return identity('birth_date', 'for the year alone write privacy: generalize, generalize: year');
  const upn = /\b(upn|principal name)\b/.test(words);
  const named = upn ? undefined : names.find(([pattern]) => pattern.test(words));
  if (named && !thingId.test(words)) {
    const link =
      named[1] === 'email'
        ? 'if it links people over sources, make it a pseudonym of id system email'
        : undefined;
    return identity(named[1], link);
  }
  if (contact.test(words)) return drop('contact details are not needed to see how students engage');
  if (freeText.test(words)) return drop('free text may say anything about anybody');
  if (thingId.test(words) && !person.test(words)) return { privacy: 'keep', unclear: [] };
  if (personId.test(words)) return pseudonym(words);
  return byValues(words, type, values, drop);
}

function byValues(
  words: string,
  type: string,
  values: readonly string[],
  drop: (why: string) => PrivacyGuess,
): PrivacyGuess {
  if (mostly(values, (v) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(v)))
    return identity('email', 'the values look like mail addresses');
  if (anyId.test(words) || mostly(values, isGuid)) {
    const guess = pseudonym(words);
    return { ...guess, unclear: ['an id of what? write keep if it names no person', ...guess.unclear] };
  }
  if (type !== 'text') return { privacy: 'keep', unclear: [] };
  if (mostly(values, (v) => v.length > 60 || v.split(/\s+/).length > 6))
    return drop('free text may say anything about anybody');
  const different = new Set(values).size;
  if (values.length === 0) return drop('no value to judge by: kept out until somebody says what it holds');
  return drop(
    `kept out until somebody says that it tells nothing of a person (${different} different values in ${values.length})`,
  );
}

function identity(field: NonNullable<ColumnContract['field']>, unclear?: string): PrivacyGuess {
  return { privacy: 'identity', field, unclear: unclear === undefined ? [] : [unclear] };
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(upn|principal name)\b/, 'upn'],
  [/\bstate\b/, 'state_student'],
  [/\b(staff|teacher|instructor|educator|employee)\b/, 'staff'],
  [/\b(sis|local|student|pupil|anchor)\b/, 'sis_student'],
  [/\b(aad|azure|object)\b/, 'aad_object'],
];

function pseudonym(words: string): PrivacyGuess {
  const system = systems.find(([pattern]) => pattern.test(words))?.[1];
  if (system) return { privacy: 'pseudonym', id_system: system, unclear: [`is id system ${system} right?`] };
  return { privacy: 'pseudonym', id_system: 'unknown', unclear: ['which id system hands this id out?'] };
}

function isGuid(text: string): boolean {
  return /^\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i.test(text);
}

function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(test).length > values.length / 2;
}
