import type { Option } from './desk.ts';

/** A question that the desk asks, and where its answer goes; null calls it off. */
export type Question =
  | { is: 'choose'; title: string; options: Option[]; answer: (key: string | null) => void }
  | {
      is: 'write';
      title: string;
      field: { label: string; value?: string; lines?: number; most: number };
      answer: (text: string | null) => void;
    }
  | {
      is: 'measure';
      title: string;
      numbers: Record<string, number>;
      answer: (numbers: Record<string, number> | null) => void;
    };
