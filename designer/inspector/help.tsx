import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from '#ui/prose.tsx';

/** The help page of a kind, folded under its form; the same that /learn shows. Help is written in Spanish. */
export function Help({ title, markdown }: { title: string; markdown: string }) {
  return (
    <Disclosure title={title}>
      <div lang="es">
        <Prose text={markdown} />
      </div>
    </Disclosure>
  );
}
