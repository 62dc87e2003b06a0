import { useState } from 'preact/hooks';
import { newsAfter, type News } from '../news';
import type { State } from '../state';

/**
 * What a screen reader is to say: the one live region of the page, which stays where it is while pages come and go. One
 * that comes with its words may go unread.
 */
export function Spoken({ state }: { state: State }) {
  const [latest] = useState<{ state: State; news: News }>({ state, news: { words: '', waits: [] } });
  if (latest.state !== state) {
    latest.news = newsAfter(latest.news, latest.state, state);
    latest.state = state;
  }
  return (
    <div class="unseen" role="status">
      {latest.news.words}
    </div>
  );
}
