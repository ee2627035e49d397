// The npm peer: a page a paper with the content of ours, from the same records, whose HTML is ready.
import { papers } from '../../src/site/papers.ts';

export default function (config) {
  config.addGlobalData('papers', papers);
  config.addTemplateFormats('11ty.js');
  config.setQuietMode(true);
  return { dir: { input: 'pages', output: process.env.BENCH_OUT } };
}
