/** The true chance that a student is absent on a school day. */
import { isoDate, weekday } from './dates.ts';
import { logistic, stream } from './random.ts';
import { truthModel } from './truth-model.ts';

export type DayOfHazard = { readonly logit: number; readonly week: number };

/** What a date adds for everybody, computed once a day; `first` is the first date of the school year. */
export const dayLogit = (day: number, first: number, remote: boolean): DayOfHazard => {
  const { weekday: byWeekday, month, remoteDay } = truthModel.absence;
  const logit = (byWeekday[weekday(day) - 1] ?? 0) + (month[Number(isoDate(day).slice(5, 7)) - 1] ?? 0);
  return { logit: logit + (remote ? remoteDay : 0), week: Math.floor((day - first) / 7) };
};

/** What school and grade add, the same on every day. */
export const placeLogit = (seed: number, school: number, grade: number): number => {
  const { base, grade: byGrade, schoolSd } = truthModel.absence;
  return base + (byGrade[grade] ?? 0) + schoolSd * stream(seed, 'school effect').normal(school);
};

export const absenceHazard = (input: {
  place: number;
  day: number;
  engagement: number;
  absentYesterday: boolean;
  treated: boolean;
}): number => {
  const { engagement, absentYesterday } = truthModel.absence;
  return logistic(
    input.place +
      input.day +
      engagement * input.engagement +
      (input.absentYesterday ? absentYesterday : 0) +
      (input.treated ? truthModel.intervention.effect : 0),
  );
};
