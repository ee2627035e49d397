// The npm peer: one page a paper from the same records, math typeset by KaTeX at build.
import { readFileSync } from 'node:fs';

export default function (config) {
  const papers = readFileSync(process.env.BENCH_PAPERS, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  config.addGlobalData('papers', papers);
  config.addTemplateFormats('11ty.js');
  config.setQuietMode(true);
  return { dir: { input: 'pages', output: process.env.BENCH_OUT } };
}
