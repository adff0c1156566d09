import { Fragment, type ReactNode } from 'react';
import styles from './prose.module.css';

/**
 * Text written with a little Markdown: paragraphs, lists, headings, **strong**, `code` and links within Cauce. Nothing else is
 * understood, markup least of all: what is not one of these is shown as it was written. The first heading is left out, since the page has it.
 */
export function Prose({
  text,
  Link,
}: {
  text: string;
  Link?: (props: { href: string; children: ReactNode }) => ReactNode;
}) {
  return (
    <div className={styles['prose']}>
      {blocksOf(text).map((block, i) => (
        // Blocks of a fixed text never change their order.
        <Block key={`${i}-${block.slice(0, 20)}`} block={block} Link={Link} />
      ))}
    </div>
  );
}

/** The first heading of a text, which names it; undefined when it has none. */
export function titleOf(text: string): string | undefined {
  return /^# (.+)$/m.exec(text)?.[1];
}

/** The first paragraph after the heading: what a list says of a text. */
export function leadOf(text: string): string {
  return (blocksOf(text)[0] ?? '')
    .replaceAll('**', '')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll('\n', ' ');
}

function blocksOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && !block.startsWith('# '));
}

type Given = { block: string; Link: ((props: { href: string; children: ReactNode }) => ReactNode) | undefined };

function Block({ block, Link }: Given) {
  if (block.startsWith('## ')) return <h2>{inline(block.slice(3), Link)}</h2>;
  const lines = block.split('\n');
  if (lines.every((line) => /^(?:- | {2,})/.test(line))) {
    const items = block.split(/^- /m).filter(Boolean);
    return (
      <ul>
        {items.map((item) => (
          <li key={item}>{inline(item.trim().replaceAll(/\s*\n\s*/g, ' '), Link)}</li>
        ))}
      </ul>
    );
  }
  return <p>{inline(lines.join(' '), Link)}</p>;
}

function inline(text: string, Link: Given['Link']): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\(\/[\w/-]*\))/).map((part, i) => {
    const key = `${i}`;
    const link = /^\[([^\]]+)\]\((\/[\w/-]*)\)$/.exec(part);
    if (link && Link)
      return (
        <Link key={key} href={link[2] as string}>
          {link[1]}
        </Link>
      );
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>;
    return <Fragment key={key}>{part}</Fragment>;
  });
}
