// How wide cli-table3 takes a text to be, in the bundle and in tests: as wide as we do when we wrap
// it, or it would cut. Most lines are plain letters, each one column wide.
const width = require('fast-string-width').default;
const plain = /^[\x20-\x7e\u2500-\u257f]*$/;

/** @param {string} text */
module.exports = (text) => (plain.test(text) ? text.length : width(text));
