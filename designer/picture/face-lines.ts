import type { Face } from '#ui/face.tsx';
import { icons } from '#ui/icon.tsx';
import { wrapWords } from '../wrap-words.ts';
import type { Paint } from './palette.ts';
import { text } from './xml.ts';

type Place = { at: number; height: number; hue: string; paint: Paint };
const [left, width, row] = [18, 233, 20];

/** The face of a card in a picture, as ui/face.tsx draws it. */
export function faceLines(face: Face, { at, height, hue, paint }: Place): string[] {
  switch (face.face) {
    case 'bubble':
      return [
        `<path d="M${left + 4} ${at}h${width - 8}a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4h-${width - 4}v-24a4 4 0 0 1 4-4z" fill="${paint.sunken}"/>`,
        one(face.words, at + 19, left + 8, width - 16),
      ];
    case 'ladder':
      return face.rungs.flatMap(({ icon, label }, i) => {
        const [x, y] = face.parallel ? [left + i * 78, at] : [left + 24, at + i * row];
        const number = face.parallel
          ? []
          : [
              `<circle cx="${left + 9}" cy="${y + 10}" r="8.500" fill="none" stroke="${hue}"/>`,
              text(left + 9, y + 14.5, String(i + 1), { size: 13, weight: 600, fill: hue, anchor: 'middle' }),
            ];
        return [
          ...number,
          `<path transform="translate(${x} ${y + 2}) scale(.8)" d="${icons[icon]}" fill="none" stroke="${paint.ink}" stroke-width="1.800" stroke-linecap="round" stroke-linejoin="round"/>`,
          text(x + 20, y + 15, label, { size: 13 }),
        ];
      });
    case 'fork':
      return [
        `<path d="M${left + 1} ${at}v${height}" stroke="${hue}" stroke-width="2"/>`,
        ...face.shares.flatMap(({ label, percent }, i) => [
          one(label, at + i * row + 15, left + 10, width - 60),
          ...(percent === null
            ? []
            : [text(left + width, at + i * row + 15, `${percent} %`, { size: 13, weight: 600, anchor: 'end' })]),
        ]),
        ...(face.more ? [text(left + 10, at + face.shares.length * row + 15, face.more, { size: 13 })] : []),
      ];
    case 'clock':
      return [
        `<path d="M${left} ${at + 4}v10h64v-10M${left + 8} ${at + 9}v5m8-5v5m8-5v5m8-5v5m8-5v5m8-5v5m8-5v5" fill="none" stroke="${hue}"/>`,
        ...wrapWords(face.label, { width: width - 72, most: 2, size: 13, weight: 600 }).map((words, i) =>
          text(left + 72, at + 14 + i * 18, words, { size: 13, weight: 600 }),
        ),
      ];
    case 'hand':
      return [
        `<rect x="${left + 0.5}" y="${at + 0.5}" width="${width - 1}" height="27" rx="4" fill="none" stroke="${hue}" stroke-dasharray="4 3"/>`,
        one(face.team, at + 18, left + 8, width - 110),
        text(left + width - 8, at + 18, face.term, { size: 13, anchor: 'end' }),
      ];
    case 'gate':
      return [
        `<path d="M${left + 0.5} ${at}v26m3 0v-26M${left + width - 0.5} ${at}v26m-3 0v-26" stroke="${hue}"/>`,
        one(face.label, at + 17, left + 10, width - 20),
      ];
  }
}

const one = (words: string, y: number, x: number, room: number) =>
  text(x, y, wrapWords(words, { width: room, most: 1, size: 13 })[0] ?? '', { size: 13 });
