// The part of a district file that says how check-in lists are made: places, days, and the menu of next steps.
import { z } from 'zod';
import { handoffSchema } from './handoff-schema.ts';

const word = z.string().trim().min(1);
const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'must be lower-case letters, digits or underscores, a letter first');
const days = z.int().min(1).max(365);

const step = z.strictObject({
  code,
  who: code.describe('Who usually does it, such as counselor.'),
  minutes: z.int().min(1).max(240),
  tasks: z.array(code).default([]).describe('Only for lists of these tasks; all where it is empty.'),
  words: z
    .record(z.enum(['en', 'es']), word)
    .optional()
    .describe('The step in words, where it is one of your own.'),
});

/** The menu of a district that writes none: small steps first. */
const usualSteps: z.input<typeof step>[] = [
  { code: 'talk_with_student', who: 'counselor', minutes: 10 },
  { code: 'call_family', who: 'attendance_team', minutes: 10 },
  { code: 'plan_missed_work', who: 'teacher', minutes: 20, tasks: ['course_failure', 'dropout'] },
  { code: 'attendance_plan', who: 'attendance_team', minutes: 30, tasks: ['chronic_absence'] },
  { code: 'home_visit', who: 'family_liaison', minutes: 60 },
  { code: 'support_meeting', who: 'counselor', minutes: 45 },
];

export const checkinsSchema = z
  .strictObject({
    capacityPerSchool: z
      .int()
      .min(0)
      .max(500)
      .default(15)
      .describe('Open check-ins that the team of a school can act on at a time.'),
    teams: z
      .record(word, z.int().min(0).max(500))
      .default({})
      .describe("Places of one school's team, by the school's key or its name."),
    need: z
      .strictObject({
        outOf20: z
          .int()
          .min(1)
          .max(20)
          .default(10)
          .describe('A model lists a student from so many of 20 on.'),
        points: z
          .number()
          .min(1)
          .default(12)
          .describe('The plain list: from so many days missed plus courses not yet passed on.'),
      })
      .prefault({}),
    grades: z
      .record(code, z.array(word).min(1))
      .default({ dropout: ['07', '08', '09', '10', '11', '12'] })
      .describe(
        'Grades, as CEDS writes them, whose students the list of a task is for; a task not named is for all.',
      ),
    noContactDays: days.default(45).describe('School days without any contact after which leaders are told.'),
    lapseDays: days.default(14).describe('Days in which the team acts on an item, or it goes to the leader.'),
    quietDays: days
      .default(30)
      .describe('Days for which "known" and "wrong" keep a student off the list of that task.'),
    restDays: days
      .default(28)
      .describe('Days after a contact in which no list names the student, unless the facts change.'),
    retryDays: days
      .default(7)
      .describe('Days after which a student whom nobody could reach is listed again.'),
    changePoints: z
      .number()
      .min(1)
      .default(3)
      .describe('Facts have changed when so many more days were missed or courses not passed.'),
    burst: z
      .strictObject({
        items: z.int().min(2).max(500).default(8),
        minutes: z.int().min(1).max(240).default(5),
      })
      .prefault({})
      .describe(
        'More items than this, closed by one person with one code within the minutes, count as none.',
      ),
    safety: z
      .strictObject({
        unseenDays: z
          .int()
          .min(2)
          .max(60)
          .default(10)
          .describe('School days in a row missed without a reason recorded.'),
        incidents: z.array(word).default([]).describe("Incident types, in the source's own words."),
        incidentDays: days.default(7),
      })
      .prefault({})
      .describe('What is listed at once, beside the places of the team.'),
    steps: z
      .array(step)
      .min(1)
      .default(usualSteps.map((s) => step.parse(s)))
      .describe('The menu of next steps, the smallest first.'),
    handoff: handoffSchema.optional(),
  })
  .refine((c) => new Set(c.steps.map((s) => s.code)).size === c.steps.length, {
    path: ['steps'],
    message: 'must name each step once',
  });

export type CheckinSettings = z.output<typeof checkinsSchema>;
