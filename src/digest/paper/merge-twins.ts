import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { Draft } from './to-paper.ts';

/** Drafts of the same paper become one, which keeps the first date; each merge is reported. */
export function mergeTwins(drafts: readonly Draft[]): { drafts: Draft[]; messages: Diagnostic[] } {
  const byId = new Map<string, Draft>();
  const messages: Diagnostic[] = [];
  for (const draft of drafts) {
    const { id, source, date } = draft.record;
    const first = byId.get(id);
    if (!first) {
      byId.set(id, draft);
      continue;
    }
    const dates = [...new Set([...first.record.dates, date])].sort();
    byId.set(id, { ...first, record: { ...first.record, dates, date: dates[0]! } });
    messages.push(
      diagnose(
        'paper-twice',
        { file: source.dump, line: source.line, column: 1 },
        source.title,
        `${first.record.source.dump}:${first.record.source.line}`,
      ),
    );
  }
  return { drafts: [...byId.values()], messages };
}
