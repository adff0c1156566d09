/** Something an official or a provider can put right: a code whose sentence lives in locales/, and its place. */
export type Problem = {
  code: string;
  severity: 'error' | 'warning';
  node?: string;
  path?: (string | number)[];
  params?: Record<string, string | number>;
};
