import type { PaperLink } from '../schema.ts';

/** What readers are told that a link of an abstract leads to. */
export const LINK_LABELS: Record<PaperLink['kind'], string> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project page',
  paper: 'Paper',
};
