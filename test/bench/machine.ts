// What the figures were measured on, and how busy it was.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

export function machineLine(): string {
  const load = loadavg().map((n) => n.toFixed(1));
  const gb = Math.round(totalmem() / 1024 ** 3);
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · ${cpus()[0]?.model.trim()} · ${availableParallelism()} cores · ${gb} GB · load ${load.join(' ')} · Node ${process.version}`;
}
