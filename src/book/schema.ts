/**
 * The shape of everything that authors write, as zod schemas.
 * Used by the model (`load.ts`) and by Astro's content collections (`src/content.config.ts`).
 */
import { z } from 'zod';

/** The layers of the book's one visual language; also CSS class names. */
export const LAYERS = ['hardware', 'hypervisor', 'kernel', 'userland', 'application', 'image', 'boundary'] as const;
export const layerSchema = z.enum(LAYERS);

/** `topic/chapter`: permanent, lowercase ASCII. */
export const slugSchema = z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, '주소는 `topic/chapter` 꼴의 소문자 ASCII여야 한다');
export const idSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'id는 소문자 ASCII, 숫자, -로 쓰고 글자로 시작한다');

const chapterOutlineSchema = z.strictObject({
  slug: slugSchema,
  title: z.string().min(1),
  titleEn: z.string().min(1),
  /** Slugs of the chapters to read first. */
  requires: z.array(slugSchema).default([]),
});

const partOutlineSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  titleEn: z.string().min(1),
  /** An appendix has no part number. */
  appendix: z.boolean().default(false),
  chapters: z.array(chapterOutlineSchema).min(1),
});

/** `src/content/book.yaml`: the book, its parts and the order of its chapters, written or planned. */
export const outlineSchema = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  titleEn: z.string(),
  description: z.string(),
  /** Shown on the pages and in /book.json; changed by hand when an edition is published. */
  edition: z.string(),
  parts: z.array(partOutlineSchema).min(1),
  /** Old address → present address, both without base and starting with `/`. A fragment is allowed in the target. */
  redirects: z.record(z.string().startsWith('/'), z.string().startsWith('/')).default({}),
});

/** Frontmatter of a chapter. Titles live in book.yaml, so that planned chapters have them too. */
export const frontmatterSchema = z.strictObject({
  /** Shown in search engines and lists. */
  description: z.string().min(40, '설명이 너무 짧다(40자 이상)').max(160, '설명이 너무 길다(160자 이하)'),
  /** What the reader will be able to do; each is measured by at least one question. */
  objectives: z.array(z.string().min(5)).min(3, '학습 목표는 3개 이상이다').max(6, '학습 목표는 6개 이하다'),
  /** Layers that the chapter is about, for the strip at its opening. */
  layers: z.array(layerSchema).min(1),
  /** Old section id → present section id, for sections that were renamed. */
  aliases: z.record(idSchema, idSchema).default({}),
});

/** One entry of `src/content/glossary/*.yaml`. */
export const termSchema = z.strictObject({
  id: idSchema,
  ko: z.string().min(1),
  en: z.string().min(1),
  /** Other English names, abbreviations, constants. */
  aliases: z.array(z.string()).default([]),
  /** Korean forms that people type: for search and the entry's page only. */
  variants: z.array(z.string()).default([]),
  /** Wrong in every context: found by search, refused in prose. */
  avoid: z.array(z.string()).default([]),
  definition: z.strictObject({
    ko: z.string().regex(/다\.$/, '한국어 뜻은 ‘-다.’로 끝나는 한 문장이다'),
    en: z.string().regex(/[.)]$/, '영어 뜻은 마침표로 끝나는 한 문장이다'),
  }),
  source: z.url(),
  /** The chapter that explains the term. */
  chapter: slugSchema,
  layer: layerSchema.optional(),
  /** Terms easily confused with this one, or needed next. */
  see: z.array(idSchema).default([]),
});

const nameSchema = z.union([
  z.object({ family: z.string(), given: z.string().optional(), 'non-dropping-particle': z.string().optional() }),
  z.object({ literal: z.string() }),
]);

/** One CSL-JSON item of `src/content/references/*.json` (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
export const referenceSchema = z
  .object({
    id: idSchema,
    type: z.string(),
    title: z.string().min(1),
    'title-short': z.string().optional(),
    author: z.array(nameSchema).optional(),
    issued: z.object({ 'date-parts': z.array(z.array(z.number())).min(1) }).optional(),
    URL: z.url().optional(),
    DOI: z.string().optional(),
    language: z.string().optional(),
    /** Kind of source, in Korean: 논문, 설명서, 명세 … */
    genre: z.string().min(1),
  })
  .loose()
  .refine((item) => item.URL || item.DOI || item.type === 'book', { message: 'URL이나 DOI가 있어야 한다' });

export type Layer = z.infer<typeof layerSchema>;
export type Outline = z.infer<typeof outlineSchema>;
export type Frontmatter = z.infer<typeof frontmatterSchema>;
export type Term = z.infer<typeof termSchema>;
export type Reference = z.infer<typeof referenceSchema>;

/** What a schema complains of, in Korean. Its own words are kept where the schema has them. */
export function issueText(issue: z.core.$ZodIssue): string {
  if (/[가-힣]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `모르는 항목 ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return `값이 없거나 종류가 다르다(필요한 것: ${issue.expected})`;
    case 'invalid_value':
      return `쓸 수 있는 값은 ${issue.values.join(', ')}`;
    case 'too_small':
      return `비어 있거나 너무 짧다(${issue.minimum} 이상)`;
    case 'invalid_format':
      return issue.format === 'url' ? '주소(URL)가 아니다' : `꼴이 맞지 않는다(${issue.message})`;
    default:
      return `값의 꼴이 맞지 않는다(${issue.message})`;
  }
}
