import type { SiteSettings } from '../../digest/schema.ts';

/**
 * A permanent id, RFC 4151: `tag:example.org,2025:papers/transcoders`. It depends on the authority
 * in `site.yaml` and on the name, never on host, base path or title.
 */
export function tagUri({ tagAuthority }: SiteSettings, name: string): string {
  return `tag:${tagAuthority}:${name}`;
}
