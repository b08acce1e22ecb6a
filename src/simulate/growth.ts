/** True learning: diagnostic scores that grow with engagement and shrink with absence, and section marks. */
import { type Engagement, weeksInYear } from './engagement.ts';
import { isAbsence, type Presence } from './presence.ts';
import { type Stream, stream } from './random.ts';
import type { Roll } from './rolls.ts';
import { truthModel } from './truth-model.ts';

export const subjects = ['ela', 'math'] as const;
export const highestTestedGrade = 8;

/** Three windows a year as positions among the school days, with the share of the year's growth behind them. */
export const testWindows = [
  { name: 'fall', from: 8, share: 0 },
  { name: 'winter', from: 82, share: 0.5 },
  { name: 'spring', from: 155, share: 1 },
] as const;

export type Learning = {
  /** By seat and subject (2 a seat): true score at the start of the year, and true gain over a whole year. */
  readonly start: Float32Array;
  readonly gain: Float32Array;
  /** By seat: mean engagement and share of enrolled days absent. */
  readonly engagement: Float32Array;
  readonly absent: Float32Array;
};

const typicalStep = (grade: number): number => {
  const { levelByGrade } = truthModel.growth;
  const level = levelByGrade[grade] ?? 598;
  return (levelByGrade[grade + 1] ?? level + 12) - level;
};

const absentShares = (roll: Roll, presence: Presence): Float32Array => {
  const width = roll.year.days.length;
  const enrolled = new Float32Array(roll.seats.length);
  const away = new Float32Array(roll.seats.length);
  roll.stints.forEach((stint, row) => {
    for (let i = row * width + stint.from; i < row * width + stint.to; i += 1) {
      const state = presence.cells[i] ?? 0;
      if (state === 0) continue;
      enrolled[stint.seat] = (enrolled[stint.seat] ?? 0) + 1;
      if (isAbsence(state)) away[stint.seat] = (away[stint.seat] ?? 0) + 1;
    }
  });
  return away.map((days, seat) => days / Math.max(1, enrolled[seat] ?? 1));
};

/** `carried` keeps each human's distance from the typical line (2 a human) and is moved on by a year. */
export const learningOf = (
  roll: Roll,
  presence: Presence,
  latent: Engagement,
  seed: number,
  carried: Map<number, number>,
): Learning => {
  const { levelByGrade, abilitySd, perEngagement, perAbsentShare, noiseSd } = truthModel.growth;
  const noise = stream(seed, 'growth');
  const weeks = Math.min(weeksInYear, Math.ceil(((roll.year.days.at(-1) ?? 0) - roll.year.first) / 7));
  const absent = absentShares(roll, presence);
  const engagement = new Float32Array(roll.seats.length);
  const start = new Float32Array(roll.seats.length * 2);
  const gain = new Float32Array(roll.seats.length * 2);
  roll.seats.forEach(({ human, grade }, seat) => {
    let sum = 0;
    for (let week = 0; week < weeks; week += 1) sum += roll.engagement[seat * weeksInYear + week] ?? 0;
    engagement[seat] = sum / Math.max(1, weeks);
    if (grade > highestTestedGrade) return;
    for (let subject = 0; subject < 2; subject += 1) {
      const key = human * 2 + subject;
      const base = (levelByGrade[grade] ?? 0) + abilitySd * latent.ability(human);
      const beyond =
        perEngagement * (engagement[seat] ?? 0) +
        perAbsentShare * (absent[seat] ?? 0) +
        noiseSd * noise.normal(key, roll.year.year);
      start[seat * 2 + subject] = base + (carried.get(key) ?? 0);
      gain[seat * 2 + subject] = typicalStep(grade) + beyond;
      carried.set(key, (carried.get(key) ?? 0) + beyond);
    }
  });
  return { start, gain, engagement, absent };
};

export const markOf = (ability: number, engagement: number, absent: number, luck: number): number => {
  const { mean, ability: perAbility, engagement: perEngagement, perAbsentShare, noiseSd } = truthModel.mark;
  const raw =
    mean + perAbility * ability + perEngagement * engagement + perAbsentShare * absent + noiseSd * luck;
  return Math.round(Math.max(35, Math.min(100, raw)));
};

export const letterOf = (mark: number): string => {
  if (mark >= 90) return 'A';
  if (mark >= 80) return 'B';
  if (mark >= 70) return 'C';
  return mark >= 60 ? 'D' : 'F';
};

/** The score that a test shows: the true one with the error of measurement. */
export const observedScore = (truth: number, luck: Stream, key: number, occasion: number): number =>
  Math.round(truth + truthModel.growth.measurementSd * luck.normal(key, occasion));
