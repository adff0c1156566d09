import type { ReactNode } from 'react';
import type { Official } from '../official.ts';

/** What every part of Inicio is given. `head` stands beside the page's name where the part comes first. */
export type BlockProps = { official: Official; first: boolean; meta: ReactNode };
