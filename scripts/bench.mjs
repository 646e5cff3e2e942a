// `npm run bench [NAME] [-- ARGUMENT …]`: runs the benchmark NAME (a file name under */*/bench), or those that
// need no argument, one after the other.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { childEnvironment, nodePath, root, setUp } from './setup.mjs';

/** These need a corpus or take minutes: by name only. */
const BY_NAME_ONLY = new Set(['extract']);

setUp();
const files = ['packages', 'apps'].flatMap((group) =>
  readdirSync(path.join(root, group)).flatMap((name) => {
    const folder = path.join(root, group, name, 'bench');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ name: path.basename(file, '.ts'), of: name, file: path.join(folder, file) }));
  }),
);
const [wanted, ...args] = process.argv.slice(2);
const chosen = files.filter(({ name, of }) =>
  wanted ? [name, `${of}/${name}`].includes(wanted) : !BY_NAME_ONLY.has(name),
);
if (chosen.length === 0) {
  process.stderr.write(
    `bench: no benchmark ${wanted}; there are: ${files.map(({ name, of }) => `${of}/${name}`).join(', ')}\n`,
  );
  process.exitCode = 2;
}
for (const { name, of, file } of chosen) {
  process.stdout.write(`\n== ${of}/${name}\n`);
  const flags = ['--conditions', '@lede/source', '--expose-gc', file, ...args];
  const result = spawnSync(nodePath(), flags, { cwd: root, env: childEnvironment(), stdio: 'inherit' });
  if (result.status !== 0) process.exitCode = 1;
}
