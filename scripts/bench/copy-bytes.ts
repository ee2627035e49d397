import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Reads every file below a folder and writes its bytes below another: the least a build can do. */
const [from, to] = process.argv.slice(2) as [string, string];
for (const name of globSync('**/*', { cwd: from })) {
  const source = path.join(from, name);
  if (statSync(source).isDirectory()) continue;
  const target = path.join(to, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(source));
}
