// Words that no page says of students, with what is said instead (both languages).
import type { Language } from './languages.ts';

export interface Banned {
  readonly says: RegExp;
  readonly instead: string;
}

export const BANNED: Readonly<Record<Language, readonly Banned[]>> = {
  en: [
    { says: /\b(?:at|high|low)[ -]risk\b|\bred student/i, instead: 'needs a check-in' },
    {
      says: /\bwill drop ?out\b|\bdropouts?\b|\b\d+ ?% risk\b/i,
      instead: 'of 20 students like this, about 7',
    },
    { says: /\bbecause of\b|\bcaused? by\b|\bdue to\b|\bthanks to\b|\bled to\b/i, instead: 'goes with' },
    { says: /\bfail(?:ing|ed|s)? students?\b|\bfailing\b/i, instead: 'not yet passing' },
    { says: /\bachievement gaps?\b/i, instead: 'difference in outcomes' },
    { says: /\btruan(?:t|ts|cy)\b/i, instead: 'missed 9 days, 6 without a reason recorded' },
    {
      says: /\bbottom (?:quartile|quarter|half|percent)\b/i,
      instead: 'students who grew least in the period',
    },
    { says: /\b(?:in)?significan(?:t|tly|ce)\b/i, instead: 'we can (or cannot) tell these apart' },
    { says: /\bnon-?complian(?:t|ce)\b/i, instead: 'we have not reached the family' },
    { says: /\bthe algorithms?\b/i, instead: 'this list is made by …, using …' },
  ],
  es: [
    {
      says: /\ben riesgo\b|\b(?:alto|bajo) riesgo\b|\balumn[oa]s? roj[oa]s?\b/i,
      instead: 'conviene hablar con',
    },
    {
      says: /\babandonará|\bdesertor|\bdeserci[oó]n\b|\b\d+ ?% de riesgo\b/i,
      instead: 'de 20 alumnos así, unos 7',
    },
    {
      says: /\ba causa de\b|\bcausad[oa]s? por\b|\bdebido a\b|\bgracias a\b|\bpor culpa de\b/i,
      instead: 'va con',
    },
    { says: /\breprobad[oa]s?\b|\bfracasad[oa]s?\b|\bfracaso escolar\b/i, instead: 'aún no aprueba' },
    { says: /\bbrecha de (?:rendimiento|logros?)\b/i, instead: 'diferencia en los resultados' },
    {
      says: /\btruant|\bausentismo injustificado\b|\bvag[oa]s?\b|\bhace novillos\b/i,
      instead: 'faltó 9 días',
    },
    { says: /\bcuartil inferior\b/i, instead: 'alumnos que menos crecieron en el periodo' },
    { says: /\b(?:in)?significativ[oa]s?\b|\bsignificativamente\b/i, instead: 'se distinguen o no' },
    {
      says: /\bfamilias? (?:que no cumplen?|incumplidoras?)\b/i,
      instead: 'no hemos localizado a la familia',
    },
    { says: /\b(?:el|los) algoritmos?\b/i, instead: 'esta lista se hace con …' },
  ],
};

/** What of a text is banned, with what to say instead. */
export function bannedIn(
  text: string,
  lang: Language,
): readonly { readonly said: string; readonly instead: string }[] {
  return BANNED[lang].flatMap(({ says, instead }) => {
    const said = says.exec(text)?.[0];
    return said === undefined ? [] : [{ said, instead }];
  });
}
