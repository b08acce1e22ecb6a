/** Latent engagement by week: a person's level, the year's luck and a walk. Mean 0; higher is better. */
import { stream } from './random.ts';
import { truthModel } from './truth-model.ts';

/** 15 August to 5 June. */
export const weeksInYear = 43;

export type Engagement = {
  /** Fills `weeksInYear` values from `offset` on. */
  fill(target: Float32Array, offset: number, human: number, year: number): void;
  ability(human: number): number;
};

export const engagement = (seed: number): Engagement => {
  const { personSd, yearSd, weekSd, weekPull } = truthModel.engagement;
  const level = stream(seed, 'engagement');
  const walk = stream(seed, 'engagement walk');
  const talent = stream(seed, 'ability');

  return {
    fill: (target, offset, human, year) => {
      const start = personSd * level.normal(human, 0) + yearSd * level.normal(human, year);
      let drift = 0;
      for (let week = 0; week < weeksInYear; week += 1) {
        target[offset + week] = start + drift;
        drift = drift * weekPull + weekSd * walk.normal(human, year * 64 + week);
      }
    },
    // Ability and engagement go together, but not wholly.
    ability: (human) => 0.35 * level.normal(human, 0) + 0.94 * talent.normal(human),
  };
};
