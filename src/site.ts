/**
 * Where the book is published, from the environment of the build:
 * `SITE_URL` (origin, for canonical addresses), `BASE_PATH` (subpath), `REPOSITORY_URL` (edit links; absent when unset).
 */
const environment = typeof process === 'undefined' ? {} : process.env;

const trimSlashes = (path: string) => path.replace(/^\/+|\/+$/g, '');

export const siteUrl: string | undefined = environment['SITE_URL']?.replace(/\/+$/, '');
/** Always starts and ends with a slash. */
export const basePath: string = trimSlashes(environment['BASE_PATH'] ?? '') ? `/${trimSlashes(environment['BASE_PATH'] ?? '')}/` : '/';
export const repositoryUrl: string | undefined = environment['REPOSITORY_URL']?.replace(/\/+$/, '');
export const repositoryBranch: string = environment['REPOSITORY_BRANCH'] ?? 'main';

/** Address within the site (`/glossary/`) → address in the output, base path included. */
export const href = (address: string): string => basePath + address.replace(/^\//, '');
