// How long the portal of a large made-up district takes and how much it weighs: node test/portal/measure.ts
import { brotliCompressSync } from 'node:zlib';
import { buildSite } from '../../src/portal/build-site.ts';
import { madeUpSite } from './made-up.ts';

const KINDS = [
  ['KG', '01', '02', '03', '04', '05'],
  ['06', '07', '08'],
  ['09', '10', '11', '12'],
];
const schools = Array.from({ length: 50 }, (_, i) => {
  const grades = KINDS[i % 3] ?? [];
  return Object.fromEntries(grades.map((g, k) => [g, Math.round(500 / grades.length) + ((i * k) % 9)]));
});
const input = madeUpSite({ schools, weeks: 40, classes: 80, listed: 15, others: ['es'] });
const started = performance.now();
const site = buildSite(input);
const seconds = (performance.now() - started) / 1000;
const files = [...site.assets, ...site.open, ...site.named.flatMap((n) => n.files)];
const bytes = files.reduce((n, f) => n + Buffer.byteLength(f.text), 0);
const sent = (name: string) =>
  Math.round(brotliCompressSync(files.find((f) => f.key.endsWith(name))?.text ?? '').length / 1000);

console.log(
  `${input.people.length} students at ${schools.length} schools, 40 weeks, 4000 classes, two languages:`,
);
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, built in ${seconds.toFixed(1)} s`);
console.log(
  `sent, compressed: district page ${sent('district/index.html')} kB, overview ${sent('overview.html')} kB, its extract ${sent('overview.json')} kB`,
);
const most = { seconds: 60, bytes: 50e6 };
if (seconds > most.seconds || bytes > most.bytes) process.exitCode = 1;
