// Names inside archives are written by strangers: they become relative paths that cannot leave their folder.

/** Forward slashes, no drive, no leading slash, no "." or "..", no control characters. */
export function safeName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replaceAll(/\p{Cc}/gu, '_')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length > 0 ? parts.join('/') : 'unnamed';
}
