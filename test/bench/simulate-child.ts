// Makes a synthetic district in a process of its own: node test/bench/simulate-child.ts STUDENTS SCHOOLS DIR
import { writeDistrict } from '../../src/simulate/simulate.ts';
import { told } from './child.ts';

const [students = '', schools = '', out = ''] = process.argv.slice(2);
await told(async () => {
  const spec = { students: Number(students), schools: Number(schools), years: 1, seed: 7 };
  return writeDistrict(spec, out, { onProgress: () => {} });
});
