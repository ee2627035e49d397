import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEERS } from '../install-peers.ts';

export interface Scores {
  /** Of 100: performance, accessibility, best practices, search engines. */
  scores: number[];
  /** What keeps a score below 100, as `performance: Largest Contentful Paint`. */
  faults: string[];
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Lighthouse's scores of a page on a phone, in the browser that listens at `port`. */
export async function scorePage(url: string, port: number): Promise<Scores> {
  // Found through the benchmarks' own package: the project does not depend on it.
  const entry = path.join(PEERS, 'node_modules/lighthouse/core/index.js');
  const { default: lighthouse } = (await import(pathToFileURL(entry).href)) as Lighthouse;
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: CATEGORIES,
  });
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const faults = CATEGORIES.flatMap((id) =>
    categories[id]!.score === 1
      ? []
      : categories[id]!.auditRefs.filter(
          (audit) => audit.weight > 0 && (audits[audit.id]!.score ?? 1) < 1,
        ).map((audit) => `${id}: ${audits[audit.id]!.title}`),
  );
  return { scores: CATEGORIES.map((id) => Math.round(100 * categories[id]!.score)), faults };
}

interface Lighthouse {
  default: (
    url: string,
    flags: object,
  ) => Promise<{
    lhr: {
      categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
      audits: Record<string, { score: number | null; title: string }>;
      runtimeError?: { message: string };
    };
  }>;
}
