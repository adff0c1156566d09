/** What a form hears back from its server function: what it could not accept, by field, in the official's language. */
export type FormState = {
  errors: { field: string; sentence: string }[];
  /** What was typed and may be shown again; never a secret. */
  kept?: Record<string, string>;
};

export const untouched: FormState = { errors: [] };

/** The error of each field. */
export const errorsOf = (state: FormState) => (field: string) =>
  state.errors.find((error) => error.field === field)?.sentence;
