import type { Group } from '#ui/card.tsx';
import { type IconName, icons } from '#ui/icon.tsx';
import { cardWidth } from '../card-geometry.ts';
import type { Point } from '../route-lines.ts';

export type FarCard = {
  id: string;
  x: number;
  y: number;
  height: number;
  group: Group;
  icon: IconName;
  selected: boolean;
  faint: boolean;
  mark: 'error' | 'warning' | null;
  walked: 'here' | 'passed' | null;
  figure: string | null;
};
/** From where a drawing is seen: flow (0, 0) stands at `x`, `y` (CSS px). */
export type View = { x: number; y: number; zoom: number };
export type FarLine = { id: string; points: readonly Point[]; walked: boolean };
export type FarScene = { cards: readonly FarCard[]; lines: readonly FarLine[] };
export type FarColours = Record<'card' | 'ink' | 'ink-2' | 'water' | 'focus' | 'ochre' | Group, string> & {
  font: string;
};

const bank = 5;
const mostIcon = 18;

/** Paints a journey seen from afar: of each card bank, icon and count, at the same size on every zoom; lines as hairlines. */
export function paintFar(paper: CanvasRenderingContext2D, scene: FarScene, view: View, colours: FarColours): void {
  const at = ({ x, y }: Point) => [x * view.zoom + view.x, y * view.zoom + view.y] as const;
  paper.lineJoin = 'round';
  for (const walked of [false, true]) {
    paper.beginPath();
    for (const line of scene.lines)
      if (line.walked === walked)
        line.points.forEach((point, i) => (i === 0 ? paper.moveTo(...at(point)) : paper.lineTo(...at(point))));
    paper.lineWidth = walked ? 3 : 1;
    paper.strokeStyle = walked ? colours.water : colours['ink-2'];
    paper.stroke();
  }
  const boxes = scene.cards.map((card) => {
    const [x, y] = at(card);
    return { card, x, y, width: cardWidth * view.zoom, height: card.height * view.zoom };
  });
  paper.fillStyle = colours.card;
  for (const { x, y, width, height } of boxes) paper.fillRect(x, y, width, height);
  for (const group of ['triggers', 'flow', 'messages', 'people', 'end'] as const) {
    paper.fillStyle = colours[group];
    for (const { card, x, y, width, height } of boxes)
      if (card.group === group) paper.fillRect(x, y, Math.min(bank, width / 4), height);
  }
  outline(paper, boxes, colours);
  for (const { card, x, y, width, height } of boxes) {
    paper.globalAlpha = card.faint ? 0.3 : 1;
    const size = Math.min(mostIcon, Math.max(9, height * 1.3), width * 0.75);
    const picture = iconPicture(card.icon, colours[card.group], size);
    if (picture) paper.drawImage(picture, x + bank / 2 + (width - size) / 2, y + (height - size) / 2, size, size);
    if (card.figure) write(paper, card.figure, x + width + 3, y + height / 2, colours);
    if (card.mark) mark(paper, card.mark, x + width, y, colours);
  }
  paper.globalAlpha = 1;
}

type Box = { card: FarCard; x: number; y: number; width: number; height: number };

function outline(paper: CanvasRenderingContext2D, boxes: readonly Box[], colours: FarColours): void {
  const looks = [
    { has: () => true, width: 0.75, colour: colours.ink },
    { has: ({ card }: Box) => card.walked === 'passed', width: 3, colour: colours.water },
    { has: ({ card }: Box) => card.walked === 'here', width: 5, colour: colours.water },
    { has: ({ card }: Box) => card.selected, width: 3, colour: colours.focus },
  ];
  for (const { has, width, colour } of looks) {
    paper.beginPath();
    for (const box of boxes) if (has(box)) paper.rect(box.x, box.y, box.width, box.height);
    paper.lineWidth = width;
    paper.strokeStyle = colour;
    paper.stroke();
  }
}

function write(paper: CanvasRenderingContext2D, text: string, x: number, y: number, colours: FarColours): void {
  paper.font = `600 12px ${colours.font}`;
  paper.textBaseline = 'middle';
  paper.fillStyle = colours.ink;
  paper.fillText(text, x, y);
}

function mark(paper: CanvasRenderingContext2D, kind: 'error' | 'warning', x: number, y: number, colours: FarColours) {
  paper.beginPath();
  paper.arc(x, y, 5, 0, 2 * Math.PI);
  paper.fillStyle = kind === 'error' ? colours.ink : colours.card;
  paper.fill();
  paper.lineWidth = 1.5;
  paper.strokeStyle = kind === 'error' ? colours.card : colours.ochre;
  paper.stroke();
}

const pictures = new Map<string, HTMLCanvasElement>();

/** An icon drawn once and stamped from then on; twice as large, so that it stays sharp on dense screens. */
function iconPicture(icon: IconName, colour: string, size: number): HTMLCanvasElement | null {
  const side = Math.ceil(size) * 2;
  const key = `${icon} ${colour} ${side}`;
  const known = pictures.get(key);
  if (known) return known;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [side, side];
  const paper = canvas.getContext('2d');
  if (!paper) return null;
  paper.scale(side / 20, side / 20);
  paper.lineWidth = 1.8;
  paper.lineCap = 'round';
  paper.lineJoin = 'round';
  paper.strokeStyle = colour;
  paper.stroke(new Path2D(icons[icon]));
  pictures.set(key, canvas);
  return canvas;
}
