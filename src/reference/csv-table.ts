// Reads a small table that a district keeps beside its file (calendar days, opt-outs): comma-separated, first row the names.
export function tableRows(text: string): (string | null)[][] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => (cell.trim() === '' ? null : cell.trim())));
}
