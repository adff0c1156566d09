/** The JSON value with one place in it written anew, or taken away where `value` is undefined; nothing else is touched. */
export function setIn(json: unknown, path: (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(json) && typeof step === 'number') {
    const inner = setIn(json[step], rest, value);
    if (inner === undefined) return json.toSpliced(step, 1);
    return inner === json[step] ? json : step < json.length ? json.with(step, inner) : [...json, inner];
  }
  const record = (typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {}) as Record<
    string,
    unknown
  >;
  const inner = setIn(record[step], rest, value);
  if (inner === record[step]) return json ?? record;
  const { [step]: _, ...others } = record;
  return inner === undefined ? others : { ...record, [step]: inner };
}
