import type { HookParameters } from 'astro';
import { codeVersion } from './code-version.ts';
import { CompiledSite, keyOfCompiled } from './compiled-site.ts';
import type { BuildApp } from './page-states.ts';
import type { SitePlaces } from './places.ts';
import { shareRenderer } from './shared-renderer.ts';
import { noteAssets } from './site-assets.ts';

/** What becomes of the code that Astro compiles in one build, in the order in which it is called. */
export interface CompiledCode {
  /** Has the code noticed where it is written, and its pages share their renderer. */
  watch: (hook: HookParameters<'astro:config:setup'>) => void;
  /** Copies it, while it is there: Astro removes its code when all pages are made. */
  copy: (places: SitePlaces, app: BuildApp) => void;
  /** Keeps the copy for `rebuildSite`; to be called last of all, after a build that went well. */
  keep: () => Promise<void>;
}

/** What cannot be copied is not kept: the next build then takes longer. */
export function compiledCode(): CompiledCode {
  let compiledDir: string | undefined;
  let keep: () => Promise<void> = keepNothing;
  return {
    watch: ({ updateConfig, injectScript }) => {
      const notePlace = {
        name: 'note-compiled-dir',
        applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
        writeBundle: ({ dir }: { dir?: string }) => {
          compiledDir = dir;
        },
      };
      shareRenderer(injectScript);
      updateConfig({ vite: { plugins: [notePlace] } });
    },
    copy: (places, app) => {
      if (compiledDir) keep = copyOf(compiledDir, places, app);
    },
    keep: () => keep().catch(() => {}),
  };
}

const keepNothing = () => Promise.resolve();

/** Returns how it is kept. */
function copyOf(compiledDir: string, places: SitePlaces, app: BuildApp): () => Promise<void> {
  const site = new CompiledSite(places);
  try {
    site.copy(compiledDir);
  } catch {
    return keepNothing;
  }
  return async () => {
    const key = await keyOfCompiled(codeVersion(places.root), places);
    noteAssets(places, key);
    site.keep(key, app);
  };
}
