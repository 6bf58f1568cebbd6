// What is changed in a program to see whether a test notices: the well-known operators, each as a
// function from a node of the syntax tree to the texts that may stand in its place.

/** One text in place of a node. `kind` names the operator in reports. */
/** @typedef {{ kind: string, text: string }} Change */

const COMPARISONS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
};
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*' };
const LOGIC = { '&&': ['||'], '||': ['&&'], '??': ['&&'] };
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '*=': '/=', '??=': '&&=', '||=': '&&=' };

/** Methods that have a counterpart. */
const COUNTERPARTS = {
  every: 'some',
  some: 'every',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  min: 'max',
  max: 'min',
  find: 'findLast',
  findLast: 'find',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  padStart: 'padEnd',
  trimEnd: 'trimStart',
  trimStart: 'trimEnd',
  floor: 'ceil',
  ceil: 'floor',
};
/** Methods that give something of the kind they are called on, and so can be left out. */
const LEFT_OUT = new Set([
  'filter',
  'slice',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'trim',
  'normalize',
  'replace',
  'replaceAll',
  'concat',
]);

const isText = (node) =>
  node.type === 'TemplateLiteral' ||
  (node.type === 'Literal' && typeof node.value === 'string') ||
  (node.type === 'BinaryExpression' && (isText(node.left) || isText(node.right)));

/**
 * What may stand in place of an expression.
 * @returns {Change[]}
 */
export function changesOf(node, source) {
  const of = (one) => source.slice(one.start, one.end);
  switch (node.type) {
    case 'BinaryExpression': {
      const infix = (operator) => `${of(node.left)} ${operator} ${of(node.right)}`;
      const compared = COMPARISONS[node.operator];
      if (compared) {
        return compared.map((operator) => ({ kind: 'comparison', text: infix(operator) }));
      }
      const other = ARITHMETIC[node.operator];
      return other && !isText(node) ? [{ kind: 'arithmetic', text: infix(other) }] : [];
    }
    case 'LogicalExpression':
      return (LOGIC[node.operator] ?? []).map((operator) => ({
        kind: 'logic',
        text: `(${of(node.left)}) ${operator} (${of(node.right)})`,
      }));
    case 'UnaryExpression':
      if (node.operator === '!') return [{ kind: 'negation', text: of(node.argument) }];
      return node.operator === '-' ? [{ kind: 'arithmetic', text: of(node.argument) }] : [];
    case 'UpdateExpression': {
      const operator = node.operator === '++' ? '--' : '++';
      return [{ kind: 'arithmetic', text: `${of(node.argument)}${operator}` }];
    }
    case 'AssignmentExpression': {
      const operator = ASSIGNMENTS[node.operator];
      if (!operator) return [];
      return [{ kind: 'assignment', text: `${of(node.left)} ${operator} ${of(node.right)}` }];
    }
    case 'ConditionalExpression':
      return ['true', 'false'].map((value) => ({
        kind: 'condition',
        text: `${value} ? ${of(node.consequent)} : ${of(node.alternate)}`,
      }));
    case 'Literal':
      if (typeof node.value === 'boolean') return [{ kind: 'boolean', text: String(!node.value) }];
      if (typeof node.value === 'number') return [{ kind: 'number', text: `${node.value + 1}` }];
      if (typeof node.value !== 'string') return [];
      return [{ kind: 'text', text: node.value === '' ? "'changed'" : "''" }];
    case 'TemplateLiteral':
      return [{ kind: 'text', text: "''" }];
    case 'ArrayExpression':
      return node.elements.length > 0 ? [{ kind: 'list', text: '[]' }] : [];
    case 'ObjectExpression':
      return node.properties.length > 0 ? [{ kind: 'object', text: '{}' }] : [];
    case 'CallExpression':
    case 'ChainExpression':
      return [...calls(node, of), ...optional(node, source)];
    default:
      return [];
  }
}

/** A call of a method: of its counterpart, or none at all. */
function calls(node, of) {
  const call = node.type === 'ChainExpression' ? node.expression : node;
  const callee = call.callee;
  if (call.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return [];
  if (callee.computed || callee.property.type !== 'Identifier') return [];
  const { name } = callee.property;
  const object = of(callee.object);
  if (LEFT_OUT.has(name)) return [{ kind: 'method', text: object }];
  const other = Object.hasOwn(COUNTERPARTS, name) && COUNTERPARTS[name];
  if (!other) return [];
  const rest = of(call).slice(callee.property.end - call.start);
  const dot = callee.optional ? '?.' : '.';
  return [{ kind: 'method', text: `${object}${dot}${other}${rest}` }];
}

/** Each `?.` of a chain, taken for granted. */
function optional(node, source) {
  if (node.type !== 'ChainExpression') return [];
  const found = [];
  for (let link = node.expression; link; link = link.object ?? link.callee) {
    if (link.type === 'TSNonNullExpression') link = link.expression;
    if (!link.optional) continue;
    const from = (link.object ?? link.callee).end;
    const at = source.indexOf('?.', from);
    const plain = link.type === 'CallExpression' || link.computed ? '' : '.';
    found.push({
      kind: 'optional',
      text: source.slice(node.start, at) + plain + source.slice(at + 2, node.end),
    });
  }
  return found;
}
