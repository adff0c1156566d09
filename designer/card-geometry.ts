import type { Face } from '#ui/face.tsx';
import { textLines, textWidth } from './text-width.ts';

export const cardWidth = 264;
/** Where the pill of a way out stands on its card, px from the card's corner; lines leave from the middle of its foot. */
export type PlacedPort = { id: string; label: string; x: number; y: number; width: number };
/** The height of each part of a card; what has none is not shown. */
export type CardGeometry = {
  height: number;
  titleLines: number;
  summaryLines: number;
  faceHeight: number;
  ports: PlacedPort[];
};

export const portHeight = 24;
const padding = 12;
const gap = 8;
const portGap = 4;
const inner = 233; // the card's width without bank, line and padding
const [titleLine, summaryLine, faceRow] = [20, 18, 20];

type Parts = {
  title: string;
  summary: string;
  face: Face | null;
  ports: { id: string; label: string }[];
  /** Whether people are counted on the card. */
  counted: boolean;
};

/**
 * How large a card is and where its ways out stand, from its words alone: nothing is measured in the browser, so that a
 * drawing is the same on the server, on the canvas, in a picture and in a test.
 */
export function cardGeometry({ title, summary, face, ports, counted }: Parts): CardGeometry {
  const titleLines = Math.max(1, textLines(title, inner - 28, 2, 15, 600));
  const summaryLines = textLines(summary, inner, 3, 13);
  const faceHeight = face ? heightOf(face) : 0;
  const parts = [
    titleLines * titleLine,
    summaryLines * summaryLine,
    faceHeight,
    counted ? summaryLine : 0, //
  ].filter((part) => part > 0);
  const body = padding + parts.reduce((sum, part) => sum + part, 0) + gap * (parts.length - 1);
  const rows = inRows(ports);
  const top = body + gap;
  const placed = rows.flatMap((row, i) => center(row, top + i * (portHeight + portGap)));
  const foot = rows.length * (portHeight + portGap) - portGap;
  const height = rows.length === 0 ? body + padding : top + foot - portHeight / 2;
  return { height, titleLines, summaryLines, faceHeight, ports: placed };
}

function heightOf(face: Face): number {
  switch (face.face) {
    case 'ladder':
      return face.parallel ? faceRow : (face.rungs.length + (face.more ? 1 : 0)) * faceRow;
    case 'fork':
      return (face.shares.length + (face.more ? 1 : 0)) * faceRow;
    case 'clock':
      return Math.max(1, textLines(face.label, inner - 72, 2, 13, 600)) * summaryLine;
    case 'bubble':
    case 'hand':
    case 'gate':
      return 28;
  }
}

type Sized = { id: string; label: string; width: number };

function inRows(ports: Parts['ports']): Sized[][] {
  const rows: Sized[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { id, label } of ports) {
    const width = Math.round(Math.min(150, Math.max(36, textWidth(label, 13) + 22)));
    if (used + portGap + width > cardWidth - gap) {
      rows.push([]);
      used = -portGap;
    }
    rows.at(-1)?.push({ id, label, width });
    used += portGap + width;
  }
  return rows;
}

function center(row: Sized[], y: number): PlacedPort[] {
  const total = row.reduce((sum, { width }) => sum + width + portGap, -portGap);
  let x = Math.round((cardWidth - total) / 2);
  return row.map((port) => {
    const placed = { ...port, x, y };
    x += port.width + portGap;
    return placed;
  });
}
