// One file of the site: its key in the lake and its text.
export interface SiteFile {
  /** Below `portal/`. */
  readonly key: string;
  readonly text: string;
}
