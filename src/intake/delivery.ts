// One delivered file on its way in: where it came from, and what is known of it before it is opened.
export interface Delivery {
  readonly key: string;
  readonly module: string;
  /** The vendor's own path inside the drop zone. */
  readonly path: string;
  /** The day the district received it. */
  readonly received: string;
  /** It comes from raw/ again, for a rebuild. */
  readonly again: boolean;
}

/** `landing/<module>/<path>` or `raw/<module>/<received>/<sha12>/<path>`. */
export function deliveryOfKey(key: string, today: string): Delivery {
  const parts = key.split('/');
  if (parts[0] === 'raw') {
    return {
      key,
      module: parts[1] ?? '',
      received: parts[2] ?? today,
      path: parts.slice(4).join('/'),
      again: true,
    };
  }
  if (parts.length < 3) return { key, module: '', path: parts[1] ?? '', received: today, again: false };
  return { key, module: parts[1] ?? '', path: parts.slice(2).join('/'), received: today, again: false };
}

export function rawKey(d: Delivery, sha256: string): string {
  return `raw/${d.module}/${d.received}/${sha256.slice(0, 12)}/${d.path}`;
}
