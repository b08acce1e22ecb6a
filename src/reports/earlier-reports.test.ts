// What the report before hid is read back, or the next one is not made.
import { describe, expect, it } from '@jest/globals';
import { EarlierReportError } from './earlier-report-error.ts';
import { earlierReport } from './earlier-reports.ts';

const holding = (text: string | undefined) => ({
  lake: { readText: async () => text },
  before: 'r000001-2026-03-13',
});

describe('the report before', () => {
  it('says what it showed and what it hid', async () => {
    const kept = { school_year: 2026, shown: [['a', 12]], hidden: [['b', 'small_group']] };
    const told = await earlierReport(holding(JSON.stringify(kept)), 2026);
    expect([[...told.shown], [...told.hidden]]).toEqual([[['a', 12]], [['b', 'small_group']]]);
  });

  it('of another school year, or none, says nothing', async () => {
    const kept = { school_year: 2025, shown: [['a', 12]], hidden: [] };
    expect((await earlierReport(holding(JSON.stringify(kept)), 2026)).shown.size).toBe(0);
    expect((await earlierReport(holding(undefined), 2026)).shown.size).toBe(0);
  });

  it.each(['{', '{"school_year": 2026, "cells": []}'])(
    'that cannot be read stops the next one: %s',
    async (text) => {
      await expect(earlierReport(holding(text), 2026)).rejects.toThrow(EarlierReportError);
    },
  );
});
