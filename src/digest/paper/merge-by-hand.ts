import { firstLineOf, type PlaceOf } from '../content/places.ts';
import { diagnose } from '../diagnostics.ts';
import type { Corrections } from '../schema.ts';
import type { Applied } from './apply-metadata.ts';
import { mergeInto } from './merge-twins.ts';
import type { Redirect } from './redirect.ts';
import type { Draft } from './to-paper.ts';

/**
 * The drafts without those that a person has merged into others (`mergeInto`); their addresses lead
 * on. A target that is no paper, or leads back, is reported and nothing merged; so are
 * corrections of papers that no dump has, and what else is said of a paper that is merged.
 */
export function mergeByHand(
  drafts: readonly Draft[],
  corrections: Corrections,
  placeOf: PlaceOf = firstLineOf('corrections.yaml'),
): Applied & { redirects: Redirect[] } {
  const byId = new Map(drafts.map((draft) => [draft.record.id, draft]));
  const messages: Applied['messages'] = Object.keys(corrections)
    .filter((id) => !byId.has(id))
    .map((id) => diagnose('correction-unknown-paper', placeOf(id), id));
  const redirects: Redirect[] = [];
  for (const draft of drafts) {
    const from = draft.record.id;
    const target = targetOf(from, corrections);
    if (target === undefined) continue;
    if (target === null || !byId.has(target)) {
      const { mergeInto: wanted = '' } = corrections[from]!;
      messages.push(diagnose('correction-merge-target', placeOf(from, 'mergeInto'), wanted));
      continue;
    }
    for (const key of Object.keys(corrections[from]!))
      if (key !== 'mergeInto')
        messages.push(diagnose('correction-of-merged', placeOf(from, key), key, target));
    redirects.push({ from, to: target });
    byId.set(target, mergeInto(byId.get(target)!, draft));
  }
  const gone = new Set(redirects.map(({ from }) => from));
  const kept = drafts.flatMap(({ record: { id } }) => (gone.has(id) ? [] : byId.get(id)!));
  return { drafts: kept, messages, redirects };
}

/** Where a chain of merges ends; null where it leads back, undefined where there is none. */
function targetOf(id: string, corrections: Corrections): string | null | undefined {
  const seen = new Set([id]);
  let target: string | undefined;
  for (let at = id; Object.hasOwn(corrections, at) && corrections[at]!.mergeInto; at = target!) {
    target = corrections[at]!.mergeInto!;
    if (seen.has(target)) return null;
    seen.add(target);
  }
  return target;
}
