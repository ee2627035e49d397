import {
  cpSync,
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { fontFolder } from '../fonts/font-folder.ts';
import { hashOf } from '../hash-of.ts';
import type { BuildApp } from './page-states.ts';
import type { SitePlaces } from './places.ts';

/** Of the compiled code, the module that holds the app. */
const ENTRY = /^prerender-entry\..*\.mjs$/;
const FACTS = 'compiled.json';

/** What has to be known of compiled pages besides their code. */
interface CompiledFacts {
  key: string;
  /** The style sheets of each page, as Astro lists them. */
  pages: Record<string, { styles: unknown[] }>;
  /** The scripts that integrations add to all pages. */
  scripts: unknown[];
}

/** An app that Astro has compiled, before it is told of the build that it works for. */
interface CompiledApp {
  logger: unknown;
  setInternals(internals: { pagesByKeys: Map<string, { styles: unknown[] }> }): void;
  setOptions(options: { settings: { scripts: unknown[] }; logger: unknown }): void;
  render(request: Request, options: { routeData: object }): Promise<Response>;
}

/**
 * The code of the pages as Astro compiled it, kept for builds in which the content alone has
 * changed: to start Astro takes longer than to make the few pages of such a build. May be deleted at
 * any time.
 */
export class CompiledSite {
  private readonly folder: string;
  /** Of this process: builds of several output folders may share a cache. */
  private readonly fresh: string;
  private readonly packages: string;

  constructor({ root, cacheDir }: SitePlaces) {
    this.folder = path.join(cacheDir, 'compiled');
    this.fresh = `${this.folder}.${process.pid}`;
    this.packages = path.join(root, 'node_modules');
  }

  /**
   * Takes a copy of compiled code, which Astro removes when the pages are made. Throws what the file
   * system says, and where another build makes a copy at the same time.
   */
  copy(compiledDir: string): void {
    this.clear();
    cpSync(compiledDir, this.fresh, { recursive: true });
    // Code looks for packages in the folders above it, which may be another project's.
    symlinkSync(this.packages, path.join(this.fresh, 'node_modules'), 'junction');
  }

  get isThere(): boolean {
    return existsSync(path.join(this.folder, FACTS));
  }

  /** Keeps the copy with what it was made from, when all is well. Throws as `copy` does. */
  keep(key: string, app: BuildApp): void {
    const { settings, allPages } = app.getOptions();
    const pages = Object.entries(allPages).map(([page, { styles }]) => [page, { styles }]);
    const facts = { key, pages: Object.fromEntries(pages), scripts: settings.scripts };
    writeFileSync(path.join(this.fresh, FACTS), JSON.stringify(facts satisfies CompiledFacts));
    renameSync(this.fresh, this.folder);
  }

  /** What makes the pages without Astro; undefined where they were compiled from something else. */
  open(key: string): AstroPrerenderer | undefined {
    const facts = readFacts(path.join(this.folder, FACTS));
    return facts?.key === key ? compiledPrerenderer(this.folder, facts) : undefined;
  }

  /** Removes what was kept, and copies that a build has left behind. */
  private clear(): void {
    const { dir, name } = path.parse(this.folder);
    for (const entry of globSync(`${name}{,.*}`, { cwd: dir }))
      rmSync(path.join(dir, entry), { recursive: true, force: true });
  }
}

/** Differs where anything differs that pages are compiled from, besides the version of the code. */
export async function keyOfCompiled(
  version: string,
  { outDir, home }: SitePlaces,
): Promise<string> {
  return hashOf([version, outDir, home, await fontFolder()]);
}

/** As Astro's own prerenderer, which wants a whole build of Astro's about it. */
function compiledPrerenderer(
  folder: string,
  { pages, scripts }: CompiledFacts,
): AstroPrerenderer & { app?: unknown } {
  let app: CompiledApp;
  const prerenderer: AstroPrerenderer & { app?: unknown } = {
    name: 'compiled-site',
    setup: async () => {
      const entry = readdirSync(folder).find((name) => ENTRY.test(name))!;
      ({ app } = (await import(pathToFileURL(path.join(folder, entry)).href)) as {
        app: CompiledApp;
      });
      app.setInternals({ pagesByKeys: new Map(Object.entries(pages)) });
      app.setOptions({ settings: { scripts }, logger: app.logger });
      prerenderer.app = app;
    },
    getStaticPaths: () => new StaticPaths(app as never).getAll(),
    render: (request, { routeData }) => app.render(request, { routeData }),
  };
  return prerenderer;
}

function readFacts(file: string): CompiledFacts | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CompiledFacts;
  } catch {
    return undefined;
  }
}
