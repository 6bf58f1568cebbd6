/** Whether this is the long run (`npm run test:long`), which tries what takes minutes, too. */
export const long = process.env['LONG'] === '1';
