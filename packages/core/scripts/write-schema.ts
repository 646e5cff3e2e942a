/** Writes schema/article.schema.json from the zod schema: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { articleJsonSchema } from '../src/article/json-schema.ts';

const file = new URL('../schema/article.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(articleJsonSchema(), null, 2)}\n`);
