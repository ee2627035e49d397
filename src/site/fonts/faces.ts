/** A font file of the site: what is kept of a font, and which text it is for. */
export interface Face {
  family: string;
  /** Begins the name of the file. */
  name: string;
  /** The npm package, and how its files are named after the part of Unicode that each holds. */
  package: string;
  file: (part: string) => string;
  style?: 'italic';
  /** One weight, or a range of the variable font. */
  weight: number | { min: number; max: number };
  /** The OpenType features that the style sheets use. */
  features: readonly string[];
  /** It says something that the plain face does not. */
  isEmphasis?: true;
}

const serif = {
  family: 'Source Serif 4',
  package: '@fontsource-variable/source-serif-4',
  features: ['kern'],
};
const upright = (part: string) => `source-serif-4-${part}-wght-normal.woff2`;

/**
 * The faces of text. The interface has no kerning: it would double its file, and is not missed at the
 * size of a label. No face has a bold weight: a few strong words are drawn with a thicker outline
 * (`base.css`), where a face for them would add a third to what a page loads.
 */
export const TEXT_FACES: readonly Face[] = [
  { ...serif, name: 'serif', file: upright, weight: 400 },
  {
    ...serif,
    name: 'serif-italic',
    file: (part) => `source-serif-4-${part}-wght-italic.woff2`,
    style: 'italic',
    weight: 400,
    isEmphasis: true,
  },
  {
    family: 'Instrument Sans',
    name: 'sans',
    package: '@fontsource-variable/instrument-sans',
    file: (part) => `instrument-sans-${part}-wght-normal.woff2`,
    weight: 400,
    features: ['tnum'],
  },
  {
    family: 'JetBrains Mono',
    name: 'mono',
    package: '@fontsource-variable/jetbrains-mono',
    file: (part) => `jetbrains-mono-${part}-wght-normal.woff2`,
    weight: 400,
    features: [],
  },
];

/** The face of formulae: its MATH table and the script forms stay. */
export const MATH_FACE: Face = {
  family: 'STIX Two Math',
  name: 'math',
  package: '@fontsource/stix-two-math',
  file: (part) => `stix-two-math-${part}-400-normal.woff2`,
  weight: 400,
  features: ['ssty', 'dtls', 'flac', 'kern'],
};

/**
 * Installed fonts in the measure of ours, so that a page whose fonts come late looks alike: the
 * ratio of the mean widths of English letters, then ascent and descent over that ratio.
 */
export const FALLBACKS = [
  {
    family: 'Source Serif fallback',
    local: 'Georgia',
    sizeAdjust: 108.4,
    ascent: 95.6,
    descent: 30.9,
  },
  {
    family: 'Instrument Sans fallback',
    local: 'Arial',
    sizeAdjust: 102.8,
    ascent: 94.4,
    descent: 24.3,
  },
] as const;
