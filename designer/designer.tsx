'use client';

import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Context } from '#engine/check/subject.ts';
import type { Journey } from '#engine/journey.ts';
import { fetchedPart } from '#ui/fetched-part.tsx';
import { Waiting } from '#ui/waiting.tsx';
import { type At, readAddress } from './address.ts';
import type { AskingToPublish } from './asking-to-publish.ts';
import styles from './designer.module.css';
import { DesignerBar } from './designer-bar.tsx';
import { AnnounceChanges } from './desk/announce-changes.tsx';
import type { Part } from './desk/desk.ts';
import { DeskProvider } from './desk/use-desk.tsx';
import { DraftPicture } from './draft-picture.tsx';
import { Outline } from './outline/outline.tsx';
import { Asking } from './panels/asking.tsx';
import { Panels, panelsId } from './panels/panels.tsx';
import { PhraseBar } from './phrase-bar.tsx';
import type { Comment } from './store/comment.ts';
import { asDraft } from './store/draft.ts';
import type { Opened } from './store/opened-draft.ts';
import { nothing, selectNodes } from './store/selection.ts';
import { DraftContext, useDraft, useDraftStore } from './store/use-draft.ts';
import { DockedStrip } from './strip/docked-strip.tsx';
import { TryingProvider } from './trying/use-trying.tsx';
import { useAddress } from './use-address.ts';
import { isNarrow, useNarrow } from './use-narrow.ts';
import { useNews } from './use-news.ts';
import { useOpenedDraft } from './use-opened-draft.ts';
import { useSay } from './use-say.ts';

/** What the page brings: the draft as the house has it, who draws, and what `check` may lean on. */
export type Brought = {
  journeyId: string;
  stored: { version: number; journey: Journey; comments: Comment[]; by: string };
  me: string;
  context: Context;
  /** Where it is saved, where news comes from, and the pages beside it. */
  addresses: { store: string; news: string; cover: string };
  asking: AskingToPublish;
  at: At;
};

// Only who draws on the canvas loads it, and does so while the page around it wakes up.
const canvas = fetchedPart(() => import('./canvas/draft-canvas.tsx').then(({ DraftCanvas }) => DraftCanvas));
const Canvas = canvas.Part;
if (typeof location === 'object' && !isNarrow() && readAddress(new URLSearchParams(location.search)).view === 'canvas')
  void canvas.fetch();

/** The designer: one draft, as a canvas or as an outline, with its panels at the side. Both stand on the same store. */
export function Designer(brought: Brought) {
  const { journeyId, stored, addresses, context } = brought;
  const { version, journey, comments, by } = stored;
  const first = useMemo(() => ({ version, draft: asDraft(journey, comments), by }), [version, journey, comments, by]);
  // The desk and the canvas on it are rendered in one go where the canvas is there in time.
  const beside = async () => brought.at.view === 'canvas' && !isNarrow() && canvas.fetch();
  const opened = useOpenedDraft({ key: journeyId, stored: first, address: addresses.store, context, beside });
  const say = useSay();
  if (!opened) return <Waiting>{say('designer.opening')}</Waiting>;
  return (
    <DraftContext value={opened.store}>
      <TryingProvider>
        <Work {...brought} opened={opened} />
      </TryingProvider>
    </DraftContext>
  );
}

function Work({ me, addresses, asking, at: first, opened }: Brought & { opened: Opened }) {
  const say = useSay();
  const [standing, onStanding] = useState(asking.standing);
  const [at, go] = useAddress(first);
  const store = useDraftStore();
  const node = useDraft(({ selection }) => (selection.nodes.length === 1 ? (selection.nodes[0] ?? null) : null));
  const present = useNews(addresses.news, node, opened.saving.heard);
  useEffect(() => {
    if (first.node) store.select(selectNodes(first.node));
  }, [store, first.node]);
  const panel = useRef(at.panel);
  useEffect(() => {
    panel.current = at.panel;
  }, [at.panel]);
  const was = useRef(node);
  useEffect(() => {
    go({ node });
    // Whoever takes a step in hand wants to see it, not the list they came from; whoever comes to the list, the list.
    if (node && node !== was.current && node !== first.node && panel.current === 'check') go({ panel: 'step' });
    was.current = node;
  }, [go, node, first.node]);
  const narrow = useNarrow();
  const inspect = (part: Part) => {
    // What is the journey's own is shown where no step is in hand.
    if (ofJourney.has(part)) store.select(nothing);
    go({ panel: part === 'texts' ? 'words' : part === 'walks' ? 'walk' : 'step' });
    requestAnimationFrame(() => requestAnimationFrame(() => focusPart(part)));
  };
  return (
    <DeskProvider me={me} inspect={inspect}>
      <div className={styles['designer']}>
        <DesignerBar
          at={at}
          go={go}
          present={present}
          saving={opened.saving}
          cover={addresses.cover}
          narrow={narrow}
          waits={standing?.status === 'waiting'}
        />
        <Asking saving={opened.saving} />
        <PhraseBar />
        <div className={styles['work']}>
          <section className={styles['surface']} aria-label={say(`designer.${at.view}`)}>
            {narrow && <DraftPicture />}
            {at.view === 'outline' || narrow ? (
              <Outline />
            ) : (
              <Suspense fallback={<Waiting>{say('designer.openingCanvas')}</Waiting>}>
                <Canvas walking={at.panel === 'walk'} />
              </Suspense>
            )}
          </section>
          <Panels at={at} go={go} me={me} asking={{ ...asking, standing, onStanding }} saving={opened.saving} />
          <DockedStrip />
        </div>
      </div>
      <AnnounceChanges />
    </DeskProvider>
  );
}

const ofJourney: ReadonlySet<Part> = new Set(['settings', 'stops', 'goals', 'variables']);

/** Brings the focus to the part of the panel that was asked for: its own fold, else the first thing that can be filled in. */
function focusPart(part: Part) {
  const panel = document.getElementById(panelsId);
  const fold = panel?.querySelector<HTMLDetailsElement>(`details[data-part="${part}"]`);
  if (fold) fold.open = true;
  const place =
    fold?.querySelector<HTMLElement>('summary') ??
    panel?.querySelector<HTMLElement>(
      '[role="tabpanel"] :is(input, select, textarea, [contenteditable="true"]):not([tabindex="-1"])',
    );
  (place ?? panel)?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
