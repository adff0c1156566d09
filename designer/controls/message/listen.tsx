'use client';

import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import type { Say } from '../../say.ts';
import styles from './message.module.css';

/** Reads a call aloud with a voice of this computer; nothing leaves it. Says so when there is none for the language. */
export function Listen({ text, language, say }: { text: string; language: string; say: Say }) {
  const [speaking, setSpeaking] = useState(false);
  const [voices, setVoices] = useState<SpeechSynthesisVoice[] | null>(null);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined; // some browsers have none
    if (!synthesis) return setVoices([]);
    const look = () => setVoices(synthesis.getVoices().filter(({ localService }) => localService));
    look();
    synthesis.addEventListener('voiceschanged', look);
    return () => {
      synthesis.removeEventListener('voiceschanged', look);
      synthesis.cancel();
    };
  }, []);
  if (voices === null) return null;
  const base = language.split('-')[0] ?? language;
  const voice = voices.find(({ lang }) => lang.toLowerCase().startsWith(base));
  const speak = () => {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = voice?.lang ?? base;
    if (voice) utterance.voice = voice;
    utterance.rate = 0.95;
    utterance.addEventListener('end', () => setSpeaking(false));
    setSpeaking(true);
    speechSynthesis.speak(utterance);
  };
  return (
    <div className={styles['listen']}>
      <Button look="plain" icon={speaking ? 'stop' : 'speaker'} disabled={!voice} onClick={speak}>
        {say(speaking ? 'message.stop' : 'message.listen')}
      </Button>
      <span className={styles['note']}>
        {voice
          ? say('message.about-seconds', { n: Math.max(1, Math.round(text.split(/\s+/).length / 2.4)) })
          : say('message.no-voice')}
      </span>
    </div>
  );
}
