// The made-up documents as pages, with a narrative and contacts: for tests, and to look at.
import { DAY_KINDS } from '../charts/calendar-strip.ts';
import type { Language } from '../words/languages.ts';
import { words } from '../words/words.ts';
import { familyPage } from './family-page.ts';
import type { PageModel } from './page-model.ts';
import {
  emptySchool,
  LONG_NAME,
  sampleDistrict,
  sampleSchool,
  sampleStudent,
  tinySchool,
} from './sample-facts.ts';
import { schoolPage } from './school-page.ts';
import type { PageSetting } from './setting.ts';
import type { StudentRecord } from './student-record.ts';
import { studentSheet } from './student-sheet.ts';

export function sampleSetting(lang: Language): PageSetting {
  const es = lang === 'es';
  return {
    words: words(lang),
    narrative: {
      headline: es
        ? '20 alumnos menos tienen ausencia crónica que el año pasado: 122, frente a 142.'
        : '20 fewer students are chronically absent than last year: 122, against 142.',
      paragraphs: [
        {
          about: 'chronic_absence',
          sentences: [
            es ? 'Son 20 alumnos menos que el año pasado.' : 'That is 20 students fewer than last year.',
          ],
        },
      ],
      cannot_say: es
        ? ['La prueba de lectura no llega desde hace tres semanas.', 'No sabemos nada de los días en casa.']
        : ['The reading test has sent nothing for three weeks.', 'We know nothing of days at home.'],
      questions: es
        ? [
            '¿Qué cambió en el grado 9?',
            '¿Quién llama a los 14 alumnos sin contacto?',
            '¿Qué probamos ahora?',
          ]
        : [
            'What changed in grade 9?',
            'Who calls the 14 students without a contact?',
            'What do we try next?',
          ],
    },
    printed: '2026-03-13',
    contacts: [{ name: es ? 'Oficina de la escuela' : 'School office', reach: '555-0134' }],
    receiptsAt: 'https://portal.maple.example/receipts',
    others: [
      es ? { lang: 'en', href: '../en/school-s-oak.html' } : { lang: 'es', href: '../es/school-s-oak.html' },
    ],
    limits: { chronicAbsence: 10 },
  };
}

function days(): StudentRecord['days'] {
  const start = Date.parse('2025-09-02T00:00:00Z');
  return Array.from({ length: 190 }, (_, i) => new Date(start + i * 86_400_000))
    .filter((d) => d.getUTCDay() % 6 !== 0)
    .map((d, i) => ({
      date: d.toISOString().slice(0, 10),
      kind: DAY_KINDS[i % 15 === 4 ? 2 : i % 31 === 7 ? 1 : i % 45 === 20 ? 3 : 0] ?? 'present',
    }));
}

export const sampleRecord: StudentRecord = {
  strengths: ['Came every day in February.', 'Passing art and physical education with high marks.'],
  days: days(),
  weeks: [
    { monday: '2026-03-09', here: { days: 4, of: 5 }, online: { days: 3, of: 5 }, minutes: 95 },
    { monday: '2026-03-02', here: null, online: { days: 2, of: 5 }, minutes: null },
    { monday: '2026-02-23', here: { days: 5, of: 5 }, online: null, minutes: null },
  ],
  tests: [
    { name: 'Winter test, Math', date: '2026-01-20', score: '512', since: '14 points more than before' },
    { name: 'Winter test, Math', date: '2025-09-10', score: '498', since: 'the first one' },
    { name: 'Winter test, Reading', date: '2026-01-21', score: '530', since: 'cannot be told apart' },
    { name: 'Winter test, Reading', date: '2025-09-11', score: '528', since: 'the first one' },
  ],
  listed: [
    {
      task: 'Absence',
      reasons: ['school days missed: 3 in the last 4 weeks, 9 this year', 'days late this year: 6'],
      sure: 'Of 20 students with records like this, about 12 had this outcome.',
      step: 'Next step: talk with the student, counselor, 10 minutes.',
      tried: 'Tried: January 9, 2026, Could not reach.',
      lapses: 'Made with data up to March 12, 2026. Lapses on March 27, 2026.',
    },
  ],
  courses: [
    { name: 'Algebra I', standing: 'not_yet', mark: '58' },
    { name: 'English 9', standing: 'passing', mark: '81' },
    { name: 'Art', standing: 'passing', mark: '95' },
    { name: 'Biology', standing: 'no_mark', mark: null },
  ],
  supports: [
    { name: 'Mentor', from: '2026-01-12', to: null, who: 'Ms. Reyes', since: null },
    {
      name: 'Morning check-in',
      from: '2025-10-06',
      to: '2025-12-19',
      who: 'Mr. Cole',
      since: '2 days a month fewer missed',
    },
  ],
  contacts: [
    { date: '2026-02-03', how: 'Call', who: 'Ms. Reyes', outcome: 'Family asked about the bus.' },
    { date: '2025-11-14', how: 'Letter', who: 'Office', outcome: 'No answer yet.' },
  ],
};

function talk(lang: Language): PageSetting {
  const setting = sampleSetting(lang);
  const headline =
    lang === 'es'
      ? 'Faltó 9 días este año, 6 menos que el año pasado.'
      : 'Missed 9 days this year, 6 fewer than last year.';
  return { ...setting, narrative: { ...setting.narrative, headline } };
}

const names = { student: "Zoë O'Brien-Nuñez" };

export function samplePages(lang: Language): Readonly<Record<string, PageModel>> {
  const setting = sampleSetting(lang);
  const none: StudentRecord = {
    strengths: [],
    days: [],
    weeks: [],
    courses: [],
    tests: [],
    listed: [],
    supports: [],
    contacts: [],
  };
  return {
    school: schoolPage(sampleSchool(), setting),
    district: schoolPage(sampleDistrict(), setting),
    empty: schoolPage(emptySchool(), setting),
    tiny: schoolPage(tinySchool(), setting),
    long: schoolPage(sampleSchool(LONG_NAME), setting),
    student: studentSheet(sampleStudent(), sampleRecord, names, talk(lang)),
    unnamed: studentSheet(sampleStudent(), none, null, talk(lang)),
    family: familyPage(sampleStudent(), sampleRecord, names, talk(lang)),
  };
}
