// Reads an expression's syntax tree for what it refers to, so that a slip is found before the run.

export interface ExpressionReading {
  /** Variables that the expression itself does not bind. */
  readonly variables: ReadonlySet<string>;
  /** Fields read from `$states`: input, context, result, errorOutput. */
  readonly statesFields: ReadonlySet<string>;
  /** True when a field name stands where there is no input to take it from. */
  readonly hasBareName: boolean;
}

type Node = { readonly [key: string]: unknown };

// Under these keys a name is relative to the value before it, not to the (absent) root.
const RELATIVE = new Set(['stages', 'predicate', 'group', 'terms', 'pattern', 'update', 'delete']);
const NAMES = new Set<unknown>(['name', 'wildcard', 'descendant', 'parent']);

/** @param tree what jsonata's `ast()` returns */
export function readExpression(tree: unknown): ExpressionReading {
  const used = new Set<string>();
  const bound = new Set<string>();
  const statesFields = new Set<string>();
  let hasBareName = false;

  function visit(node: unknown, atRoot: boolean): void {
    if (Array.isArray(node)) for (const child of node) visit(child, atRoot);
    if (!isNode(node)) return;
    if (node.type === 'variable') add(used, node.value);
    if (node.type === 'bind' && isNode(node.lhs)) add(bound, node.lhs.value);
    if (node.type === 'lambda') for (const argument of nodes(node.arguments)) add(bound, argument.value);
    if (NAMES.has(node.type) && atRoot) hasBareName = true;
    add(bound, node.focus);
    add(bound, node.index);
    if (node.type === 'path') readPath(nodes(node.steps), atRoot);
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'steps') visit(child, atRoot && !RELATIVE.has(key));
    }
  }

  function readPath(steps: Node[], atRoot: boolean): void {
    const [first, second] = steps;
    if (first?.type === 'variable' && first.value === 'states') add(statesFields, second?.value);
    for (const [position, step] of steps.entries()) visit(step, atRoot && position === 0);
  }

  visit(tree, true);
  const variables = new Set([...used].filter((name) => !bound.has(name)));
  return { variables, statesFields, hasBareName };
}

// `$` and `$$` have the empty name and the name "$"; both stand for a context, not for a variable.
function add(set: Set<string>, name: unknown): void {
  if (typeof name === 'string' && name !== '' && name !== '$') set.add(name);
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
