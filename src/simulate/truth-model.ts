/**
 * The planted truth as numbers: every coefficient that the simulation draws from, written out beside the files so
 * that a finding can be checked against it. Units: log-odds unless a line says otherwise.
 */
export const truthModel = {
  /** Latent engagement: person + year + a weekly walk that is pulled back a little; standard deviations. */
  engagement: { personSd: 0.9, yearSd: 0.35, weekSd: 0.18, weekPull: 0.96 },

  /** Chance of being absent (whole day or half) on a school day. */
  absence: {
    base: -3.3,
    engagement: -0.6,
    /** Monday to Friday. */
    weekday: [0.22, -0.05, -0.08, 0, 0.3],
    /** By calendar month, January first: the flu months and the last weeks of the year. */
    month: [0.25, 0.3, 0.12, 0.05, 0.22, 0.35, 0, -0.25, -0.15, 0, 0.08, 0.2],
    /** Kindergarten to grade 12. */
    grade: [0.35, 0.1, 0, -0.08, -0.1, -0.1, 0, 0.08, 0.15, 0.3, 0.35, 0.4, 0.5],
    schoolSd: 0.15,
    /** Illness lasts: added when the student was absent on the school day before. */
    absentYesterday: 1.4,
    remoteDay: -0.4,
  },

  /** Given an absence: share of half days, and of the codes of whole days. */
  absenceKind: { halfDay: 0.1, unverified: 0.08, unexcusedAtZero: 0.35, unexcusedPerEngagement: -0.15 },
  /** Given presence. */
  tardyAtZero: 0.03,
  tardyPerEngagement: -0.012,
  /** Share of present rows that one school writes with a code of its own. */
  localCode: 0.0015,

  /** A support programme, drawn by lot among students whose engagement is low at the start of the year. */
  intervention: {
    programme: 'Morning call',
    /** Position of the first school day with the programme. */
    firstDay: 45,
    /** Engagement on the day of the draw below which a student may be drawn. */
    eligibleBelow: -0.6,
    treatedShare: 0.5,
    /** Log-odds of absence while in the programme. */
    effect: -0.6,
  },

  /** Chance of dropping out in each stretch of 20 school days, grades 9 to 12. */
  dropout: { every: 20, lowestGrade: 9, base: -6.4, engagement: -1.1 },

  /** Chance of any use of the learning portal on a calendar date. */
  portal: { base: 0.1, engagement: 0.5, weekend: -2.6, noSchool: -2.2, absent: -1.6, remote: 1.4 },
  /** Expected signals of the office suite a school day, grades 6 to 12: natural log. */
  office: { base: -0.5, engagement: 0.45, absent: -1.2, remote: 0.8 },
  /** Chance of finishing a lesson of the practice programme on a school day, kindergarten to grade 8. */
  lesson: { base: -2.7, engagement: 0.35 },

  /** Diagnostic scale scores, kindergarten to grade 8: points. */
  growth: {
    levelByGrade: [390, 428, 470, 502, 528, 550, 568, 584, 598],
    abilitySd: 28,
    /** Points a year above or below the typical step, for a unit of engagement and for a whole year absent. */
    perEngagement: 6,
    perAbsentShare: -40,
    noiseSd: 4,
    measurementSd: 9,
  },
  /** Section marks, 0 to 100. */
  mark: { mean: 79, ability: 6, engagement: 4, perAbsentShare: -70, noiseSd: 4 },
} as const;
