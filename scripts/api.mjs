// `npm run api [-- ARGUMENT …]`: the JSON API.
import process from 'node:process';
import { launch } from './launch.mjs';

launch({ name: '@lede/api', command: 'apps/api/bin/lede-api.js' }, process.argv.slice(2));
