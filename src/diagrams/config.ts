/**
 * How diagrams are set: size of text, distances, and the layouts tried from the roomiest to the tightest until
 * one fits a phone. All of it is part of the hash, so that a change here renders every diagram again.
 */

/** Raise when the drawing changes although neither source nor configuration did. */
export const PIPELINE_VERSION = 1;

/** px at natural size; the same as captions and layer figures. */
export const TEXT = { size: 14.5, line: 18.5, family: 'Book Text', strong: 650 } as const;

/** Text column of a phone 390 px wide. */
export const PHONE_WIDTH = 350;

/** Width of the pattern at the left edge of a layer. */
export const SPINE = 9;

/** One way to lay out a diagram. */
export interface Layout {
  /** Lines of a label are broken to at most this width, if words allow. */
  wrap: number;
  /** Between nodes of one rank. */
  gap: number;
  /** Replaces the direction that the author chose: a row too wide for a phone becomes a column. */
  direction?: 'TB';
}

export const LAYOUTS: Record<'flowchart' | 'sequence', readonly Layout[]> = {
  flowchart: [
    { wrap: 190, gap: 26 },
    { wrap: 130, gap: 26 },
    { wrap: 130, gap: 16 },
    { wrap: 96, gap: 16 },
    { wrap: 96, gap: 10 },
    { wrap: 190, gap: 26, direction: 'TB' },
    { wrap: 130, gap: 16, direction: 'TB' },
    { wrap: 96, gap: 16, direction: 'TB' },
    { wrap: 76, gap: 12, direction: 'TB' },
  ],
  sequence: [220, 180, 160, 145, 130, 120, 112, 104, 96, 88, 80, 70].map((wrap) => ({ wrap, gap: 8 })),
};

/** Mermaid only measures and places; nothing of its drawing is kept, so its colours do not matter. */
export const MERMAID = {
  htmlLabels: false,
  fontFamily: `"${TEXT.family}"`,
  fontSize: TEXT.size,
  themeCSS: `.node text { font-weight: ${TEXT.strong}; } .cluster-label text { font-weight: ${TEXT.strong}; }`,
  flowchart: {
    htmlLabels: false,
    curve: 'basis',
    padding: 9,
    subGraphTitleMargin: { top: 4, bottom: 10 },
    diagramPadding: 4,
    wrappingWidth: 400,
  },
  sequence: {
    mirrorActors: false,
    width: 56,
    height: 38,
    boxMargin: 6,
    noteMargin: 8,
    messageMargin: 26,
    wrapPadding: 4,
    diagramMarginX: 4,
    diagramMarginY: 4,
    messageAlign: 'left',
    actorFontSize: TEXT.size,
    actorFontWeight: TEXT.strong,
    messageFontSize: TEXT.size,
    noteFontSize: TEXT.size,
    actorFontFamily: `"${TEXT.family}"`,
    messageFontFamily: `"${TEXT.family}"`,
    noteFontFamily: `"${TEXT.family}"`,
  },
} as const;

/** All that a drawing depends on beside its source. */
export const RENDERING = JSON.stringify([PIPELINE_VERSION, TEXT, PHONE_WIDTH, SPINE, LAYOUTS, MERMAID]);
