/** An object whose fields are made when they are first read: most texts need few of them. */
export function lazily<Made extends object>(makers: { readonly [Key in keyof Made]: () => Made[Key] }): Readonly<Made> {
  const made = {};
  for (const key of Object.keys(makers) as (keyof Made & string)[]) {
    let value: { readonly is: Made[typeof key] } | undefined;
    Object.defineProperty(made, key, {
      enumerable: true,
      get() {
        value ??= { is: makers[key]() };
        return value.is;
      },
    });
  }
  return made as Made;
}
