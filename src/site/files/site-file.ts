/** A file of the site that is no page: written by a plain loop, without Astro. */
export interface SiteFile {
  /** Below the site's root: `papers/transcoders.bib`. */
  path: string;
  /** The media type that a development server sends. */
  type: string;
  /** The folder in `path` that is named after all that is in it, if one is. */
  named?: { within: string; folder: string };
  /** Differs where the text differs; made of hashes, so that the text need not be. */
  key: string;
  /** The text, in pieces where it may be longer than a string should be. */
  text: () => string | Iterable<Piece>;
}

/** One or more lines of a long file. */
export interface Piece {
  /** Differs where the text differs, and between the pieces of a file. */
  key: string;
  /** Ends with a newline. */
  text: () => string;
}

/** All of a file at once. */
export function textOf({ text }: SiteFile): string {
  const made = text();
  return typeof made === 'string' ? made : Array.from(made, (piece) => piece.text()).join('');
}
