// Where the day's jobs leave what they scored, a file a table.
export const scoresKey = (runId: string, table: string) => `runs/${runId}/scores/${table}.parquet`;
