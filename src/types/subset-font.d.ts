/** The part of subset-font that the book uses (https://github.com/papandreou/subset-font). The package ships no types. */
declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2' | 'woff' | 'truetype';
    noHinting?: boolean;
    /** OpenType feature tags to keep; all when left out. */
    keepFeatures?: string[];
    /** Ids of the name table to keep besides the usual ones. */
    preserveNameIds?: number[];
    variationAxes?: Record<string, number | { min: number; max: number }>;
  }
  /** @returns the font with the glyphs of `text` only */
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>;
}
