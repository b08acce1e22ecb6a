// One ink, one accent, greys; the screen's follow the page's style sheet, the paper's are fixed and survive a black-and-white print.

export interface Theme {
  readonly ink: string;
  readonly accent: string;
  readonly grey: string;
  readonly paper: string;
  /** A single-hue ramp for ordered bands, from the least to the most; every band is outlined in ink. */
  readonly ramp: readonly [string, string, string, string];
  /** Null: the text around it decides. */
  readonly font: string | null;
}

/** Colours as custom properties of the page, so that one drawing serves light and dark. */
export const screen: Theme = {
  ink: 'var(--ink)',
  accent: 'var(--accent)',
  grey: 'var(--grey)',
  paper: 'var(--paper)',
  ramp: ['var(--band-1)', 'var(--band-2)', 'var(--band-3)', 'var(--band-4)'],
  font: null,
};

export const PAPER_FONT = 'Libertinus Serif';

export const paper: Theme = {
  ink: '#1a1a1a',
  accent: '#0b4f8a',
  grey: '#666666',
  paper: '#ffffff',
  ramp: ['#ffffff', '#c3d7ea', '#5d93c4', '#0b4f8a'],
  font: PAPER_FONT,
};
