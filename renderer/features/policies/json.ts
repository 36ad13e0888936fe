export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = Readonly<{ [key: string]: Json }>;
export type Path = readonly (string | number)[];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What stands at a place; undefined where nothing does. */
export function getAt(value: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) {
    if (isList(at)) at = at[Number(key)];
    else at = isObject(at) && Object.hasOwn(at, key) ? at[String(key)] : undefined;
  }
  return at;
}

export const listAt = (value: Json, path: Path): readonly Json[] => {
  const list = getAt(value, path);
  return isList(list) ? list : [];
};

/** The text that stands at a place; '' where something else does. */
export const textAt = (value: Json, path: Path): string => {
  const at = getAt(value, path);
  return typeof at === 'string' ? at : typeof at === 'number' ? String(at) : '';
};

/**
 * A copy with another value at a place; undefined takes out what is there. What lies between and is
 * missing is made, a list where the key is a number.
 */
export function setAt(value: Json | undefined, path: Path, next: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return next ?? null;
  const inner = rest.length === 0 ? next : setAt(getAt(value, [key]), rest, next);
  if (typeof key === 'number') {
    const list = isList(value) ? value : [];
    return inner === undefined
      ? list.filter((_, at) => at !== key)
      : [...list.slice(0, key), inner, ...list.slice(key + 1)];
  }
  const { [key]: _before, ...others } = isObject(value) ? value : {};
  if (inner === undefined) return others;
  // A key that is there keeps its place among the others.
  return isObject(value) && Object.hasOwn(value, key)
    ? Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, name === key ? inner : part]),
      )
    : { ...others, [key]: inner };
}
