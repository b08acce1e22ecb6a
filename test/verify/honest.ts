// True sentences about any made-up school, as a person or a model may write them, in English and Spanish.
import type { Language } from '../../src/words/languages.ts';
import { words } from '../../src/words/words.ts';
import type { MadeUp } from './made-up.ts';

const pct = (count: number, n: number) => Math.floor((1000 * count) / n + 0.5) / 10;

export function truthsAbout(m: MadeUp): readonly { readonly lang: Language; readonly text: string }[] {
  const fell = m.now < m.before;
  const size = Math.abs(m.now - m.before);
  const [share, shareBefore, trackShare] = [pct(m.now, m.n), pct(m.before, m.nBefore), pct(m.track, m.n)];
  const [fallen, fewer, down, better] = fell
    ? ['fell', 'fewer', 'down', 'improved']
    : ['rose', 'more', 'up', 'worsened'];
  const [bajo, menos] = fell ? ['bajó', 'menos'] : ['subió', 'más'];
  const points = Math.round(10 * Math.abs(share - shareBefore)) / 10;
  const n = words('en').number;
  const more = m.track > m.trackBefore ? 'More' : 'Fewer';
  const en = [
    `In 2025-26, ${m.now} of ${m.n} students were chronically absent (${share}%).`,
    `At ${m.name}, ${m.now} students missed too many days: they were chronically absent.`,
    `${m.now} students were chronically absent this year, ${down} from ${m.before} in 2024-25.`,
    `Chronic absence ${fallen} from ${m.before} students last year to ${m.now} this year.`,
    `Chronic absence ${fallen} by ${size} students.`,
    `That is ${size} ${fewer} chronically absent students than in 2024-25.`,
    `The share of chronically absent students ${fallen} from ${shareBefore} percent to ${share} percent.`,
    `The chronic absence rate ${fallen} ${points} percentage points, from ${shareBefore}% to ${share}%.`,
    `In 2024-25, ${m.before} of ${m.nBefore} students were chronically absent. In 2025-26, ${m.now} were.`,
    `${m.track} students (${trackShare}%) were on track.`,
    `${more} students were on track than last year.`,
    `${m.n - m.track} students were not on track.`,
    `${m.passed} students passed every course.`,
    `Fourteen students had no contact.`,
    `${m.other} had ${m.otherNow} chronically absent students out of ${m.otherN}.`,
    `Compared with ${m.otherNow} at ${m.other}, ${m.now} students here were chronically absent.`,
    `In grade 9, ${m.grades[0]} of 200 students were chronically absent.`,
    `In ninth grade, ${m.grades[0]} students were chronically absent; in tenth grade, ${m.grades[1]} were.`,
    `Grade 12 had ${m.grades[2]} chronically absent students and grade 10 had ${m.grades[1]}.`,
    `Among girls, ${m.girls} of 300 were chronically absent.`,
    `Chronic absence in grade 11 is hidden to protect a small group.`,
    `It is too early to tell about growth.`,
    `6 students could not be judged for chronic absence.`,
    `The iready source is late. Its last day is February 20, 2026, 21 days before this report.`,
    `The contoso_sis source is up to date, with data through March 12, 2026.`,
    `More than ${m.now - 5} students were chronically absent, and at least ${m.track} were on track.`,
    `About ${share} percent of students were chronically absent this year.`,
    `Chronic absence ${better} this year: ${m.now} students, against ${m.before} last year.`,
    `The attendance rate rose from 91.9% to 92.4%.`,
    `Attendance was 92.4 percent in 2025-26, up 0.5 percentage points from 2024-25.`,
    `Grade 10 has the highest share of students on track of the two grades with numbers: 70%.`,
    `Which students are close to chronic absence, and who knows them well?`,
    `How can we help more students stay on track?`,
    `These numbers show what we saw. They do not show why.`,
    `Nobody should read these numbers as a grade for the school.`,
    `${n(m.n)} students were counted for chronic absence.`,
    `What do the ${m.now} chronically absent students need from us?`,
    `Six students could not be judged.`,
    `14 of ${m.now} chronically absent students had no contact.`,
    `A total of ${m.now} students were chronically absent in 2025-26.`,
    `In 2025-26, ${m.now} students were chronically absent. In all of 2024-25 it was ${m.before} of ${m.nBefore}.`,
    `These numbers cannot say why students were chronically absent.`,
    `We cannot show chronic absence in grade 11, because the group is small.`,
    `Some numbers are hidden to protect small groups.`,
    `These counts do not show whether our supports work.`,
    `${m.grades[2]} seniors were chronically absent.`,
    `Teachers and families should talk about what helps.`,
    `${m.name} counted ${m.now} chronically absent students and ${m.track} students on track.`,
  ];
  const es = [
    `En 2025-26, ${m.now} de ${m.n} alumnos tuvieron ausencia crónica (${share}%).`,
    `La ausencia crónica ${bajo} de ${m.before} alumnos el año pasado a ${m.now} este año.`,
    `Son ${size} alumnos ${menos} con ausencia crónica que en 2024-25.`,
    `${m.track} alumnos iban bien encaminados, el ${trackShare} por ciento.`,
    `En el grado 9, ${m.grades[0]} de 200 alumnos tuvieron ausencia crónica.`,
    `En noveno grado, ${m.grades[0]} alumnos tuvieron ausencia crónica.`,
    `${m.other} tuvo ${m.otherNow} alumnos con ausencia crónica.`,
    `La ausencia crónica del grado 11 está oculta para proteger a un grupo pequeño.`,
    `Catorce alumnos estaban sin contacto.`,
    `La fuente iready va con retraso: su último día es el 20 de febrero de 2026.`,
    `La asistencia subió de 91.9% a 92.4%.`,
    `La asistencia subió de 91,9 % a 92,4 %.`,
    `Es pronto para saber sobre el crecimiento.`,
    `${m.passed} alumnos aprobaron todos sus cursos.`,
    `Estos números dicen lo que vimos. No dicen por qué.`,
    `Un total de ${m.now} alumnos tuvieron ausencia crónica en 2025-26.`,
    `14 de ${m.now} alumnos con ausencia crónica estaban sin contacto.`,
    `Estos números no explican por qué faltan los alumnos.`,
    `Algunos números están ocultos para proteger a grupos pequeños.`,
    `¿Qué alumnos están cerca de la ausencia crónica?`,
  ];
  return [
    ...en.map((text) => ({ lang: 'en' as const, text })),
    ...es.map((text) => ({ lang: 'es' as const, text })),
  ];
}
