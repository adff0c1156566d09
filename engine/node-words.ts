/** What a field of a kind's form is called; `hint` helps before it is filled, `is` names the values of a choice. */
export type FieldWords = { label: string; hint?: string; is?: Record<string, string> };

/**
 * Everything a kind is called and says in one language: its name, its sentence on the card (`summary`) and in la frase
 * (`phrase`, where it differs), its ways out, its form, and the problems that only its own lint knows.
 */
export type NodeWords = {
  name: string;
  summary: Record<string, string>;
  phrase?: Record<string, string>;
  port?: Record<string, string>;
  fields: Record<string, FieldWords>;
  problems?: Record<string, string>;
};

/** By language; Spanish is complete, and what another lacks is said in Spanish. */
export type KindWords = { es: NodeWords } & Partial<Record<string, NodeWords>>;
