import { kinds } from './index.ts';

/** A tree of sentences, as locales/ keeps them. */
type Sentences = { [key: string]: string | Sentences };

/** The words of every kind in one language, in the families that pages ask for: `kind`, `summary`, `phrase`, `port`, `fields`, `problems`. */
export function kindWords(language: string): Sentences {
  const families: Record<string, Sentences> = {};
  for (const { kind, words } of kinds) {
    const own = (words as Partial<Record<string, (typeof words)['es']>>)[language];
    if (!own) continue;
    const { name, fields, ...sentences } = own;
    Object.assign((families['kind'] ??= {}), { [kind]: name });
    Object.assign((families['fields'] ??= {}), { [kind]: fields });
    for (const [family, said] of Object.entries(sentences)) Object.assign((families[family] ??= {}), said);
  }
  return families;
}
