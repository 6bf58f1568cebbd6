export { help } from './helper.ts';
export { main } from './main.ts';
export { nodeHost } from './node-host.ts';
export { start } from './start.ts';
