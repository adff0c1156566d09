'use client';

import { useTranslations } from 'use-intl/react';
import { useNow } from '#ui/use-now.ts';

/** How long there is until a moment, counted down from `at` (epoch ms, the server's); once it has passed, that it has. */
export function TimeLeft({ until, at }: { until: string; at: number }) {
  const t = useTranslations();
  const left = Math.max(0, Math.round((Date.parse(until) - useNow(at)) / 1_000));
  const [days, hours, minutes] = [Math.floor(left / 86_400), Math.floor(left / 3_600) % 24, Math.floor(left / 60) % 60];
  return (
    <time dateTime={until}>
      {left === 0
        ? t('request.over')
        : days > 0
          ? t('request.leftDays', { days, hours })
          : hours > 0
            ? t('request.leftHours', { hours, minutes })
            : t('request.leftMinutes', { minutes, seconds: left % 60 })}
    </time>
  );
}
