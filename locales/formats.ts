export type Messages = { [key: string]: string | Messages };

/** Sentences share one way of writing figures: always grouped, so that 1.204 and 41.203 read alike. */
export const formats = {
  number: {
    n: { useGrouping: 'always' },
    percent: { style: 'percent', maximumFractionDigits: 1 },
    rate: { maximumFractionDigits: 1, useGrouping: 'always' },
  },
} as const;
