import fc from 'fast-check';

// The gate tries the same cases every time; `SEED=…` tries others.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_230_327) });
