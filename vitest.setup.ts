import fc from 'fast-check';

// The same cases on every machine, so that a red run can be looked into; `SEED=… npm test` looks for others.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
