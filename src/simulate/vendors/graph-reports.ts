/** Microsoft Graph: accounts, and the seven-day reports of Microsoft 365 and Teams, as JSON lines. */
import { isoDate } from '../dates.ts';
import type { District } from '../district.ts';
import { weeksInYear } from '../engagement.ts';
import { logistic, stream } from '../random.ts';
import type { RowSink } from '../row-sink.ts';
import type { Stint } from '../stints.ts';
import { lowestOfficeGrade } from '../usage.ts';
import { onFile } from './sis-students.ts';

const apps = ['excel', 'oneNote', 'outlook', 'powerPoint', 'teams', 'word'] as const;
const platforms = ['Mac', 'Mobile', 'Web', 'Windows'] as const;
/** How often an app is used in a week, log-odds at mean engagement. */
const appeal = [-0.8, -1.2, 0.2, -0.4, 0.9, 0.8] as const;

type User = { readonly stint: Stint; readonly upn: string; readonly object: string };

const usersOn = (district: District, date: number): User[] =>
  onFile(district, date).flatMap(({ stint, status }) => {
    const account = district.accounts[stint.student];
    if (account === undefined || account.aadObject === null || status !== 'Active') return [];
    return [{ stint, upn: account.upn, object: account.aadObject }];
  });

export const writeUsers = (district: District, date: number, sink: RowSink): void => {
  for (const { stint, upn, object } of usersOn(district, date)) {
    const student = district.students[stint.student];
    if (student === undefined) continue;
    const p = district.census.portrait(student);
    const record = { surname: p.family, givenName: p.given, userPrincipalName: upn, id: object };
    sink.row(JSON.stringify({ value: [record] }));
  }
};

/** Everybody who did anything in the seven days up to the refresh date, with the log-odds of their week. */
const activeIn = (district: District, refresh: number): { user: User; logit: number }[] => {
  const draws = stream(district.plan.seed, 'graph active');
  const { roll, year } = district.current;
  const week = Math.min(weeksInYear - 1, Math.max(0, Math.floor((refresh - year.first) / 7)));
  return usersOn(district, refresh).flatMap((user) => {
    if (user.stint.grade < lowestOfficeGrade) return [];
    const logit = 0.7 * (roll.engagement[user.stint.seat * weeksInYear + week] ?? 0);
    return draws.uniform(user.stint.student, refresh) < logistic(0.6 + logit) ? [{ user, logit }] : [];
  });
};

export const writeApps = (district: District, refresh: number, sink: RowSink): void => {
  const draws = stream(district.plan.seed, 'graph apps');
  for (const { user, logit } of activeIn(district, refresh)) {
    const details: Record<string, boolean | string> = { reportPeriod: '7' };
    const on: Record<string, boolean> = {};
    apps.forEach((app, i) => {
      const used = draws.uniform(user.stint.student, refresh * 8 + i) < logistic((appeal[i] ?? 0) + logit);
      details[app] = used;
      platforms.forEach((platform, j) => {
        const here = used && ((draws.word(user.stint.student, refresh * 8 + i) >>> j) & 1) === 1;
        details[`${app}${platform}`] = here;
        on[platform] = on[platform] === true || here;
      });
    });
    for (const platform of platforms) details[platform.toLowerCase()] = on[platform] === true;
    const day = isoDate(refresh);
    const record = {
      details: [details],
      lastActivationDate: isoDate(district.current.year.first),
      lastActivityDate: day,
      reportRefreshDate: day,
      userPrincipalName: user.upn,
    };
    sink.row(JSON.stringify({ value: [record] }));
  }
};

export const writeTeams = (district: District, refresh: number, sink: RowSink): void => {
  const draws = stream(district.plan.seed, 'graph teams');
  for (const { user, logit } of activeIn(district, refresh)) {
    const scale = Math.exp(0.5 * logit);
    const count = (most: number, part: number): number =>
      Math.floor(draws.uniform(user.stint.student, refresh * 16 + part) * most * scale);
    const minutes = (part: number): string => `PT${count(40, part)}M${count(30, part + 1) % 60}S`;
    const day = isoDate(refresh);
    const attended = count(5, 1);
    const record = {
      adHocMeetingsAttendedCount: 0,
      adHocMeetingsOrganizedCount: 0,
      assignedProducts: ['OFFICE 365 A1 FOR STUDENTS'],
      audioDuration: minutes(2),
      callCount: count(3, 4),
      deletedDate: '',
      hasOtherAction: false,
      isDeleted: false,
      isLicensed: true,
      lastActivityDate: day,
      meetingCount: attended,
      meetingsAttendedCount: attended,
      meetingsOrganizedCount: 0,
      privateChatMessageCount: count(12, 5),
      reportPeriod: '7',
      reportRefreshDate: day,
      scheduledOneTimeMeetingsAttendedCount: 0,
      scheduledOneTimeMeetingsOrganizedCount: 0,
      scheduledRecurringMeetingsAttendedCount: attended,
      scheduledRecurringMeetingsOrganizedCount: 0,
      screenShareDuration: 'PT0S',
      teamChatMessageCount: count(20, 6),
      userPrincipalName: user.upn,
      videoDuration: minutes(7),
    };
    sink.row(JSON.stringify({ value: [record] }));
  }
};
