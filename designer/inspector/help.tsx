import { Disclosure } from '#ui/disclosure.tsx';
import styles from './inspector.module.css';
import { type HelpPiece, type Run, readHelp } from './read-help.ts';

/** The help page of a kind, folded under its form. Help is written in Spanish. */
export function Help({ title, markdown }: { title: string; markdown: string }) {
  return (
    <Disclosure title={title}>
      <div className={styles['help']} lang="es">
        {readHelp(markdown).map((piece, i) => (
          // A page is read, never changed: its pieces are where they are.
          // oxlint-disable-next-line react/no-array-index-key
          <Piece key={i} piece={piece} />
        ))}
      </div>
    </Disclosure>
  );
}

function Piece({ piece }: { piece: HelpPiece }) {
  if (piece.is === 'title') return null; // the panel has its name already
  if (piece.is === 'words')
    return (
      <p>
        <Runs runs={piece.runs} />
      </p>
    );
  return (
    <ul>
      {piece.items.map((item) => (
        <li key={item.map(({ text }) => text).join('')}>
          <Runs runs={item} />
        </li>
      ))}
    </ul>
  );
}

function Runs({ runs }: { runs: Run[] }) {
  return runs.map(({ text, strong }) => (strong ? <strong key={text}>{text}</strong> : <span key={text}>{text}</span>));
}
