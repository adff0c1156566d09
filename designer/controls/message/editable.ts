import { readSegments } from '#engine/text/segments.ts';

/** Fills an editable element with a text: words as they are, values and code as chips that carry their source. */
export function fill(element: HTMLElement, source: string, chip: (source: string) => HTMLElement): void {
  const pieces = readSegments(source).map((segment) =>
    segment.is === 'words' ? document.createTextNode(segment.source) : chip(segment.source),
  );
  // A line end at the very end is only seen, and reached, when something follows it.
  element.replaceChildren(...pieces, filler());
}

/** The text of an editable element. Browsers put blocks and line ends of their own where people press Enter or paste. */
export function read(element: HTMLElement): string {
  let text = '';
  const walk = (node: Node) => {
    if (node instanceof Text) text += node.data.replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
    else if (node instanceof HTMLElement) {
      const source = node.dataset['source'];
      if (source !== undefined) text += source;
      else if (node.dataset['filler'] !== undefined) return;
      else if (node.tagName === 'BR') text += '\n';
      else {
        if (text !== '' && !text.endsWith('\n') && /^(?:DIV|P)$/.test(node.tagName)) text += '\n';
        node.childNodes.forEach(walk);
      }
    }
  };
  element.childNodes.forEach(walk);
  return text;
}

/** Puts a node where the caret is, or at the end when it is elsewhere, and the caret behind it. */
export function insert(element: HTMLElement, node: Node): void {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (selection && range && element.contains(range.commonAncestorContainer)) {
    range.deleteContents();
    range.insertNode(node);
    range.setStartAfter(node);
    range.collapse(true);
    selection.removeAllRanges();
    selection.addRange(range);
  } else element.insertBefore(node, element.querySelector('[data-filler]'));
}

/** Puts the caret behind the last word. */
export function caretToEnd(element: HTMLElement): void {
  const end = element.querySelector('[data-filler]');
  if (end) document.getSelection()?.collapse(element, [...element.childNodes].indexOf(end as ChildNode));
}

function filler(): HTMLElement {
  const end = document.createElement('br');
  end.dataset['filler'] = '';
  return end;
}
