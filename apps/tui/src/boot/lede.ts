import process from 'node:process';
import type { main } from '../main.ts';
import { cacheFolder, CodeCache } from './code-cache.ts';
import { ScriptLoader } from './script-loader.ts';

/** Set when this is bundled: tells one build from another. */
declare const BUILD: string;

const folder = cacheFolder();
const loader = new ScriptLoader(__dirname, require, folder === undefined ? undefined : new CodeCache(folder, BUILD));
const program = loader.require('./main.js') as { main: typeof main };
void program.main(process.argv.slice(2), loader.keepCode).then((code) => (process.exitCode = code));
