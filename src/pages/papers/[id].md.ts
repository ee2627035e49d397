import { toMarkdownFile } from '../../digest/render/to-markdown-file.ts';
import { paperFile, paperFilePaths } from '../../site/file-route.ts';

export const getStaticPaths = paperFilePaths;

/** The paper as a Markdown file with YAML front matter. */
export const GET = paperFile('text/markdown', toMarkdownFile);
