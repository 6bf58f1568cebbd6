// Finds the mutants of a source file and writes the file with all of them in it: each behind a
// question, `__m(n)`, that is answered with yes for the one that is at work.
import { parseSync } from 'oxc-parser';
import { changesOf } from './operators.js';

/**
 * @typedef {{ kind: string, start: number, end: number, text: string, line: number }} Mutant
 */

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** Nodes of the type language that hold a value. */
const TYPED_VALUES = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
]);

/**
 * @param {string} file @param {string} source
 * @param {(mutant: Mutant, node: object, inside: object[]) => boolean} wanted
 * @param {number} first the number of the first mutant
 */
export function mutate(file, source, wanted, first) {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const mutants = [];
  const inside = [];

  /** Notes a mutant; its number, or undefined where it is not wanted. */
  function add(node, kind, text) {
    const { start, end } = node;
    const line = source.slice(0, start).split('\n').length;
    const mutant = { kind, start, end, text, line };
    if (!wanted(mutant, node, inside)) return undefined;
    mutants.push(mutant);
    return first + mutants.length - 1;
  }

  /** The text of a node with the mutants inside it, but for its own. */
  function within(node) {
    let text = '';
    let at = node.start;
    inside.push(node);
    for (const [child, print] of childrenOf(node)) {
      const written = print(child);
      text += source.slice(at, child.start) + written;
      at = child.end;
    }
    inside.pop();
    return text + source.slice(at, node.end);
  }

  function expression(node) {
    const choices = changesOf(node, source)
      .map(({ kind, text }) => [add(node, kind, text), text])
      .filter(([number]) => number !== undefined);
    const text = within(node);
    if (choices.length === 0) return text;
    return `(${choices.map(([number, other]) => `__m(${number}) ? (${other}) : `).join('')}(${text}))`;
  }

  /** What decides a statement: always, or never. A loop is only ever left at once. */
  function condition(values) {
    return (node) => {
      const numbers = values.map((value) => [add(node, 'condition', value), value]);
      const text = expression(node);
      const choices = numbers.filter(([number]) => number !== undefined);
      return choices.length === 0
        ? text
        : `(${choices.map(([number, value]) => `__m(${number}) ? ${value} : `).join('')}(${text}))`;
    };
  }

  /** A statement that can be left out. */
  function statement(node) {
    const number = add(node, 'statement', '{}');
    const text = within(node);
    return number === undefined ? text : `{ if (!__m(${number})) { ${text} } }`;
  }

  /** A body that can be left out as a whole. */
  function body(node) {
    const [only, ...others] = node.body;
    // One that holds a single statement to leave out is the same as that without it.
    const single = others.length === 0 && (only === undefined || isRemovable(only));
    const number = single ? undefined : add(node, 'body', '{}');
    const text = within(node);
    return number === undefined ? text : `{ if (!__m(${number})) ${text} }`;
  }

  function returned(node) {
    const number = add(node, 'return', 'undefined');
    const text = expression(node);
    return number === undefined ? text : `(__m(${number}) ? undefined : (${text}))`;
  }

  const plain = (node) => within(node);

  /** What is in a node and may hold mutants, in the order of the text, and how it is printed. */
  function childrenOf(node) {
    const found = [];
    const take = (child, print = expression) => {
      if (child) found.push([child, print]);
    };
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
        return [];
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        take(node.declaration, printer(node.declaration));
        return found;
      case 'IfStatement':
        take(node.test, condition(['true', 'false']));
        take(node.consequent, printer(node.consequent));
        take(node.alternate, printer(node.alternate));
        return found;
      case 'WhileStatement':
        take(node.test, condition(['false']));
        take(node.body, printer(node.body));
        return found;
      case 'ForStatement':
        take(node.init, printer(node.init));
        take(node.test, condition(['false']));
        take(node.update);
        take(node.body, printer(node.body));
        return found;
      case 'ForOfStatement':
      case 'ForInStatement':
        take(node.right);
        take(node.body, printer(node.body));
        return found;
      case 'ArrowFunctionExpression':
        node.params.forEach((one) => take(one, plain));
        take(node.body, node.expression ? returned : body);
        return found;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        node.params.forEach((one) => take(one, plain));
        take(node.body, body);
        return found;
      case 'ReturnStatement':
        take(node.argument, tells(node) ? returned : expression);
        return found;
      case 'Property':
      case 'PropertyDefinition':
      case 'MethodDefinition':
        if (node.computed) take(node.key);
        if (!node.shorthand) take(node.value, printer(node.value));
        else if (node.value.type === 'AssignmentPattern') take(node.value, plain);
        return found;
      case 'MemberExpression':
        take(node.object, node.object.type === 'MemberExpression' ? plain : chained(node.object));
        if (node.computed) take(node.property);
        return found;
      case 'CallExpression':
      case 'NewExpression':
        take(node.callee, node.callee.type === 'MemberExpression' ? plain : chained(node.callee));
        node.arguments.forEach((one) => take(one, printer(one)));
        return found;
      case 'ChainExpression':
        take(node.expression, plain);
        return found;
      case 'TaggedTemplateExpression':
        take(node.quasi, plain);
        return found;
      case 'AssignmentExpression':
        take(node.left, plain);
        take(node.right);
        return found;
      case 'UpdateExpression':
        return found;
      case 'AssignmentPattern':
        take(node.right);
        return found;
      default:
        if (TYPED_VALUES.has(node.type)) {
          take(node.expression, chained(node.expression));
          return found;
        }
        if (node.type.startsWith('TS')) return [];
        for (const [name, value] of Object.entries(node)) {
          if (name === 'typeAnnotation' || name === 'returnType' || name === 'decorators') continue;
          for (const one of Array.isArray(value) ? value : [value]) {
            if (one && typeof one.type === 'string' && typeof one.start === 'number') {
              take(one, printer(one));
            }
          }
        }
        return found.sort(([a], [b]) => a.start - b.start);
    }
  }

  /** What a chain `a?.b.c` goes through must not be put in parentheses, or it would end there. */
  function chained(node) {
    const link = ['CallExpression', 'MemberExpression', 'TSNonNullExpression'].includes(node.type);
    return link && inside.some((one) => one.type === 'ChainExpression') ? plain : expression;
  }

  function printer(node) {
    if (!node) return plain;
    if (isRemovable(node)) return statement;
    if (node.type === 'BlockStatement') return body;
    const other = /Statement$|Declaration$|Declarator$|Pattern$|^SpreadElement$|^Property$/;
    return other.test(node.type) ? plain : expression;
  }

  /** Whether a return says more than its function does when left out: one of several. */
  function tells({ argument }) {
    if (!argument || argument.type === 'Literal' || argument.name === 'undefined') return false;
    const owner = inside.findLast((one) => FUNCTIONS.has(one.type));
    return (owner?.body.body ?? []).length > 1;
  }

  const text = within(program);
  return { mutants, text };
}

function isRemovable(node) {
  return (
    (node.type === 'ExpressionStatement' && node.directive === undefined) ||
    node.type === 'ContinueStatement' ||
    node.type === 'BreakStatement' ||
    node.type === 'ThrowStatement'
  );
}
