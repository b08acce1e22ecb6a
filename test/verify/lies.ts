// Planted lies by kind, for any made-up school, in English and Spanish. Each sentence says one thing that is not so.
import type { Language } from '../../src/words/languages.ts';
import type { MadeUp } from './made-up.ts';

export interface Planted {
  readonly kind: string;
  readonly lang: Language;
  readonly text: string;
}

const pct = (count: number, n: number) => Math.floor((1000 * count) / n + 0.5) / 10;

export function liesAbout(m: MadeUp): readonly Planted[] {
  const fell = m.now < m.before;
  const [rose, rise, subio] = fell ? ['rose', 'increased', 'subió'] : ['fell', 'decreased', 'bajó'];
  const share = pct(m.now, m.n);
  const en: Readonly<Record<string, readonly string[]>> = {
    'wrong number in digits': [
      `In 2025-26, ${m.now + 1} students were chronically absent.`,
      `${m.now - 10} of ${m.n} students were chronically absent.`,
      `Of the ${m.n + 9} students judged, ${m.now} were chronically absent.`,
      `7 students could not be judged for chronic absence.`,
    ],
    'wrong number in another spelling': [
      'Two hundred and fifty students were chronically absent this year.',
      'Fifteen students had no contact.',
      'No students were chronically absent in 2025-26.',
      'All students were on track this year.',
      `Between ${m.now + 5} and ${m.now + 20} students were chronically absent.`,
      'A dozen students had no contact.',
    ],
    'wrong share, fraction or ratio': [
      `${share + 2}% of students were chronically absent.`,
      'Half of the students were chronically absent in 2025-26.',
      'Nine in ten students were chronically absent.',
      `The chronic absence rate was ${(share / 100 + 0.05).toFixed(3)} this year.`,
      'Most students were chronically absent.',
    ],
    'right number, wrong measure': [
      `${m.track} students were chronically absent in 2025-26.`,
      `${m.now} students were on track this year.`,
      `${m.passed} students were on track.`,
      `The share of students on track was ${share}%.`,
      `${m.now} students were not chronically absent.`,
    ],
    'right number, wrong school': [
      `At ${m.other}, ${m.now} students were chronically absent.`,
      `${m.otherNow} students at ${m.name} were chronically absent.`,
      `${m.other} had ${pct(m.now, m.n)}% chronic absence.`,
    ],
    'right number, wrong year': [
      `In 2024-25, ${m.now} students were chronically absent.`,
      `${m.before} students were chronically absent this year.`,
      `Last year, ${m.track} students were on track.`,
      `Chronic absence went from ${m.now} students in 2024-25 to ${m.before} in 2025-26.`,
      `In 2019-20, ${m.now} students were chronically absent.`,
    ],
    'right number, wrong grade or group': [
      `In grade 9, ${m.grades[1]} students were chronically absent.`,
      `${m.grades[0]} twelfth graders were chronically absent.`,
      `Among girls, ${m.grades[0]} were chronically absent.`,
      `Grade 10 had ${m.grades[0]} chronically absent students and grade 9 had ${m.grades[1]}.`,
    ],
    'invented name': [
      `Riverside Academy had ${m.now} chronically absent students.`,
      `At Jefferson, ${m.now} students were chronically absent.`,
      `Principal Garcia counted ${m.now} chronically absent students.`,
      `The riverside elementary count of chronic absence is ${m.now}.`,
      `The Skyward source is late.`,
      'In grade 7, 26 students were chronically absent.',
    ],
    'wrong direction': [
      `Chronic absence ${rose} this year.`,
      `The number of chronically absent students ${rise} from ${m.before} to ${m.now}.`,
      'Chronic absence is unchanged from last year.',
      `${fell ? 'Up' : 'Down'} from ${m.before} in 2024-25, ${m.now} students were chronically absent.`,
      `Chronic absence ${fell ? 'worsened' : 'improved'} in 2025-26.`,
      'The attendance rate fell from last year.',
    ],
    'wrong comparison or amount of change': [
      `That is ${Math.abs(m.now - m.before) + 1} ${fell ? 'fewer' : 'more'} chronically absent students than last year.`,
      `${Math.abs(m.now - m.before)} ${fell ? 'more' : 'fewer'} students were chronically absent than in 2024-25.`,
      `${fell ? 'More' : 'Fewer'} students were chronically absent than last year.`,
      'Chronic absence doubled since last year.',
      'Twice as many students were chronically absent as last year.',
      `Chronic absence ${fell ? 'fell' : 'rose'} by 9.9 percentage points.`,
    ],
    'superlative that does not follow': [
      'Grade 11 has the highest share of chronic absence of all grades.',
      `${m.name} has the lowest chronic absence in the district.`,
      'Grade 9 is the only grade where chronic absence fell.',
      'Chronic absence is the worst ever.',
      `${m.name} is ranked first for chronic absence.`,
      'Of all grades, grade 12 has the most chronically absent students.',
    ],
    'value of a hidden number': [
      'In grade 11, 3 students were chronically absent.',
      'Fewer than 10 students in grade 11 were chronically absent.',
      'Chronic absence in eleventh grade fell.',
      'In grade 11, 1.5% of students were chronically absent.',
      'No students in grade 11 were chronically absent.',
    ],
    'wrong age, date or state': [
      'The iready source is late: its last day is February 22, 2026.',
      'The iready source is 12 days old.',
      'The contoso_sis source is late.',
      'Chronic absence in grade 9 is hidden.',
      'The iready source is up to date.',
      'There are no data yet for chronic absence.',
    ],
    'period that the facts do not have': [
      `In October, ${m.now} students were chronically absent.`,
      `${m.now} students were chronically absent last week.`,
      `Since the winter break, ${m.now} students have been chronically absent.`,
      `Each month, ${m.track} students were on track.`,
      `${m.now} students were chronically absent for three years.`,
      `In the fall, ${m.passed} students passed every course.`,
    ],
    'other people beside the number': [
      `${m.now} coaches were chronically absent.`,
      `${m.now} families were chronically absent.`,
      `${m.now} homeless students were chronically absent.`,
      `${m.now} sophomores were chronically absent.`,
      `${m.track} graduates were on track.`,
    ],
    'another predicate or two at once': [
      `${m.passed} students flunked a class.`,
      `${m.now} students were sent home.`,
      `${m.now} students skipped school each day.`,
      `Every one of the 14 students was called at home.`,
      `14 students turned down our contact.`,
      `${m.now} chronically absent students passed every course.`,
      `${m.now} chronically absent students had no contact.`,
      `${m.now} students were chronically absent. Of these, 14 were arrested.`,
      `${m.now} students were chronically absent. They were late, too.`,
      `Not ${m.now} students were chronically absent.`,
    ],
    'measure said of everybody, or state of all': [
      'Our students are on track.',
      `${m.name} has good attendance.`,
      `${m.now} students were chronically absent and on track.`,
      `${m.now} students were chronically absent in each grade.`,
      `Since 2024-25, ${m.now} students were chronically absent.`,
      `As of March 13, 2026, ${m.now} new students were chronically absent.`,
      'No numbers are hidden.',
      'All grades are hidden.',
      'The iready source is not late.',
    ],
    'claim without a number': [
      `${m.name} beat the county average.`,
      'We reached our attendance target.',
      'Chronic absence is a disaster.',
      'Nothing is missing from the data.',
      'Tutoring pays off.',
      'Our mentors turned things around.',
      'Few students were chronically absent.',
      'Families were pleased.',
      'The results are final.',
    ],
    'cause or forecast': [
      `${m.now} students were chronically absent because of the new bus times.`,
      'Chronic absence will rise next year.',
      'More tutoring led to more students on track.',
    ],
  };
  const es: Readonly<Record<string, readonly string[]>> = {
    'wrong number in digits': [`En 2025-26, ${m.now + 1} alumnos tuvieron ausencia crónica.`],
    'wrong number in another spelling': [
      'Doscientos cincuenta alumnos tuvieron ausencia crónica.',
      'Ningún alumno tuvo ausencia crónica.',
    ],
    'wrong share, fraction or ratio': [
      'La mitad de los alumnos tuvo ausencia crónica.',
      `El ${share + 3} por ciento de los alumnos tuvo ausencia crónica.`,
      'Nueve de cada diez alumnos tuvieron ausencia crónica.',
    ],
    'right number, wrong measure': [`${m.track} alumnos tuvieron ausencia crónica.`],
    'right number, wrong school': [`En ${m.other}, ${m.now} alumnos tuvieron ausencia crónica.`],
    'right number, wrong year': [
      `En 2024-25, ${m.now} alumnos tuvieron ausencia crónica.`,
      `El año pasado, ${m.now} alumnos tuvieron ausencia crónica.`,
    ],
    'right number, wrong grade or group': [
      `En noveno grado, ${m.grades[1]} alumnos tuvieron ausencia crónica.`,
    ],
    'invented name': [`La escuela Benito Juárez tuvo ${m.now} alumnos con ausencia crónica.`],
    'wrong direction': [`La ausencia crónica ${subio} este año.`, 'La ausencia crónica no cambió.'],
    'wrong comparison or amount of change': [
      `Son ${Math.abs(m.now - m.before)} alumnos ${fell ? 'más' : 'menos'} con ausencia crónica que el año pasado.`,
      'La ausencia crónica se duplicó.',
    ],
    'superlative that does not follow': ['El grado 11 tiene la ausencia crónica más alta de los grados.'],
    'value of a hidden number': ['En el grado 11, 3 alumnos tuvieron ausencia crónica.'],
    'wrong age, date or state': [
      'La fuente iready llegó hasta el 22 de febrero de 2026.',
      'La ausencia crónica del grado 9 está oculta.',
    ],
    'period that the facts do not have': [
      `En octubre, ${m.now} alumnos tuvieron ausencia crónica.`,
      `${m.now} alumnos tuvieron ausencia crónica la semana pasada.`,
      `Cada mes, ${m.track} alumnos iban bien encaminados.`,
      `${m.now} alumnos tuvieron ausencia crónica durante tres años.`,
    ],
    'other people beside the number': [
      `${m.now} docentes tuvieron ausencia crónica.`,
      `${m.now} familias tuvieron ausencia crónica.`,
      `${m.now} alumnos sin hogar tuvieron ausencia crónica.`,
    ],
    'another predicate or two at once': [
      `${m.passed} alumnos perdieron un curso.`,
      `${m.now} alumnos fueron castigados.`,
      `Los 14 alumnos recibieron una llamada.`,
      `14 alumnos no quisieron contacto.`,
      `${m.now} alumnos con ausencia crónica aprobaron todos sus cursos.`,
      `${m.now} alumnos tuvieron ausencia crónica. La mayoría de ellos son niños.`,
    ],
    'measure said of everybody, or state of all': [
      'Nuestros alumnos iban bien encaminados.',
      `${m.now} alumnos tuvieron ausencia crónica en cada grado.`,
      'No hay números ocultos.',
      'La fuente iready no va con retraso.',
    ],
    'claim without a number': [
      'Nuestra escuela está por encima de la media del estado.',
      'Alcanzamos la meta de asistencia.',
      'La ausencia crónica es un desastre.',
      'No falta ningún dato.',
      'Las tutorías dan resultado.',
      'Pocos alumnos tuvieron ausencia crónica.',
      'Las familias están contentas.',
    ],
    'cause or forecast': ['La ausencia crónica bajará el próximo año.'],
  };
  const of = (lang: Language, table: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(table).flatMap(([kind, texts]) => texts.map((text) => ({ kind, lang, text })));
  return [...of('en', en), ...of('es', es)];
}
