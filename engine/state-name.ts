/** An XState value: a state's name, or children by name. */
export type StateValue = string | { [child: string]: StateValue };

/**
 * The value as the one string a member's row holds: `n2.sms`, or `n2(sms.out,voice.left)` where several are lived at once,
 * children in alphabetical order.
 */
export function stateName(value: StateValue): string {
  if (typeof value === 'string') return value;
  const children = Object.keys(value).sort();
  const [only] = children;
  if (children.length === 1 && only !== undefined) {
    const child = value[only]!;
    const name = stateName(child);
    return name === '' ? only : name.startsWith('(') ? only + name : `${only}.${name}`;
  }
  return `(${children.map((child) => `${child}.${stateName(value[child]!)}`).join(',')})`;
}

/** The inverse of `stateName`. */
export function stateValue(name: string): StateValue {
  const open = name.indexOf('(');
  const dot = name.indexOf('.');
  if (open !== -1 && (dot === -1 || open < dot)) {
    const children = Object.fromEntries(
      split(name.slice(open + 1, -1)).map((child) => {
        const at = child.search(/[.(]/);
        return [child.slice(0, at), stateValue(child[at] === '.' ? child.slice(at + 1) : child.slice(at))];
      }),
    );
    return open === 0 ? children : { [name.slice(0, open)]: children };
  }
  return dot === -1 ? name : { [name.slice(0, dot)]: stateValue(name.slice(dot + 1)) };
}

/** The node a state belongs to, as the canvas counts people. */
export function nodeOf(name: string): string {
  return /^[^.(]+/.exec(name)?.[0] ?? name;
}

function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= list.length; i++) {
    if (i === list.length || (list[i] === ',' && depth === 0)) {
      parts.push(list.slice(from, i));
      from = i + 1;
    } else if (list[i] === '(') depth++;
    else if (list[i] === ')') depth--;
  }
  return parts;
}
