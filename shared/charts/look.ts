// What a chart is drawn with. On the page the colours are its variables, so that light and dark come by themselves;
// on paper and in mail they are the light ones, because nobody there knows variables. Every colour has a second sign
// beside it - a hatch, a dash, a word -, so that a grey print says the same.

/** The colours of a drawing, as SVG writes them. */
export interface Look {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly paper: string;
  readonly ground: string;
  readonly well: string;
  readonly fault: string;
  readonly faultGround: string;
}

export const onPage: Look = {
  ink: 'var(--ink)',
  quiet: 'var(--ink-quiet)',
  rule: 'var(--rule)',
  paper: 'var(--paper)',
  ground: 'var(--ground)',
  well: 'var(--well)',
  fault: 'var(--fault)',
  faultGround: 'var(--fault-ground)',
};

export const onPaper: Look = {
  ink: '#16202a',
  quiet: '#4d5b69',
  rule: '#d6dde3',
  paper: '#ffffff',
  ground: '#f4f6f7',
  well: '#0b6e66',
  fault: '#a33a0e',
  faultGround: '#fbeee7',
};

/** The face of every chart: the page's own, then the one that paper and pictures carry. */
export const face = "'Inter Variable', Inter, sans-serif";
