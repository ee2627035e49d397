/** What `npm run eval -- --write` measured: figures by name, shares between 0 and 1. */
const found = import.meta.glob<Record<string, number>>('./quality.json', {
  eager: true,
  import: 'default',
});

export const quality: Readonly<Record<string, number>> = found['./quality.json'] ?? {};

/** `0.9712` → `97.1 %` */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
