/** Rows come out as they went in, in chunks, and are counted. */
import { expect, it } from '@jest/globals';
import { bytesOf, csvRow, RowSink } from './row-sink.ts';

const collect = (write: (sink: RowSink) => void): { text: string; chunks: number; sink: RowSink } => {
  const chunks: Uint8Array[] = [];
  const sink = new RowSink((chunk) => chunks.push(chunk.slice()));
  write(sink);
  sink.finish();
  return { text: Buffer.concat(chunks).toString('utf8'), chunks: chunks.length, sink };
};

it('A sink writes text, numbers and ready bytes, and counts rows but not headers', () => {
  const { text, sink } = collect((out) => {
    out.line('a,b');
    out.int(0).text(',').int(1_234_567_890_123).end();
    out.raw(bytesOf('é')).text('ü').end();
  });
  expect(text).toBe('a,b\n0,1234567890123\néü\n');
  expect([sink.rows, sink.bytes]).toEqual([2, Buffer.byteLength(text)]);
});

it('A sink hands on full chunks and loses nothing', () => {
  const row = 'x'.repeat(1000);
  const { text, chunks } = collect((out) => {
    for (let i = 0; i < 5000; i += 1) out.row(row);
  });
  expect(text.length).toBe(5000 * 1001);
  expect(chunks).toBeGreaterThan(3);
});

it('A cell is quoted only where it must be', () => {
  expect(csvRow(['a', 1, 'b,c', 'say "x"'])).toBe('a,1,"b,c","say ""x"""');
});
