import type * as Astro from 'astro';

/**
 * Astro, which tells nobody of it. To be used in place of an import: what is set here has to be there
 * before the first of its modules is.
 */
export function loadAstro(): Promise<typeof Astro> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Of the bundler's allocator. Its threads touch a little of many huge pages of memory, and the kernel
  // clears each as a whole: that took an eighth of a build's start, and 80 MB.
  process.env['MIMALLOC_ALLOW_THP'] ??= '0';
  return import('astro');
}
